/** The dictionary of an index: every folded word once, found by its hash, in flat arrays. */

import type { Steps } from '../text/steps';
import { powerOfTwo, resized, spread } from './flatArrays';
import type { Packed } from './packed';
import { hashOf, LONGEST_WORD, type Words } from './words';

/** Of a hundred slots, so many hold a word before there are twice as many slots. */
const FULLEST = 60;
const REPLACED_AT_ONCE = 1 << 11;
/** Words begin at every fourth unit of the pool; the number of a word is its place there, divided by that. */
const ALIGNED = 4;
/** A slot has a word's number in its lower bits, and above them a part of the hash, which tells most others apart. */
const TAG_AT = 26;
const WORD_MASK = (1 << TAG_AT) - 1;
/** In the pool, the length of a word stands before its units. */
const UNITS_AT = 1;
const LONGEST_ENTRY = Math.ceil((LONGEST_WORD + UNITS_AT) / ALIGNED) * ALIGNED;
const EXPECTED_ENTRY = 12;

/** Words of at most `LONGEST_WORD` units, each under a number above 0 that rises in the order in which they came. */
export class WordTable {
  #count: number;
  /** The numbers of the words, found by hashing; 0: empty. */
  #slots: Int32Array;
  #pool: Uint16Array;
  /** The number of the next new word. */
  #next: number;

  private constructor(slots: Int32Array, pool: Uint16Array, count: number, next: number) {
    this.#slots = slots;
    this.#pool = pool;
    this.#count = count;
    this.#next = next;
  }

  /** An empty table with room for so many words. */
  static empty(expected: number): WordTable {
    const slots = new Int32Array(powerOfTwo((expected * 100) / FULLEST));
    // Room that is never used is never touched, and costs nothing.
    const pool = new Uint16Array(2 * (aligned(expected * EXPECTED_ENTRY) + LONGEST_ENTRY));
    return new WordTable(slots, pool, 0, 1);
  }

  get count(): number {
    return this.#count;
  }

  /** The number of a text's word `at`; 0 if it is not there. */
  find(words: Words, at: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const hash = spread(words.hash[at]!);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const held = slots[slot]!;
      if (held === 0) return 0;
      if ((held ^ hash) >>> TAG_AT === 0 && this.is(held & WORD_MASK, words, at)) return held & WORD_MASK;
    }
  }

  /** The number of the word, given to it now if it is new. There must be room: see `isFull`. */
  intern(words: Words, at: number): number {
    const known = this.find(words, at);
    if (known !== 0) return known;
    const word = this.#next;
    const from = words.from[at]!;
    const length = words.from[at + 1]! - from;
    const units = word * ALIGNED + UNITS_AT;
    this.#pool[word * ALIGNED] = length;
    for (let k = 0; k < length; k++) this.#pool[units + k] = words.folded[from + k]!;
    this.#next = this.after(word);
    this.#count++;
    place(this.#slots, words.hash[at]!, word);
    return word;
  }

  /** Whether so many more words can get numbers: some fifty million have them. */
  canNumber(more: number): boolean {
    return this.#next + (more * LONGEST_ENTRY) / ALIGNED <= WORD_MASK;
  }

  /** Whether so many more words may find no room. */
  isFull(more: number): boolean {
    return (
      (this.#count + more) * 100 > this.#slots.length * FULLEST ||
      this.#next * ALIGNED + more * LONGEST_ENTRY > this.#pool.length
    );
  }

  /** Makes room for at least so many more words. */
  *grow(more: number): Steps<void> {
    while ((this.#count + more) * 100 > this.#slots.length * FULLEST) {
      const slots = new Int32Array(this.#slots.length * 2);
      let seen = 0;
      for (let word = this.first; word < this.#next; word = this.after(word)) {
        place(slots, this.hashOf(word), word);
        if (++seen % REPLACED_AT_ONCE === 0) yield;
      }
      this.#slots = slots;
    }
    const units = this.#next * ALIGNED + more * LONGEST_ENTRY;
    if (units > this.#pool.length) this.#pool = yield* resized(this.#pool, aligned(2 * units));
  }

  /** Gives back the room for words that will not come, where it is more than the room for those that have. */
  *trim(): Steps<void> {
    const used = this.#next * ALIGNED;
    if (2 * used < this.#pool.length) this.#pool = yield* resized(this.#pool, used);
  }

  /** The number of the first word; there is one if `count` is not 0. */
  get first(): number {
    return 1;
  }

  /** A number above those of all words. */
  get end(): number {
    return this.#next;
  }

  /** The number of the word that came after this one. */
  after(word: number): number {
    return word + Math.ceil((UNITS_AT + this.lengthOf(word)) / ALIGNED);
  }

  /** The folded word of a number. */
  wordOf(word: number): string {
    const length = this.lengthOf(word);
    let text = '';
    for (let k = 0; k < length; k++) text += String.fromCharCode(this.unitOf(word, k));
    return text;
  }

  /** The hash of the word of a number, as `Words` has it. */
  hashOf(word: number): number {
    const start = word * ALIGNED + UNITS_AT;
    return hashOf(this.#pool, start, start + this.lengthOf(word));
  }

  /** How many units the word of a number has. */
  lengthOf(word: number): number {
    return this.#pool[word * ALIGNED]!;
  }

  /** Unit k of the word of a number; k is less than its length. */
  unitOf(word: number, k: number): number {
    return this.#pool[word * ALIGNED + UNITS_AT + k]!;
  }

  pack(): Packed {
    const pool = this.#pool.subarray(0, this.#next * ALIGNED);
    return { slots: this.#slots, pool, count: Int32Array.of(this.#count) };
  }

  /** The table of these arrays, which must be those of `pack`; undefined for others. */
  static unpack({ slots, pool, count }: Packed): WordTable | undefined {
    const isWhole = slots instanceof Int32Array && pool instanceof Uint16Array && count instanceof Int32Array;
    if (!isWhole || powerOfTwo(slots.length) !== slots.length) return undefined;
    if (pool.length < ALIGNED || pool.length % ALIGNED !== 0) return undefined;
    return new WordTable(slots, pool, count[0]!, pool.length / ALIGNED);
  }

  /** Whether the word of a number is a text's word `at`. */
  is(word: number, words: Words, at: number): boolean {
    const pool = this.#pool;
    const folded = words.folded;
    const start = word * ALIGNED + UNITS_AT;
    const from = words.from[at]!;
    const length = words.from[at + 1]! - from;
    if (pool[word * ALIGNED] !== length) return false;
    for (let k = 0; k < length; k++) if (pool[start + k] !== folded[from + k]) return false;
    return true;
  }
}

const aligned = (units: number): number => Math.ceil(units / ALIGNED) * ALIGNED;

function place(slots: Int32Array, hash: number, word: number): void {
  const mask = slots.length - 1;
  const spreadHash = spread(hash);
  let slot = spreadHash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = (spreadHash & ~WORD_MASK) | word;
}
