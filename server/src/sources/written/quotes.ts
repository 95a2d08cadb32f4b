/** Finds what a note puts in quotation marks, whatever the marks, nested or not closed. */

import type { Span } from '../../text/span';

export interface Quoted extends Span {
  /** Nothing closes it; it ends with the text. */
  readonly isOpen: boolean;
}

const MARKS = /["“”„‟«»‘’'‹›]/g;
const SINGLE = /['‘’‹›]/;
const LETTER = /[\p{L}\p{N}]/u;
const DEEPEST = 12;

/** The outermost quotations of a text, with their marks, in order. `skipped` are stretches without quotations: addresses. */
export function findQuoted(text: string, skipped: readonly Span[]): Quoted[] {
  const double = quotedBy(text, marksOf(text, skipped, false));
  const isWithin = (at: number) => double.some(({ start, end }) => start <= at && at < end);
  // Single marks quote where no double ones do, as in British styles.
  const single = quotedBy(
    text,
    marksOf(text, skipped, true).filter(({ at }) => !isWithin(at)),
  ).filter(({ isOpen }) => !isOpen);
  return [...double, ...single].sort((a, b) => a.start - b.start);
}

interface Mark {
  readonly at: number;
  readonly opens: boolean;
}

function marksOf(text: string, skipped: readonly Span[], single: boolean): Mark[] {
  const marks: Mark[] = [];
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    if (SINGLE.test(mark) !== single) continue;
    if (skipped.some(({ start, end }) => start <= at && at < end)) continue;
    const opens = isOpening(text, at, mark);
    if (opens !== undefined) marks.push({ at, opens });
  }
  return marks;
}

/** Whether a mark opens or closes, by what stands beside it rather than by its shape; undefined for an apostrophe. */
function isOpening(text: string, at: number, mark: string): boolean | undefined {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (mark === '«' || mark === '„' || mark === '‹') return true;
  if (mark === '»' || mark === '›') return false;
  const startsHere = /[\s([{—–/“„«‘]/.test(before) && !/[\s,.;:)\]]/.test(after);
  const endsHere = !/[\s([{]/.test(before) && !LETTER.test(after);
  if (mark === '’' || mark === "'" || mark === '‘') {
    if (LETTER.test(before) && LETTER.test(after)) return undefined;
    if (mark !== '’' && startsHere)
      return /^\d\ds?(?![\p{L}\p{N}])/u.test(text.slice(at + 1)) ? undefined : true;
    if (!endsHere) return undefined;
    // “the Talibans’ return”: a small word follows, and another mark further on.
    const rest = text.slice(at + 1);
    return /^\s\p{Ll}/u.test(rest) && !/^\s(?:in|by|on)\s/.test(rest) && /[’'](?!\p{L})/u.test(rest)
      ? undefined
      : false;
  }
  if (startsHere && !(mark === '”' && endsHere)) return true;
  if (endsHere) return false;
  return mark === '“';
}

function quotedBy(text: string, marks: readonly Mark[]): Quoted[] {
  const quoted = matched(text, marks, false);
  // Of two that are opened, one may be left open: then a comma within the marks ends the title, as it does in print.
  return quoted.at(-1)?.isOpen ? matched(text, marks, true) : quoted;
}

function matched(text: string, marks: readonly Mark[], commaEnds: boolean): Quoted[] {
  const quoted: Quoted[] = [];
  const open: number[] = [];
  for (const { at, opens } of marks) {
    if (opens) {
      if (open.length < DEEPEST) open.push(at);
      continue;
    }
    const endsAll = commaEnds && text[at - 1] === ',' && /^\s[^\p{Ll}]/u.test(text.slice(at + 1, at + 3));
    const start = endsAll ? open.splice(0)[0] : open.pop();
    if (start !== undefined && open.length === 0) quoted.push({ start, end: at + 1, isOpen: false });
  }
  const unclosed = open[0];
  return unclosed === undefined ? quoted : [...quoted, { start: unclosed, end: text.length, isOpen: true }];
}
