/** Says whether a part of one name contradicts the other name: then they are two, however much else agrees. */

import type { PartDifference } from './partDifference';
import type { NamePart } from './preparedName';

/** Likeness under which two parts are different names rather than two spellings. */
const DIFFERENT = 0.5;
/** Arabic script leaves much unwritten. */
const DIFFERENT_IN_SCRIPT = 0.4;
/** Two known names that are nearer than this are often spelled for each other: Faruk, Farrukh. */
const ONE_BY_EAR = 0.17;

/**
 * Whether two parts that stand for each other are two names.
 *
 * @param bySound their distance by sounds alone: 1 − likeness.
 */
export function contradicts(
  part: NamePart,
  other: NamePart,
  { kind, distance }: PartDifference,
  bySound: number,
): boolean {
  if ((part.role === 'initial') !== (other.role === 'initial')) return false;
  if (kind === 'ending' || kind === 'servant') return false;
  if (kind === 'given name') return distance === 1 || bySound > ONE_BY_EAR;
  const least = part.arabic === other.arabic ? DIFFERENT : DIFFERENT_IN_SCRIPT;
  return kind === 'family' || 1 - bySound < least;
}

/** Whether two parts of which neither is like anything in the other name speak against each other; a common word does not. */
export const areOpposed = (part: NamePart, other: NamePart): boolean => isNaming(part) && isNaming(other);

/** An initial tells a name; *Abu* and *Umm* tell a man and a woman. */
const isNaming = ({ role, given }: NamePart): boolean =>
  role === 'name' || role === 'patronymic' || role === 'initial' || role === 'kunya' || given >= 0;
