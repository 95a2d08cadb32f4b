/** The dictionary of an index: every folded word once, found by its hash, in flat arrays. */

import type { Steps } from '../text/steps';
import { powerOfTwo, resized, spread } from './flatArrays';
import type { Packed } from './packed';
import { LONGEST_WORD, type Words } from './words';

/** Of a hundred slots, so many hold a word before there are twice as many slots. */
const FULLEST = 60;
const REPLACED_AT_ONCE = 1 << 15;
const UNITS_PER_WORD = 8;

/** Words of at most `LONGEST_WORD` units, numbered in the order in which they came. */
export class WordTable {
  #count: number;
  /** Two entries a slot, so that one look tells most words apart: the hash, and the word's number + 1 (0: empty). */
  #slots: Int32Array;
  /** Word w is `#pool[#starts[w] … #starts[w + 1])`. */
  #starts: Uint32Array;
  #pool: Uint16Array;

  private constructor(slots: Int32Array, starts: Uint32Array, pool: Uint16Array, count: number) {
    this.#slots = slots;
    this.#starts = starts;
    this.#pool = pool;
    this.#count = count;
  }

  /** An empty table with room for so many words. */
  static empty(expected: number): WordTable {
    const slots = new Int32Array(2 * powerOfTwo((expected * 100) / FULLEST));
    const pool = new Uint16Array(expected * UNITS_PER_WORD + LONGEST_WORD);
    return new WordTable(slots, new Uint32Array(expected + 2), pool, 0);
  }

  get count(): number {
    return this.#count;
  }

  /** The number of a text's word `at`; -1 if it is not there. */
  find(words: Words, at: number): number {
    const hash = words.hash[at]!;
    const slots = this.#slots;
    const mask = slots.length - 2;
    for (let slot = (spread(hash) << 1) & mask; ; slot = (slot + 2) & mask) {
      const word = slots[slot + 1]!;
      if (word === 0) return -1;
      if (slots[slot] === hash && this.#equals(word - 1, words, at)) return word - 1;
    }
  }

  /** The number of the word, given to it now if it is new. There must be room: see `isFull`. */
  intern(words: Words, at: number): number {
    const known = this.find(words, at);
    if (known >= 0) return known;
    const from = words.from[at]!;
    const to = words.from[at + 1]!;
    const start = this.#starts[this.#count]!;
    this.#pool.set(words.folded.subarray(from, to), start);
    this.#starts[this.#count + 1] = start + to - from;
    this.#count++;
    place(this.#slots, words.hash[at]!, this.#count);
    return this.#count - 1;
  }

  /** Whether so many more words may find no room. */
  isFull(more: number): boolean {
    const count = this.#count + more;
    return (
      count * 200 > this.#slots.length * FULLEST ||
      count + 1 > this.#starts.length ||
      this.#starts[this.#count]! + more * LONGEST_WORD > this.#pool.length
    );
  }

  /** Makes room for at least so many more words. */
  *grow(more: number): Steps<void> {
    const count = this.#count + more;
    while (count * 200 > this.#slots.length * FULLEST) {
      const slots = new Int32Array(this.#slots.length * 2);
      for (let slot = 0; slot < this.#slots.length; slot += 2) {
        if (this.#slots[slot + 1] !== 0) place(slots, this.#slots[slot]!, this.#slots[slot + 1]!);
        if (slot % REPLACED_AT_ONCE === 0) yield;
      }
      this.#slots = slots;
    }
    if (count + 1 > this.#starts.length) this.#starts = yield* resized(this.#starts, 2 * count);
    const units = this.#starts[this.#count]! + more * LONGEST_WORD;
    if (units > this.#pool.length) this.#pool = yield* resized(this.#pool, 2 * units);
  }

  /** Gives back the room for words that will not come. */
  *trim(): Steps<void> {
    this.#starts = yield* resized(this.#starts, this.#count + 1);
    this.#pool = yield* resized(this.#pool, this.#starts[this.#count]!);
  }

  /** The folded word of a number. */
  wordOf(word: number): string {
    return String.fromCharCode(...this.#pool.subarray(this.#starts[word], this.#starts[word + 1]));
  }

  /** How many units the word of a number has. */
  lengthOf(word: number): number {
    return this.#starts[word + 1]! - this.#starts[word]!;
  }

  /** A unit of the word of a number; -1 behind its end. */
  unitOf(word: number, k: number): number {
    const at = this.#starts[word]! + k;
    return at < this.#starts[word + 1]! ? this.#pool[at]! : -1;
  }

  pack(): Packed {
    return { slots: this.#slots, starts: this.#starts, pool: this.#pool };
  }

  /** The table of these arrays, which must be those of `pack` behind a `trim`; undefined for others. */
  static unpack({ slots, starts, pool }: Packed): WordTable | undefined {
    const isWhole =
      slots instanceof Int32Array && starts instanceof Uint32Array && pool instanceof Uint16Array;
    if (!isWhole || powerOfTwo(slots.length) !== slots.length) return undefined;
    if (starts.length === 0 || starts.at(-1) !== pool.length) return undefined;
    return new WordTable(slots, starts, pool, starts.length - 1);
  }

  #equals(word: number, words: Words, at: number): boolean {
    const start = this.#starts[word]!;
    const from = words.from[at]!;
    const length = words.from[at + 1]! - from;
    if (this.#starts[word + 1]! - start !== length) return false;
    for (let k = 0; k < length; k++) if (this.#pool[start + k] !== words.folded[from + k]) return false;
    return true;
  }
}

function place(slots: Int32Array, hash: number, word: number): void {
  const mask = slots.length - 2;
  let slot = (spread(hash) << 1) & mask;
  while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
  slots[slot] = hash;
  slots[slot + 1] = word;
}
