/** Edits that were made one round after the other, as edits of the text before the first of them. */

import { applyEdits, type Edit } from './edit';

/** Edits made at once, none overlapping another, in text order: see `compatible`. */
export interface Round<E extends Edit> {
  /** The text of which these are the edits: that after the round before. */
  readonly text: string;
  readonly edits: readonly E[];
}

/** An edit of the first text, and the edits that it stands for; those of later rounds follow those of earlier ones. */
export interface ComposedEdit<E extends Edit> extends Edit {
  readonly parts: readonly E[];
}

/**
 * Made together, they give the text after the last round. Edits that do not overlap stay apart, so that each can be left
 * out; in text order.
 */
export function composed<E extends Edit>(rounds: readonly Round<E>[]): ComposedEdit<E>[] {
  let edits: ComposedEdit<E>[] = [];
  for (const round of rounds) edits = followedBy(edits, round);
  return edits;
}

/** What is known by one round already, or comes with the next, at its place in the text between the two. */
interface Placed<E extends Edit> {
  readonly start: number;
  readonly end: number;
  readonly earlier?: ComposedEdit<E>;
  readonly later?: E;
}

function followedBy<E extends Edit>(
  known: readonly ComposedEdit<E>[],
  { text, edits }: Round<E>,
): ComposedEdit<E>[] {
  const placed: Placed<E>[] = edits.map((later) => ({ ...later.span, later }));
  let shift = 0;
  for (const earlier of known) {
    const start = earlier.span.start + shift;
    placed.push({ start, end: start + earlier.newText.length, earlier });
    shift += growth(earlier);
  }
  placed.sort((a, b) => a.start - b.start || a.end - b.end);

  const result: ComposedEdit<E>[] = [];
  shift = 0;
  for (let at = 0; at < placed.length; ) {
    const cluster = [placed[at]!];
    const { start } = placed[at]!;
    let { end } = placed[at]!;
    for (at++; at < placed.length && belongs(placed[at]!, start, end); at++) {
      cluster.push(placed[at]!);
      end = Math.max(end, placed[at]!.end);
    }
    const from = start - shift;
    for (const { earlier } of cluster) if (earlier) shift += growth(earlier);
    const later = cluster.flatMap((one) => one.later ?? []);
    const shifted = later.map(({ span, newText }) => ({
      span: { start: span.start - start, end: span.end - start },
      newText,
    }));
    result.push({
      span: { start: from, end: end - shift },
      newText: applyEdits(text.slice(start, end), shifted),
      parts: [...cluster.flatMap((one) => one.earlier?.parts ?? []), ...later],
    });
  }
  return result;
}

const growth = ({ span, newText }: Edit): number => newText.length - (span.end - span.start);

/** What only touches stays apart, unless both put something in at one place: who comes first is then decided here. */
const belongs = (next: { start: number; end: number }, start: number, end: number): boolean =>
  next.start < end || (next.start === end && (start === end || next.start === next.end));
