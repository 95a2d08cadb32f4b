/** Finds titles that stand without quotation marks: in a note, *Author, Title of a Report (June 1, 2021), 18*; in emphasis. */

import type { Span } from '../text/span';

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
/** What follows a title in a citation: a date, a year, pages, a volume, a document symbol, an address. */
const AFTER_TITLE = new RegExp(
  `^(?:${MONTH}\\b|\\d{1,2} ${MONTH}\\b|\\d[\\d\\s–—-]*$|(?:accessed|pp?\\.|vol\\.|no\\.|ed\\.|eds\\.|trans\\.)|[A-Z]+(?:/[A-Z0-9]+)+|https?:)`,
  'i',
);
const CITES = new RegExp(`https?:|${MONTH} \\d{1,2}, ?\\d{4}|\\(${MONTH}|\\b\\d{4}\\)|\\bpp?\\. ?\\d`);
const SENTENCE_END = /(?<=[\p{Ll}\p{N}”"’)\]]{3})[.!?]\s+(?=[“"‘\p{Lu}])/gu;
const SMALL_WORDS = new Set(
  'a an and as at by for from in into of on or over per the to under upon via with du de des la le les v na i o s k vo po ot do za al wal ad as ul ut bin ibn e val ve y'.split(
    ' ',
  ),
);
const SHORTEST_TITLE = 3;
const CAPITALISED = 0.75;

/**
 * The unquoted titles in the text of a note; sorted, disjoint. `quoted` are the quotations of the report: a citation
 * that has one has named its title.
 */
export function findTitles(text: string, note: Span, quoted: readonly Span[]): Span[] {
  const titles: Span[] = [];
  for (const sentence of sentencesOf(text, note)) {
    if (quoted.some((one) => one.start < sentence.end && sentence.start < one.end)) continue;
    const title = titleOf(text, sentence);
    if (title) titles.push(title);
  }
  return titles;
}

/** What follows the title of a book in running text: *(London, 2010)*, *(2010)*. */
const IMPRINT = /^\s*\((?:[^()]{1,80},\s*)?(?:1[5-9]|20)\d\d[a-z]?\)/u;
const SUBTITLE = /\p{L}[:—]\s+\S/u;
const LONGEST_TITLE = 300;

/**
 * Whether an emphasised stretch is a title. In a note it is, if it is capitalised as titles are; in running text it has a
 * subtitle as well, or small words and an imprint behind it.
 *
 * @param span with the signs of emphasis.
 */
export function isEmphasisedTitle(text: string, { start, end }: Span, inNote: boolean): boolean {
  if (end - start > LONGEST_TITLE) return false;
  const title = text.slice(start, end);
  if (!isCapitalised(title)) return false;
  if (inNote) return true;
  const words = wordsOf(title);
  const isPhrase = words.length >= SHORTEST_TITLE;
  if (isPhrase && SUBTITLE.test(title)) return true;
  const hasSmall = words.some((word) => SMALL_WORDS.has(word.toLowerCase()));
  return isPhrase && hasSmall && IMPRINT.test(text.slice(end, end + 100));
}

function sentencesOf(text: string, note: Span): Span[] {
  const body = text.slice(note.start, note.end);
  const sentences: Span[] = [];
  let start = 0;
  for (const end of body.matchAll(SENTENCE_END)) {
    sentences.push({ start: note.start + start, end: note.start + end.index + end[0].trimEnd().length });
    start = end.index + end[0].length;
  }
  sentences.push({ start: note.start + start, end: note.end });
  return sentences;
}

function titleOf(text: string, sentence: Span): Span | undefined {
  const body = text.slice(sentence.start, sentence.end);
  const segments = segmentsOf(body);
  const withoutAddress = body.replace(/https?:\S+/g, '');
  if (!CITES.test(body) && !isCapitalised(withoutAddress)) return undefined;
  const author = segments[0];
  if (!author || !isCapitalised(body.slice(author.start, author.end).replace(/\([^)]*\)?/g, '')))
    return undefined;
  const rest = segments.slice(1);
  const stop = rest.findIndex((one) => AFTER_TITLE.test(body.slice(one.start, one.end)));
  const named = stop < 0 ? rest : rest.slice(0, stop);
  const first = named[0] ?? author;
  const last = named.at(-1) ?? author;
  const title = body.slice(first.start, last.end);
  if (wordsOf(title).length < SHORTEST_TITLE || !isCapitalised(title)) return undefined;
  return { start: sentence.start + first.start, end: sentence.start + last.end - imprintOf(title) };
}

/** How long the parenthesis is that ends the text and that a comma has cut off: *Title (London: Press*. */
function imprintOf(title: string): number {
  const tail = title.slice(title.lastIndexOf(')') + 1);
  const open = tail.search(/\s\(/);
  return open < 0 ? 0 : tail.length - open;
}

/** The parts between commas, without white space around them. */
function segmentsOf(body: string): Span[] {
  const segments: Span[] = [];
  for (const part of body.matchAll(/[^,]+/g)) {
    const trimmed = part[0].trim();
    if (!trimmed) continue;
    const start = part.index + part[0].indexOf(trimmed);
    segments.push({ start, end: start + trimmed.length });
  }
  return segments;
}

const wordsOf = (text: string): string[] => text.match(/\p{L}[\p{L}’'-]*/gu) ?? [];

/** Whether the words that a title capitalises are capitalised. */
function isCapitalised(text: string): boolean {
  const words = wordsOf(text).filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
  if (words.length === 0) return false;
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capitals / words.length >= CAPITALISED;
}
