/** What a form asks of the words that name it: their capitals, and the signs that stand between them. */

import { isParticleAt } from './particles';
import { type Signs, signsOf, withoutSpace } from './signs';
import { APART, FIRST_UPPER, HAS_LOWER, HAS_UPPER, JOINED, readWords, Words } from './words';

/** Which capitals a form asks of a text that names it. */
export type Capitals =
  /** Words that the form capitalises begin with a capital; particles (al-, bin, of) may do as they like. */
  | 'name'
  /** Exactly the capitals of the form: acronyms, and other forms without a small letter (*IS*, never *is*). */
  | 'as-written';

/** The text of a form by its number. An index asks for it rarely, and does not keep it. */
export type TextOf = (form: number) => string;

/**
 * What a form asks is one number. Behind AS_WRITTEN there are two bits a word, whether it has small letters, and
 * capitals; else bit k says that word k must begin with a capital.
 */
const AS_WRITTEN = 1 << 31;
const HAS_SIGNS = 1 << 30;
/** Of longer forms, the capitals of later words are not compared. */
const MOST_CASES = 15;
const MIXED_CASE = 3;
const MOST_SIGNS_KNOWN = 1000;
/** For the forms whose own words have to be looked at again. */
const ownWords = new Words(256);

const caseOf = (shape: number): number => (shape & (HAS_LOWER | HAS_UPPER)) >> 1;

/** What a form of these words, thirty at most, asks of a text. */
export function asksOf(words: Words, capitals: Capitals, signs: Signs | undefined): number {
  const ofSigns = signs ? HAS_SIGNS : 0;
  let asks = 0;
  if (capitals === 'as-written') {
    for (let k = 0; k < words.count && k < MOST_CASES; k++) asks |= caseOf(words.shape[k]!) << (2 * k);
    return AS_WRITTEN | asks | ofSigns;
  }
  for (let k = 0; k < words.count; k++) {
    const isCapital = (words.shape[k]! & FIRST_UPPER) !== 0 && (words.shape[k]! & HAS_UPPER) !== 0;
    if (isCapital && (words.count === 1 || !isParticleAt(words, k))) asks |= 1 << k;
  }
  return asks | ofSigns;
}

/** Whether word k of a form that asks so much may begin with a small letter in a text. */
export function mayBeSmall(asks: number, words: Words, k: number): boolean {
  if (asks >= 0) return (asks & (1 << k)) === 0;
  return k >= MOST_CASES || (words.shape[k]! & FIRST_UPPER) === 0;
}

/** Whether the words from `at` on begin with a capital wherever `needed` has a bit. */
export function hasCapitals(words: Words, at: number, needed: number): boolean {
  for (let k = 0, rest = needed; rest !== 0; k++, rest >>>= 1) {
    if (rest & 1 && (words.shape[at + k]! & FIRST_UPPER) === 0) return false;
  }
  return true;
}

/** Compares texts with forms; of some forms, their own texts have to be looked at. */
export class FormDemands {
  readonly textOf: TextOf;
  /** Of forms that have signs, those that were last asked for. */
  readonly #signs = new Map<number, Signs | undefined>();

  constructor(textOf: TextOf) {
    this.textOf = textOf;
  }

  /** Whether the `count` words from `at` on are what a form of these folded words asks; `isJoined`: all of them are. */
  areMet(
    asks: number,
    form: number,
    text: string,
    words: Words,
    at: number,
    count: number,
    isJoined: boolean,
  ): boolean {
    const agrees =
      asks < 0
        ? this.#isAsWritten(asks, form, text, words, at, count)
        : hasCapitals(words, at, asks & ~HAS_SIGNS);
    return agrees && (isJoined || this.#hasSigns(asks, form, text, words, at, count));
  }

  /** The signs of a form that do not merely join its words; undefined for nearly every form. */
  signsOf(asks: number, form: number): Signs | undefined {
    if ((asks & HAS_SIGNS) === 0) return undefined;
    if (this.#signs.has(form)) return this.#signs.get(form);
    if (this.#signs.size >= MOST_SIGNS_KNOWN) this.#signs.clear();
    const own = this.textOf(form);
    const signs = signsOf(own, readWords(own, undefined, undefined, ownWords));
    this.#signs.set(form, signs);
    return signs;
  }

  #isAsWritten(cases: number, form: number, text: string, words: Words, at: number, count: number): boolean {
    let isMixed = false;
    for (let k = 0; k < count && k < MOST_CASES; k++) {
      const own = (cases >> (2 * k)) & MIXED_CASE;
      if (own !== caseOf(words.shape[at + k]!)) return false;
      isMixed ||= own === MIXED_CASE;
    }
    return !isMixed || this.#hasSameLetters(form, text, words, at);
  }

  /** Compares the words that have both small and capital letters (*MoD*) letter by letter. */
  #hasSameLetters(form: number, text: string, words: Words, at: number): boolean {
    const own = this.textOf(form);
    const written = readWords(own, undefined, undefined, ownWords);
    for (let k = 0; k < written.count; k++) {
      if (caseOf(written.shape[k]!) !== MIXED_CASE) continue;
      const mine = own.slice(written.start[k], written.end[k]);
      if (mine !== text.slice(words.start[at + k], words.end[at + k])) return false;
    }
    return true;
  }

  /** Whether, wherever the text's words are not joined, the form has the very signs that stand there. */
  #hasSigns(asks: number, form: number, text: string, words: Words, at: number, count: number): boolean {
    const gaps = this.signsOf(asks, form)?.gaps;
    if (!gaps) return false;
    for (let k = 1; k < count; k++) {
      const shape = words.shape[at + k]!;
      if (shape & JOINED) continue;
      const gap = shape & APART ? '' : text.slice(words.end[at + k - 1], words.start[at + k]);
      if (gaps[k] === '' || withoutSpace(gap) !== gaps[k]) return false;
    }
    return true;
  }
}
