/** Puts parts into written YAML, and takes them out: edits of lists and maps that leave every other sign where it is. */

import type { Edit } from './edit';
import { columnOf, lineEnd, lineEndOf, lineStart } from './lines';
import type { Span } from './span';

/** Lines that grow longer are broken behind a comma, where YAML lets them be. */
const WIDTH = 120;

/**
 * Adds lines below what ends at `after`, which belongs to a list or map in block style. Comments that stand further in
 * than `outer` (as a rule, where the lines begin) belong to what precedes.
 *
 * @param column where the lines begin.
 * @param lines without line end at the last one; the first is not indented yet.
 */
export function insertLines(
  text: string,
  after: number,
  column: number,
  lines: string,
  outer = column,
): Edit {
  const eol = lineEndOf(text);
  const indented = ' '.repeat(column) + lines;
  let at = after;
  // A block scalar ends behind its last line end.
  const isBehindLine = at > 0 && text[at - 1] === '\n';
  if (!isBehindLine) at = lineEnd(text, at);
  for (;;) {
    const next = isBehindLine ? at : text.indexOf('\n', at) + 1;
    if (next === 0) break;
    const comment = /^( +)#/.exec(text.slice(next, lineEnd(text, next)))?.[1];
    if (comment === undefined || comment.length <= outer) break;
    const end = lineEnd(text, next);
    if (isBehindLine && text.indexOf('\n', end) < 0) break;
    at = isBehindLine ? text.indexOf('\n', end) + 1 : end;
  }
  return { span: { start: at, end: at }, newText: isBehindLine ? indented + eol : eol + indented };
}

/**
 * Adds a part to a list or map in flow style, behind the part with the given number (-1: first of an empty one).
 *
 * @param collection with its brackets.
 */
export function insertInFlow(
  text: string,
  collection: Span,
  parts: readonly Span[],
  behind: number,
  part: string,
): Edit[] {
  const before = parts[behind];
  if (!before) return [insertion(collection.start + 1, part)];
  const comma = commaBehind(text, before.end, collection.end - 1);
  const isLast = behind === parts.length - 1;
  if (parts.every(({ start }) => isFirstInLine(text, start))) {
    const line = lineEndOf(text) + text.slice(lineStart(text, before.start), before.start) + part;
    const end = lineEnd(text, comma === undefined ? before.end : comma + 1);
    const next = parts[behind + 1]?.start ?? collection.end - 1;
    if (comma !== undefined) return [insertion(next > end ? end : comma + 1, `${line},`)];
    return next > end && end > before.end
      ? [insertion(before.end, ','), insertion(end, line)]
      : [insertion(before.end, `,${line}`)];
  }
  const at = isLast && comma !== undefined ? comma + 1 : before.end;
  const separator = at === before.end ? ',' : '';
  const width = columnOf(text, lineEnd(text, at)) + separator.length + 1 + part.length;
  const gap = width > WIDTH ? lineEndOf(text) + ' '.repeat(continuation(text, collection, at)) : ' ';
  return [insertion(at, separator + gap + part)];
}

/** How far in a new line of a collection in flow style begins. */
function continuation(text: string, { start }: Span, at: number): number {
  const from = lineStart(text, at);
  const isContinued = from > start;
  const margin = /^[ \t]*(?:- +)*/.exec(text.slice(from, lineEnd(text, from)))![0].length;
  return isContinued ? margin : margin + 2;
}

/**
 * Takes a part out of a list or map in flow style, with its comma and the comment behind it.
 *
 * @param collection with its brackets.
 */
export function removeFromFlow(
  text: string,
  collection: Span,
  parts: readonly Span[],
  index: number,
): Edit[] {
  const part = parts[index]!;
  const before = parts[index - 1];
  const next = parts[index + 1];
  const comma = commaBehind(text, part.end, collection.end - 1);
  const commaBefore = before && commaBehind(text, before.end, part.start);
  const edits: Edit[] = [];
  // A comma behind the new last part is no JSON.
  if (!next && comma === undefined && commaBefore !== undefined)
    edits.push(removal(commaBefore, commaBefore + 1));
  const end = lineEnd(text, comma === undefined ? part.end : comma + 1);
  const isWholeLine = isFirstInLine(text, part.start) && end < (next?.start ?? collection.end - 1);
  const behind = comma === undefined ? part.end : comma + 1;
  // The line end before the part goes with it.
  if (isWholeLine) edits.push(removal(lineEnd(text, lineStart(text, part.start) - 1), end));
  else if (next) edits.push(removal(part.start, next.start));
  // What is between may hold a comment about the part before.
  else if (commaBefore !== undefined && !text.slice(commaBefore, part.start).includes('#'))
    edits.push(removal(commaBefore + 1, behind));
  else edits.push(removal(part.start, behind));
  return edits;
}

/** Takes out whole lines: those of a part in block style that begins and ends them. */
export function removeLines(text: string, { start, end }: Span): Edit | undefined {
  const from = lineStart(text, start);
  if (!/^[ ]*$/.test(text.slice(from, start))) return undefined;
  if (end > start && text[end - 1] === '\n') return removal(from, end);
  const next = text.indexOf('\n', end);
  if (next >= 0) return removal(from, next + 1);
  // The last line of the text takes the line end before it along.
  return from === 0 ? removal(from, text.length) : removal(lineEnd(text, from - 1), text.length);
}

/** Where the comma behind a part stands; undefined if another thing follows, or the end of the collection. */
function commaBehind(text: string, from: number, end: number): number | undefined {
  for (let at = from; at < end; at++) {
    if (text[at] === ',') return at;
    if (text[at] === '#') at = lineEnd(text, at);
    else if (!/\s/.test(text[at]!)) return undefined;
  }
  return undefined;
}

const isFirstInLine = (text: string, offset: number): boolean =>
  lineStart(text, offset) > 0 && /^[ \t]*$/.test(text.slice(lineStart(text, offset), offset));

const insertion = (at: number, newText: string): Edit => ({ span: { start: at, end: at }, newText });
const removal = (start: number, end: number): Edit => ({ span: { start, end }, newText: '' });
