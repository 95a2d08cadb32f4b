/** Tells which words of a citation written by hand would be gone if it were made of its source. */

import { foldWords } from '../../names/fold';
import { editDistance } from '../../text/nearest';
import { overlaps, type Span } from '../../text/span';
import { fullName } from '../label';
import { MONTHS } from '../reading/months';
import type { CslDate, CslItem, CslName } from '../source';
import { looseAddressKey } from './address';
import { findDates, type WrittenDate } from './dates';
import { addressesIn } from './plainNote';
import { SYMBOL } from './symbol';

/** A stretch of words that nothing accounts for. */
export interface LeftOut extends Span {
  readonly text: string;
}

/** What about any style prints of a source. A document's symbol and the day of a visit are left out by many. */
const PRINTED =
  /^(?:title|title-short|original-title|translated-title|container-title|container-title-short|collection-title|collection-number|publisher|publisher-place|event-title|event-place|genre|medium|volume|issue|page|edition|chapter-number|authority|URL|DOI)$/;
const NAMES =
  /^(?:author|editor|translator|container-author|collection-editor|director|interviewer|recipient|composer)$/;

/** What a note may say of a source, as a text. */
export function printedText(item: CslItem): string {
  const texts = Object.entries(item).flatMap(([variable, value]) => {
    if (PRINTED.test(variable)) return typeof value === 'string' || typeof value === 'number' ? [value] : [];
    return NAMES.test(variable) && Array.isArray(value) ? (value as readonly CslName[]).map(fullName) : [];
  });
  return [...texts, dateText(item.issued)].join(' · ').replace(/<[^<>]*>/g, '');
}

function dateText(date: CslDate | undefined): string {
  const all = (date?.['date-parts'] ?? []).map((parts) => {
    const [year, month, day] = parts.map(Number);
    return [month && MONTHS[month - 1], day && `${day},`, year].filter(Boolean).join(' ');
  });
  return [...all, date?.raw, date?.literal].filter((one) => one !== undefined).join(' · ');
}

/** Words that say where the others belong; a style has its own. */
const SIGNS = new Set(
  'p pp page pages para paras paragraph paragraphs sec section vol volume no nr issue ed eds edn edited edition trans n d nd doc docs url doi link online available accessible'.split(
    ' ',
  ),
);
/** Small words, which say nothing alone. */
const SMALL = new Set('a an the of in on at by to for from via and et al with c s r'.split(' '));
/** Whether words say nothing by themselves: “available at link”. */
export const saysNothing = (text: string): boolean => foldWords(text).every(isSmall);

const isSmall = (folded: string): boolean => SMALL.has(folded) || SIGNS.has(folded);

/** What only leads back to an earlier note. */
const REMINDERS =
  /\b(?:ibid(?:em)?|id(?:em)?|op\.?\s?cit|loc\.?\s?cit|supra|above|cited|notes?\s\d+|n\.\s?\d+|там же|tam zhe|ebd|ebenda)(?![\p{L}\p{N}])\.?/giu;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’‘ʻʼ]*/gu;
const DOCUMENT = new RegExp(String.raw`(?<![\p{L}\p{N}/.])${SYMBOL}`, 'gu');
/** Shorter words that differ are others. */
const SHORTEST_ALIKE = 5;
const LONG = 8;

/**
 * The words of a citation that `against` does not say, in any way to write them: the note that is made, or all that is
 * known of the source, and what is kept beside it.
 *
 * @param isReminder whether it is a short form, which leads back to an earlier note.
 */
