/** Reads the comments with which an author turns rules off for a line or a stretch. */

import type { Report } from '../../markdown/report';
import type { Span } from '../../text/span';
import { CODE, EVERY_RULE, type Misread, type Suppression } from './suppression';

/** The word is to end here: other words that begin alike (`disable-line`) are none of ours, and must not turn off the rest. */
const DIRECTIVE = /^<!--\s*nomenclator-(disable-next-line|disable|enable)(?!-?\w)([\s\S]*?)-*>$/;
/** Behind a colon or a dash, an author says why. */
const REMARK = /(?::|--|[–—]).*$/s;
const NEXT_LINE_ALONE = /^\s*<!--\s*nomenclator-disable-next-line(?!-?\w).*-->\s*$/;
/** A longer comment is prose. */
const LONGEST_DIRECTIVE = 1000;

const NO_CODES =
  'This turns nothing off, as it names no rule. Write its code, such as name/spelling, or nothing for every rule; a reason stands behind a colon.';
const NOTHING_OFF = 'Nothing that is turned off ends here. Remove this comment.';

interface Open {
  readonly by: Span;
  readonly word: Span;
}

interface Ended extends Open {
  readonly code: string;
  readonly stretch: Span;
  /** The comment that ends it; none at the end of the report. */
  readonly end?: Span;
}

/** What the comments of a report turn off, in any order. */
export function readComments({ text, lines, layout }: Report): {
  readonly all: readonly Suppression[];
  /** Where a rule is on although every rule is off. */
  readonly exceptions: readonly { readonly code: string; readonly stretch: Span }[];
  readonly misread: readonly Misread[];
} {
  const all: Ended[] = [];
  const misread: Misread[] = [];
  const open = new Map<string, Open>();
  /** The rules that are on again while every other is off, and since where. */
  const backOn = new Map<string, number>();
  const exceptions: { code: string; stretch: Span }[] = [];
  const endAt = (code: string, at: number, end?: Span): boolean => {
    const begun = open.get(code);
    if (!begun) return false;
    all.push({ ...begun, code, stretch: { start: begun.by.end, end: at }, ...(end && { end }) });
    if (code === EVERY_RULE) {
      for (const [one, start] of backOn) exceptions.push({ code: one, stretch: { start, end: at } });
      backOn.clear();
    }
    return open.delete(code);
  };
  for (const comment of layout.comments) {
    if (comment.end - comment.start > LONGEST_DIRECTIVE) continue;
    const written = text.slice(comment.start, comment.end);
    const start = comment.start + written.length - written.trimStart().length;
    const found = DIRECTIVE.exec(written.trim());
    if (!found) continue;
    const by = { start, end: start + found[0].length };
    const { words, codes } = readCodes(found[2]!, start + found[0].lastIndexOf(found[2]!));
    // By names that are no rule's, nothing is turned off: better a finding too many than all of them gone unseen.
    if (words > 0 && codes.length === 0) {
      misread.push({ span: by, message: NO_CODES });
      continue;
    }
    const named = codes.length > 0 ? codes : [{ code: EVERY_RULE, word: by }];
    if (found[1] === 'disable-next-line') {
      let line = lines.positionAt(comment.end).line + 1;
      // Several such comments above a line are all meant for it.
      while (NEXT_LINE_ALONE.test(text.slice(lines.lineStart(line), lines.lineStart(line + 1)))) line++;
      const stretch = { start: lines.lineStart(line), end: lines.lineStart(line + 1) };
      for (const { code, word } of named) all.push({ code, word, by, stretch });
    } else if (found[1] === 'disable') {
      for (const { code, word } of named) if (!open.has(code)) open.set(code, { by, word });
    } else {
      const ended = codes.length > 0 ? codes.map(({ code }) => code) : [...open.keys()];
      const isAnyEnded = ended.filter((code) => endAt(code, by.start, by)).length > 0;
      // Where every rule is off, those that are named are on again, and no others.
      const areBackOn = codes.length > 0 && open.has(EVERY_RULE);
      if (areBackOn) for (const { code } of codes) backOn.set(code, by.start);
      if (!isAnyEnded && !areBackOn) misread.push({ span: by, message: NOTHING_OFF });
    }
  }
  for (const code of [...open.keys()]) endAt(code, text.length + 1);
  return { all: all.map((one) => withPartner(one, all)), exceptions, misread };
}

/** The codes that stand in a directive, and how many words stand there instead. */
function readCodes(
  written: string,
  offset: number,
): { words: number; codes: readonly { code: string; word: Span }[] } {
  const codes: { code: string; word: Span }[] = [];
  let words = 0;
  for (const { 0: word, index } of written.replace(REMARK, '').matchAll(/[^\s,]+/g)) {
    words++;
    const start = offset + index;
    if (CODE.test(word)) codes.push({ code: word, word: { start, end: start + word.length } });
  }
  return { words, codes };
}

/** Two comments that belong to each other alone can go together. */
function withPartner({ end, ...one }: Ended, all: readonly Ended[]): Suppression {
  const isAlone = end && all.every((other) => (other.end === end) === (other.by === one.by));
  return isAlone ? { ...one, endedBy: end } : one;
}
