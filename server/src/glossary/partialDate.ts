/** Dates of which the month or the day may be unknown: read, compared, and written out for a reader. */

import { daysIn } from '../text/calendar';
import type { PartialDate } from './entity';

interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SHORT_MONTH = 3;

/** The parts of `2019`, `2019-04` or `2019-04-11`; undefined if it is none of these, or no day of the calendar. */
export function parsePartialDate(text: string): DateParts | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[2] === undefined) return { year };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  if (match[3] === undefined) return { year, month };
  const day = Number(match[3]);
  return day >= 1 && day <= daysIn(year, month) ? { year, month, day } : undefined;
}

/**
 * How the first date lies to the second. `unknown` where the less exact one covers the other, as 2019 does 2019-04:
 * it may lie before, on or after it; also where one of them is no date.
 */
export function comparePartialDates(a: PartialDate, b: PartialDate): 'before' | 'same' | 'after' | 'unknown' {
  const first = parsePartialDate(a);
  const second = parsePartialDate(b);
  if (!first || !second) return 'unknown';
  for (const part of ['year', 'month', 'day'] as const) {
    const left = first[part];
    const right = second[part];
    if (left === undefined && right === undefined) return 'same';
    if (left === undefined || right === undefined) return 'unknown';
    if (left !== right) return left < right ? 'before' : 'after';
  }
  return 'same';
}

/**
 * For a reader: `2022-09-11` is “11 Sep 2022” in short and “11 September 2022” in full; unknown parts are left out.
 * Text that is no date comes back as it is.
 */
export function formatPartialDate(date: PartialDate, length: 'short' | 'full'): string {
  const parts = parsePartialDate(date);
  if (!parts) return date;
  const name = parts.month === undefined ? undefined : MONTHS[parts.month - 1];
  const month = length === 'short' ? name?.slice(0, SHORT_MONTH) : name;
  return [parts.day, month, String(parts.year).padStart(4, '0')]
    .filter((part) => part !== undefined)
    .join(' ');
}
