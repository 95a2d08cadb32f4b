/** Splits text into the words that names are made of, folding and hashing each as it goes; one pass, no strings made. */

import {
  APOSTROPHE,
  ASK,
  CLASS_SHIFT,
  classOf,
  EXPANDS,
  expansionOf,
  IGNORED,
  isAstralLetter,
  JOINER,
  LETTERS,
  LOWER,
  NEWLINE,
  PERIOD,
  PLAIN,
  SURROGATE,
  UPPER,
  WORD,
} from './letters';
import { type Hidden, unitsOf } from './textUnits';

export type { Hidden } from './textUnits';

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
/** The bits that are those of a word's letters. */
const OF_LETTERS = HAS_LOWER | HAS_UPPER | FOREIGN;

/** The words of a text, as parallel arrays; only `count` entries hold words. Offsets are UTF-16. */
export class Words {
  count = 0;
  /** Whether any of them is foreign. */
  hasForeign = false;
  start: Int32Array;
  end: Int32Array;
  shape: Uint8Array;
  /** A hash of each folded word: equal for equal words, and seldom for others. */
  hash: Int32Array;
  /** The folded word k is `folded[from[k] … from[k + 1])`. */
  from: Int32Array;
  folded: Uint16Array;

  /** `length`: of the text for which there is room at first. */
  constructor(length: number) {
    const expected = (length >> 2) + 4;
    this.start = new Int32Array(expected);
    this.end = new Int32Array(expected);
    this.shape = new Uint8Array(expected);
    this.hash = new Int32Array(expected);
    this.from = new Int32Array(expected + 1);
    this.folded = new Uint16Array(length + 4);
  }

  /** The folded word k. */
  wordOf(k: number): string {
    const to = this.from[k + 1]!;
    let word = '';
    for (let at = this.from[k]!; at < to; at++) word += String.fromCharCode(this.folded[at]!);
    return word;
  }

  /** Makes room for twice as many words. */
  grow(): void {
    const size = this.start.length * 2;
    this.start = resized(this.start, size);
    this.end = resized(this.end, size);
    this.shape = resized(this.shape, size);
    this.hash = resized(this.hash, size);
    this.from = resized(this.from, size + 1);
  }

  /** Makes room for at least so many folded units. */
  growFolded(least: number): void {
    if (least > this.folded.length)
      this.folded = resized(this.folded, Math.max(least, this.folded.length * 2));
  }
}

/** The same array with more room. */
function resized<A extends Int32Array | Uint8Array | Uint16Array>(from: A, size: number): A {
  const Kind = from.constructor as new (size: number) => A;
  const into = new Kind(size);
  into.set(from);
  return into;
}

/** The hash of folded units, from the first to the one behind the last. */
export function hashOf(units: Uint16Array, from: number, to: number): number {
  let hash = HASH_SEED;
  for (let at = from; at < to; at++) hash = turned(hash) ^ units[at]!;
  return hash;
}

const INVISIBLE = /\p{Cf}/u;
/** Longer words are no part of any name; their folded form is cut here. */
export const LONGEST_WORD = 256;
const NO_HIDDEN: readonly Hidden[] = [];
const NO_WALLS: readonly number[] = [];
const HASH_SEED = 0x811c9dc5 | 0;
/** A hash turns by so many bits before the next unit comes in: quicker than multiplying, and enough for short words. */
const TURN = 5;
const turned = (hash: number): number => (hash << TURN) | (hash >>> (32 - TURN));
const UNIT = 0xffff;
const LETTER_S = 115;
/** What stands nowhere in a text stands here. */
const NOWHERE = 0x7fffffff;
/** What may go on with a word that plain letters have begun. */
const GOES_ON = WORD | IGNORED | APOSTROPHE | SURROGATE | ASK;
/** What asks for a closer look where no word has begun. */
const SLOW_BETWEEN = WORD | IGNORED | APOSTROPHE | SURROGATE | NEWLINE | PERIOD | ASK;

/**
 * The words of `text`.
 *
 * A word is a run of letters and digits; apostrophes and invisible characters inside it are skipped, an English
 * possessive (’s) at its end and a French elision (d’) before it are left out. Two words are joined when only white space, hyphens, slashes or a short
 * abbreviation's period (*St. Petersburg*, *U.S. Army*, *Gazeta.uz*) lies between them, and at most one line end.
 *
 * @param hidden read as if it were not there; a word goes on through emphasis signs and ends at anything else.
 * @param walls sorted offsets at which something new begins (a paragraph, a cell): no name crosses one.
 * @param into is emptied, filled and returned: whoever reads many short texts makes its arrays once.
 */
