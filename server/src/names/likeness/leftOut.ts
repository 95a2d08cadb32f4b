/** Counts the parts of two names that have no counterpart in the other. */

import { alignNames } from './alignment';
import { nameParts } from './nameParts';

export interface LeftOut {
  readonly matched: number;
  readonly ofFirst: number;
  readonly ofSecond: number;
}

/** Articles, titles and “son of” are no parts; an initial is one. */
export function leftOut(first: string, second: string): LeftOut {
  const found = alignNames(nameParts(first), nameParts(second));
  const matched = found.pairs.filter((other) => other >= 0).length;
  return { matched, ofFirst: found.a.length - matched, ofSecond: found.b.length - matched };
}
