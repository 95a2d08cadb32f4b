/** Finds where the entries of a BibTeX file begin and end, so that each is read, and can be broken, on its own. */

import { matchAt } from '../../text/matchAt';
import type { Steps } from '../../text/steps';

export interface BibtexCut {
  /** In lower letters: `book`, `string`. */
  readonly type: string;
  /** Where it begins: its “@”. */
  readonly start: number;
  /** Behind its opening brace. */
  readonly open: number;
  /** Behind its closing brace; for an entry that has none, behind its last line. */
  readonly end: number;
  /**
   * - `braces`: they match, all of them counted, as BibTeX itself does.
   * - `escapes`: they match when those behind a backslash are not counted.
   * - `unclosed`: they do not match; the entry ends where the next one begins a line.
   * - `surplus`: it is closed too early; what seems to belong to it still follows.
   */
  readonly ends: 'braces' | 'escapes' | 'unclosed' | 'surplus';
}

/** What begins an entry: its type, and the brace (or parenthesis) behind it. */
const HEAD = /@[ \t]{0,20}([A-Za-z][\w-]{0,60})\s{0,100}([{(])/y;
/** What can stand on a line of its own only where an entry begins. */
const SURE_HEAD =
  /@[ \t]{0,20}(?:(?:string|comment|preamble)\s{0,100}[{(]|[A-Za-z][\w-]{0,60}\s{0,100}[{(]\s{0,100}[^\s,={}()"#%@][^,={}()"#%\n@]{0,200}\s{0,100},)/iy;
/** Fields behind the end of an entry. */
const FIELD_BEHIND = /[\s,}]{0,300}[A-Za-z][\w+:-]{0,60}[ \t]{0,50}=\s{0,50}["{\d]/y;
const CHARACTERS_A_STEP = 1_000_000;

const [TAB, NEWLINE, SPACE, QUOTE, PERCENT, AT] = [0x09, 0x0a, 0x20, 0x22, 0x25, 0x40];
const [OPEN, CLOSE, CLOSE_PARENTHESIS, BACKSLASH] = [0x7b, 0x7d, 0x29, 0x5c];

/** All entries and `@string`s in their order. Comments, preambles and the text between entries are passed over. */
export function* cutBibtex(text: string): Steps<readonly BibtexCut[]> {
  const cuts: BibtexCut[] = [];
  let isCommentUnclosed = false;
  let rest = CHARACTERS_A_STEP;
  for (let at = nextAt(text, 0); at < text.length; ) {
    if (at > rest) {
      yield;
      rest = at + CHARACTERS_A_STEP;
    }
    const head = matchAt(HEAD, text, at);
    const type = head?.[1]?.toLowerCase();
    if (!head || !type) {
      at = nextAt(text, at + 1);
      continue;
    }
    const open = at + head[0].length;
    if (type === 'comment') {
      // One that is never closed is a comment to the end of its line, and so are all behind it.
      const end: number = isCommentUnclosed ? -1 : closingOf(text, open, head[2]!, 'braces', text.length);
      isCommentUnclosed ||= end < 0;
      at = nextAt(text, end < 0 ? lineEnd(text, at) : end);
      continue;
    }
    const cut = cutEntry(text, type, at, open, head[2]!);
    if (type !== 'preamble') cuts.push(cut);
    at = nextAt(text, cut.end);
  }
  return cuts;
}

function cutEntry(text: string, type: string, start: number, open: number, brace: string): BibtexCut {
  const limit = nextSureHead(text, open, brace);
  const end = limit.closing;
  if (end !== undefined) {
    if (!matchAt(FIELD_BEHIND, text, end)) return { type, start, open, end, ends: 'braces' };
    const { at } = nextSureHead(text, end, undefined);
    return { type, start, open, end: trimmedEnd(text, end, at), ends: 'surplus' };
  }
  const escaped = closingOf(text, open, brace, 'escapes', limit.at);
  if (escaped >= 0) return { type, start, open, end: escaped, ends: 'escapes' };
  return { type, start, open, end: trimmedEnd(text, open, limit.at), ends: 'unclosed' };
}

/** Where the next entry surely begins, unless the brace that was opened is closed before that. */
function nextSureHead(
  text: string,
  from: number,
  brace: string | undefined,
): { readonly at: number; readonly closing?: number } {
  let depth = 0;
  let isQuoted = false;
  let isLineBlank = from === 0;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === NEWLINE) {
      isLineBlank = true;
      continue;
    }
    if (unit === SPACE || unit === TAB) continue;
    if (unit === AT && isLineBlank && matchAt(SURE_HEAD, text, at)) return { at };
    isLineBlank = false;
    if (brace === undefined) continue;
    if (unit === OPEN) depth++;
    else if (unit === CLOSE) {
      if (depth === 0 && brace === '{') return { at, closing: at + 1 };
      if (depth > 0) depth--;
    } else if (brace === '(' && depth === 0) {
      if (unit === QUOTE) isQuoted = !isQuoted;
      else if (unit === CLOSE_PARENTHESIS && !isQuoted) return { at, closing: at + 1 };
    }
  }
  return { at: text.length };
}

/**
 * Behind the brace that closes the one in front of `open`; -1 where there is none before `limit`.
 *
 * @param brace the one that was opened: `{` or `(`.
 */
export function closingOf(
  text: string,
  open: number,
  brace: string,
  how: 'braces' | 'escapes',
  limit: number,
): number {
  let depth = 0;
  let isQuoted = false;
  for (let at = open; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH && how === 'escapes') at++;
    else if (unit === OPEN) depth++;
    else if (unit === CLOSE) {
      if (depth === 0 && brace === '{') return at + 1;
      if (depth > 0) depth--;
    } else if (brace === '(' && depth === 0) {
      if (unit === QUOTE) isQuoted = !isQuoted;
      else if (unit === CLOSE_PARENTHESIS && !isQuoted) return at + 1;
    }
  }
  return -1;
}

/** The next “@” that no “%” in front of it on its line makes a comment. */
function nextAt(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === AT) return at;
    if (unit === PERCENT) at = lineEnd(text, at);
  }
  return text.length;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1]!)) end--;
  return end;
}
