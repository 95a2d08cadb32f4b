/** Finds what in a note names no source in full, but reminds of another note: *Ibid.*, *op. cit.*, *supra note 5*, short forms. */

import type { Span } from '../../text/span';
import { ibidAt } from './ibidWord';
import { SIGNALS } from './signalWords';
import { takenApart } from './takenNotes';

/** With the place of the words in the note’s text. */
export type Reminder = Span &
  (
    | { readonly kind: 'ibid' }
    /** “Doe, op. cit.”: the last note that cites this author. */
    | { readonly kind: 'op-cit'; readonly author: string }
    /** “supra note 5”, “note 9 below”; the span of the number is known too. */
    | {
        readonly kind: 'number';
        readonly number: number;
        readonly at: Span;
        readonly isBelow: boolean;
        readonly author?: string;
      }
    /** “Doe, *Short Title*, 20”: the note that names this source in full. */
    | { readonly kind: 'short'; readonly author: string; readonly title: string }
  );

const MAY_REMIND = /ib[ií]?d|\bid\b|idem|ebd|ebend|там|tam|同|\bcit\b|supra|infra|above|below|\(n/i;
/** Where a citation may begin: at the beginning, behind a semicolon, behind a sentence. */
const BEGINNING = /(?:^|[;(]|[.?!][”"’»*_)\]]*(?=\s))\s*/g;
const NUMBERED = new RegExp(
  [
    String.raw`\b(?<where>supra|infra)[*_]*,?\s+(?:(?:foot)?notes?|nn?\.?|fn\.?)\s*(?<a>\d{1,4})\b`,
    String.raw`\b(?:(?:foot)?note|n\.|fn\.?)\s*(?<b>\d{1,4})[*_]*\s+(?<side>above|below)\b`,
    String.raw`\((?:see\s+)?(?:above\s+)?(?:n|note)\.?\s?(?<c>\d{1,4})\)`,
  ].join('|'),
  'gi',
);
const CITED = /\b(?:op|loc)\.?\s?cit\b\.?/gi;
/** Longer ones are sentences. */
const LONGEST_AUTHOR = 200;
/** One name or several, and nothing else. */
const NAME = String.raw`(?:\p{Lu}[\p{L}.’'-]*|\p{Lu}\.)`;
const AUTHOR = new RegExp(
  String.raw`^${NAME}(?:(?:\s+|,\s+|,?\s+(?:and|&|und|et|и)\s+|\s+(?:de|der|van|von|bin|ibn|al|of|the|for)\s+)${NAME}){0,7}(?:,?\s+et al\.)?$`,
  'u',
);
const SIGNAL = new RegExp(`^${SIGNALS}`, 'iu');

/** Whether a text may hold a reminder: asked before anything else, as most notes do not. */
export const mayRemind = (written: string): boolean => mayHaveWords(written) || mayBeShort(written);

const mayHaveWords = (written: string): boolean => written.length <= LONGEST_NOTE && MAY_REMIND.test(written);
/** A longer note is an essay. */
const LONGEST_NOTE = 6000;
/** Nobody reads more of one note. */
const MOST_REMINDERS = 20;

/** A full note has an address, or is longer; what has neither marks nor a comma names nothing. */
const mayBeShort = (written: string): boolean =>
  written.length <= LONGEST_SHORT && /["“«„*_].*|, ?\p{Lu}/u.test(written) && !/https?:|www\./.test(written);
const LONGEST_SHORT = 400;

/** The reminders in the Markdown of a note’s text, in order; comments, code and quotations are other people’s. */
export function remindersIn(written: string): Reminder[] {
  return [...wordsIn(written), ...shortFormsIn(written)]
    .sort((a, b) => a.start - b.start)
    .slice(0, MOST_REMINDERS);
}

/** Citations that have no more than an author and a title. */
function shortFormsIn(written: string): Reminder[] {
  if (!mayBeShort(written)) return [];
  return takenApart(written).flatMap((part): Reminder[] => {
    if (part.kind !== 'short' || !part.item.title || part.of !== undefined) return [];
    const { start, end, item } = part;
    if (wordsIn(written.slice(start, end)).length > 0) return [];
    const author = (item.author ?? []).map(({ family, literal }) => family ?? literal ?? '').join(' ');
    return [{ kind: 'short', start, end, author, title: item.title ?? '' }];
  });
}

/** Words such as *Ibid.* */
function wordsIn(written: string): Reminder[] {
  if (!mayHaveWords(written)) return [];
  const text = blanked(written);
  const found: Reminder[] = [];
  const beginnings = [...text.matchAll(BEGINNING)].map(({ 0: sign, index }) => index + sign.length);
  for (const start of beginnings) {
    if (found.length === MOST_REMINDERS) break;
    const at = ibidAt(text.slice(start));
    if (at && !found.some((one) => one.start === start + at.start))
      found.push({ kind: 'ibid', start: start + at.start, end: start + at.end });
  }
  for (const { 0: words, index } of text.matchAll(CITED)) {
    const author = authorBefore(text, beginnings, index);
    const at = { start: index, end: index + words.length };
    if (author) found.push({ kind: 'op-cit', ...at, author });
    // An author may be named in the text that the note belongs to: “op. cit.” alone is that author’s work.
    else if (author === '' && /^loc/i.test(words)) found.push({ kind: 'ibid', ...at });
  }
  for (const { 0: words, index, groups = {} } of text.matchAll(NUMBERED)) {
    const digits = groups.a ?? groups.b ?? groups.c!;
    const start = index + words.lastIndexOf(digits);
    const author = authorBefore(text, beginnings, index);
    // “(n 5)” is also a number of cases.
    if (groups.c !== undefined && !author) continue;
    // “Ausführlich note 5 above”: a name would be parted by a comma.
    const isNamed = author && (groups.b === undefined || /,\s*$/.test(text.slice(0, index)));
    const isBelow = /infra|below/i.test(groups.where ?? groups.side ?? '');
    found.push({
      kind: 'number',
      start: index,
      end: index + words.length,
      number: Number(digits),
      at: { start, end: start + digits.length },
      isBelow,
      ...(isNamed && !isBelow ? { author } : {}),
    });
  }
  return found;
}

/** The author named before such words; an empty text where nothing stands before them, undefined for other words. */
function authorBefore(text: string, beginnings: readonly number[], end: number): string | undefined {
  const words = (from: number) =>
    text
      .slice(from, end)
      .replace(/[*_]/g, '')
      .trim()
      .replace(SIGNAL, '')
      .replace(/[\s,(]+$/, '')
      .replace(/[’']s?$/, '');
  // Behind the period of an initial no citation begins.
  let first = beginnings.length;
  while (first > 0 && beginnings[first - 1]! > end) first--;
  const last = first;
  while (first > 0 && beginnings[first - 1]! >= end - LONGEST_AUTHOR) first--;
  for (const start of beginnings.slice(first, last)) {
    const before = words(start);
    if (before === '' || AUTHOR.test(before)) return before;
  }
  return undefined;
}

/** The same text with spaces in the place of what is not the writer’s running text. */
const blanked = (written: string): string =>
  written.replace(/<!--[\s\S]*?(?:-->|$)|`[^`]*`|“[^”]*”|\]\([^)\s]*\)|https?:\/\/\S+/g, (other) =>
    ' '.repeat(other.length),
  );
