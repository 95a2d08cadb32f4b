/** Says how probably two names are one name, and why. */

import { alignNames, type Likenesses } from './alignment';
import { explain } from './explain';
import { FEATURES, features } from './features';
import { nameParts } from './nameParts';
import type { NameParts } from './preparedName';
import { BIAS, SAME_FROM, WEIGHTS } from './weights';

export { SAME_FROM, SURE_FROM } from './weights';

/** What a comparison of two names says. */
export interface Comparison {
  /** 0..1; the same for `(a, b)` as for `(b, a)`. */
  readonly score: number;
  /** Is the score at least `SAME_FROM`? */
  readonly same: boolean;
  /** What differs and what was let pass: “kh = h, a = o; patronymic left out”. */
  readonly reason: string;
}

/** Compares two names, of any script that the engine reads. Names without letters are the same only if they are equal. */
export function compareNames(a: string, b: string): Comparison {
  const first = nameParts(a);
  const second = nameParts(b);
  const score = similarity(first, second);
  return { score, same: score >= SAME_FROM, reason: explain(first, second) };
}

/** The reason alone: how `a` differs from `b`. */
export const reasonOf = (a: string, b: string): string => explain(nameParts(a), nameParts(b));

/** What a contradiction leaves of a score: less than makes two names the same. */
const CONTRADICTED = 0.49;

/** What a title, or “son of”, that one of two names has leaves of their likeness. */
const TITLED = 0.98;
const isTitled = ({ asides }: NameParts): boolean => asides.some(({ role }) => role !== 'article');

const x = new Float64Array(FEATURES.length);

/**
 * The score alone, for two names that were split before (`nameParts`): some tens of thousands a second.
 *
 * @param known of one of the two, where it is compared with many.
 */
export function similarity(a: NameParts, b: NameParts, known?: Likenesses): number {
  if (a.key === b.key) return a.key.trim() === '' ? 0 : isTitled(a) === isTitled(b) ? 1 : TITLED;
  if (a.parts.length === 0 || b.parts.length === 0) return 0;
  // One order for both, so that a tie is settled the same way whichever name comes first.
  const [first, second] = a.key < b.key ? [a, b] : [b, a];
  const isContradicted = features(first, second, alignNames(first, second, known), x);
  let sum = BIAS;
  for (let at = 0; at < WEIGHTS.length; at++) sum += WEIGHTS[at]! * x[at]!;
  const score = 1 / (1 + Math.exp(-sum));
  // The verdict is the reason's: who is told to be another is not the same.
  return isContradicted ? score * CONTRADICTED : score;
}
