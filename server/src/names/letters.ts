/** What every UTF-16 code unit is to a name: a letter (and its folded form), an apostrophe, a joiner, or a wall. */

/** A part of a word: letter, digit. */
export const WORD = 1;
export const UPPER = 2;
export const LOWER = 4;
/** Any of the signs that people type for an apostrophe, ayn or hamza. */
export const APOSTROPHE = 8;
/** A mark on the letter before it, or something invisible: read as if it were not there. */
export const IGNORED = 16;
/** Stands between two words of one name: white space, hyphens, slash. */
export const JOINER = 32;
export const NEWLINE = 64;
export const PERIOD = 128;
/** One half of a surrogate pair; ask for the pair. */
export const SURROGATE = 256;
/** Folds to more than one unit; ask `expansionOf`. */
export const EXPANDS = 512;
/** A letter of Cyrillic or Greek, scripts with letters that look like Latin ones. */
export const LOOK_ALIKE = 1024;
const KNOWN = 1 << 15;

const classes = new Uint16Array(0x10000);
const folded = new Uint16Array(0x10000);

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

/** The class bits of a code unit. */
export function classOf(unit: number): number {
  return classes[unit]! || learn(unit);
}

/** The folded unit of a letter: lower case, without marks. Meaningless for anything that is not `WORD`. */
export function foldedOf(unit: number): number {
  return folded[unit]!;
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
  let bits = KNOWN;
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
    if (base.length === 1) folded[unit] = base.charCodeAt(0);
    else if (base.length > 1) bits |= EXPANDS;
    else folded[unit] = unit;
    if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letter)) bits |= LOOK_ALIKE;
  }
  classes[unit] = bits;
  return bits;
}
