/** Reads the dates that source files carry, however loosely written, into CSL dates. */

import { daysIn } from '../../text/calendar';
import { shortened } from '../../text/shortened';
import type { CslDate } from '../source';

export interface ReadDate {
  /** The best date that could be made; left out where there is none. */
  readonly date?: CslDate;
  /** What is wrong with the date as written, and how to write it. */
  readonly broken?: string;
}

type DateParts = (number | string)[];

const EDTF = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.]+(?:Z|[-+]\d{2}:?\d{2})?)?([~?%]?)$/;
/** Digits that nobody knows, as EDTF has them (`X`, once `u`): of “1999-03-XX” the month is left, “199X” is no year. */
const UNKNOWN_DAYS = /^(\d{4})(?:-(?:XX|uu)(?:-(?:XX|uu))?|(-\d{2})-(?:XX|uu))$/;
const UNKNOWN_YEARS = /^(?:\d{3}[Xu]|\d\d(?:XX|uu))$/;
const HOW_TO = 'Write it as 2021, 2021-06 or 2021-06-01.';

/** Reads an EDTF-like text, a year, a CSL date, Pandoc's `{year, month, day}` or a list of these. */
export function readDate(value: unknown): ReadDate {
  if (typeof value === 'number') return readEdtf(String(value));
  if (typeof value === 'string') return readEdtf(value.trim());
  if (Array.isArray(value)) return readDateList(value);
  if (typeof value === 'object' && value !== null) return readDateMap(value as Record<string, unknown>);
  return { broken: `This is not a date. ${HOW_TO}` };
}

function readEdtf(text: string): ReadDate {
  // No date of CSL says “199X”; a style prints it as it is.
  if (UNKNOWN_YEARS.test(text)) return { date: { literal: text } };
  const ends = text.split('/').map((end) => end.trim().replace(UNKNOWN_DAYS, '$1$2'));
  if (ends.length > 2)
    return { date: { literal: text }, broken: `“${shown(text)}” is not a date. ${HOW_TO}` };
  const parts: DateParts[] = [];
  let circa = false;
  let season: number | undefined;
  let broken: string | undefined;
  for (const [index, end] of ends.entries()) {
    // An open end (“2021-06/..”) is a range that CSL writes as a start and an empty part.
    if (index === 1 && (end === '' || end === '..' || end === 'open')) {
      parts.push([0]);
      continue;
    }
    const match = EDTF.exec(end);
    if (!match) return { date: { literal: text }, broken: `“${shown(text)}” is not a date. ${HOW_TO}` };
    const [, year, month, day, doubt] = match;
    if (doubt) circa = true;
    const asSeason = Number(month);
    if (asSeason >= 21 && asSeason <= 24 && day === undefined) {
      season = asSeason - 20;
      parts.push([Number(year)]);
      continue;
    }
    // Beside the seasons that stand above, EDTF has twelve months only.
    const checked = checkedParts(
      [year, month, day ?? (asSeason > 12 ? '01' : undefined)].filter((part) => part !== undefined),
    );
    broken ??= checked.broken;
    if (checked.parts) parts.push(checked.parts);
  }
  return {
    ...(parts.length > 0 && {
      date: { 'date-parts': parts, ...(season && { season }), ...(circa && { circa: true }) },
    }),
    ...(broken && { broken }),
  };
}

function readDateList(list: readonly unknown[]): ReadDate {
  const parts: DateParts[] = [];
  let rest: CslDate = {};
  let broken: string | undefined;
  // A bare list of numbers is one date; a list of maps or texts is one date, or the two ends of a range.
  const ends = list.every((part) => typeof part === 'number') ? [{ 'date-parts': [list] }] : list;
  for (const end of ends.slice(0, 2)) {
    const read = readDate(end);
    broken ??= read.broken;
    parts.push(...((read.date?.['date-parts'] ?? []) as DateParts[]));
    rest = { ...rest, ...read.date };
  }
  if (list.length === 0) return { broken: `There is no date here. ${HOW_TO}` };
  const date = parts.length > 0 ? { ...rest, 'date-parts': parts.slice(0, 2) } : rest;
  return { ...(Object.keys(date).length > 0 && { date }), ...(broken && { broken }) };
}

