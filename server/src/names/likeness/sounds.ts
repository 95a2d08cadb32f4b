/** The alphabet of sounds that names of every script are brought to, with what each sound costs to drop. */

/**
 * Every sound has a small code. Some stand for a spelling whose sound is uncertain: Latin `j` (*dzh*, *y* or
 * *zh*), `c`, `ch`, `x`, `tj`; Arabic *alef*, *waw*, *yeh*. What they may stand for is said by `soundCosts.ts`.
 */
const NAMES = [
  ['A', 'a', 'E', 'e', 'I', 'i', 'O', 'o', 'U', 'u', 'Ö', 'ö', 'Ü', 'ü', 'Æ', 'ä', 'Ы', 'y'],
  ['oo', 'oo', 'ou', 'ou', 'ee', 'ee'],
  ['ALEF', 'a', 'WAW', 'w', 'YEH', 'y', 'HE', 'h'],
  ['AYN', '‘', 'Y', 'y', 'W', 'w'],
  ['B', 'b', 'P', 'p', 'F', 'f', 'V', 'v', 'M', 'm', 'T', 't', 'D', 'd', 'TH', 'th', 'DH', 'dh'],
  [
    'S',
    's',
    'Z',
    'z',
    'SH',
    'sh',
    'ZH',
    'zh',
    'CH',
    'ch',
    'DJ',
    'dzh',
    'TS',
    'ts',
    'DZ',
    'dz',
    'SHCH',
    'shch',
  ],
  ['J', 'j', 'C', 'c', 'X', 'x', 'ch', 'ch', 'tj', 'tj', 'dj', 'dj', 'KS', 'ks'],
  ['K', 'k', 'G', 'g', 'Г', 'g', 'Q', 'q', 'GH', 'gh', 'KH', 'kh', 'H', 'h', 'Ğ', 'ğ'],
  ['N', 'n', 'NG', 'ng', 'L', 'l', 'R', 'r'],
].flat();

/** How a sound is written in a reason, by its code. */
export const SPELT: readonly string[] = NAMES.filter((_, at) => at % 2 === 1);

const CODES = new Map<string, number>(
  NAMES.filter((_, at) => at % 2 === 0).map((name, code) => [name, code]),
);

/** How many sounds there are: the side of the cost table. */
export const SOUND_COUNT = CODES.size;

/** The code of a sound by its name; a name that does not exist is a mistake in a table, so it throws. */
export function sound(name: string): number {
  const code = CODES.get(name);
  if (code === undefined)
    throw new Error(`There is no sound “${name}”: use one of ${[...CODES.keys()].join(' ')}.`);
  return code;
}

/** The codes of several sounds, written with spaces between. */
export const sounds = (names: string): number[] => names.split(' ').filter(Boolean).map(sound);

const VOWELS = sounds('A E I O U Ö Ü Æ Ы oo ou ee');
const HALF_VOWELS = sounds('ALEF WAW YEH HE AYN Y');

/** 2 for a vowel, 1 for a letter that may be one (Arabic long vowels, y), 0 for a consonant; by code. */
export const VOCALIC = new Uint8Array(SOUND_COUNT);
for (const code of VOWELS) VOCALIC[code] = 2;
for (const code of HALF_VOWELS) VOCALIC[code] = 1;

/** Kinds of consonants that are hardly ever taken for each other: the sounds certainly of a kind, and those that may be. */
const KINDS = [
  ['B P', 'F V W WAW'],
  ['M', 'N NG'],
  ['N NG', 'M'],
  ['L', 'R'],
  ['R', 'L Ğ'],
  ['T D', 'TH DH tj dj TS DZ CH DJ SHCH J'],
  ['S SH Z', 'ZH TS DZ CH DJ ch C X KS J TH DH SHCH tj dj'],
  ['K G', 'Q GH KH H Г C ch X KS J DJ Ğ dj NG'],
] as const;
const CERTAIN = new Uint8Array(SOUND_COUNT);
const POSSIBLE = new Uint8Array(SOUND_COUNT);
for (const [bit, [certain, possible]] of KINDS.entries()) {
  for (const code of sounds(certain)) CERTAIN[code] = CERTAIN[code]! | (1 << bit);
  for (const code of sounds(`${certain} ${possible}`)) POSSIBLE[code] = POSSIBLE[code]! | (1 << bit);
}

/** No kind is counted further: a count has four bits. */
const MOST_OF_KIND = 15;

/** How many consonants of each kind a sequence certainly has, and may have at most: four bits a kind. */
export function consonantKinds(codes: Uint8Array): { has: number; mayHave: number } {
  const certain = new Uint8Array(KINDS.length);
  const possible = new Uint8Array(KINDS.length);
  for (const code of codes) {
    for (let kind = 0; kind < KINDS.length; kind++) {
      if ((CERTAIN[code]! & (1 << kind)) !== 0) certain[kind] = certain[kind]! + 1;
      if ((POSSIBLE[code]! & (1 << kind)) !== 0) possible[kind] = possible[kind]! + 1;
    }
  }
  return { has: packed(certain), mayHave: packed(possible) };
}

function packed(counts: Uint8Array): number {
  let bits = 0;
  for (let kind = 0; kind < counts.length; kind++)
    bits |= Math.min(counts[kind]!, MOST_OF_KIND) << (4 * kind);
  return bits >>> 0;
}

/** Is a sound certainly of a kind of which the other cannot be? */
export const isAlien = (code: number, other: number): boolean => (CERTAIN[code]! & ~POSSIBLE[other]!) !== 0;

const EVEN = 0x0f0f0f0f;
const BORROW = 0x10101010;
const EACH = 0x01010101;

/** How many consonants of one sequence (`has`) find none of their kind in another (`mayHave`). */
export function withoutCounterpart(has: number, mayHave: number): number {
  return positive(has & EVEN, mayHave & EVEN) + positive((has >>> 4) & EVEN, (mayHave >>> 4) & EVEN);
}

/** The sum of the differences above 0, of four numbers of four bits in four bytes. */
function positive(from: number, take: number): number {
  const differences = (from | BORROW) - take;
  const isPositive = differences & BORROW;
  return Math.imul(differences & (isPositive - (isPositive >>> 4)), EACH) >>> 24;
}
