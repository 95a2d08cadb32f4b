/** Divides the text of a note into its sentences, and those into the sources that a semicolon parts. */

import type { Span } from '../../text/span';
import { findDates } from './dates';
import type { Quoted } from './quotes';

/** A stretch of a note that is one source or one remark; without the sign that ends it. */
export interface Piece extends Span {
  /** What parts it from the next one. */
  readonly endsWith: ';' | '.' | '';
}

const ABBREVIATION =
  /(?:^|[\s([“"])(?:\p{Lu}|[Pp]p?|[Nn]os?|[Vv]ols?|[Ee]ds?|[Tt]rans|al|[Cc]f|e\.g|i\.e|[Ss]t|[DM]rs?|[JS]r|Inc|Ltd|Co|Corp|ch|chs|chap|art|arts|para|paras|sec|fn|nn?|ser|rev|Gen|Col|Lt|Sgt|Maj|Capt|Gov|Sen|Rep|Prof|vs|v|approx|ca?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|op|loc|cit|№|г|т|с|им|ul|ave)$/u;
const DOTTED = /(?:\p{Lu}\.){1,}\p{Lu}$/u;

/**
 * @param whole what is not looked into: quotations, addresses, emphasised titles.
 */
export function piecesOf(text: string, whole: readonly Span[], quoted: readonly Quoted[]): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  const cut = (end: number, next: number, endsWith: ';' | '.') => {
    if (text.slice(start, end).trim() !== '') pieces.push({ ...trimmed(text, start, end), endsWith });
    start = next;
  };
  const lastClosing = Math.max(text.lastIndexOf(')'), text.lastIndexOf(']'));
  const closings: number[] = [];
  const quotes = (from: number, to: number) => quoted.some((one) => from <= one.start && one.end <= to);
  let depth = 0;
  let span = 0;
  for (let at = 0; at < text.length; at++) {
    while (span < whole.length && whole[span]!.end <= at) span++;
    const inside = whole[span];
    if (inside && inside.start <= at) {
      at = inside.end - 1;
      if (endsQuotedSentence(text, at, quoted)) cut(at + 1, at + 1, '.');
      continue;
    }
    const char = text[at]!;
    const joined = /^,?\s+and\s+(?=["“‘«„])/.exec(text.slice(at, at + 12));
    if (depth === 0 && joined && /\d\)?$|\/\S*$/.test(text.slice(start, at)) && quotes(start, at)) {
      cut(at, at + joined[0].length, ';');
      at += joined[0].length - 1;
      continue;
    }
    // “… (“Title,” Outlet, date)”: a source in parentheses.
    const closing = char === '(' ? closingOf(text, at) : -1;
    if (closing > 0 && depth === 0 && isSource(text.slice(at + 1, closing))) {
      cut(at, at + 1, '.');
      closings.push(closing);
      continue;
    }
    if (at === closings.at(-1)) {
      closings.pop();
      cut(at, at + 1, '.');
      continue;
    }
    if (char === '(' || char === '[') depth++;
    else if ((char === ')' || char === ']') && depth > 0) depth--;
    // A parenthesis that nothing closes must not hide the rest of the note.
    else if (at > lastClosing) depth = 0;
    if (depth > 0) continue;
    if (char === ';' && /^;(?:\s|$)/.test(text.slice(at, at + 2))) cut(at, at + 1, ';');
    else if (/[.!?]/.test(char) && endsSentence(text, at, start))
      cut(char === '.' ? at : at + 1, at + 1, '.');
  }
  if (text.slice(start).trim() !== '') pieces.push({ ...trimmed(text, start, text.length), endsWith: '' });
  return pieces;
}

const LONGEST_PARENTHESIS = 600;

function closingOf(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < Math.min(text.length, open + LONGEST_PARENTHESIS); at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return -1;
}

const isSource = (inner: string): boolean =>
  /["“‘«„].{4,}["”’»“]/.test(inner) &&
  (/https?:/.test(inner) || findDates(inner).some(({ precision }) => precision !== 'year'));

function endsSentence(text: string, at: number, start: number): boolean {
  const rest = text.slice(at + 1, at + 4);
  if (/^\s*$/.test(text.slice(at + 1))) return true;
  if (!/^[)\]”"’]?\s+[\p{Lu}\p{Lo}\d“"‘«„([*]/u.test(rest) && !/^\s+https?/.test(text.slice(at + 1, at + 7)))
    return false;
  if (text[at] !== '.') return true;
  // “4. Oktober 2020” is one date.
  const near = findDates(text.slice(Math.max(0, at - 2), at + 20));
  if (near.some(({ start, end }) => start < 2 && end > 3)) return false;
  const before = text.slice(Math.max(start, at - 20), at);
  if (/(?:^|\s)(?:ibid|id)$/i.test(before)) return !/^\s+\d/.test(rest);
  return !ABBREVIATION.test(before) && !DOTTED.test(before);
}

/** “He said ‘no.’ See …”: the full stop stands within the marks. `at` is the last sign of the quotation. */
function endsQuotedSentence(text: string, at: number, quoted: readonly Quoted[]): boolean {
  if (!quoted.some(({ end }) => end === at + 1) || !/[.!?…]/.test(text[at - 1] ?? '')) return false;
  return /^\s+(?:[Ss]ee\b|For\s|Cf\.|[“"])/.test(text.slice(at + 1, at + 8));
}

function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}