function readDateMap(map: Record<string, unknown>): ReadDate {
  const rest: CslDate = {
    ...(isScalar(map.season) && seasonOf(map.season)),
    ...(isTruthy(map.circa) && { circa: true }),
    ...(isScalar(map.literal) && { literal: clean(map.literal) }),
  };
  if (Array.isArray(map['date-parts'])) {
    const read = readParts(map['date-parts']);
    return withRest(read, rest);
  }
  if (isScalar(map.year)) {
    const read = checkedParts([map.year, map.month, map.day].filter((part) => isScalar(part) && part !== ''));
    return withRest(
      { ...(read.parts && { parts: [read.parts] }), ...(read.broken && { broken: read.broken }) },
      rest,
    );
  }
  const raw = isScalar(map.raw) ? clean(map.raw) : undefined;
  if (raw !== undefined) {
    const read = readEdtf(raw);
    if (!read.broken && read.date) return { date: { ...rest, ...read.date } };
    // The citation processor reads English dates (“June 1, 2021”) by itself.
    if (/\d{3,4}/.test(raw)) return { date: { ...rest, raw } };
    return { date: { ...rest, literal: raw }, broken: `“${shown(raw)}” is not a date. ${HOW_TO}` };
  }
  if (Object.keys(rest).length > 0) return { date: rest };
  return { broken: `This is not a date. ${HOW_TO}` };
}

function withRest(read: { parts?: DateParts[]; broken?: string }, rest: CslDate): ReadDate {
  const date: CslDate = { ...rest, ...(read.parts && read.parts.length > 0 && { 'date-parts': read.parts }) };
  return { ...(Object.keys(date).length > 0 && { date }), ...(read.broken && { broken: read.broken }) };
}

function readParts(value: readonly unknown[]): { parts: DateParts[]; broken?: string } {
  // Some programs forget the outer list: [2021, 6, 1].
  const ends = value.length > 0 && value.every(isScalar) ? [value] : value;
  const parts: DateParts[] = [];
  let broken: string | undefined;
  for (const end of ends.slice(0, 2)) {
    const checked = Array.isArray(end)
      ? checkedParts(end.filter((part) => isScalar(part) && part !== ''))
      : { broken: `This is not a date. ${HOW_TO}` };
    broken ??= checked.broken;
    if (checked.parts) parts.push(checked.parts);
  }
  if (ends.length > 2) broken ??= 'A date has one part, or two for a range. Remove the others.';
  if (parts.length === 0) broken ??= `There is no date here. ${HOW_TO}`;
  return { parts, ...(broken && { broken }) };
}

/** Year, month and day as numbers, as far as they are possible. */
function checkedParts(written: readonly unknown[]): { parts?: DateParts; broken?: string } {
  const [year, month, day] = written.map((part) =>
    typeof part === 'string' && part.trim() === '' ? Number.NaN : Number(part),
  );
  if (year === undefined || !Number.isInteger(year) || Math.abs(year) > 9999)
    return { broken: `${quoted(written[0])} is not a year. ${HOW_TO}` };
  if (month === undefined) return { parts: [year] };
  // CSL lets 13 to 16 and 21 to 24 stand for seasons, which have no days.
  const isSeason = day === undefined && ((month >= 13 && month <= 16) || (month >= 21 && month <= 24));
  const isMonth = Number.isInteger(month) && ((month >= 1 && month <= 12) || isSeason);
  if (!isMonth) return { parts: [year], broken: `${quoted(written[1])} is not a month. ${HOW_TO}` };
  if (day === undefined) return { parts: [year, month] };
  if (!Number.isInteger(day) || day < 1 || day > daysIn(year, month))
    return { parts: [year, month], broken: `This month has no day ${quoted(written[2])}. ${HOW_TO}` };
  return { parts: [year, month, day] };
}

function seasonOf(value: string | number): CslDate {
  const named = ['spring', 'summer', 'autumn', 'winter'].indexOf(
    String(value).toLowerCase().replace('fall', 'autumn'),
  );
  return { season: named >= 0 ? named + 1 : value };
}

const isScalar = (value: unknown): value is string | number =>
  typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));

const isTruthy = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== false &&
  value !== 'false' &&
  value !== 0 &&
  value !== '0' &&
  value !== '';

const clean = (value: string | number): string => String(value).replace(/\s+/g, ' ').trim();
const shown = (text: string): string => shortened(text, 40);
const quoted = (value: unknown): string => `“${shown(String(value))}”`;
