/** Reads tables as spreadsheets write them (RFC 4180, with commas, semicolons or tabs), a row at a time, with places. */

import type { Span } from './span';

/** One row: the parallel arrays hold its cells. Offsets are UTF-16; quotes belong to their cell. */
export interface TableRow extends Span {
  readonly cells: readonly Span[];
  /** Where the next row begins. */
  readonly next: number;
  /** Why the row means nothing, and what to do. */
  readonly problem?: { readonly span: Span; readonly message: string };
}

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SEPARATORS = [',', ';', '\t'] as const;
/** Longer texts in quotes were never closed. */
const LONGEST_QUOTED = 100_000;

const NOT_CLOSED =
  'This text begins with a quote that is not closed, and its row is left out. Close it, or write "" for a quote inside quotes.';
const BEHIND_QUOTE =
  'Text stands behind the closing quote, and this row is left out. Write "" for a quote inside quotes.';

/** What stands between the cells: of the usual signs, the one that the first line has most of. */
export function separatorOf(text: string, from: number): number {
  let best = SEPARATORS[0].charCodeAt(0);
  let most = 0;
  for (const sign of SEPARATORS) {
    const separator = sign.charCodeAt(0);
    const count = readTableRow(text, from, separator).cells.length;
    if (count > most) [best, most] = [separator, count];
  }
  return best;
}

/**
 * The row that begins at an offset. A quoted cell may hold separators and line ends; one that is never closed ends with
 * its line, so that it takes no other row with it.
 */
export function readTableRow(text: string, start: number, separator: number): TableRow {
  const cells: Span[] = [];
  for (let at = start; ; ) {
    const from = at;
    if (text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at);
      at = close + 1;
      const unit = text.charCodeAt(at);
      const isEnd = at >= text.length || unit === separator || unit === NEWLINE || unit === RETURN;
      if (close < 0 || !isEnd) {
        const line = lineEndAfter(text, from);
        const isOpen = close < 0 || close > line;
        const span = isOpen ? { start: from, end: line } : { start: at, end: at + 1 };
        const problem = { span, message: isOpen ? NOT_CLOSED : BEHIND_QUOTE };
        return { start, end: line, cells, next: afterLineEnd(text, line), problem };
      }
    } else at = endOfCell(text, at, separator);
    cells.push({ start: from, end: at });
    if (text.charCodeAt(at) !== separator || at >= text.length)
      return { start, end: at, cells, next: afterLineEnd(text, at) };
    at++;
  }
}

function endOfCell(text: string, from: number, separator: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === separator || unit === NEWLINE || unit === RETURN) break;
  }
  return at;
}

/** Where the quote is that closes the one at `open`; -1 if there is none as near as it would have to be. */
function closingQuote(text: string, open: number): number {
  for (let at = open + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0 || at - open > LONGEST_QUOTED) return -1;
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
}

const lineEndAfter = (text: string, from: number): number => {
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === NEWLINE || unit === RETURN) break;
  }
  return at;
};

function afterLineEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === NEWLINE) return at + 2;
  return Math.min(text.length, at + 1);
}

/** What a cell says: without its quotes. */
export function textOfCell(text: string, { start, end }: Span): string {
  if (text.charCodeAt(start) !== QUOTE || end - start < 2) return text.slice(start, end);
  const inner = text.slice(start + 1, end - 1);
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner;
}

/** A text as a cell: in quotes where it needs them. */
export function writeCell(cell: string, separator: number): string {
  const isPlain = !/["\r\n]|^\s|\s$/.test(cell) && !cell.includes(String.fromCharCode(separator));
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
