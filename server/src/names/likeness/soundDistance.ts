/** How alike two sequences of sounds are: an edit distance in which sounds that spellings confuse cost little. */

import type { ComparablePart, SoundShape } from './preparedName';
import { COMPOUND, COMPOUND_COST, COMPOUND_OF, SUBSTITUTE } from './soundCosts';
import { isAlien, SOUND_COUNT, withoutCounterpart } from './sounds';

const WIDTH = 42;
const rows = [new Int32Array(WIDTH), new Int32Array(WIDTH), new Int32Array(WIDTH)];
const TRANSPOSED = 50;

/** The least cost, in hundredths, of making one form the other; anything above `limit` where it must come to more than that. */
export function soundDistance(a: SoundShape, b: SoundShape, besideArabic: boolean, limit: number): number {
  const aCodes = a.codes;
  const bCodes = b.codes;
  const aOmit = besideArabic ? a.omitBesideArabic : a.omit;
  const bOmit = besideArabic ? b.omitBesideArabic : b.omit;
  const aFrom = a.from;
  const bFrom = b.from;
  const aLength = a.to - aFrom;
  const bLength = b.to - bFrom;
  let before = rows[0]!;
  let above = rows[1]!;
  let row = rows[2]!;
  let leastAbove = 0;
  above[0] = 0;
  for (let j = 0; j < bLength; j++) above[j + 1] = above[j]! + bOmit[bFrom + j]!;
  for (let i = 0; i < aLength; i++) {
    const code = aCodes[aFrom + i]!;
    const omit = aOmit[aFrom + i]!;
    const previous = i > 0 ? aCodes[aFrom + i - 1]! : -1;
    const base = code * SOUND_COUNT;
    const compound = COMPOUND[code]!;
    const pair = i > 0 ? COMPOUND_OF[previous * SOUND_COUNT + code]! : 0;
    let otherBefore = -1;
    let left = above[0]! + omit;
    let diagonal = above[0]!;
    let least = left;
    row[0] = left;
    for (let j = 0; j < bLength; j++) {
      const other = bCodes[bFrom + j]!;
      const over = above[j + 1]!;
      let cost = diagonal + SUBSTITUTE[base + other]!;
      const without = over + omit;
      if (without < cost) cost = without;
      const withOther = left + bOmit[bFrom + j]!;
      if (withOther < cost) cost = withOther;
      if (other === previous && j > 0 && code === otherBefore) {
        const swapped = before[j - 1]! + TRANSPOSED;
        if (swapped < cost) cost = swapped;
      }
      if (compound !== 0 && j > 0 && COMPOUND_OF[otherBefore * SOUND_COUNT + other] === compound) {
        const together = above[j - 1]! + COMPOUND_COST;
        if (together < cost) cost = together;
      }
      if (pair !== 0 && COMPOUND[other] === pair) {
        const together = before[j]! + COMPOUND_COST;
        if (together < cost) cost = together;
      }
      row[j + 1] = cost;
      left = cost;
      diagonal = over;
      otherBefore = other;
      if (cost < least) least = cost;
    }
    // What takes two sounds at once reads the row before the last.
    if (least > limit && i + 1 < aLength && leastAbove + COMPOUND_COST > limit) return least;
    leastAbove = least;
    const spare = before;
    before = above;
    above = row;
    row = spare;
  }
  return above[bLength]!;
}

/**
 * How alike two forms are, 0..1.
 *
 * @param least what is less alike counts as not alike at all: the higher, the sooner that is clear.
 */
export function formSimilarity(
  a: SoundShape,
  b: SoundShape,
  besideArabic: boolean,
  least = LEAST_ALIKE,
): number {
  const mass = besideArabic ? a.massBesideArabic + b.massBesideArabic : a.mass + b.mass;
  if (mass === 0) return 0;
  const far = 1 - least;
  const aAlone = withoutCounterpart(a.has, b.mayHave);
  const bAlone = withoutCounterpart(b.has, a.mayHave);
  if (2 * leastDistance(aAlone, bAlone) >= far * mass) return 0;
  const similarity = 1 - (2 * soundDistance(a, b, besideArabic, 0.5 * far * mass)) / mass;
  return similarity > least ? similarity : 0;
}

/** What is no more alike than this is not alike at all. */
export const LEAST_ALIKE = 0.3;
/** Consonants without a counterpart have to be left out, or be taken for others: so much at least, whatever else differs. */
const leastDistance = (aAlone: number, bAlone: number): number =>
  aAlone < bAlone
    ? aAlone * TAKEN_FOR_EACH_OTHER + (bAlone - aAlone) * LEFT_OUT
    : bAlone * TAKEN_FOR_EACH_OTHER + (aAlone - bAlone) * LEFT_OUT;
