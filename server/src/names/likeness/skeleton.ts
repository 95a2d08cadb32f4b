/** The keys under which spellings of one name meet in an index: consonants in coarse classes, without vowels. */

import { soundKey } from './givenNameClasses';
import type { NamePart, NameParts, SoundForm } from './preparedName';
import { SOUND_COUNT, sound, sounds, VOCALIC } from './sounds';

/** Classes of consonants that spellings confuse. Sounds of no class (vowels, h, w, v, ayn) are not in a skeleton. */
const CLASSES = ['B P F', 'M', 'N NG', 'T D TH DH tj', 'S Z SH ZH CH DJ TS DZ SHCH', 'K G Q', 'L', 'R'];
/** Sounds that may be of a second class or, where nothing stands after the colon, of none. */
const SECOND = {
  'TH DH tj TS DZ': 'S|T',
  'J dj': 'S|',
  C: 'S|K|',
  ch: 'S|K|',
  X: 'K|',
  KS: 'K',
  Г: 'K|',
  GH: 'K|',
  Ğ: '|K',
  KH: '|K',
  V: '|B',
} as const;

const [S, T, K, B] = [5, 4, 6, 1];
const NONE = 0;
const BY_LETTER: Readonly<Record<string, number>> = { S, T, K, B, '': NONE };
const CHOICES: number[][] = Array.from({ length: SOUND_COUNT }, () => [NONE]);
for (const [at, names] of CLASSES.entries()) for (const code of sounds(names)) CHOICES[code] = [at + 1];
for (const [names, classes] of Object.entries(SECOND)) {
  for (const code of sounds(names)) CHOICES[code] = classes.split('|').map((letter) => BY_LETTER[letter]!);
}
for (const code of sounds('TH tj')) CHOICES[code] = [T, S];
for (const code of sounds('V')) CHOICES[code] = [NONE];

const G = sound('G');
const I = sound('I');
const HARD_OR_SOFT = [K, S];

const MOST_READINGS = 6;
const MOST_CLASSES = 10;
/** A skeleton at least this long is also filed with each of its consonants left out. */
const DELETION_FROM = 4;
/** A skeleton shorter than this says too little: the first sound's kind is added. */
const SHORT = 3;

/** The readings of a form as sequences of classes; neighbours of one class count once. */
function readings(form: SoundForm): number[][] {
  let found: number[][] = [[]];
  for (const [at, code] of form.codes.entries()) {
    // Italian spells dzh as gi: Giulani.
    const choices = code === G && form.codes[at + 1] === I ? HARD_OR_SOFT : CHOICES[code]!;
    const next: number[][] = [];
    for (const choice of choices) {
      for (const reading of found) {
        if (next.length >= MOST_READINGS) break;
        next.push(
          choice === NONE || reading[reading.length - 1] === choice || reading.length >= MOST_CLASSES
            ? reading
            : [...reading, choice],
        );
      }
    }
    found = next;
  }
  return found;
}

const SEED = 0x9e3779b1;
const mix = (hash: number, value: number): number => Math.imul(hash ^ value, SEED) ^ (hash >>> 15);

function hashOf(classes: readonly number[], without: number, opening: number): number {
  let hash = mix(SEED, opening);
  for (let at = 0; at < classes.length; at++) {
    if (at === without) continue;
    // What a deletion brings together counts once, as it would in the spelling without it.
    if (without >= 0 && at === without + 1 && at >= 2 && classes[at] === classes[at - 2]) continue;
    hash = mix(hash, classes[at]!);
  }
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** How a short skeleton may open: with a vowel (1), with a consonant of no class (2), with one of a class (3). */
function openings(form: SoundForm): readonly number[] {
  const first = form.codes[0] ?? 0;
  if (VOCALIC[first]! > 0) return FROM_VOWEL;
  const choices = CHOICES[first]!;
  return !choices.includes(NONE) ? CLASSED : choices.length === 1 ? UNCLASSED : EITHER;
}

const FROM_VOWEL = [1];
const UNCLASSED = [2];
const CLASSED = [3];
const EITHER = [2, 3];

/** Takes a key, whether it is an exact skeleton or one with a consonant left out, and the number of the part that it is a key of. */
export type TakeKey = (key: number, exact: boolean, part: number) => void;

/** All keys of a name: of every part, of its other shape, and of neighbours written as one. */
export function skeletonKeys(name: NameParts, take: TakeKey): void {
  // Two names are enough to find a person by; with fewer, what else there is has to help.
  const names = name.parts.filter((part) => part.role === 'name').length > 1;
  for (const [at, part] of name.parts.entries()) {
    if (names && part.role !== 'name' && part.role !== 'kunya') continue;
    if (part.given >= 0) take(mix(SEED, ~part.given) >>> 0, true, at);
    formKeys(part.form, at, true, take);
    if (part.other !== undefined) formKeys(part.other, at, false, take);
    const next = name.parts[at + 1];
    if (next !== undefined && joins(part) && joins(next)) formKeys(name.joined(at).form, at, false, take);
  }
}

const joins = (part: NamePart): boolean => part.role === 'name' || part.role === 'kunya';

function formKeys(form: SoundForm, part: number, deletions: boolean, take: TakeKey): void {
  take(fineKey(form), true, part);
  for (const classes of readings(form)) {
    const length = classes.length;
    if (length >= SHORT) take(hashOf(classes, -1, 0), true, part);
    else {
      for (const opening of openings(form)) {
        take(hashOf(classes, -1, opening), true, part);
        if (opening < 3) take(hashOf(classes, -1, 3 - opening), false, part);
      }
    }
    if (!deletions || length < DELETION_FROM) continue;
    for (let without = 0; without < length; without++) take(hashOf(classes, without, 0), false, part);
  }
}

/** A key of the sounds themselves, with vowels: rarer than a skeleton, so that among many the nearest come first. */
function fineKey(form: SoundForm): number {
  let hash = SEED + 1;
  for (const letter of soundKey(form.codes)) hash = mix(hash, letter.charCodeAt(0));
  return (hash ^ (hash >>> 13)) >>> 0;
}
