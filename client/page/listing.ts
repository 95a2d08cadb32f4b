/** What of a long list is shown, and in which order: pure, so that it is tested without a page. */

/** Something that a list can be put in the order of. */
export interface Order<T> {
  readonly key: string;
  /** Numbers and texts are each compared as a reader expects. */
  of(row: T): number | string;
  /** What comes first when it is chosen. */
  readonly begins: Direction;
}

export type Direction = 'ascending' | 'descending';

export interface Sorting {
  readonly key: string;
  readonly direction: Direction;
}

const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** A copy in the order that is asked for; rows that it does not tell apart stay as they were. */
export function sorted<T>(
  rows: readonly T[],
  orders: readonly Order<T>[],
  { key, direction }: Sorting,
): readonly T[] {
  const order = orders.find((one) => one.key === key);
  if (!order) return rows;
  const sign = direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, by: order.of(row) }))
    .sort((a, b) => sign * compared(a.by, b.by))
    .map(({ row }) => row);
}

const compared = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : COLLATOR.compare(String(a), String(b));

/** How a list is sorted when the heading of `order` is pressed. */
export const pressed = (order: Order<never>, { key, direction }: Sorting): Sorting =>
  order.key === key
    ? { key, direction: direction === 'ascending' ? 'descending' : 'ascending' }
    : { key: order.key, direction: order.begins };

/** A text as queries are compared with it: small letters without marks and apostrophes, hyphens as spaces. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼʻ`´]/gu, '')
    .replace(/[\p{Pd}\s]+/gu, ' ')
    .toLowerCase();

/** Whether every word of a query is somewhere in a folded text; an empty query is in every text. */
export function asked(query: string): (foldedText: string) => boolean {
  const words = folded(query)
    .split(' ')
    .filter((word) => word !== '');
  return (text) => words.every((word) => text.includes(word));
}