const BY_LEXICON = 0.98;
const OTHER_SHAPE = 0.97;
const INITIAL = 0.8;
const OTHER_GIVEN = 0.1;

/** How alike two parts are, 0..1, as with `formSimilarity`; an initial is like every part that begins as it does. */
export function partSimilarity(a: ComparablePart, b: ComparablePart, least = LEAST_ALIKE): number {
  if ((a.role === 'initial') !== (b.role === 'initial')) {
    if (a.arabic || b.arabic) return 0;
    const first = a.form.codes[a.form.from]!;
    const other = b.form.codes[b.form.from]!;
    return SUBSTITUTE[first * SOUND_COUNT + other]! <= 5 ? INITIAL : 0;
  }
  if (a.given >= 0 && a.given === b.given && sameEnding(a, b)) return BY_LEXICON;
  const besideArabic = a.arabic !== b.arabic || a.arabic;
  let best = formSimilarity(a.form, b.form, besideArabic, least);
  if (a.given >= 0 && b.given >= 0 && a.given !== b.given && best < 0.95) best -= OTHER_GIVEN * best;
  if (best < 0.9) {
    if (b.other !== undefined)
      best = Math.max(best, OTHER_SHAPE * formSimilarity(a.form, b.other, besideArabic, least));
    if (a.other !== undefined)
      best = Math.max(best, OTHER_SHAPE * formSimilarity(a.other, b.form, besideArabic, least));
  }
  return best;
}

/** Whether two parts may be as alike as that, told by their consonants alone. */
export function mayBeSimilar(a: ComparablePart, b: ComparablePart, least: number): boolean {
  if (a.other !== undefined || b.other !== undefined || (a.given >= 0 && a.given === b.given)) return true;
  const besideArabic = a.arabic || b.arabic;
  const mass = besideArabic ? a.form.massBesideArabic + b.form.massBesideArabic : a.form.mass + b.form.mass;
  const aAlone = withoutCounterpart(a.form.has, b.form.mayHave);
  const bAlone = withoutCounterpart(b.form.has, a.form.mayHave);
  return 2 * leastDistance(aAlone, bAlone) < (1 - least) * mass;
}

/**
 * Whether two parts written as one may be as alike to a third as that, told by their consonants alone. Compounds are
 * brought to one shape when they are written as one, which takes a consonant away now and then.
 */
export function mayBeSimilarJoined(
  part: ComparablePart,
  first: ComparablePart,
  second: ComparablePart,
  least: number,
): boolean {
  if (part.arabic || first.arabic || part.other !== undefined || second.other !== undefined) return true;
  const [a, b, c] = [part.form, first.form, second.form];
  // Each count has four bits: longer forms could overflow them.
  if (b.to - b.from + c.to - c.from > LONGEST_COUNTED) return true;
  const alone = withoutCounterpart(a.has, b.mayHave + c.mayHave);
  const joinedAlone = withoutCounterpart(b.has + c.has, a.mayHave);
  const distance = leastDistance(Math.max(0, alone - 1), Math.max(0, joinedAlone - 1));
  return 2 * distance < (1 - least) * (a.mass + b.mass + c.mass);
}
const LONGEST_COUNTED = 15;

/** Two patronymics of one father are alike only when both are a son's or both a daughter's. */
function sameEnding(a: ComparablePart, b: ComparablePart): boolean {
  if (a.role !== b.role) return false;
  return a.role !== 'patronymic' || a.daughter === b.daughter;
}

/** The least that it costs to leave out a consonant of a kind (a t at the end), or to take it for a sound of another kind. */
let LEFT_OUT = 60;
/** The least that it costs to take two of different kinds for each other. */
let TAKEN_FOR_EACH_OTHER = 2 * LEFT_OUT;
for (let a = 0; a < SOUND_COUNT; a++) {
  for (let b = 0; b < SOUND_COUNT; b++) {
    const cost = SUBSTITUTE[a * SOUND_COUNT + b]!;
    if (isAlien(a, b)) LEFT_OUT = Math.min(LEFT_OUT, cost);
    if (isAlien(a, b) && isAlien(b, a)) TAKEN_FOR_EACH_OTHER = Math.min(TAKEN_FOR_EACH_OTHER, cost);
  }
}
