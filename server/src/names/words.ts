/** Splits text into the words that names are made of, folding each as it goes; one pass, no strings made. */

import {
  APOSTROPHE,
  classOf,
  EXPANDS,
  expansionOf,
  foldedOf,
  IGNORED,
  isAstralLetter,
  JOINER,
  LOOK_ALIKE,
  LOWER,
  NEWLINE,
  PERIOD,
  SURROGATE,
  UPPER,
  WORD,
} from './letters';

/** Bits of `Words.shape`. */
export const FIRST_UPPER = 1;
export const HAS_LOWER = 2;
export const HAS_UPPER = 4;
/** Nothing but joiners stands between this word and the one before: both may belong to one name. */
export const JOINED = 8;
/** A wall or a blank line stands between this word and the one before: they never belong together. */
export const APART = 16;
/** It has a letter of Cyrillic or Greek: it may stand for a word in Latin letters. */
export const FOREIGN = 32;

/** A dictionary of folded words, asked once a word. */
export interface Vocabulary {
  /** The number of the word `units[0…length)`, whose hash is `hash`; -1 if it is not there. */
  find(hash: number, units: Uint16Array, length: number): number;
}

/** Stretches that the reader does not see: emphasis signs, link targets, note references. Sorted, disjoint. */
export interface Hidden {
  readonly start: number;
  readonly end: number;
}

/** The words of a text, as parallel arrays; only `count` entries hold words. Offsets are UTF-16. */
export class Words {
  count = 0;
  /** Whether any of them is foreign. */
  hasForeign = false;
  start: Int32Array;
  end: Int32Array;
  id: Int32Array;
  shape: Uint8Array;

  /** `expected`: for how many words there is room at first. */
  constructor(expected: number) {
    this.start = new Int32Array(expected);
    this.end = new Int32Array(expected);
    this.id = new Int32Array(expected);
    this.shape = new Uint8Array(expected);
  }

  add(start: number, end: number, id: number, shape: number): void {
    if (this.count === this.start.length) this.#grow();
    this.start[this.count] = start;
    this.end[this.count] = end;
    this.id[this.count] = id;
    this.shape[this.count] = shape;
    this.count++;
    this.hasForeign ||= (shape & FOREIGN) !== 0;
  }

  #grow(): void {
    const size = this.count * 2;
    const grown = <A extends Int32Array | Uint8Array>(into: A, from: A): A => {
      into.set(from);
      return into;
    };
    this.start = grown(new Int32Array(size), this.start);
    this.end = grown(new Int32Array(size), this.end);
    this.id = grown(new Int32Array(size), this.id);
    this.shape = grown(new Uint8Array(size), this.shape);
  }
}

/** Longer words are no part of any name; their folded form is cut here. */
export const LONGEST_WORD = 256;
const NONE: readonly Hidden[] = [];
/** The folded word that is being read; reading calls nothing that could read in between but the vocabulary. */
const units = new Uint16Array(LONGEST_WORD);
const HASH_SEED = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;
const LETTER_S = 115;
const NO_WALL = 0x7fffffff;

/**
 * The words of `text`.
 *
 * A word is a run of letters and digits; apostrophes and invisible characters inside it are skipped, an English
 * possessive (’s) at its end and a French elision (d’) before it are left out. Two words are joined when only white space, hyphens, slashes or a short
 * abbreviation's period (*St. Petersburg*, *U.S. Army*, *Gazeta.uz*) lies between them, and at most one line end.
 *
 * @param hidden read as if it were not there; a word goes on through emphasis signs and ends at anything else.
 * @param walls sorted offsets at which something new begins (a paragraph, a cell): no name crosses one.
 */
