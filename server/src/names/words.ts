/** Splits text into the words that names are made of, folding and hashing each as it goes; one pass, no strings made. */

import {
  APOSTROPHE,
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
    return String.fromCharCode(...this.folded.subarray(this.from[k], this.from[k + 1]));
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

/** Longer words are no part of any name; their folded form is cut here. */
export const LONGEST_WORD = 256;
const NO_HIDDEN: readonly Hidden[] = [];
const NO_WALLS: readonly number[] = [];
const HASH_SEED = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;
const UNIT = 0xffff;
const LETTER_S = 115;
/** What stands nowhere in a text stands here. */
const NOWHERE = 0x7fffffff;
/** What may go on with a word that plain letters have begun. */
const GOES_ON = WORD | IGNORED | APOSTROPHE | SURROGATE;

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
  let { start: starts, end: ends, shape: shapes, hash: hashes, from: froms, folded } = into;
  let count = 0;
  let used = 0;
  let anyBits = 0;
  let hiddenAt = 0;
  let hiddenStart = hidden[0]?.start ?? NOWHERE;
  let wallAt = 0;
  let wall = walls[0] ?? NOWHERE;
  let nextStop = Math.min(wall, hiddenStart);
  /** How the next word stands to the one before: JOINED, APART or neither. */
  let gap = APART;
  let newlines = 0;
  let afterPeriod = false;
  let i = 0;

  while (i < length) {
    if (i >= nextStop) {
      if (i >= wall) {
        gap = APART;
        do wall = walls[++wallAt] ?? NOWHERE;
        while (i >= wall);
      }
      if (i >= hiddenStart) {
        i = Math.max(i, hidden[hiddenAt]!.end);
        hiddenStart = hidden[++hiddenAt]?.start ?? NOWHERE;
        nextStop = Math.min(wall, hiddenStart);
        continue;
      }
      nextStop = Math.min(wall, hiddenStart);
    }
    const unit = text.charCodeAt(i);
    const bits = LETTERS[unit]! || classOf(unit);
    if ((bits & WORD) === 0) {
      // Nearly every gap is one space.
      if ((bits & (JOINER | NEWLINE)) === JOINER) {
        i++;
        continue;
      }
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
        } else if ((bits & (APOSTROPHE | IGNORED)) === 0) gap &= ~JOINED;
        i++;
        continue;
      }
    }

    const start = i;
    const from = used;
    const most = from + LONGEST_WORD;
    let hash = HASH_SEED;
    let all = 0;
    let last = bits;
    const until = Math.min(length, hiddenStart, i + LONGEST_WORD);
    while (i < until) {
      last = LETTERS[text.charCodeAt(i)]!;
      if ((last & PLAIN) === 0) break;
      folded[used++] = last;
      hash = Math.imul(hash ^ (last & UNIT), HASH_PRIME);
      all |= last;
      i++;
    }
    let end = i;
    // Most words end here. Marks, apostrophes, long words and what is hidden take the long way.
    let goesOn = i < until ? (last & GOES_ON) !== 0 || last === 0 : i < length;
    while (goesOn && i < length) {
      if (i >= hiddenStart) {
        const sign = text.charCodeAt(hiddenStart);
        const isEmphasis = sign === 42 || sign === 95 || sign === 126;
        if (!isEmphasis) break;
        i = Math.max(i, hidden[hiddenAt]!.end);
        hiddenStart = hidden[++hiddenAt]?.start ?? NOWHERE;
        nextStop = Math.min(wall, hiddenStart);
        continue;
      }
      const next = text.charCodeAt(i);
      const nextBits = classOf(next);
      if (nextBits & PLAIN) {
        if (used < most) {
          folded[used++] = nextBits;
          hash = Math.imul(hash ^ (nextBits & UNIT), HASH_PRIME);
        }
        all |= nextBits;
        i++;
        end = i;
      } else if (nextBits & EXPANDS) {
        const expansion = expansionOf(next);
        if (used + expansion.length + length - i > folded.length) {
          into.growFolded(used + expansion.length + length - i);
          folded = into.folded;
        }
        for (let k = 0; k < expansion.length && used < most; k++) {
          const one = expansion.charCodeAt(k);
          folded[used++] = one;
          hash = Math.imul(hash ^ one, HASH_PRIME);
        }
        all |= nextBits;
        i++;
        end = i;
      } else if (nextBits & IGNORED) {
        i++;
        if (end === i - 1) end = i;
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
            folded[used++] = half;
            hash = Math.imul(hash ^ half, HASH_PRIME);
          }
        }
        end = i;
      } else goesOn = false;
    }

    if (count === starts.length) {
      into.grow();
      ({ start: starts, end: ends, shape: shapes, hash: hashes, from: froms } = into);
    }
    anyBits |= all;
    starts[count] = start;
    ends[count] = end;
    hashes[count] = hash;
    froms[count] = from;
    // What begins with a digit, or a letter that has no case, counts as capitalised.
    shapes[count] = ((all >> CLASS_SHIFT) & OF_LETTERS) | (bits & LOWER ? 0 : FIRST_UPPER) | gap;
    count++;
    gap = JOINED;
    newlines = 0;
    afterPeriod = false;
    // The possessive belongs to the sentence, not to the name, and is no word of its own.
    if (goesOn && i + 1 < hiddenStart && i + 1 < length && classOf(text.charCodeAt(i)) & APOSTROPHE) {
      const after = text.charCodeAt(i + 1);
      if ((after | 32) === LETTER_S && !continuesWord(text, i + 2, hiddenStart)) i += 2;
    }
  }
  froms[count] = used;
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

/** *St.*, *U.*, *S.*: one letter, or two of which the second is small, right before the period. */
const isAbbreviation = (text: string, start: number, period: number): boolean =>
  period - start === 1 || (period - start === 2 && (classOf(text.charCodeAt(period - 1)) & LOWER) !== 0);
