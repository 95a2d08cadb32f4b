/** What every UTF-16 code unit is to a name: a letter (and its folded form), an apostrophe, a joiner, or a wall. */

/**
 * What is known of a code unit is one number: its folded unit in the lower 16 bits, and above them these. The bits of
 * case and script lie where `Words.shape` has its own, 16 places higher.
 */
export const CLASS_SHIFT = 16;
const bit = (place: number): number => 1 << (CLASS_SHIFT + place);
/** A part of a word: letter, digit. */
export const WORD = bit(0);
export const LOWER = bit(1);
export const UPPER = bit(2);
/** A part of a word that folds to one unit: nothing more is to be asked. */
export const PLAIN = bit(3);
/** Folds to more than one unit; ask `expansionOf`. */
export const EXPANDS = bit(4);
/** A letter of Cyrillic or Greek, scripts with letters that look like Latin ones. */
export const LOOK_ALIKE = bit(5);
/** Any of the signs that people type for an apostrophe, ayn or hamza. */
export const APOSTROPHE = bit(6);
/** A mark on the letter before it, or something invisible: read as if it were not there. */
export const IGNORED = bit(7);
/** Stands between two words of one name: white space, hyphens, slash. */
export const JOINER = bit(8);
export const NEWLINE = bit(9);
export const PERIOD = bit(10);
/** One half of a surrogate pair; ask for the pair. */
export const SURROGATE = bit(11);
/** More is to be asked: nobody has asked `classOf` about it yet, or it is the unit 0, with which readers mark a place. */
export const ASK = bit(12);
const KNOWN = bit(13);

/** What is known of each code unit. */
export const LETTERS = new Int32Array(0x10000).fill(ASK);

const APOSTROPHES = "'`´‘’‛′ʹʻʼʽʾʿˈˊˋʿ՚＇ꞌ";
const HYPHENS = '-‐‑‒–−﹣－/';

/** Letters whose bare form Unicode does not decompose, and Persian letters that are the same letter in Arabic. */
const SPECIAL: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ی: 'ي',
  ى: 'ي',
  ک: 'ك',
  ﬁ: 'fi',
  ﬂ: 'fl',
};

/** What a code unit is: its bits and, of a `PLAIN` one, its folded unit: lower case, without marks. */
export function classOf(unit: number): number {
  const bits = LETTERS[unit]!;
  return bits & KNOWN ? bits : learn(unit);
}

/** The folded units of a letter that `EXPANDS` (ß: ss). */
export function expansionOf(unit: number): string {
  return bare(String.fromCharCode(unit));
}

/** Whether a surrogate pair is a letter or digit: a part of a word, folded to itself. */
export const isAstralLetter = (high: number, low: number): boolean =>
  /^[\p{L}\p{N}]$/u.test(String.fromCharCode(high, low));

function bare(letter: string): string {
  const lower = letter.toLowerCase();
  const special = SPECIAL[lower];
  if (special) return special;
  const base = lower.normalize('NFKD').replace(/\p{M}/gu, '');
  return SPECIAL[base] ?? base;
}

/** Classes are learnt when a unit is first met: most texts use a few hundred of the 65,536. */
function learn(unit: number): number {
  const letter = String.fromCharCode(unit);
  let bits = unit === 0 ? KNOWN | ASK : KNOWN;
  if (unit === 10 || unit === 13) bits |= NEWLINE | JOINER;
  else if (unit >= 0xd800 && unit <= 0xdfff) bits |= SURROGATE;
  else if (APOSTROPHES.includes(letter)) bits |= APOSTROPHE;
  else if (HYPHENS.includes(letter) || /\s/u.test(letter)) bits |= JOINER;
  else if (letter === '.') bits |= PERIOD;
  else if (letter === 'ـ' || /[\p{M}\p{Cf}]/u.test(letter)) bits |= IGNORED;
  else if (/[\p{L}\p{N}]/u.test(letter)) {
    const base = bare(letter);
    bits |= WORD;
    if (/[\p{Lu}\p{Lt}]/u.test(letter)) bits |= UPPER;
    else if (/\p{Ll}/u.test(letter)) bits |= LOWER;
    if (base.length > 1) bits |= EXPANDS;
    else bits |= PLAIN | (base.length === 1 ? base.charCodeAt(0) : unit);
    if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letter)) bits |= LOOK_ALIKE;
  }
  LETTERS[unit] = bits;
  return bits;
}
