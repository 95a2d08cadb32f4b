/** Finds the class of a given name, or of the father's name in a patronymic, by its sounds. */

import { arabicSounds } from './arabicSounds';
import { cyrillicSounds } from './cyrillicSounds';
import { CHRISTIAN_CLASSES, GIVEN_NAMES } from './givenNames';
import { latinSounds, plainLatin } from './latinSounds';
import { SOUND_COUNT, sound, sounds, VOCALIC } from './sounds';

const SAME_KEY = [
  'A E Æ ALEF',
  'I Ы Y J ee YEH',
  'O U Ö Ü oo ou WAW',
  'H KH X',
  'K Q C',
  'V W',
  'T TH',
  'D DH',
  'G Г',
  'CH tj ch',
];
const KEY = Uint8Array.from({ length: SOUND_COUNT }, (_, code) => code);
for (const group of SAME_KEY) {
  const [first, ...rest] = sounds(group);
  for (const code of rest) KEY[code] = first!;
}
const I = sound('I');
const A = sound('A');
const HE = sound('HE');
const AYN = sound('AYN');

/** What spellings of one given name share; neighbours that became alike count once. */
export function soundKey(codes: ArrayLike<number>, length = codes.length): string {
  let key = '';
  for (let at = 0; at < length; at++) {
    const code = codes[at] === HE ? A : KEY[codes[at]!]!;
    if (code === AYN) continue;
    const letter = String.fromCharCode(64 + code);
    if (!key.endsWith(letter)) key += letter;
  }
  return key;
}

/** Forms as they are listed, by their very sounds: a listed form is of its class though another's spelling comes near. */
const LISTED = new Map<string, number>();
const FULL = new Map<string, number>();
const STEMS = new Map<string, number>();
const NONE = -1;
/** Two classes claim the key. */
const UNCERTAIN = -2;

const exactKey = (codes: ArrayLike<number>): string => String.fromCharCode(...Array.from(codes));

function claim(keys: Map<string, number>, key: string, group: number): void {
  const known = keys.get(key);
  keys.set(key, known === undefined || known === group ? group : UNCERTAIN);
}

for (const [group, forms] of GIVEN_NAMES.entries()) {
  for (const form of forms) {
    const plain = form.toLowerCase();
    const codes = /\p{Script=Arabic}/u.test(plain)
      ? arabicSounds(plain)
      : /\p{Script=Cyrillic}/u.test(plain)
        ? cyrillicSounds(plain)
        : latinSounds(plainLatin(form));
    claim(LISTED, exactKey(codes), group);
    claim(FULL, soundKey(codes), group);
    claim(STEMS, stemKey(codes, codes.length), group);
  }
}

/** A name without the vowels at its end, which its patronymic changes: *Serge|y*, *Serge|evich*. */
function stemKey(codes: ArrayLike<number>, length: number): string {
  let end = length;
  while (end > 2 && (VOCALIC[codes[end - 1]!]! > 0 || KEY[codes[end - 1]!] === I)) end--;
  return soundKey(codes, end);
}

/** The class of a given name, or -1. */
export function givenNameOf(codes: ArrayLike<number>): number {
  const group = FULL.get(soundKey(codes)) ?? NONE;
  return group === UNCERTAIN ? (LISTED.get(exactKey(codes)) ?? NONE) : group;
}

/** Is it a class of names that Christians bear? */
export const isChristian = (given: number): boolean => given >= 0 && given < CHRISTIAN_CLASSES;

const V = sound('V');
const CH = sound('CH');
const SH = sound('SH');
const C = sound('C');
const TS = sound('TS');
const N = sound('N');
const isV = (code: number | undefined): boolean =>
  code !== undefined && (KEY[code] === V || KEY[code] === KEY[sound('U')]);
const isCh = (code: number | undefined): boolean =>
  code !== undefined && (KEY[code] === CH || code === SH || code === C || code === TS);
const isI = (code: number | undefined): boolean => code !== undefined && KEY[code] === I;
const isVowel = (code: number | undefined): boolean => code !== undefined && VOCALIC[code] === 2;

const fatherOf = (key: string): number => Math.max(STEMS.get(key) ?? NONE, NONE);

/** The class of the father's name (-1: of no class) for sounds that end as a patronymic does (-ovich, -auna, -ivna); else nothing. */
export function givenNameOfPatronymic(codes: ArrayLike<number>): number | undefined {
  const end = codes.length - 1;
  if (end < 5) return undefined;
  if (isCh(codes[end]) && isI(codes[end - 1])) {
    if (isV(codes[end - 2]) && isVowel(codes[end - 3])) return fatherOf(stemKey(codes, end - 3));
    return undefined;
  }
  if (codes[end] === A && codes[end - 1] === N) {
    if (isV(codes[end - 2]) && isVowel(codes[end - 3])) return fatherOf(stemKey(codes, end - 3));
  }
  return undefined;
}
