/** What an alignment of two names says for and against their being one name, as a few numbers. */

import type { Alignment } from './alignment';
import { partDifference } from './partDifference';
import type { NamePart, NameParts } from './preparedName';

/** The names of the features, in the order of their numbers. Distances are 1 − likeness of two parts that stand for each other. */
export const FEATURES = [
  'worst',
  'worst²',
  'worst cost',
  'second worst',
  'whole',
  'missing names',
  'missing share',
  'other given name',
  'evidence',
  'order',
  'digits',
  'arabic',
  'arabic whole',
  'cyrillic worst',
  'daughter',
  'ending',
  'against evidence',
  'beside patronymic',
  'alone',
] as const;

/** A likeness that a different class of given name makes doubtful. */
const OTHER = 0.05;

/** Writes the features of an alignment of `a` and `b` into `x`. */
export function features(a: NameParts, b: NameParts, found: Alignment, x: Float64Array): void {
  x.fill(0);
  let worst = -1;
  let second = 0;
  let compared = 0;
  let taken = 0;
  let evidence = 0;
  let last = -1;
  let daughters = 0;
  let endings = 0;
  let patronymics = 0;
  let gain = 0;
  let worstCost = 0;
  let matchedMass = 0;
  let missingMass = 0;
  const beside = a.arabic || b.arabic;
  const mass = (part: NamePart): number => (beside ? part.form.massBesideArabic : part.form.mass);
  // What is left on both sides contradicts; what is left on one side is missing.
  let left = 0;
  const differs = (distance: number): void => {
    compared++;
    if (distance > worst) {
      second = Math.max(worst, 0);
      worst = distance;
    } else if (distance > second) second = distance;
  };
  for (let i = 0; i < found.pairs.length; i++) {
    const part = found.a[i]!;
    const j = found.pairs[i]!;
    if (j < 0) {
      if (isName(part)) left++;
      if (part.role === 'initial' && contradictsInitial(part, found.b, (each) => !found.pairs.includes(each)))
        differs(NOT_ITS_INITIAL);
      continue;
    }
    const other = found.b[j]!;
    taken |= 1 << j;
    if (j < last) x[ORDER] = 1;
    last = j;
    const { distance, kind } = partDifference(a, b, part, other, 1 - found.likeness[i]!);
    if (kind === 'ending') endings++;
    if (part.role === 'patronymic' && other.role === 'patronymic' && part.given >= 0 && distance < OTHER)
      patronymics++;
    if (kind === 'given name') x[OTHER_GIVEN] = x[OTHER_GIVEN]! + 1;
    gain += (1 - distance) * (mass(part) + mass(other));
    matchedMass += mass(part) + mass(other);
    if (part.role === 'initial' || other.role === 'initial') {
      if (distance > 0.5) differs(distance);
      continue;
    }
    worstCost = Math.max(worstCost, (distance * (mass(part) + mass(other))) / 200);
    differs(distance);
    if (part.daughter !== other.daughter && distance < 0.5) daughters++;
    // A given name that many bear says less than a name of no class.
    evidence +=
      (1 - distance) *
      (part.form.mass + other.form.mass) *
      (part.given >= 0 && other.given >= 0 ? 0.0025 : 0.005);
  }
  let otherLeft = 0;
  for (let j = 0; j < found.b.length; j++) {
    if ((taken & (1 << j)) !== 0) continue;
    if (isName(found.b[j]!)) otherLeft++;
    if (contradictsInitial(found.b[j]!, found.a, (i) => found.pairs[i]! < 0)) differs(NOT_ITS_INITIAL);
  }
  const miss = (part: NamePart): void => {
    missingMass += mass(part);
    if (part.role === 'name' || part.role === 'kunya') x[NAMES] = x[NAMES]! + 1;
  };
  const contradicting = Math.min(left, otherLeft);
  for (let each = 0; each < contradicting; each++) differs(1);
  let spared = contradicting;
  for (let i = 0; i < found.a.length; i++) {
    if (found.pairs[i]! >= 0) continue;
    if (isName(found.a[i]!) && spared-- > 0) continue;
    miss(found.a[i]!);
  }
  spared = contradicting;
  for (let j = 0; j < found.b.length; j++) {
    if ((taken & (1 << j)) !== 0) continue;
    if (isName(found.b[j]!) && spared-- > 0) continue;
    miss(found.b[j]!);
  }
  // The daughter of a family is not its son, unless the rest of both names agrees.
  if (daughters > 0 && (compared < 2 || second > OTHER)) x[DAUGHTER] = 1;
  // Two names of one part each have nothing else to agree in.
  x[ENDING] = compared < 2 ? 2 * endings : endings;
  if (worst < 0) worst = 1;
  // However much of two long names agrees, one part that contradicts makes them two.
  x[AGAINST] = Math.min(1, Math.max(0, 4 * (worst - DIFFERS))) * Math.log2(1 + evidence);
  x[BESIDE] = patronymics > 0 ? worst : 0;
  x[ALONE] = compared < 2 ? worst : 0;
  x[WORST] = worst;
  x[WORST_SQUARED] = worst * worst;
  x[SECOND] = second;
  const whole = matchedMass === 0 ? 1 : 1 - gain / matchedMass;
  x[WHOLE] = whole;
  x[WORST_COST] = worstCost;
  x[SHARE] = missingMass / (matchedMass + missingMass + 1);
  x[EVIDENCE] = Math.log2(1 + evidence);
  x[DIGITS] = a.digits !== b.digits ? 1 : 0;
  if (a.arabic !== b.arabic) {
    x[ARABIC] = 1;
    x[ARABIC_WHOLE] = whole;
  } else if (a.cyrillic !== b.cyrillic) x[CYRILLIC] = worst;
}

const isName = (part: NamePart): boolean => part.role === 'name' || part.role === 'patronymic';
const NOT_ITS_INITIAL = 0.7;
/** At a greater distance than this a part begins to contradict; a quarter further, it does. */
const DIFFERS = 0.25;

/** Is it an initial for which the other name has only names that begin otherwise? */
function contradictsInitial(
  part: NamePart,
  others: readonly NamePart[],
  free: (at: number) => boolean,
): boolean {
  return part.role === 'initial' && others.some((other, at) => other.role === 'name' && free(at));
}

const at = (name: (typeof FEATURES)[number]): number => FEATURES.indexOf(name);
const WORST = at('worst');
const WORST_SQUARED = at('worst²');
const WORST_COST = at('worst cost');
const SECOND = at('second worst');
const WHOLE = at('whole');
const NAMES = at('missing names');
const SHARE = at('missing share');
const OTHER_GIVEN = at('other given name');
const EVIDENCE = at('evidence');
const ORDER = at('order');
const DIGITS = at('digits');
const ARABIC = at('arabic');
const ARABIC_WHOLE = at('arabic whole');
const CYRILLIC = at('cyrillic worst');
const DAUGHTER = at('daughter');
const ENDING = at('ending');
const AGAINST = at('against evidence');
const BESIDE = at('beside patronymic');
const ALONE = at('alone');
