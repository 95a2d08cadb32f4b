/** Collects every certain fix of a report as changes that can be left out one by one, and tells what stays and why. */

import { type Analysis, completeSteps } from '../analysis/analyze';
import type { Finding } from '../analysis/finding';
import { type FixEdit, fixAllSteps, type Mended } from '../analysis/fixAll';
import { RULES } from '../analysis/rules';
import { type ComposedEdit, composed } from '../text/composedEdits';
import { applyEdits, type Edit } from '../text/edit';
import { type Span, sliceOf } from '../text/span';
import type { Steps } from '../text/steps';
import { type LeftFinding, leftAlone } from './leftAlone';

/** Under what a reader looks for a change: an entity, by its id, or what no name is about, by its heading. */
export type ChangeGroup = { readonly entity: string } | { readonly heading: string };

/** A change to the report; one edit wherever it can be one. */
export interface NormalChange {
  readonly group: ChangeGroup;
  readonly edit: Edit;
  /** What it mends, the first first. */
  readonly findings: readonly Finding[];
}

/** A report brought to the house's style, and how. */
export interface Normalisation {
  /** Edits of the report as it stands, in text order; together they give `text`. */
  readonly changes: readonly NormalChange[];
  readonly text: string;
  /** What is found in that text still, at its places in the report as it stands. */
  readonly left: readonly LeftFinding[];
}

export interface NormaliseOptions {
  /** Which rules' findings are mended, and told of; without it, those of all. */
  readonly isWanted?: (code: string) => boolean;
  /** Whether unlisted spellings are looked for as well, to be told of: that may take long. They are never mended. */
  readonly guesses: boolean;
}

/** All that is certain, as fix-all makes it: no ambiguous name, no guess. */
export function* normaliseSteps(
  analysis: Analysis,
  { isWanted = () => true, guesses }: NormaliseOptions,
): Steps<Normalisation> {
  const mended = yield* fixAllSteps(analysis, isWanted);
  yield;
  const edits = composed(mended.rounds);
  const after = guesses ? yield* completeSteps(mended.analysis) : mended.analysis;
  yield;
  return {
    changes: changesOf(analysis.report.text, edits),
    text: mended.text,
    left: leftIn(after, mended, edits, (code) => isWanted(code) && (guesses || !GUESSED.has(code))),
  };
}

/** What an open report tells of all the same, as it was looked for already. */
const GUESSED = new Set(RULES.flatMap(({ code, waitsFor }) => (waitsFor === 'guesses' ? code : [])));

/** Words of one name that an emphasis or a link divides are farther apart than this only by accident. */
const WIDEST_NAME = 400;

/**
 * One change for each finding, where nothing else is to be changed between its edits; else one for each edit: a reader who
 * leaves out a change is not to be left with half a name.
 */
function changesOf(text: string, edits: readonly ComposedEdit<FixEdit>[]): NormalChange[] {
  const changes: NormalChange[] = [];
  for (let at = 0; at < edits.length; ) {
    const first = edits[at]!;
    const { finding } = first.parts[0]!;
    let next = at + 1;
    while (next < edits.length && isOfSameName(edits[next]!, first, finding)) next++;
    const together = edits.slice(at, next);
    const findings = [...new Set(together.flatMap(({ parts }) => parts.map((part) => part.finding)))];
    changes.push({ group: groupOf(finding), edit: joined(text, together), findings });
    at = next;
  }
  return changes;
}

const isOfSameName = ({ span, parts }: ComposedEdit<FixEdit>, first: Edit, finding: Finding): boolean =>
  parts[0]!.finding === finding && span.end - first.span.start <= WIDEST_NAME;

function joined(text: string, edits: readonly Edit[]): Edit {
  const [first] = edits;
  if (edits.length === 1) return { span: first!.span, newText: first!.newText };
  const span = { start: first!.span.start, end: edits.at(-1)!.span.end };
  const within = edits.map((edit) => ({
    span: { start: edit.span.start - span.start, end: edit.span.end - span.start },
    newText: edit.newText,
  }));
  return { span, newText: applyEdits(sliceOf(text, span), within) };
}

/** The headings under which changes stand that are not about one entity, by the beginnings of rule codes. */
const HEADINGS: Readonly<Record<string, string>> = {
  note: 'Notes',
  citation: 'Citations',
  acronym: 'Acronyms',
  suppression: 'Comments that turn rules off',
};
const OTHER_NAMES = 'Other names';

function groupOf({ entity, code }: Finding): ChangeGroup {
  if (entity !== undefined) return { entity };
  return { heading: HEADINGS[code.slice(0, code.indexOf('/'))] ?? OTHER_NAMES };
}

function leftIn(
  { findings }: Analysis,
  mended: Mended,
  edits: readonly Edit[],
  isWanted: (code: string) => boolean,
): LeftFinding[] {
  const places = new PlacesBefore(edits);
  return findings
    .filter(({ code }) => isWanted(code))
    .map((finding) => leftAlone(finding, mended.isEndless(finding), places.spanOf(finding.span)));
}

/** Where in a text stood what stands in it after edits; what they wrote stands where they begin. Asked in text order. */
class PlacesBefore {
  readonly #edits: readonly Edit[];
  #next = 0;
  #growth = 0;

  constructor(edits: readonly Edit[]) {
    this.#edits = edits;
  }

  spanOf({ start, end }: Span): Span {
    while (this.#isPast(start)) {
      const { span, newText } = this.#edits[this.#next++]!;
      this.#growth += newText.length - (span.end - span.start);
    }
    const [next, growth] = [this.#next, this.#growth];
    const before = this.#offsetOf(start);
    while (this.#isPast(end)) {
      const { span, newText } = this.#edits[this.#next++]!;
      this.#growth += newText.length - (span.end - span.start);
    }
    const after = this.#offsetOf(end, true);
    // The next finding may begin before this one ends.
    [this.#next, this.#growth] = [next, growth];
    return { start: before, end: Math.max(before, after) };
  }

  /** Whether the next edit ends at or before an offset of the text after the edits. */
  #isPast(offset: number): boolean {
    const edit = this.#edits[this.#next];
    return edit !== undefined && edit.span.start + this.#growth + edit.newText.length <= offset;
  }

  #offsetOf(offset: number, isEnd = false): number {
    const edit = this.#edits[this.#next];
    const before = offset - this.#growth;
    if (!edit || before <= edit.span.start) return before;
    return isEnd ? edit.span.end : edit.span.start;
  }
}
