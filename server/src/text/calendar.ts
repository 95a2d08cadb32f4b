/** Counts the days of a month. */

/** How many days a month has, from 1 for January, in the Gregorian calendar; 31 for what is no month. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