export function leftOut(written: string, against: string, isReminder: boolean): LeftOut[] {
  const said = readSaid(against);
  const dates = findDates(written);
  const taken: Span[] = [
    ...dates.filter((one) => saysDate(said, one)),
    ...(isReminder ? spansOf(REMINDERS, written) : []),
    ...spansOf(DOCUMENT, written).filter(({ start, end }) =>
      said.compact.includes(compact(written.slice(start, end))),
    ),
  ];
  const unsaid = dates.filter((one) => one.precision !== 'year' && !saysDate(said, one));
  const addresses = addressesIn(written);
  const symbols = spansOf(DOCUMENT, written).filter((one) => !taken.some((other) => overlaps(one, other)));
  const whole = [...addresses, ...symbols.filter((one) => !addresses.some((other) => overlaps(one, other)))];
  const parts: (Span & { isAccounted: boolean; isSmall: boolean })[] = whole.map((span) => ({
    ...span,
    isAccounted: said.addresses.has(looseAddressKey(written.slice(span.start, span.end))),
    isSmall: false,
  }));
  for (const span of spansOf(WORD, written)) {
    if (whole.some((one) => overlaps(one, span))) continue;
    const word = written.slice(span.start, span.end);
    const folded = foldWords(word);
    const isAccounted =
      !unsaid.some((one) => overlaps(one, span)) &&
      (taken.some((one) => overlaps(one, span)) ||
        folded.every((one) => saysWord(said, one)) ||
        saysInitials(said, word, written.slice(span.end)));
    parts.push({ ...span, isAccounted, isSmall: folded.every(isSmall) });
  }
  parts.sort((a, b) => a.start - b.start);
  const groups: LeftOut[] = [];
  for (let at = 0; at < parts.length; at++) {
    if (parts[at]!.isAccounted || parts[at]!.isSmall) continue;
    let [from, to] = [at, at];
    while (parts[from - 1] && !parts[from - 1]!.isAccounted && parts[from - 1]!.isSmall) from--;
    for (let next = at + 1; parts[next] && !parts[next]!.isAccounted; next++)
      if (!parts[next]!.isSmall) to = next;
    at = to;
    const [start, end] = [parts[from]!.start, parts[to]!.end];
    const text = written.slice(start, end);
    if (!said.acronyms.has(initialsOf(text))) groups.push({ start, end, text });
  }
  return groups;
}

interface Said {
  readonly words: ReadonlySet<string>;
  /** Letters and digits alone. */
  readonly compact: string;
  /** The first letters of all words, as far as they are capitals. */
  readonly capitals: string;
  /** What stands in capitals: “UNSC”, and “RFERL” for “RFE/RL”. */
  readonly acronyms: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
  readonly dates: readonly (readonly (number | string)[])[];
}

function readSaid(text: string): Said {
  const addresses = addressesIn(text).map(({ start, end }) => looseAddressKey(text.slice(start, end)));
  return {
    words: new Set(foldWords(text.replace(/[\\]/g, ''))),
    compact: compact(text),
    capitals: initialsOf(text),
    acronyms: new Set(
      (text.match(/\p{Lu}{2,}(?:[/&-]?\p{Lu}+)*/gu) ?? []).map((one) => one.replace(/[^\p{Lu}]/gu, '')),
    ),
    addresses: new Set(addresses.filter((one) => one !== '')),
    dates: findDates(text).map(({ date }) => date['date-parts']?.[0] ?? []),
  };
}

const compact = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether a date is said as exactly, in whatever form. */
const saysDate = ({ dates }: Said, { date }: WrittenDate): boolean => {
  const parts = date['date-parts']?.[0] ?? [];
  return dates.some((other) => parts.every((part, k) => Number(part) === Number(other[k])));
};

function saysWord({ words, compact }: Said, word: string): boolean {
  if (words.has(word)) return true;
  if (/^\d+$/.test(word)) return words.has(String(Number(word)));
  if (word.length < SHORTEST_ALIKE) return false;
  if (compact.includes(word)) return true;
  const most = word.length < LONG ? 1 : 2;
  for (const other of words)
    if (
      other[0] === word[0] &&
      Math.abs(other.length - word.length) <= most &&
      editDistance(word, other, most) <= most
    )
      return true;
  return false;
}

/** “UNSC” for the words that it stands for, “J.” for a name, and a name for its first letter. */
function saysInitials({ words, capitals }: Said, word: string, behind: string): boolean {
  if (/^\p{Lu}{2,}$/u.test(word)) return capitals.includes(word);
  if (!/^\p{Lu}/u.test(word)) return false;
  const [letter = ''] = foldWords(word)[0] ?? '';
  return word.length === 1
    ? behind.startsWith('.') && [...words].some((one) => one.startsWith(letter))
    : words.has(letter) && /^\s+(?:\p{Lu}\.?\s+)*\p{Lu}/u.test(behind);
}

const initialsOf = (text: string): string => (text.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).join('');

const spansOf = (pattern: RegExp, text: string): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
