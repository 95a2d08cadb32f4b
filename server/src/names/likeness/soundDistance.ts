/** How alike two sequences of sounds are: an edit distance in which sounds that spellings confuse cost little. */

import type { NamePart, SoundForm } from './preparedName';
import { COMPOUND, COMPOUND_COST, COMPOUND_OF, SUBSTITUTE } from './soundCosts';
import { BITS, SOUND_COUNT } from './sounds';

const WIDTH = 42;
const rows = [new Int32Array(WIDTH), new Int32Array(WIDTH), new Int32Array(WIDTH)];
const TRANSPOSED = 50;

/** The least cost, in hundredths, of making one form the other; anything above `limit` where it must come to more than that. */
export function soundDistance(a: SoundForm, b: SoundForm, besideArabic: boolean, limit: number): number {
  const aCodes = a.codes;
  const bCodes = b.codes;
  const aOmit = besideArabic ? a.omitBesideArabic : a.omit;
  const bOmit = besideArabic ? b.omitBesideArabic : b.omit;
  const aLength = aCodes.length;
  const bLength = bCodes.length;
  let before = rows[0]!;
  let above = rows[1]!;
  let row = rows[2]!;
  let leastAbove = 0;
  above[0] = 0;
  for (let j = 0; j < bLength; j++) above[j + 1] = above[j]! + bOmit[j]!;
  for (let i = 0; i < aLength; i++) {
    const code = aCodes[i]!;
    const omit = aOmit[i]!;
    const base = code * SOUND_COUNT;
    const compound = COMPOUND[code]!;
    const pair = i > 0 ? COMPOUND_OF[aCodes[i - 1]! * SOUND_COUNT + code]! : 0;
    row[0] = above[0]! + omit;
    let least = row[0]!;
    for (let j = 0; j < bLength; j++) {
      const other = bCodes[j]!;
      let cost = above[j]! + SUBSTITUTE[base + other]!;
      const without = above[j + 1]! + omit;
      if (without < cost) cost = without;
      const withOther = row[j]! + bOmit[j]!;
      if (withOther < cost) cost = withOther;
      if (i > 0 && j > 0 && code === bCodes[j - 1] && other === aCodes[i - 1]) {
        const swapped = before[j - 1]! + TRANSPOSED;
        if (swapped < cost) cost = swapped;
      }
      if (j > 0 && compound !== 0 && COMPOUND_OF[bCodes[j - 1]! * SOUND_COUNT + other] === compound) {
        const together = above[j - 1]! + COMPOUND_COST;
        if (together < cost) cost = together;
      }
      if (pair !== 0 && COMPOUND[other] === pair) {
        const together = before[j]! + COMPOUND_COST;
        if (together < cost) cost = together;
      }
      row[j + 1] = cost;
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

/** How alike two forms are, 0..1. */
export function formSimilarity(a: SoundForm, b: SoundForm, besideArabic: boolean): number {
  const mass = besideArabic ? a.massBesideArabic + b.massBesideArabic : a.mass + b.mass;
  if (mass === 0) return 0;
  // A consonant of a kind that the other has nothing of has to be left out or replaced at full cost.
  const alien = Math.max(BITS[a.has & ~b.mayHave]!, BITS[b.has & ~a.mayHave]!);
  if (2 * ALIEN * alien >= FAR * mass) return 0;
  const similarity = 1 - (2 * soundDistance(a, b, besideArabic, 0.5 * FAR * mass)) / mass;
  return similarity > 1 - FAR ? similarity : 0;
}

const ALIEN = 50;
const FAR = 0.7;
const BY_LEXICON = 0.98;
const OTHER_SHAPE = 0.97;
const INITIAL = 0.8;
const OTHER_GIVEN = 0.1;

/** How alike two parts are, 0..1; an initial is like every part that begins as it does. */
export function partSimilarity(a: NamePart, b: NamePart): number {
  if ((a.role === 'initial') !== (b.role === 'initial')) {
    if (a.arabic || b.arabic) return 0;
    return SUBSTITUTE[a.form.codes[0]! * SOUND_COUNT + b.form.codes[0]!]! <= 5 ? INITIAL : 0;
  }
  if (a.given >= 0 && a.given === b.given && sameEnding(a, b)) return BY_LEXICON;
  const besideArabic = a.arabic !== b.arabic || a.arabic;
  let best = formSimilarity(a.form, b.form, besideArabic);
  if (a.given >= 0 && b.given >= 0 && a.given !== b.given && best < 0.95) best -= OTHER_GIVEN * best;
  if (best < 0.9) {
    if (b.other !== undefined)
      best = Math.max(best, OTHER_SHAPE * formSimilarity(a.form, b.other, besideArabic));
    if (a.other !== undefined)
      best = Math.max(best, OTHER_SHAPE * formSimilarity(a.other, b.form, besideArabic));
  }
  return best;
}

/** Two patronymics of one father are alike only when both are a son's or both a daughter's. */
function sameEnding(a: NamePart, b: NamePart): boolean {
  if (a.role !== b.role) return false;
  return a.role !== 'patronymic' || a.daughter === b.daughter;
}
