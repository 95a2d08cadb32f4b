/** Finds dates as people write them in notes: “June 1, 2021”, “Sept. 2021”, “01.06.2021”, “4 августа 2021 г.” */

import type { Span } from '../../text/span';
import type { CslDate } from '../source';

export interface WrittenDate extends Span {
  readonly date: CslDate;
  /** How much of a date it is: a year alone may be part of a title or a number. */
  readonly precision: 'day' | 'month' | 'year';
}

/** Month names by their beginnings: English, Russian, Russian in Latin letters, French, German, Uzbek, Turkish. */
const MONTHS: readonly string[] = [
  'jan(?:uary|vier|uar)?|январ[ья]|yanvar[ья]?|yanvarya|janvier|ocak',
  'feb(?:ruary|ruar)?|феврал[ья]|fevral(?:ya)?|février|fevrier|şubat',
  'mar(?:ch|s|t|ta)?|март[а]?|märz|mart',
  'apr(?:il|el|elya)?|апрел[ья]|aprel(?:ya)?|avril|nisan',
  'may|мая|май|maya|mai|mayıs',
  'june?|июн[ья]|iyun(?:ya)?|juin|juni|haziran',
  'july?|июл[ья]|iyul(?:ya)?|juillet|juli|temmuz',
  'aug(?:ust)?|август[а]?|avgust(?:a)?|août|aout|ağustos',
  'sept?(?:ember)?|сентябр[ья]|sentyabr(?:ya)?|sentabr|septembre|eylül',
  'oct(?:ober)?|октябр[ья]|oktyabr(?:ya)?|oktabr|octobre|oktober|ekim',
  'nov(?:ember)?|ноябр[ья]|noyabr(?:ya)?|novembre|kasım',
  'dec(?:ember)?|декабр[ья]|dekabr(?:ya)?|décembre|decembre|dezember|aralık',
];
const SEASONS: readonly string[] = ['spring', 'summer', 'autumn|fall', 'winter'];

const MONTH = `(?:${MONTHS.join('|')})\\.?`;
const YEAR = '(?:1[5-9]|20)\\d\\d';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|er)?';
const TO = '\\s*[-–—/]\\s*';
const ALONE = '(?![\\p{L}\\p{N}])';

const FORMS = new RegExp(
  `(?<![\\p{L}\\p{N}/.=_-])(?:${[
    // June 1, 2021 · June 1–3, 2021 · May 9,2022
    `(?<m1>${MONTH})\\s+(?<d1>${DAY})(?:${TO}(?:${MONTH}\\s+)?${DAY})?\\s*,?\\s*(?<y1>${YEAR})`,
    // 1 June 2021 · 1–3 June 2021 · 1 июня 2021 г.
    `(?<d2>${DAY})\\.?(?:${TO}${DAY})?(?:\\s+of)?\\s+(?<m2>${MONTH}),?\\s+(?<y2>${YEAR})(?:\\s?г(?:ода|\\.)?|\\s?goda)?`,
    // March/April 2021 · March 2021
    `(?<m3>${MONTH})(?:${TO}(?<m4>${MONTH}))?,?\\s+(?<y3>${YEAR})`,
    // 2021, June 1 · 2021 June, as the APA style has it
    `(?<y4>${YEAR})[a-z]?,?\\s+(?<m5>${MONTH})(?:\\s+(?<d3>${DAY}))?(?![\\s,]*${YEAR})`,
    // 2021-06-01
    `(?<y5>${YEAR})-(?<n1>0[1-9]|1[0-2])-(?<d4>0[1-9]|[12]\\d|3[01])`,
    // 01.06.2021 · 01/06/2021, which is the first of June wherever it isn't the sixth of January
    `(?<d5>0?[1-9]|[12]\\d|3[01])(?<sign>[./])(?<n2>0?[1-9]|1[0-2])\\k<sign>(?<y6>${YEAR})`,
    `(?<season>${SEASONS.join('|')}),?\\s+(?<y7>${YEAR})(?:[-–/]\\d\\d(?:\\d\\d)?)?`,
    `(?<y8>${YEAR})(?:[–-](?<to>${YEAR}))?`,
  ].join('|')})${ALONE}`,
  'giu',
);

/** All dates of a text, in order; an ambiguous “01/06/2021” has its year alone. */
export function findDates(text: string): WrittenDate[] {
  return [...text.matchAll(FORMS)].map((found) => {
    const part = found.groups ?? {};
    const year = Number(part.y1 ?? part.y2 ?? part.y3 ?? part.y4 ?? part.y5 ?? part.y6 ?? part.y7 ?? part.y8);
    const named = part.m1 ?? part.m2 ?? part.m3 ?? part.m5;
    const isAmbiguous = part.sign === '/' && Number(part.d5) <= 12;
    const numbered = isAmbiguous ? undefined : (part.n1 ?? part.n2);
    const month = named === undefined ? numbered && Number(numbered) : monthOf(named);
    const day = Number.parseInt(
      part.d1 ?? part.d2 ?? part.d3 ?? part.d4 ?? (isAmbiguous ? '' : part.d5) ?? '',
      10,
    );
    const span = { start: found.index, end: found.index + found[0].length };
    if (part.season !== undefined)
      return { ...span, date: { 'date-parts': [[year]], season: seasonOf(part.season) }, precision: 'month' };
    if (!month) {
      const end = part.to === undefined ? [] : [[Number(part.to)]];
      return { ...span, date: { 'date-parts': [[year], ...end] }, precision: 'year' };
    }
    const until = part.m4 === undefined ? undefined : monthOf(part.m4);
    if (until)
      return {
        ...span,
        date: {
          'date-parts': [
            [year, month],
            [year, until],
          ],
        },
        precision: 'month',
      };
    if (!Number.isInteger(day))
      return { ...span, date: { 'date-parts': [[year, month]] }, precision: 'month' };
    return { ...span, date: { 'date-parts': [[year, month, day]] }, precision: 'day' };
  });
}

const MONTH_PATTERNS = MONTHS.map((names) => new RegExp(`^(?:${names})$`, 'iu'));
const SEASON_PATTERNS = SEASONS.map((names) => new RegExp(`^(?:${names})$`, 'i'));

const monthOf = (name: string): number =>
  MONTH_PATTERNS.findIndex((pattern) => pattern.test(name.replace('.', ''))) + 1;
const seasonOf = (name: string): number => SEASON_PATTERNS.findIndex((pattern) => pattern.test(name)) + 1;

/** The date that the text begins with, if it is one. */
export function firstDate(text: string): WrittenDate | undefined {
  const date = findDates(text)[0];
  return date && text.slice(0, date.start).trim() === '' ? { ...date, start: 0 } : undefined;
}