export function readWords(
  text: string,
  hidden: readonly Hidden[] = NO_HIDDEN,
  walls: readonly number[] = NO_WALLS,
  into: Words = new Words(text.length),
): Words {
  const length = text.length;
  into.growFolded(length);
  const units = unitsOf(text, hidden);
  let count = 0;
  let used = 0;
  let anyBits = 0;
  let hiddenAt = 0;
  let hiddenStart = hidden[0]?.start ?? NOWHERE;
  let wallAt = 0;
  let wall = walls[0] ?? NOWHERE;
  /** How the next word stands to the one before: JOINED, APART or neither. */
  let gap = APART;
  let newlines = 0;
  let afterPeriod = false;
  let i = 0;

  while (i < length) {
    if (i >= wall) {
      gap = APART;
      do wall = walls[++wallAt] ?? NOWHERE;
      while (i >= wall);
    }
    if (i >= hiddenStart) {
      i = Math.max(i, hidden[hiddenAt]!.end);
      hiddenStart = hidden[++hiddenAt]?.start ?? NOWHERE;
      continue;
    }

    // The fast way, which nearly all of a text goes: words of plain letters, with single joiners or signs between them.
    // It calls nothing, and comes to an end wherever anything more is to be asked.
    const { start: starts, end: ends, shape: shapes, hash: hashes, from: froms, folded } = into;
    const stop = Math.min(length, wall);
    const room = starts.length;
    let from = used;
    let start = i;
    let hash = HASH_SEED;
    let all = 0;
    let bits = 0;
    while (i < stop && count < room) {
      bits = LETTERS[units[i]!]!;
      if ((bits & PLAIN) === 0) {
        if ((bits & SLOW_BETWEEN) !== 0) {
          // Nearly every period ends a sentence: it stands behind a word that is no abbreviation, and no word follows.
          const endsSentence =
            (bits & PERIOD) !== 0 &&
            count > 0 &&
            ends[count - 1] === i &&
            i - starts[count - 1]! > LONGEST_ABBREVIATION &&
            (LETTERS[units[i + 1]!]! & (WORD | ASK)) === 0;
          if (!endsSentence) break;
          afterPeriod = true;
        }
        if ((bits & JOINER) === 0) gap &= ~JOINED;
        i++;
        continue;
      }
      start = i;
      const first = bits;
      do {
        folded[used++] = bits;
        hash = turned(hash) ^ (bits & UNIT);
        all |= bits;
        bits = LETTERS[units[++i]!]!;
      } while ((bits & PLAIN) !== 0);
      if ((bits & GOES_ON) !== 0 || used - from > LONGEST_WORD) break;
      starts[count] = start;
      ends[count] = i;
      hashes[count] = hash;
      froms[count] = from;
      // What begins with a digit, or a letter that has no case, counts as capitalised.
      shapes[count] = ((all >> CLASS_SHIFT) & OF_LETTERS) | (first & LOWER ? 0 : FIRST_UPPER) | gap;
      count++;
      anyBits |= all;
      from = used;
      hash = HASH_SEED;
      all = 0;
      gap = JOINED;
      newlines = 0;
      afterPeriod = false;
    }
    if (count === room) {
      into.grow();
      continue;
    }
    if (i === length && used === from) break;
    const isBegun = used > from;
    if (!isBegun) {
      if (i >= stop || i >= hiddenStart) continue;
      const unit = text.charCodeAt(i);
      bits = classOf(unit);
      if ((bits & WORD) === 0) {
        if (bits & NEWLINE) {
          if (unit === 10 || i + 1 === length || text.charCodeAt(i + 1) !== 10) newlines++;
          if (newlines > 1) gap = APART;
          afterPeriod = false;
          i++;
          continue;
        }
        const isAstral =
          (bits & SURROGATE) !== 0 && i + 1 < length && isAstralLetter(unit, text.charCodeAt(i + 1));
        if (!isAstral) {
          if (bits & PERIOD) {
            // A period ends the sentence, and the name, unless what it follows is an abbreviation or it stands inside a name.
            const isShort = count > 0 && ends[count - 1] === i && isAbbreviation(text, starts[count - 1]!, i);
            if (afterPeriod || (!isShort && !continuesAt(text, i + 1))) gap &= ~JOINED;
            afterPeriod = true;
          } else if ((bits & (APOSTROPHE | IGNORED | JOINER)) === 0) gap &= ~JOINED;
          i++;
          continue;
        }
      }
      start = i;
    }

    // The long way for the rest of a word: marks, apostrophes, letters of several units, what is hidden in it.
    const first = classOf(text.charCodeAt(start));
    const most = from + LONGEST_WORD;
    if (used > most) {
      used = most;
      hash = hashOf(folded, from, used);
    }
    let end = i;
    let goesOn = true;
    while (goesOn && i < length) {
      if (i >= hiddenStart) {
        const sign = text.charCodeAt(hiddenStart);
        const isEmphasis = sign === 42 || sign === 95 || sign === 126;
        if (!isEmphasis) break;
        i = Math.max(i, hidden[hiddenAt]!.end);
        hiddenStart = hidden[++hiddenAt]?.start ?? NOWHERE;
        continue;
      }
      const next = text.charCodeAt(i);
      const nextBits = classOf(next);
      if (nextBits & PLAIN) {
        if (used < most) {
          into.folded[used++] = nextBits;
          hash = turned(hash) ^ (nextBits & UNIT);
        }
        all |= nextBits;
        i++;
        end = i;
      } else if (nextBits & EXPANDS) {
        const expansion = expansionOf(next);
        into.growFolded(used + expansion.length + length - i);
        for (let k = 0; k < expansion.length && used < most; k++) {
          const one = expansion.charCodeAt(k);
          into.folded[used++] = one;
          hash = turned(hash) ^ one;
        }
        all |= nextBits;
        i++;
        end = i;
      } else if (nextBits & IGNORED) {
        i++;
        // A mark belongs to its letter; the sign that ends a change of direction is not in the word.
        if (end === i - 1 && !INVISIBLE.test(text.charAt(end))) end = i;
      } else if (nextBits & APOSTROPHE) {
        const after = i + 1 < hiddenStart && i + 1 < length ? text.charCodeAt(i + 1) : 0;
        if ((classOf(after) & WORD) === 0) break;
        if ((after | 32) === LETTER_S && !continuesWord(text, i + 2, hiddenStart)) break;
        if (i === start + 1 && isElided(text.charCodeAt(start)) && (classOf(after) & UPPER) !== 0) break;
        i++;
      } else if (nextBits & SURROGATE && i + 1 < length && isAstralLetter(next, text.charCodeAt(i + 1))) {
        for (let k = 0; k < 2; k++) {
          const half = text.charCodeAt(i++);
          if (used < most) {
            into.folded[used++] = half;
            hash = turned(hash) ^ half;
          }
        }
        end = i;
      } else goesOn = false;
    }
    starts[count] = start;
    ends[count] = end;
    hashes[count] = hash;
    froms[count] = from;
    shapes[count] = ((all >> CLASS_SHIFT) & OF_LETTERS) | (first & LOWER ? 0 : FIRST_UPPER) | gap;
    count++;
    anyBits |= all;
    gap = JOINED;
    newlines = 0;
    afterPeriod = false;
    // The possessive belongs to the sentence, not to the name, and is no word of its own.
    if (goesOn && i + 1 < hiddenStart && i + 1 < length && classOf(text.charCodeAt(i)) & APOSTROPHE) {
      const after = text.charCodeAt(i + 1);
      if ((after | 32) === LETTER_S && !continuesWord(text, i + 2, hiddenStart)) i += 2;
    }
  }
  into.from[count] = used;
  into.count = count;
  into.hasForeign = ((anyBits >> CLASS_SHIFT) & FOREIGN) !== 0;
  return into;
}

/** French and Italian: *d’Anzorov*, *l’Afghanistan*. */
const isElided = (unit: number): boolean => (unit | 32) === 100 || (unit | 32) === 108;

const continuesWord = (text: string, at: number, limit: number): boolean =>
  at < text.length && at < limit && (classOf(text.charCodeAt(at)) & (WORD | APOSTROPHE)) !== 0;

const continuesAt = (text: string, at: number): boolean =>
  at < text.length && (classOf(text.charCodeAt(at)) & WORD) !== 0;

const LONGEST_ABBREVIATION = 2;

/** *St.*, *U.*, *S.*: one letter, or two of which the second is small, right before the period. */
const isAbbreviation = (text: string, start: number, period: number): boolean =>
  period - start === 1 || (period - start === 2 && (classOf(text.charCodeAt(period - 1)) & LOWER) !== 0);
