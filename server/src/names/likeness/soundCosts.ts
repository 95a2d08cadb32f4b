/** What it costs, in hundredths, to take one sound for another, or to leave one out. */

import { SOUND_COUNT, sound, sounds, VOCALIC } from './sounds';

/** Pairs of sounds that spellings of one name confuse: `cost: pairs`. Every pair that is not here costs what `different` says. */
const CONFUSED: readonly (readonly [number, string])[] = [
  [0, 'oo-U ee-I ou-U TH-T DH-D tj-CH ch-CH J-DJ J-dj dj-DJ Г-G Y-J X-KS W-V'],
  [
    5,
    'ALEF-A ALEF-Æ ALEF-O ALEF-oo WAW-W WAW-V WAW-U WAW-O WAW-ou WAW-oo WAW-Ö WAW-Ü YEH-Y YEH-I YEH-E YEH-ee YEH-Ы YEH-J HE-A HE-E HE-H HE-Æ',
  ],
  [
    5,
    'Y-I Ы-I Y-Ы J-Y J-ZH DH-Z Q-K oo-ou oo-O U-O E-I ee-E Ö-O Ü-U Æ-A Æ-E C-K TS-C ch-KH ch-SH H-KH X-KH Ğ-GH TH-S CH-C ch-tj J-ch C-J',
  ],
  [
    10,
    'YEH-Æ dj-ZH D-dj C-dj A-E ou-O Ы-E Ö-U Ü-I Ö-E Ü-Y ALEF-E ALEF-I ALEF-Ы ALEF-ou ALEF-Ö ALEF-ee AYN-A AYN-I AYN-E AYN-O AYN-U Q-GH Г-H Г-GH G-GH J-DZ DJ-ZH C-S C-DJ ch-K DZ-Z DZ-D X-H J-I',
  ],
  [
    15,
    'ALEF-U A-O Q-G HE-O ch-H ch-DJ C-SH DJ-G SHCH-SH SHCH-CH Ğ-G Ğ-Y TS-S TS-CH DZ-DJ TS-DZ C-TS X-ch WAW-ALEF Q-KH tj-T U-W O-W WAW-F ou-W NG-N',
  ],
  [35, 'S-SH P-B E-O I-U I-O A-I YEH-A YEH-ALEF'],
  [
    25,
    'TS-TH V-U ou-V dj-G dj-ch A-U F-P F-V CH-SH T-D S-Z K-G Ы-U ZH-Z Q-H Г-KH GH-KH G-H K-KH C-CH DJ-CH T-TS D-DZ ZH-SH J-G C-Z X-K X-S X-SH B-V E-U SHCH-TS ou-A J-CH',
  ],
  [45, 'Q-C K-H C-G CH-TS DH-T TH-D'],
  [65, 'M-N D-Z T-S L-R'],
];
const DIFFERENT = { vowels: 45, vowelAndHalf: 60, consonants: 100, vowelAndConsonant: 110 };

/** The cost of taking one sound for another: `SUBSTITUTE[a * SOUND_COUNT + b]`, the same both ways. */
export const SUBSTITUTE = new Uint8Array(SOUND_COUNT * SOUND_COUNT);
for (let a = 0; a < SOUND_COUNT; a++) {
  for (let b = 0; b < SOUND_COUNT; b++) {
    const vocalic = [VOCALIC[a]!, VOCALIC[b]!].sort().join('');
    SUBSTITUTE[a * SOUND_COUNT + b] =
      a === b
        ? 0
        : vocalic === '22'
          ? DIFFERENT.vowels
          : vocalic === '12' || vocalic === '11'
            ? DIFFERENT.vowelAndHalf
            : vocalic === '00'
              ? DIFFERENT.consonants
              : DIFFERENT.vowelAndConsonant;
  }
}
for (const [cost, pairs] of CONFUSED) {
  for (const pair of pairs.split(' ')) {
    const dash = pair.indexOf('-', 1);
    const a = sound(pair.slice(0, dash));
    const b = sound(pair.slice(dash + 1));
    SUBSTITUTE[a * SOUND_COUNT + b] = cost;
    SUBSTITUTE[b * SOUND_COUNT + a] = cost;
  }
}

