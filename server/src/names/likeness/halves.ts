/** Splits compound names that share a half (Abdul-, -uddin, -muhammad, -stan) to what tells them apart: the other half. */

import { givenNameOf } from './givenNameClasses';
import { endSounds } from './latinSounds';
import { type SoundForm, soundForm } from './preparedName';
import { isServant, SUBSTITUTE } from './soundCosts';
import { formSimilarity } from './soundDistance';
import { SOUND_COUNT, sounds, VOCALIC } from './sounds';

interface Compound {
  /** The half that many names share. */
  readonly shared: 'Abd' | 'uddin' | 'ullah' | 'Muhammad' | 'stan';
  readonly half: SoundForm;
  readonly given: number;
}

const known = new WeakMap<SoundForm, Compound | 'none'>();
const SHORTEST = 3;
const SERVANT = 3;
const SHARED = [
  ['uddin', sounds('U D I N')],
  ['ullah', sounds('U L A')],
  ['stan', sounds('S T A N')],
  ['stan', sounds('S T O N')],
  ['stan', sounds('S T ALEF N')],
] as const;
const MUHAMMAD = givenNameOf(sounds('M U H A M A D'));
const SHORTEST_MUHAMMAD = 5;

function compoundOf(form: SoundForm): Compound | undefined {
  let found = known.get(form);
  if (found === undefined) {
    found = read(form) ?? 'none';
    known.set(form, found);
  }
  return found === 'none' ? undefined : found;
}

function read({ codes }: SoundForm): Compound | undefined {
  if (isServant(codes)) return compound('Abd', codes.subarray(SERVANT));
  for (const [shared, ending] of SHARED) {
    const start = codes.length - ending.length;
    if (start >= SHORTEST && ending.every((code, at) => codes[start + at] === code))
      return compound(shared, codes.subarray(0, start));
  }
  for (let at = 2; at <= codes.length - SHORTEST_MUHAMMAD; at++) {
    if (givenNameOf(codes.subarray(at)) === MUHAMMAD) return compound('Muhammad', codes.subarray(0, at));
  }
  return undefined;
}

function compound(shared: Compound['shared'], codes: Uint8Array): Compound {
  const own = givenNameOf(codes);
  // At the end of a word some sounds fall silent: Saloh, and Saloh|iddin.
  const given = own >= 0 ? own : givenNameOf(endSounds([...codes]));
  return { shared, half: soundForm([...codes]), given };
}

const ONE_NAME = 0.55;
/** Arabic script leaves much unwritten. */
const ONE_NAME_IN_SCRIPT = 0.4;
/** More than any spelling confuses. */
const OTHER_SOUND = 90;

/** Whether two compounds of which a half is the same are two names by the other half; false for all other names. */
export function areOtherCompounds(a: SoundForm, b: SoundForm, besideArabic: boolean): boolean {
  const one = compoundOf(a);
  const other = one && compoundOf(b);
  if (one === undefined || other === undefined || one.shared !== other.shared) return false;
  if (one.given >= 0 && other.given >= 0) return one.given !== other.given;
  const [first, second] = [one.half.codes[0]!, other.half.codes[0]!];
  const isConsonant = VOCALIC[first] === 0 && VOCALIC[second] === 0;
  if (isConsonant && SUBSTITUTE[first * SOUND_COUNT + second]! > OTHER_SOUND) return true;
  return formSimilarity(one.half, other.half, besideArabic) < (besideArabic ? ONE_NAME_IN_SCRIPT : ONE_NAME);
}

/** Whether it is a country's name. */
export const isCountry = (form: SoundForm): boolean => compoundOf(form)?.shared === 'stan';

const SAME_HALF = 0.85;

/** Whether one is *Abd* with the other: Abdul Karim, Karim. */
export function isServantOf(a: SoundForm, b: SoundForm, besideArabic: boolean): boolean {
  const [one, other] = [isServant(a.codes), isServant(b.codes)];
  if (one === other) return false;
  const served = compoundOf(one ? a : b)?.half;
  return served !== undefined && formSimilarity(served, one ? b : a, besideArabic) >= SAME_HALF;
}
