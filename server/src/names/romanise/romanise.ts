/** Romanises Cyrillic text by a standard, and says which stretch of it became what. */

import { compose } from './compose';
import { standardFor, systemsFor } from './scripts';
import { LANGUAGE_NAMES, type Language, type Standard, type System } from './system';
import type { Entry, Table } from './table';

export interface RomaniseOptions {
  readonly language: Language;
  /** BGN/PCGN unless said otherwise. */
  readonly system?: System;
  /** Whether to write the raised dots by which BGN/PCGN may keep *тс* apart from *ц*; not unless asked for. */
  readonly dots?: boolean;
}

/** A stretch of the text, in UTF-16 offsets, and what stands for it. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly latin: string;
  /** Whether it is a word with Cyrillic letters; all else is taken over as it stands. */
  readonly cyrillic: boolean;
}

export interface Romanised {
  readonly text: string;
  /** Word by word and without gaps: their lengths add up to that of the input, their `latin` to `text`. */
  readonly segments: readonly Segment[];
  /** Cyrillic letters (lower case) that the standard has no equivalent for; they stay in the text. */
  readonly left: readonly string[];
  readonly standard: Standard;
}

const WORD = /\p{L}[\p{L}\p{M}\p{Cf}]*(?:['’‘`]\p{L}[\p{L}\p{M}\p{Cf}]*)*/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const CYRILLIC_LETTER = /^(?=\p{L})\p{Script=Cyrillic}$/u;
const SILENT = /^[\p{M}\p{Cf}]$/u;
const TIE = '\u0361';
const DOT = '·';
const EDGE = '#';
const APOSTROPHES = "'’‘`ʼ";

/**
 * Romanises the text. Latin and other text is taken over unchanged, so romanising twice changes nothing; combining
 * sequences are composed within Cyrillic words; case is kept: *Щ* is *Shch*, and *SHCH* among capitals.
 * Throws a `RangeError` if there is no such system for the language (see `systemsFor`), never because of the text.
 */
export function romanise(text: string, options: RomaniseOptions): Romanised {
  const standard = chooseStandard(options.language, options.system ?? 'bgn-pcgn');
  const left = new Set<string>();
  const segments: Segment[] = [];
  let end = 0;
  const takeOver = (until: number): void => {
    if (until > end)
      segments.push({ start: end, end: until, latin: text.slice(end, until), cyrillic: false });
  };
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    if (!CYRILLIC.test(word)) continue;
    takeOver(match.index);
    end = match.index + word.length;
    const latin = romaniseWord(compose(word), standard.table, options.dots ?? false, left);
    segments.push({ start: match.index, end, latin, cyrillic: true });
  }
  takeOver(text.length);
  return { text: segments.map((segment) => segment.latin).join(''), segments, left: [...left], standard };
}

function chooseStandard(language: Language, system: System): Standard {
  const standard = standardFor(language, system);
  if (standard) return standard;
  const choice = systemsFor(language).map((each) => each.system);
  throw new RangeError(
    `There is no romanisation “${system}” for ${LANGUAGE_NAMES[language]}: choose ${choice.join(', ')}.`,
  );
}

/** A word as its code points, with what the rules ask about each of them. */
interface Word {
  readonly points: readonly string[];
  readonly lower: readonly string[];
  /** For each code point, the nearest one before and behind that is no mark; -1 and the length at the ends. */
  readonly before: readonly number[];
  readonly behind: readonly number[];
}

function readWord(text: string, table: Table): Word {
  const points = [...text];
  // An apostrophe is one letter of Ukrainian however it is typed; where it is none, it ends a word as a hyphen does.
  const apostrophe = table.entries.has('’') ? '’' : EDGE;
  const lower = points.map((point) => (APOSTROPHES.includes(point) ? apostrophe : point.toLowerCase()));
  const before: number[] = [];
  const behind: number[] = [];
  let nearest = -1;
  for (let at = 0; at < points.length; at++) {
    before.push(nearest);
    if (!SILENT.test(points[at]!)) nearest = at;
  }
  nearest = points.length;
  for (let at = points.length - 1; at >= 0; at--) {
    behind[at] = nearest;
    if (!SILENT.test(points[at]!)) nearest = at;
  }
  return { points, lower, before, behind };
}

function romaniseWord(text: string, table: Table, dots: boolean, left: Set<string>): string {
  const word = readWord(text, table);
  let latin = '';
  for (let at = 0; at < word.points.length; ) {
    if (dots && isApart(word, at, table)) latin += DOT;
    const entry = findEntry(word, at, table);
    if (entry) {
      latin += inCase(entry.latin, word, at, table);
      at += entry.source.length;
    } else {
      if (CYRILLIC_LETTER.test(word.points[at]!)) left.add(word.lower[at]!);
      latin += word.points[at]!;
      at++;
    }
  }
  return compose(latin);
}

/**
 * What the table makes of the letters of one word (small, composed, without marks or apostrophes): `romanise` without
 * all that keeps case and marks, for words that are only to be looked up. Letters without an equivalent stay.
 */
export function romaniseLetters(letters: readonly string[], { entries }: Table): string {
  let latin = '';
  for (let at = 0; at < letters.length; ) {
    const entry = entries
      .get(letters[at]!)
      ?.find(
        ({ source, before, behind }) =>
          (source.length === 1 || source.every((letter, offset) => letters[at + offset] === letter)) &&
          stands(before, letters[at - 1]) &&
          stands(behind, letters[at + source.length]),
      );
    latin += entry ? entry.latin : letters[at]!;
    at += entry?.source.length ?? 1;
  }
  return latin;
}

const findEntry = (word: Word, at: number, table: Table): Entry | undefined =>
  table.entries.get(word.lower[at]!)?.find((entry) => fits(entry, word, at));

function fits(entry: Entry, word: Word, at: number): boolean {
  const last = at + entry.source.length - 1;
  return (
    entry.source.every((letter, offset) => word.lower[at + offset] === letter) &&
    stands(entry.before, word.lower[word.before[at]!]) &&
    stands(entry.behind, word.lower[word.behind[last]!])
  );
}

/** Whether the neighbour, or the edge of the word, is among the letters asked for. */
const stands = (letters: ReadonlySet<string> | undefined, neighbour: string = EDGE): boolean =>
  letters === undefined || letters.has(neighbour);

function isApart(word: Word, at: number, table: Table): boolean {
  const previous = word.lower[word.before[at]!];
  if (previous === undefined || SILENT.test(word.points[at]!)) return false;
  return table.apart.some(([first, second]) => first.has(previous) && second.has(word.lower[at]!));
}

/** Gives the Latin letters the case of the Cyrillic letter at `at`. */
function inCase(latin: string, word: Word, at: number, table: Table): string {
  if (!isCapital(word, at)) return latin;
  const capital = (letter: string): string => table.capitals.get(letter) ?? letter.toUpperCase();
  const [first = '', ...rest] = latin;
  // Tied letters are one letter, so both are capitals: the tables of the Library of Congress have T͡S, not T͡s.
  const all = latin.includes(TIE) || isAmongCapitals(word, at);
  return capital(first) + (all ? rest.map(capital) : rest).join('');
}

const isCapital = (word: Word, at: number): boolean =>
  word.points[at] !== undefined && word.points[at]!.toLowerCase() !== word.points[at];

const isCased = (word: Word, at: number): boolean => {
  const point = word.points[at];
  return point !== undefined && point.toLowerCase() !== point.toUpperCase();
};

/** Whether the next letter is a capital too or, at the end of the word, the one before. */
function isAmongCapitals(word: Word, at: number): boolean {
  const next = word.behind[at]!;
  return isCapital(word, isCased(word, next) ? next : word.before[at]!);
}