/** Sounds that some spell with one letter or digraph and others with two: Mazhar (z, h), Çiller (t, sh). */
const COMPOUNDS: Readonly<Record<string, string>> = {
  'CH ch': 'T SH|T CH',
  ZH: 'Z H|D ZH|DH H',
  SH: 'S H|S KH|S Y|S Ы',
  TH: 'T H',
  DH: 'D H',
  KH: 'K H',
  GH: 'G H',
  TS: 'T S',
  'KS X': 'K S|Q S',
  tj: 'T DJ|T J|T Y|T YEH',
  'DJ dj': 'D ZH|D J|D DJ|D Y',
  DZ: 'D Z',
  SHCH: 'SH CH|SH T|S CH',
  F: 'P H',
  NG: 'N G|N K|N Y|N J',
  E: 'Y O|J O|Ы O',
};

/** What two sounds may be written as one: `COMPOUND_OF[first * SOUND_COUNT + second]` is a kind, 0 for none. */
export const COMPOUND_OF = new Uint8Array(SOUND_COUNT * SOUND_COUNT);
/** The kind of compound that a sound is; 0 for none. The pairs of a kind are those of `COMPOUND_OF`. */
export const COMPOUND = new Uint16Array(SOUND_COUNT);
/** What it costs to take two sounds for one. */
export const COMPOUND_COST = 12;
for (const [kind, [names, pairs]] of Object.entries(COMPOUNDS).entries()) {
  for (const code of sounds(names)) COMPOUND[code] = kind + 1;
  for (const pair of pairs.split('|')) {
    const [first, second] = sounds(pair);
    COMPOUND_OF[first! * SOUND_COUNT + second!] = kind + 1;
  }
}

const CONSONANT = 100;
const VOWEL = 40;
/** What it costs to leave out the sound that makes a name another family's, or a daughter's. */
const FAMILY = 160;
const A = sound('A');
const E = sound('E');
const H = sound('H');
const GH = sound('GH');
const SOFT = sound('Ğ');
const HE = sound('HE');
const AYN = sound('AYN');
const Y = sound('Y');
const J = sound('J');
const W = sound('W');
const ALEF = sound('ALEF');
const WAW = sound('WAW');
const YEH = sound('YEH');
const YERU = sound('Ы');
const V = sound('V');
const N = sound('N');
const T = sound('T');
const I = sound('I');
const C = sound('C');
const O = sound('O');
const KH = sound('KH');

/** The cost of leaving out each sound of a token, by where it stands. */
export function omissionCosts(codes: ArrayLike<number>): Uint8Array {
  const costs = new Uint8Array(codes.length);
  for (let at = 0; at < codes.length; at++) costs[at] = omissionCost(codes, at);
  return costs;
}

/** The same where the other token is in Arabic script, which does not write short vowels. */
export function omissionCostsBesideArabic(codes: ArrayLike<number>): Uint8Array {
  const costs = omissionCosts(codes);
  for (let at = 0; at < codes.length; at++) {
    // There j is the consonant of Jamal, not the half vowel of Jelena.
    if (codes[at] === J) costs[at] = 80;
    // A ta marbuta is sounded before what belongs to it: Hay’at Tahrir.
    if (codes[at] === T && at === codes.length - 1 && at > 1 && VOCALIC[codes[at - 1]!] === 2) costs[at] = 20;
    if (VOCALIC[codes[at]!] === 2) costs[at] = at === 0 ? 25 : at === codes.length - 1 ? 18 : 4;
  }
  return costs;
}

