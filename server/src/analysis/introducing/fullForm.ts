/** Finds what an acronym stands for in the words before it: those whose letters it takes, else a name in capitals. */

import { isParticle } from '../../names/particles';
import { isFunctionWord } from '../ordinaryWords';

export interface FullForm {
  /** Where it begins, and ends, in the text that was searched. */
  readonly start: number;
  readonly end: number;
  /** Whether its letters are those of the acronym; a translation’s are not. */
  readonly isMatched: boolean;
}

interface Word {
  readonly start: number;
  readonly end: number;
  /** In small letters without marks. */
  readonly plain: string;
  readonly isCapital: boolean;
  /** An article or a preposition, which an acronym may pass over. */
  readonly isSmall: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'ʼʻ‘`]*/gu;
/** What may stand between two words of one name. */
const JOINED = /^(?:[\s\p{Pd}/&]|’|')*$/u;
const FARTHEST = 200;
/** A name has at most so many words more than its acronym has letters. */
const MORE_WORDS = 5;
const SHORTEST_NAME = 2;
/** A sequence of letters within the words is no proof where the acronym is shorter. */
const SHORTEST_WITHIN = 3;

/** The full form that ends where `text` ends, but for white space and signs; undefined where nothing like one does. */
export function fullFormBefore(text: string, acronym: string): FullForm | undefined {
  const words = lastWords(text);
  if (words.length === 0) return undefined;
  const letters = plainOf(acronym).replace(/[^\p{L}\p{N}]/gu, '');
  const most = Math.min(words.length, letters.length * 2 + MORE_WORDS);
  const end = words.at(-1)!.end;
  const last = words.slice(-most);
  for (let at = last.length - 1; at >= 0; at--) {
    if (last[at]!.isSmall && !last[at]!.isCapital) continue;
    if (spells(last, at, letters, 0)) return { start: last[at]!.start, end, isMatched: true };
  }
  const within = letters.length >= SHORTEST_WITHIN ? holdsLetters(last, letters) : undefined;
  if (within) return { start: within.start, end, isMatched: true };
  const named = nameBefore(words);
  return named ? { start: named.start, end, isMatched: false } : undefined;
}

/** Whether the words of a name, all of them, spell the acronym. */
export function isSpelledBy(name: string, acronym: string): boolean {
  const words = lastWords(name);
  const letters = plainOf(acronym).replace(/[^\p{L}\p{N}]/gu, '');
  const first = words.findIndex(({ isSmall, isCapital }) => !isSmall || isCapital);
  return first >= 0 && (spells(words, first, letters, 0) || spells(words, first + 1, letters, 0));
}

/** The words that stand together at the end of a text. */
function lastWords(text: string): Word[] {
  const from = Math.max(0, text.length - FARTHEST);
  let words: Word[] = [];
  let before = -1;
  for (const { 0: written, index } of text.slice(from).matchAll(WORD)) {
    const start = from + index;
    if (before >= 0 && !JOINED.test(text.slice(before, start))) words = [];
    const plain = plainOf(written);
    const isSmall = isParticle(plain) || isFunctionWord(plain) || plain === 'e' || plain === 'i';
    before = start + written.length;
    // A possessive is no part of the name.
    const end = before - (/[’']s?$/u.exec(written)?.[0].length ?? 0);
    words.push({ start, end, plain, isCapital: /^\p{Lu}/u.test(written), isSmall });
  }
  return before >= 0 && /^[\s”’"'»*_]*$/u.test(text.slice(before)) ? words : [];
}

/** Whether the words from `at` on spell the letters from `letter` on by their initials; small words may be passed over. */
function spells(words: readonly Word[], at: number, letters: string, letter: number): boolean {
  const word = words[at];
  if (!word) return letter === letters.length;
  if (word.plain[0] === letters[letter] && spells(words, at + 1, letters, letter + 1)) return true;
  return word.isSmall && at > 0 && spells(words, at + 1, letters, letter);
}

/**
 * The first word of the shortest sequence that holds the letters in order, from the last one back, the first letter at
 * a word’s beginning (after Schwartz and Hearst, 2003).
 */
function holdsLetters(words: readonly Word[], letters: string): Word | undefined {
  let letter = letters.length - 1;
  for (let at = words.length - 1; at >= 0; at--) {
    const { plain } = words[at]!;
    for (let k = plain.length - 1; k >= 0; k--) {
      if (plain[k] !== letters[letter] || (letter === 0 && k > 0)) continue;
      if (letter === 0) return words[at]!.isSmall ? undefined : words[at];
      letter--;
    }
  }
  return undefined;
}

/** The first of the capitalised words that stand together at the end; small words may stand between them. */
function nameBefore(words: readonly Word[]): Word | undefined {
  let first: Word | undefined;
  let count = 0;
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at]!;
    if (word.isCapital && !isFunctionWord(word.plain)) {
      first = word;
      count++;
    } else if (!word.isSmall || at === words.length - 1) break;
  }
  return count >= SHORTEST_NAME ? first : undefined;
}

const plainOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}’'ʼʻ‘`]/gu, '')
    .toLowerCase();
