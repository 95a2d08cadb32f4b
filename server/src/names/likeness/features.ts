/** What an alignment of two names says for and against their being one name, as a few numbers. */

import type { Alignment } from './alignment';
import { areOpposed, contradicts } from './contradiction';
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

/** Writes the features of an alignment of `a` and `b` into `x`, and says whether a part of one contradicts the other. */
export function features(a: NameParts, b: NameParts, found: Alignment, x: Float64Array): boolean {
  x.fill(0);
  const tally = new Tally(a, b, found, x);
  tally.countPairs();
  tally.countLeft();
  tally.write();
  return tally.contradicted;
}

/** Parts nearer than this are spellings of one. */
const ALIKE = 0.05;
const NOT_ITS_INITIAL = 0.7;
/** At a greater distance than this a part begins to contradict; a quarter further, it does. */
const DIFFERS = 0.25;
/** What a part says by its mass; a given name that many bear says half of it. */
const EVIDENCE_OF_NAME = 0.005;
const EVIDENCE_OF_GIVEN_NAME = 0.0025;

/** What is counted over the parts of two names. */
class Tally {
  contradicted = false;
  /** How many parts had something to be compared with, or contradict. */
  private compared = 0;
  private worst = -1;
  private second = 0;
  private worstCost = 0;
  private evidence = 0;
  private daughters = 0;
  private endings = 0;
  private patronymics = 0;
  private matchedMass = 0;
  /** Of the matched mass, what is alike. */
  private gain = 0;
  private missingMass = 0;
  private readonly besideArabic: boolean;

  constructor(
    private readonly a: NameParts,
    private readonly b: NameParts,
    private readonly found: Alignment,
    private readonly x: Float64Array,
  ) {
    this.besideArabic = a.arabic || b.arabic;
  }

  countPairs(): void {
    const { a, b, pairs, likeness } = this.found;
    let last = -1;
    for (let i = 0; i < pairs.length; i++) {
      const j = pairs[i]!;
      if (j < 0) continue;
      if (j < last) this.x[ORDER] = 1;
      last = j;
      this.countPair(a[i]!, b[j]!, 1 - likeness[i]!);
    }
  }

  private countPair(part: NamePart, other: NamePart, bySound: number): void {
    const difference = partDifference(this.a, this.b, part, other, bySound);
    const { distance, kind } = difference;
    if (contradicts(part, other, difference, bySound)) this.contradicted = true;
    const mass = this.mass(part) + this.mass(other);
    this.matchedMass += mass;
    this.gain += (1 - distance) * mass;
    if (part.role === 'initial' || other.role === 'initial') {
      if (distance > 0.5) this.differ(distance);
      return;
    }
    if (kind === 'ending') this.endings++;
    if (kind === 'given name') this.x[OTHER_GIVEN] = this.x[OTHER_GIVEN]! + 1;
    if (part.daughter !== other.daughter && distance < 0.5) this.daughters++;
    if (isKnownFather(part) && other.role === 'patronymic' && distance < ALIKE) this.patronymics++;
    this.differ(distance);
    this.worstCost = Math.max(this.worstCost, (distance * mass) / 200);
    const isGiven = part.given >= 0 && other.given >= 0;
    this.evidence +=
      (1 - distance) *
      (part.form.mass + other.form.mass) *
      (isGiven ? EVIDENCE_OF_GIVEN_NAME : EVIDENCE_OF_NAME);
  }

  /** What is left on both sides contradicts; what is left on one side is missing. */
  countLeft(): void {
    const { a, b, pairs } = this.found;
    const left = a.filter((_, i) => pairs[i]! < 0);
    const others = b.filter((_, j) => !pairs.includes(j));
    if (left.length + others.length === 0) return;
    if (left.some((part) => others.some((other) => areOpposed(part, other)))) this.contradicted = true;
    for (const part of left) if (contradictsInitial(part, others)) this.differ(NOT_ITS_INITIAL);
    for (const part of others) if (contradictsInitial(part, left)) this.differ(NOT_ITS_INITIAL);
    const contradicting = Math.min(left.filter(isName).length, others.filter(isName).length);
    for (let each = 0; each < contradicting; each++) this.differ(1);
    this.miss(left, contradicting);
    this.miss(others, contradicting);
  }

  /** All are missing but the first names, which contradict. */
  private miss(parts: readonly NamePart[], contradicting: number): void {
    let spared = contradicting;
    for (const part of parts) {
      if (isName(part) && spared-- > 0) continue;
      this.missingMass += this.mass(part);
      if (part.role === 'name' || part.role === 'kunya') this.x[NAMES] = this.x[NAMES]! + 1;
    }
  }

  private differ(distance: number): void {
    this.compared++;
    if (distance > this.worst) {
      this.second = Math.max(this.worst, 0);
      this.worst = distance;
    } else if (distance > this.second) this.second = distance;
  }

  private mass({ form }: NamePart): number {
    return this.besideArabic ? form.massBesideArabic : form.mass;
  }

  write(): void {
    const { a, b, x, second } = this;
    const worst = this.worst < 0 ? 1 : this.worst;
    const whole = this.matchedMass === 0 ? 1 : 1 - this.gain / this.matchedMass;
    const evidence = Math.log2(1 + this.evidence);
    const isAlone = this.compared < 2;
    x[WORST] = worst;
    x[WORST_SQUARED] = worst * worst;
    x[WORST_COST] = this.worstCost;
    x[SECOND] = second;
    x[WHOLE] = whole;
    x[SHARE] = this.missingMass / (this.matchedMass + this.missingMass + 1);
    x[EVIDENCE] = evidence;
    x[DIGITS] = a.digits !== b.digits ? 1 : 0;
    x[ARABIC] = a.arabic !== b.arabic ? 1 : 0;
    x[ARABIC_WHOLE] = a.arabic !== b.arabic ? whole : 0;
    x[CYRILLIC] = a.arabic === b.arabic && a.cyrillic !== b.cyrillic ? worst : 0;
    // The daughter of a family is not its son, unless the rest of both names agrees.
    x[DAUGHTER] = this.daughters > 0 && (isAlone || second > ALIKE) ? 1 : 0;
    // Two names of one part each have nothing else to agree in.
    x[ENDING] = isAlone ? 2 * this.endings : this.endings;
    x[ALONE] = isAlone ? worst : 0;
    // However much of two long names agrees, one part that contradicts makes them two.
    x[AGAINST] = Math.min(1, Math.max(0, 4 * (worst - DIFFERS))) * evidence;
    // Many share a given name and a father's name: then the family name decides.
    x[BESIDE] = this.patronymics > 0 ? worst : 0;
  }
}

const isName = (part: NamePart): boolean => part.role === 'name' || part.role === 'patronymic';
const isKnownFather = (part: NamePart): boolean => part.role === 'patronymic' && part.given >= 0;

/** Is it an initial for which the other name has only names that begin otherwise? */
const contradictsInitial = (part: NamePart, others: readonly NamePart[]): boolean =>
  part.role === 'initial' && others.some((other) => other.role === 'name');

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
