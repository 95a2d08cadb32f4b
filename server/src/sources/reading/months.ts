/** Reads the English names of months, as bibliographies write them. */

export const MONTHS: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The number of a month, from 1, by its name or the beginning of it in small letters; 0 for what is no month. */
export const monthNamed = (word: string): number =>
  word.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(word === 'sept' ? 'sep' : word)) + 1;
