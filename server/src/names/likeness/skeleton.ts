/** The keys under which spellings of one name meet in an index: consonants in coarse classes, without vowels. */

import { soundKey } from './givenNameClasses';
import type { NamePart, SoundForm } from './preparedName';
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
/** A skeleton has no more classes. */
export const MOST_CLASSES = 10;
/** A skeleton at least this long is also filed with each of its consonants left out. */
const DELETION_FROM = 4;
/** A skeleton shorter than this says too little: the first sound's kind is added. */
const SHORT = 3;

/** The readings of one form: reading `r` is `classes[r * MOST_CLASSES ..]`, of length `lengths[r]`. */
class Readings {
  count = 0;
  readonly classes = new Uint8Array(MOST_READINGS * MOST_CLASSES);
  readonly lengths = new Uint8Array(MOST_READINGS);

  begin(): void {
    this.count = 1;
    this.lengths[0] = 0;
  }

  /** Goes on with a class where it says something new. */
  extend(reading: number, choice: number): void {
    const length = this.lengths[reading]!;
    const start = reading * MOST_CLASSES;
    if (choice === NONE || length === MOST_CLASSES) return;
    if (length > 0 && this.classes[start + length - 1] === choice) return;
    this.classes[start + length] = choice;
    this.lengths[reading] = length + 1;
  }

  take(from: Readings, reading: number, choice: number): void {
    const start = reading * MOST_CLASSES;
    const own = this.count * MOST_CLASSES;
    const length = from.lengths[reading]!;
    for (let at = 0; at < length; at++) this.classes[own + at] = from.classes[start + at]!;
    this.lengths[this.count] = length;
    this.extend(this.count++, choice);
  }
}

let found = new Readings();
let next = new Readings();

/** The readings of sounds as sequences of classes; neighbours of one class count once. Good until the next call. */
function readingsOf(codes: ArrayLike<number>): Readings {
  found.begin();
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at]!;
    // Italian spells dzh as gi: Giulani.
    const choices = code === G && codes[at + 1] === I ? HARD_OR_SOFT : CHOICES[code]!;
    if (choices.length === 1) {
      if (choices[0] !== NONE)
        for (let reading = 0; reading < found.count; reading++) found.extend(reading, choices[0]!);
      continue;
    }
    next.count = 0;
    for (const choice of choices) {
      for (let reading = 0; reading < found.count && next.count < MOST_READINGS; reading++)
        next.take(found, reading, choice);
    }
    [found, next] = [next, found];
  }
  return found;
}

/** The skeletons that sounds may have, each as its classes (numbers from 1 to 8), the same one perhaps several times. */
export function skeletonsOf(codes: ArrayLike<number>): number[][] {
  const { count, classes, lengths } = readingsOf(codes);
  return Array.from({ length: count }, (_, reading) => {
    const start = reading * MOST_CLASSES;
    return [...classes.subarray(start, start + lengths[reading]!)];
  });
}

const SEED = 0x9e3779b1;
const mix = (hash: number, value: number): number => Math.imul(hash ^ value, SEED) ^ (hash >>> 15);
const NOTHING = -1;

function hashOf(
  classes: Uint8Array,
  start: number,
  length: number,
  without: number,
  opening: number,
): number {
  let hash = mix(SEED, opening);
  for (let at = 0; at < length; at++) {
    if (at === without) continue;
    const kind = classes[start + at]!;
    // What a deletion brings together counts once, as it would in the spelling without it.
    if (without >= 0 && at === without + 1 && at >= 2 && kind === classes[start + at - 2]) continue;
    hash = mix(hash, kind);
  }
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** How a short skeleton may open: with a vowel (1), with a consonant of no class (2), with one of a class (3). */
function openings(first: number): readonly number[] {
  if (VOCALIC[first]! > 0) return FROM_VOWEL;
  const choices = CHOICES[first]!;
  return !choices.includes(NONE) ? CLASSED : choices.length === 1 ? UNCLASSED : EITHER;
}

const FROM_VOWEL = [1];
const UNCLASSED = [2];
const CLASSED = [3];
const EITHER = [2, 3];

/** The keys of one part, each once, those that are exact first; made anew by `ofPart` and `ofJoined`. */
export class SkeletonKeys {
  count = 0;
  /** How many of the first are exact skeletons; the others have a consonant left out. */
  exact = 0;
  readonly keys = new Uint32Array(256);

  /** Of a part as it stands, and of its other shape. */
  ofPart({ given, form, other }: Pick<NamePart, 'given' | 'form' | 'other'>): void {
    this.count = 0;
    this.#add(fineKey(form));
    if (given >= 0) this.#add(mix(SEED, ~given) >>> 0);
    if (other !== undefined) {
      this.#add(fineKey(other));
      this.#whole(other.codes, readingsOf(other.codes));
    }
    const readings = readingsOf(form.codes);
    this.#whole(form.codes, readings);
    this.exact = this.count;
    this.#deletions(form.codes, readings);
  }

  /** Of the sounds of two neighbours that are written as one: skeletons alone. */
  ofJoined(codes: ArrayLike<number>): void {
    this.count = 0;
    this.#whole(codes, readingsOf(codes));
    this.exact = this.count;
  }

  #whole(codes: ArrayLike<number>, { count, classes, lengths }: Readings): void {
    for (let reading = 0; reading < count; reading++) {
      const start = reading * MOST_CLASSES;
      const length = lengths[reading]!;
      if (length >= SHORT) this.#add(hashOf(classes, start, length, NOTHING, 0));
      else
        for (const opening of openings(codes[0] ?? 0))
          this.#add(hashOf(classes, start, length, NOTHING, opening));
    }
  }

  #deletions(codes: ArrayLike<number>, { count, classes, lengths }: Readings): void {
    for (let reading = 0; reading < count; reading++) {
      const start = reading * MOST_CLASSES;
      const length = lengths[reading]!;
      if (length < SHORT) {
        for (const opening of openings(codes[0] ?? 0))
          if (opening < 3) this.#add(hashOf(classes, start, length, NOTHING, 3 - opening));
      }
      if (length < DELETION_FROM) continue;
      for (let without = 0; without < length; without++)
        this.#add(hashOf(classes, start, length, without, 0));
    }
  }

  #add(key: number): void {
    const { keys, count } = this;
    for (let at = 0; at < count; at++) if (keys[at] === key) return;
    if (count < keys.length) keys[this.count++] = key;
  }
}

/** A key of the sounds themselves, with vowels: rarer than a skeleton, so that among many the nearest come first. */
function fineKey(form: SoundForm): number {
  let hash = SEED + 1;
  for (const letter of soundKey(form.codes)) hash = mix(hash, letter.charCodeAt(0));
  return (hash ^ (hash >>> 13)) >>> 0;
}
