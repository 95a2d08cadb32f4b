/** Reads the sounds of a word in Arabic script (Arabic, Persian, Urdu, Pashto, Kurdish, Uyghur): consonants and long vowels. */

import { sound, sounds } from './sounds';

const GROUPS: readonly (readonly [string, string])[] = [
  ['اآأإٱ', 'ALEF'],
  ['ى', 'YEH'],
  ['وؤ', 'WAW'],
  ['يیىےئېۍێ', 'YEH'],
  ['هھہۀةۃ', 'H'],
  ['ە', 'E'],
  ['عء', 'AYN'],
  ['ۆ', 'O'],
  ['ۇ', 'U'],
  ['ۈ', 'Ü'],
  ['ۋ', 'V'],
  ['ب', 'B'],
  ['پ', 'P'],
  ['تطټٹ', 'T'],
  ['ث', 'TH'],
  ['جځ', 'DJ'],
  ['چ', 'CH'],
  ['څ', 'TS'],
  ['ح', 'H'],
  ['خ', 'KH'],
  ['دډڈ', 'D'],
  ['ذضظ', 'DH'],
  ['رړڑڕ', 'R'],
  ['ز', 'Z'],
  ['ژږ', 'ZH'],
  ['سص', 'S'],
  ['شښ', 'SH'],
  ['غ', 'GH'],
  ['ف', 'F'],
  ['ڤ', 'V'],
  ['ق', 'Q'],
  ['كک', 'K'],
  ['گګ', 'G'],
  ['ڭ', 'NG'],
  ['لڵ', 'L'],
  ['م', 'M'],
  ['نڼںڻ', 'N'],
];
const READ = new Map<string, number>();
for (const [letters, name] of GROUPS) {
  for (const letter of letters) READ.set(letter, sounds(name)[0]!);
}
const CARRIER = /^ئ(?=[اەوۇۆۈېىێۋ])/u;
const HE = sound('HE');
const H = sound('H');
const L = sound('L');

/** The sounds of a word in Arabic script; vowel signs and unknown letters are left out. A final *he* or *ta marbuta* is `HE`. */
export function arabicSounds(word: string): number[] {
  const codes: number[] = [];
  // At the beginning of a Uyghur or Kurdish word it carries the vowel that follows.
  for (const letter of word.replace(CARRIER, '')) {
    const code = READ.get(letter);
    // A doubled letter is written once (with a sign), so that two alike are two; but for the l of Allah.
    if (code !== undefined && !(code === L && codes[codes.length - 1] === L)) codes.push(code);
  }
  if (codes.length > 1 && codes[codes.length - 1] === H && /[هہھۀةۃ]$/u.test(word))
    codes[codes.length - 1] = HE;
  return codes;
}
