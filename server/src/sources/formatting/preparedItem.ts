/** The item of a source as the citation processor is to get it. */

import { bareDoi } from '../bareDoi';
import { CSL_TYPES } from '../reading/cslVocabulary';
import type { CslItem } from '../source';

/**
 * A copy of the item under an id of our own.
 * - A style capitalises titles in the English way unless told of another language. Most romanised titles carry no
 *   `language`, and capitals in other people's titles are not ours to change: only items that say that they are
 *   English are capitalised, all others keep their titles as written.
 * - `translated-title` stands in brackets behind the title, and is left out of short forms.
 * For Pandoc, which knows nothing of this, it stays as it is.
 */
export function preparedItem(item: CslItem, id: string, isForPandoc: boolean): object {
  const kept = Object.entries(item).flatMap(([variable, value]): [string, unknown][] => {
    const known = knownValue(value);
    return known === undefined ? [] : [[variable, known]];
  });
  const prepared: Record<string, unknown> = { ...Object.fromEntries(kept), id };
  if (!CSL_TYPES.includes(item.type)) prepared.type = 'document';
  if (isForPandoc) return prepared;
  prepared.language = typeof item.language === 'string' ? item.language : 'und';
  if (typeof item.URL === 'string') prepared.URL = addressOf(item.URL.trim());
  if (typeof item.DOI === 'string') prepared.DOI = bareDoi(item.DOI);
  const translation = item['translated-title'];
  if (typeof translation === 'string' && translation.trim() !== '' && typeof item.title === 'string') {
    prepared['title-short'] ??= prepared.title;
    prepared.title = `${prepared.title} [${prepared['translated-title']}]`;
  }
  return prepared;
}

/** Ends of lines and other signs that print nothing, or that would turn what follows them around. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const TURNING = /[\u202a-\u202e\u2066-\u2069]+/g;

/** Longer texts are no titles, and the processor's work grows with the square of their quotation marks. */
const LONGEST_TEXT = 5000;

function cleanText(text: string): string {
  const clean = text.replace(TURNING, '').replace(CONTROL, ' ').replace(/ {2,}/g, ' ').trim();
  return clean.length > LONGEST_TEXT
    ? `${clean.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, '')}…`
    : clean;
}

/** Texts, numbers, names and dates; anything else is nothing that a style could print. */
function knownValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) {
    const names = value.flatMap((name) => (isObject(name) ? cleanName(name) : []));
    return names.length > 0 ? names : undefined;
  }
  return isObject(value) ? cleanDate(value) : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A name without a word in it would take the others with it. */
function cleanName(name: Readonly<Record<string, unknown>>): object | [] {
  const parts = Object.entries(name).map(([part, value]) => [
    part,
    typeof value === 'string' ? cleanText(value) : value,
  ]);
  return parts.some(([part, value]) => part !== 'suffix' && value) ? Object.fromEntries(parts) : [];
}

/** A date with those of its parts that a calendar has; undefined where that leaves nothing. */
function cleanDate(date: Readonly<Record<string, unknown>>): object | undefined {
  const { 'date-parts': parts, ...rest } = date;
  const dates = (Array.isArray(parts) ? parts : []).flatMap((one: unknown) => {
    const known = Array.isArray(one) ? calendarParts(one) : [];
    return known.length > 0 ? [known] : [];
  });
  if (dates.length > 0) return { ...rest, 'date-parts': evenRange(dates) };
  return ['raw', 'literal', 'season'].some((key) => key in rest) ? rest : undefined;
}

/**
 * The processor breaks on ranges whose ends are not told equally well: both become as exact as the vaguer. A range that
 * ends at no time keeps its open end (`[0]`) only beside a year; behind a month or a day, its beginning is left.
 */
function evenRange(dates: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const [from, to] = dates;
  if (!from || !to) return dates;
  if (to[0] === 0) return from.length === 1 ? dates : [from];
  const length = Math.min(from.length, to.length);
  const [start, end] = [from.slice(0, length), to.slice(0, length)];
  return start.every((part, at) => part === end[at]) ? [start] : [start, end];
}

/** Year, month (13 to 16 and 21 to 24 are seasons) and day, up to the first that there is not. */
function calendarParts(parts: readonly unknown[]): readonly number[] {
  const [year, month, day] = parts.map(Number);
  if (!Number.isInteger(year) || parts[0] === '') return [];
  if (!Number.isInteger(month) || month! < 1 || month! > 24) return [year!];
  return Number.isInteger(day) && day! >= 1 && day! <= 31 && month! <= 12
    ? [year!, month!, day!]
    : [year!, month!];
}

/** A URL that ends where it should: what cannot stand in one is percent-encoded. */
export const addressOf = (url: string): string =>
  url.replace(/[\s<>"`\\^{|}]/g, (char) => encodeURIComponent(char));
