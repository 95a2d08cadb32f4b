/** Finds direct quotations and cited titles: the stretches of running text that are somebody else's words. */

import type { Span } from '../text/span';
import type { Zone } from './zones';

/**
 * Opening marks, and the marks that close each: „ is closed by “ in German and by ” in Polish; » and › open in German
 * and Danish, and ” in Swedish.
 */
const CLOSED_BY: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '‹': '›',
  '‘': '’',
  '»': '«',
  '›': '‹',
  '”': '”',
};
/** These open only where nothing else can be meant: behind a space and before a letter. */
const USUALLY_CLOSING = '»›”';
const MARKS = /["“”„‟«»‹›'‘’]/g;
/** Quotations within quotations. */
const DEEPEST = 8;
const LETTER = /[\p{L}\p{N}]/u;

interface Open {
  readonly mark: string;
  readonly start: number;
}

/**
 * The outermost quotations of each paragraph, with their marks; sorted. A double mark that nothing closes quotes to the
 * end of its paragraph, as the first of several quoted paragraphs does; a single one that nothing closes is an
 * apostrophe.
 *
 * @param walls where paragraphs, headings and cells begin; a quotation ends with its paragraph.
 */
export function findQuotations(text: string, zones: readonly Zone[], walls: readonly number[]): Span[] {
  const quotations: Span[] = [];
  let open: Open[] = [];
  let wallAt = 0;
  let last = 0;

  const endParagraph = (end: number) => {
    const unclosed = open.find(({ mark }) => mark !== '‘' && mark !== "'");
    if (unclosed) quotations.push({ start: unclosed.start, end: trimmedEnd(text, unclosed.start, end) });
    open = [];
  };

  let zoneAt = 0;
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    while (zoneAt < zones.length && zones[zoneAt]!.end <= at) zoneAt++;
    const kind = zones[zoneAt]?.kind;
    if (kind !== 'prose' && kind !== 'heading' && kind !== 'note') continue;
    while (wallAt < walls.length && walls[wallAt]! <= at) {
      if (walls[wallAt]! > last) endParagraph(walls[wallAt]!);
      wallAt++;
    }
    last = at;
    const depth = open.length;
    const closed = read(text, at, mark, open);
    if (depth > 0 && open.length === 0 && closed) quotations.push({ start: closed.start, end: at + 1 });
    // Nobody quotes so deep; what is opened and never closed would be gone through at every further mark.
    if (open.length > DEEPEST) open.pop();
  }
  if (open.length > 0) {
    while (wallAt < walls.length && walls[wallAt]! <= last) wallAt++;
    endParagraph(walls[wallAt] ?? text.length);
  }
  return quotations.sort((a, b) => a.start - b.start);
}

/** Takes in one mark; returns the quotation that it closes. */
function read(text: string, at: number, mark: string, open: Open[]): Open | undefined {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  const top = open.at(-1);
  if (mark === '"' || mark === "'") {
    if (mark === "'" && isApostrophe(text, at, before, after)) return undefined;
    const level = open.findLastIndex((one) => one.mark === mark);
    if (level >= 0 && !/\s/.test(before) && !LETTER.test(after)) return open.splice(level)[0];
    if (level < 0 && /[\s([{—–\-/“‘«>*_]/.test(before) && !/\s/.test(after)) open.push({ mark, start: at });
    return undefined;
  }
  if (mark === '’' || mark === '‘') {
    if (mark === '‘' && !LETTER.test(before) && !/\s/.test(after) && !isApostrophe(text, at, before, after)) {
      open.push({ mark, start: at });
      return undefined;
    }
    if (mark === '’' && top?.mark === '‘' && !LETTER.test(after)) return open.pop();
    return undefined;
  }
  const closing = open.findLastIndex((one) => CLOSED_BY[one.mark]?.includes(mark));
  const closesTop = closing >= 0 && (mark !== '“' || (top?.mark === '„' && !/\s/.test(before)));
  if (closesTop) return open.splice(closing)[0];
  const opens = USUALLY_CLOSING.includes(mark)
    ? open.length === 0 && /[\s(—–-]/.test(before) && LETTER.test(after)
    : Object.hasOwn(CLOSED_BY, mark);
  if (opens) open.push({ mark, start: at });
  return undefined;
}

/** *weren’t*, and *’19* for 2019. */
const isApostrophe = (text: string, at: number, before: string, after: string): boolean =>
  (LETTER.test(before) && LETTER.test(after)) || /^\d\ds?(?![\p{L}\p{N}])/u.test(text.slice(at + 1, at + 5));

/** The end of the quoted text, without the white space before the next paragraph. */
function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1]!)) at--;
  return at;
}
