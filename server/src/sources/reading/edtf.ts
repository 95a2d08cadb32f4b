/** Writes a CSL date as EDTF, as `cslDate.ts` reads it: `2021-06-01`, `2021-03/2021-04`, `2021-21` for a spring. */

import type { CslDate } from '../source';

/** Undefined for a date that only words tell. */
export function edtfOf(date: CslDate): string | undefined {
  const { 'date-parts': ends, season, circa, raw, literal } = date;
  if (!ends || ends.length === 0 || raw !== undefined || literal !== undefined) return undefined;
  const written = ends.map((parts) => endOf(parts));
  if (written.some((one) => one === undefined)) return undefined;
  const doubt = circa ? '~' : '';
  if (season === undefined) return written.map((one) => `${one}${doubt}`).join('/');
  const number = Number(season);
  const isSeason = ends.length === 1 && ends[0]?.length === 1 && number >= 1 && number <= 4;
  return isSeason ? `${written[0]}-${20 + number}${doubt}` : undefined;
}

function endOf(parts: readonly (number | string)[]): string | undefined {
  const [year, month, day] = parts.map(Number);
  if (year === undefined || !Number.isInteger(year) || year < 0 || year > 9999) return undefined;
  const padded = String(year).padStart(4, '0');
  const two = (part: number) => String(part).padStart(2, '0');
  if (month === undefined) return padded;
  if (!(month >= 1 && month <= 12)) return undefined;
  return day === undefined ? `${padded}-${two(month)}` : `${padded}-${two(month)}-${two(day)}`;
}