export function readWords(
  text: string,
  vocabulary: Vocabulary,
  hidden: readonly Hidden[] = NONE,
  walls: readonly number[] = [],
): Words {
  const length = text.length;
  const words = new Words((length >> 2) + 4);
  let hiddenAt = 0;
  let hiddenStart = hidden[0]?.start ?? NO_WALL;
  let wallAt = 0;
  let wall = walls[0] ?? NO_WALL;
  let joinable = false;
  let apart = true;
  let newlines = 0;
  let afterPeriod = false;
  let i = 0;

  while (i < length) {
    if (i >= wall) {
      joinable = false;
      apart = true;
      do wall = walls[++wallAt] ?? NO_WALL;
      while (i >= wall);
    }
    if (i >= hiddenStart) {
      i = Math.max(i, hidden[hiddenAt]!.end);
      hiddenStart = hidden[++hiddenAt]?.start ?? NO_WALL;
      continue;
    }
    const unit = text.charCodeAt(i);
    const bits = classOf(unit);
    const astral = (bits & SURROGATE) !== 0 && i + 1 < length && isAstralLetter(unit, text.charCodeAt(i + 1));
    if ((bits & WORD) === 0 && !astral) {
      if (bits & NEWLINE) {
        if (unit === 10 || text.charCodeAt(i + 1) !== 10) newlines++;
        if (newlines > 1) {
          joinable = false;
          apart = true;
        }
        afterPeriod = false;
      } else if (bits & PERIOD) {
        // A period ends the sentence, and the name, unless what it follows is an abbreviation or it stands inside a name.
        if (!endsAbbreviation(words, text, i) && !continuesAt(text, i + 1)) joinable = false;
        if (afterPeriod) joinable = false;
        afterPeriod = true;
      } else if ((bits & (JOINER | APOSTROPHE | IGNORED)) === 0) joinable = false;
      i++;
      continue;
    }

    const start = i;
    let end = i;
    let used = 0;
    let hash = HASH_SEED;
    let shape = 0;
    let first = true;
    while (i < length) {
      if (i >= hiddenStart) {
        const sign = text.charCodeAt(hiddenStart);
        const emphasis = sign === 42 || sign === 95 || sign === 126;
        if (!emphasis) break;
        i = Math.max(i, hidden[hiddenAt]!.end);
        hiddenStart = hidden[++hiddenAt]?.start ?? NO_WALL;
        continue;
      }
      const next = text.charCodeAt(i);
      const nextBits = classOf(next);
      if (nextBits & WORD) {
        if (nextBits & UPPER) shape |= first ? HAS_UPPER | FIRST_UPPER : HAS_UPPER;
        else if (nextBits & LOWER) shape |= HAS_LOWER;
        else if (first) shape |= FIRST_UPPER;
        first = false;
        if (nextBits & LOOK_ALIKE) shape |= FOREIGN;
        if (nextBits & EXPANDS) {
          const expansion = expansionOf(next);
          for (let k = 0; k < expansion.length && used < LONGEST_WORD; k++) {
            const folded = expansion.charCodeAt(k);
            units[used++] = folded;
            hash = Math.imul(hash ^ folded, HASH_PRIME);
          }
        } else if (used < LONGEST_WORD) {
          const folded = foldedOf(next);
          units[used++] = folded;
          hash = Math.imul(hash ^ folded, HASH_PRIME);
        }
        i++;
        end = i;
      } else if (nextBits & IGNORED) {
        i++;
        if (end === i - 1) end = i;
      } else if (nextBits & APOSTROPHE) {
        const after = i + 1 < hiddenStart ? text.charCodeAt(i + 1) : 0;
        if ((classOf(after) & WORD) === 0) break;
        if ((after | 32) === LETTER_S && !continuesWord(text, i + 2, hiddenStart)) break;
        if (i === start + 1 && isElided(text.charCodeAt(start)) && (classOf(after) & UPPER) !== 0) break;
        i++;
      } else if (nextBits & SURROGATE && i + 1 < length && isAstralLetter(next, text.charCodeAt(i + 1))) {
        for (let k = 0; k < 2; k++) {
          const half = text.charCodeAt(i++);
          if (used < LONGEST_WORD) {
            units[used++] = half;
            hash = Math.imul(hash ^ half, HASH_PRIME);
          }
        }
        if (first) shape |= FIRST_UPPER;
        first = false;
        end = i;
      } else break;
    }
    if (joinable) shape |= JOINED;
    else if (apart) shape |= APART;
    words.add(start, end, vocabulary.find(hash, units, used), shape);
    joinable = true;
    apart = false;
    newlines = 0;
    afterPeriod = false;
    // The possessive belongs to the sentence, not to the name, and is no word of its own.
    if (i < length && i < hiddenStart && classOf(text.charCodeAt(i)) & APOSTROPHE) {
      const after = text.charCodeAt(i + 1);
      if ((after | 32) === LETTER_S && i + 1 < hiddenStart && !continuesWord(text, i + 2, hiddenStart))
        i += 2;
    }
  }
  return words;
}

/** French and Italian: *d’Anzorov*, *l’Afghanistan*. */
const isElided = (unit: number): boolean => (unit | 32) === 100 || (unit | 32) === 108;

const continuesWord = (text: string, at: number, limit: number): boolean =>
  at < text.length && at < limit && (classOf(text.charCodeAt(at)) & (WORD | APOSTROPHE)) !== 0;

const continuesAt = (text: string, at: number): boolean =>
  at < text.length && (classOf(text.charCodeAt(at)) & WORD) !== 0;

/** *St.*, *U.*, *S.*: one letter, or two of which the second is small, right before the period. */
function endsAbbreviation(words: Words, text: string, period: number): boolean {
  const last = words.count - 1;
  if (last < 0 || words.end[last] !== period) return false;
  const size = period - words.start[last]!;
  return size === 1 || (size === 2 && (classOf(text.charCodeAt(period - 1)) & LOWER) !== 0);
}
