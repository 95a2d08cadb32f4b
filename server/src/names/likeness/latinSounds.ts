/** Reads the sounds of a word in Latin letters, with the digraphs of English, French, German, Swedish and Turkish press. */

import { SOUND_COUNT, sound, sounds, VOCALIC } from './sounds';

/** Letters whose mark changes the sound, as a spelling that the rules below know; other marks are dropped. */
const MARKED: Readonly<Record<string, string>> = {
  š: 'sh',
  ş: 'sh',
  ș: 'sh',
  ś: 'sh',
  ŝ: 'sh',
  č: 'tch',
  ć: 'tch',
  ĉ: 'tch',
  ç: 'tch',
  ž: 'zh',
  ż: 'zh',
  ź: 'z',
  ǧ: 'dj',
  đ: 'dj',
  ğ: 'ğ',
  ġ: 'gh',
  ḡ: 'gh',
  ḥ: 'h',
  ḫ: 'kh',
  ḵ: 'kh',
  ḏ: 'dh',
  ḍ: 'd',
  ẓ: 'z',
  ṯ: 'th',
  ţ: 'ts',
  ț: 'ts',
  ñ: 'ñ',
  ň: 'ñ',
  ņ: 'ñ',
  ń: 'n',
  ł: 'l',
  ö: 'ö',
  ő: 'ö',
  ø: 'ö',
  œ: 'ö',
  ü: 'ü',
  ű: 'ü',
  ä: 'æ',
  æ: 'æ',
  ə: 'æ',
  ı: 'ı',
  å: 'o',
  ĭ: 'y',
  ŭ: 'w',
  ß: 's',
  þ: 'th',
  ð: 'dh',
  ě: 'ye',
  ŋ: 'ñ',
  ʿ: '’',
  ʾ: '’',
  ʼ: '’',
  ʻ: '’',
  ʹ: '’',
  "'": '’',
  '‘': '’',
  '`': '’',
  '´': '’',
};

/** Spellings and their sounds; of several that fit, the longest holds. */
const SPELLINGS: Readonly<Record<string, string>> = {
  shch: 'SHCH',
  sjtj: 'SHCH',
  schtsch: 'SHCH',
  stsch: 'SHCH',
  shh: 'SHCH',
  šč: 'SHCH',
  shtch: 'SHCH',
  chtch: 'SHCH',
  sjtsj: 'SHCH',
  sjch: 'SHCH',
  tshch: 'T SHCH',
  tsch: 'CH',
  tch: 'CH',
  cz: 'CH',
  tsj: 'CH',
  tsh: 'CH',
  tx: 'CH',
  dsch: 'DJ',
  dzh: 'DJ',
  dj: 'dj',
  dsj: 'DJ',
  dż: 'DJ',
  sch: 'SH',
  sh: 'SH',
  sj: 'SH',
  syi: 'SH I',
  sz: 'SH',
  zh: 'ZH',
  zj: 'ZH',
  kh: 'KH',
  gh: 'GH',
  ph: 'F',
  th: 'TH',
  dh: 'DH',
  ts: 'TS',
  tz: 'TS',
  dz: 'DZ',
  ck: 'K',
  ch: 'ch',
  tj: 'tj',
  tc: 'TS',
  ks: 'KS',
  ksh: 'K SH',
  kshch: 'K SHCH',
  ksch: 'K SH',
  x: 'X',
  oo: 'oo',
  ou: 'ou',
  ow: 'O W',
  ee: 'ee',
  a: 'A',
  b: 'B',
  c: 'C',
  d: 'D',
  e: 'E',
  f: 'F',
  g: 'G',
  h: 'H',
  i: 'I',
  j: 'J',
  k: 'K',
  l: 'L',
  m: 'M',
  n: 'N',
  o: 'O',
  p: 'P',
  q: 'Q',
  r: 'R',
  s: 'S',
  t: 'T',
  u: 'U',
  v: 'V',
  w: 'W',
  y: 'Ы',
  z: 'Z',
  ğ: 'Ğ',
  ö: 'Ö',
  ü: 'Ü',
  æ: 'Æ',
  ı: 'Ы',
  ñ: 'NG',
  'g’': 'GH',
  '’': '',
};

const LONGEST = Math.max(...Object.keys(SPELLINGS).map((spelling) => spelling.length));
const READ = new Map(Object.entries(SPELLINGS).map(([spelling, names]) => [spelling, sounds(names)]));
const I = sound('I');
const Y = sound('Y');
const YERU = sound('Ы');
const J = sound('J');
const H = sound('H');
const F = sound('F');
const V = sound('V');
const O = sound('O');
const K = sound('K');
const G = sound('G');
const A_LIKE = new Uint8Array(SOUND_COUNT);
A_LIKE[sound('A')] = 1;

/** The word in lower-case letters that the spelling rules know; anything else is left out. */
export function plainLatin(word: string): string {
  let plain = '';
  // In the Kazakh alphabet of 2018 this is yu; elsewhere the accent says nothing.
  const lower = word.normalize('NFC').toLowerCase().normalize('NFC').replaceAll('ıý', 'yu');
  for (const letter of lower) {
    const marked = MARKED[letter];
    plain += marked ?? letter.normalize('NFD').replace(/\p{M}/gu, '');
  }
  return plain.normalize('NFC');
}

const isVowelLetter = (letter: string | undefined): boolean =>
  letter !== undefined && 'aeiouöüæı'.includes(letter);

/** The sounds of a plain Latin word (see `plainLatin`); doubled sounds count once. */
export function latinSounds(plain: string): number[] {
  const codes: number[] = [];
  let at = 0;
  while (at < plain.length) {
    let length = Math.min(LONGEST, plain.length - at);
    let read = READ.get(plain.slice(at, at + length));
    while (read === undefined && length > 1) read = READ.get(plain.slice(at, at + --length));
    const letter = plain[at];
    const next = plain[at + length];
    if (length === 1 && letter === 'y' && (isVowelLetter(plain[at - 1]) || isVowelLetter(next))) read = [Y];
    // French spells the hard sound with a mute u before e and i: Guelleh, Boutaflique, Moquette.
    if (
      length === 1 &&
      (letter === 'g' || letter === 'q') &&
      next === 'u' &&
      'ei'.includes(plain[at + 2] ?? '-')
    ) {
      read = [letter === 'g' ? G : K];
      length = 2;
    }
    for (const code of read ?? []) {
      if (codes[codes.length - 1] !== code || plain[at - 1] === '’') codes.push(code);
    }
    at += length;
  }
  return endSounds(codes);
}

/** Endings that are written in many ways and said alike: -iy, -ij, -ii, -yi, -y are -i; -ah is -a; -off is -ov. */
export function endSounds(codes: number[]): number[] {
  let last = codes.length - 1;
  if (last >= 2 && codes[last] === H && VOCALIC[codes[last - 1]!] === 2) {
    codes.pop();
    last--;
  }
  while (last >= 2 && isI(codes[last]!) && isI(codes[last - 1]!)) {
    codes.pop();
    last--;
  }
  if (last >= 1 && isI(codes[last]!) && VOCALIC[codes[last - 1]!] === 0) codes[last] = I;
  if (last >= 3 && codes[last] === F && codes[last - 1] === O) codes[last] = V;
  return codes;
}

const isI = (code: number): boolean => code === I || code === Y || code === YERU || code === J;
