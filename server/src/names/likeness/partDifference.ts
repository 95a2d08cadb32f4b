/** Says how two parts that stand for each other differ: as spellings do, in their endings, or as two names. */

import { type EndingChange, endingChange, namesake } from './endingChange';
import { isChristian } from './givenNameClasses';
import { areOtherCompounds, isCountry, isServantOf } from './halves';
import { mayChange } from './nameEndings';
import type { NamePart, NameParts } from './preparedName';

export interface PartDifference {
  /** 0..1, where what the endings and the given names say is counted in. */
  readonly distance: number;
  /** *Abd* that only one has, an ending that names of one family may change, one that makes another family, or two known given names (or families after them). */
  readonly kind: 'spelling' | 'ending' | 'family' | 'given name' | 'servant';
  /** Which endings are changed, for `ending`. */
  readonly change?: EndingChange;
}

/** The distance of Karim and Abdul Karim: it counts as a part left out does. */
const WITHOUT_SERVANT = 0.4;
/** A distance that two known given names make doubtful. */
const OTHER = 0.05;
/** Given names less alike than this are no spellings of each other at all. */
const UNLIKE = 0.4;
/** Parts nearer than this are not looked at for their endings. */
const SAME_ENDING = 0.06;
/** Parts nearer than this may be two spellings of one ending that no table knows. */
const SPELLING = 0.2;
/** The least distance of two families of one stem: Kolesnik, Kolesnikov. */
const OTHER_FAMILY = 0.7;

/**
 * How a part of `a` and its part of `b` differ.
 *
 * @param distance by their sounds: 1 − likeness.
 */
export function partDifference(
  a: NameParts,
  b: NameParts,
  part: NamePart,
  other: NamePart,
  distance: number,
): PartDifference {
  const beside = part.arabic || other.arabic;
  if (distance > OTHER && isServantOf(part.form, other.form, beside))
    return { distance: WITHOUT_SERVANT, kind: 'servant' };
  if (distance > OTHER && areOtherCompounds(part.form, other.form, beside))
    return { distance: 1, kind: isCountry(part.form) ? 'family' : 'given name' };
  const change = distance > SAME_ENDING ? endingChange(part, other) : undefined;
  if (change !== undefined) {
    if (mayChange(change.from, change.to, isSlavic(a, b, change)))
      return { distance: Math.min(distance, 1 - change.likeness), kind: 'ending', change };
    return distance > SPELLING
      ? { distance: Math.max(distance, OTHER_FAMILY), kind: 'family' }
      : { distance, kind: 'spelling' };
  }
  if (distance > OTHER && part.role === other.role && areOther(namesake(part), namesake(other)))
    return { distance: distance > UNLIKE ? 1 : distance, kind: 'given name' };
  return { distance, kind: 'spelling' };
}

const areOther = (a: number, b: number): boolean => a >= 0 && b >= 0 && a !== b;

/** Slavic families keep their endings apart; a stem that is a Muslim name is of no Slavic family. */
function isSlavic(a: NameParts, b: NameParts, { given }: EndingChange): boolean {
  if (given >= 0) return isChristian(given);
  return [...a.parts, ...b.parts].some((part) => isChristian(part.given));
}