function omissionCost(codes: ArrayLike<number>, at: number): number {
  const code = codes[at]!;
  const before = at > 0 ? codes[at - 1]! : -1;
  const after = at + 1 < codes.length ? codes[at + 1]! : -1;
  const besideVowel = (before >= 0 && VOCALIC[before] === 2) || (after >= 0 && VOCALIC[after] === 2);
  const last = after < 0;
  switch (code) {
    case AYN:
      return 4;
    case ALEF:
      // A long vowel at the beginning is written with an alef before it.
      return at > 0 ? 22 : after === WAW || after === YEH ? 6 : 30;
    case WAW:
      return 45;
    case YEH:
      return last ? 60 : 50;
    case HE:
      return last ? 5 : 30;
    case Y:
    case J:
    case W:
      return at === 0 ? (code === Y ? 12 : 35) : besideVowel ? (code === Y ? 8 : 20) : 40;
    case KH:
      return last && VOCALIC[before] === 2 ? 45 : CONSONANT;
    case H:
      return last ? 8 : 38;
    case SOFT:
      return 15;
    case GH:
      return 70;
    case E:
      if (last) return 15;
      break;
    case A:
      // A feminine ending (-ova, -ina, -aya) is a different person's name.
      if (last && at > 3 && (before === V || before === N)) return FAMILY;
      break;
    case V:
      // Kolesnik and Kolesnikov are two families.
      if (last && at > 3 && (before === O || before === E || before === A)) return FAMILY;
      break;
    case C:
      // Somali writes ayn as c: Cali.
      if (at === 0 && VOCALIC[after] === 2) return 50;
      break;
    case T:
      if (last && VOCALIC[before] === 2) return 60;
      break;
  }
  if (VOCALIC[code] === 2) {
    // Beside another vowel (Sa’id, Saeed) or between consonants that need none (Aleksandr) a vowel weighs less.
    if (code === I || code === YERU || besideVowel)
      return before >= 0 && VOCALIC[before] === 2 ? 12 : besideVowel ? 15 : 35;
    return at === 0 ? 45 : VOWEL;
  }
  return CONSONANT;
}

/** What leaving out the whole token costs, for measuring likeness: endings that many families share count half. */
export function massOf(codes: ArrayLike<number>, omit: ArrayLike<number>): number {
  const shared = codes.length - sharedEnding(codes);
  const opening = isServant(codes) ? 3 : 0;
  let mass = 0;
  for (let at = 0; at < codes.length; at++)
    mass += Math.min(omit[at]!, CONSONANT) * (at >= shared || at < opening ? SHARED : 1);
  return mass;
}

const B = sound('B');
const D = sound('D');
/** Does it begin with Abd-, “servant of”? Then what follows is the name. */
export const isServant = (codes: ArrayLike<number>): boolean =>
  codes.length > 4 && codes[0] === A && codes[1] === B && codes[2] === D;

const SHARED = 0.5;
const SHARED_ENDINGS = [
  'O V',
  'E V',
  'O V A',
  'E V A',
  'I N',
  'I N A',
  'S K I',
  'S K A Y A',
  'TS K I',
  'E N K O',
  'Z A D A',
  'Z O D A',
  'SH V I L I',
  'O G L U',
  'O Ğ L U',
  'O V I CH',
  'E V I CH',
  'A V I CH',
  'O V I ch',
  'E V I ch',
  'A V I ch',
  'O V I tj',
  'E V I tj',
  'A V I tj',
  'O V N A',
  'E V N A',
  'A U N A',
  'E U N A',
  'I V N A',
  'O V Ы ch',
  'O V Ы CH',
  'A W N A',
  'E W N A',
  'U D I N',
  'U L A',
].map(sounds);

/** How many sounds at the end many names share: -ov, -ova, -skiy, -ovich, -zoda. */
export function sharedEnding(codes: ArrayLike<number>): number {
  let longest = 0;
  for (const ending of SHARED_ENDINGS) {
    const start = codes.length - ending.length;
    if (ending.length > longest && start >= 2 && ending.every((code, at) => codes[start + at] === code))
      longest = ending.length;
  }
  return longest;
}

const DAUGHTERS = ['O V A', 'E V A', 'V N A', 'U N A', 'W N A', 'S K A Y A', 'I N A'].map(sounds);

/** Does it end as a daughter's patronymic or family name does: -ova, -ovna, -ina, -skaya? */
export const isDaughter = (codes: ArrayLike<number>): boolean =>
  DAUGHTERS.some(
    (ending) =>
      codes.length >= ending.length + 2 &&
      ending.every((code, at) => codes[codes.length - ending.length + at] === code),
  );
