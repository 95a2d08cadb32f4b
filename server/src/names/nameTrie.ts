/** A trie over numbered words, in flat arrays: where the words of names lead, and what is known of each place. */

import type { Steps } from '../text/steps';
import { powerOfTwo, resized, spread } from './flatArrays';
import type { Packed } from './packed';

/** Bits of a node's flags. */
export const HAS_FORM = 1;
export const HAS_CHILD = 2;
/** A form goes on behind it with a word that may begin with a small letter. */
export const GOES_ON_SMALL = 4;
/** A form goes on behind it across signs that do not merely join words. */
export const GOES_ON_ACROSS = 8;
/** Behind the first word of a form that may begin with a small letter. */
export const BEGINS_SMALL = 16;

/** Of a hundred slots, so many hold an edge before there are twice as many slots. */
const FULLEST = 60;
const REPLACED_AT_ONCE = 1 << 14;

/** Node 0 is the root. */
export class NameTrie {
  #count: number;
  #flags: Uint8Array;
  #parents: Int32Array;
  /** The word that leads to a node. */
  #words: Int32Array;
  /** From a word straight to its node behind the root; 0: no name begins with it. */
  #roots: Int32Array;
  /** The children of all other nodes, found by hashing (node, word); 0: empty. */
  #slots: Int32Array;
  #edges = 0;

  private constructor(
    count: number,
    flags: Uint8Array,
    parents: Int32Array,
    words: Int32Array,
    roots: Int32Array,
    slots: Int32Array,
  ) {
    this.#count = count;
    this.#flags = flags;
    this.#parents = parents;
    this.#words = words;
    this.#roots = roots;
    this.#slots = slots;
  }

  /** A root alone, with room for so many nodes and words. */
  static empty(nodes: number, words: number): NameTrie {
    const slots = new Int32Array(powerOfTwo(nodes / 2));
    return new NameTrie(
      1,
      new Uint8Array(nodes + 1),
      new Int32Array(nodes + 1),
      new Int32Array(nodes + 1),
      new Int32Array(words),
      slots,
    );
  }

  /** How many nodes there are. */
  get count(): number {
    return this.#count;
  }

  flagsOf(node: number): number {
    return this.#flags[node]!;
  }

  /** Says something more of a node. */
  flag(node: number, bit: number): void {
    this.#flags[node]! |= bit;
  }

  parentOf(node: number): number {
    return this.#parents[node]!;
  }

  /** The number of the word that leads to a node. */
  wordOf(node: number): number {
    return this.#words[node]!;
  }

  /** Where a word leads from a node; 0 where it leads nowhere. */
  child(node: number, word: number): number {
    if (node === 0) return this.#roots[word]!;
    const mask = this.#slots.length - 1;
    for (let slot = edgeHash(node, word) & mask; ; slot = (slot + 1) & mask) {
      const child = this.#slots[slot]!;
      if (child === 0 || (this.#words[child] === word && this.#parents[child] === node)) return child;
    }
  }

  /** Where a word leads from a node, from now on. There must be room: see `isFull`. */
  childOrNew(node: number, word: number): number {
    const known = this.child(node, word);
    if (known !== 0) return known;
    const child = this.#count++;
    this.#flags[node]! |= HAS_CHILD;
    this.#parents[child] = node;
    this.#words[child] = word;
    if (node === 0) this.#roots[word] = child;
    else {
      place(this.#slots, edgeHash(node, word), child);
      this.#edges++;
    }
    return child;
  }

  /** Whether there may be no room for so many more nodes, or for words up to a number. */
  isFull(more: number, words: number): boolean {
    return (
      this.#count + more > this.#flags.length ||
      words > this.#roots.length ||
      (this.#edges + more) * 100 > this.#slots.length * FULLEST
    );
  }

  /** Makes room for at least so many more nodes, and for words up to a number. */
  *grow(more: number, words: number): Steps<void> {
    if (words > this.#roots.length) this.#roots = yield* resized(this.#roots, 2 * words);
    const count = this.#count + more;
    if (count > this.#flags.length) {
      this.#flags = yield* resized(this.#flags, 2 * count);
      this.#parents = yield* resized(this.#parents, 2 * count);
      this.#words = yield* resized(this.#words, 2 * count);
    }
    while ((this.#edges + more) * 100 > this.#slots.length * FULLEST) {
      const slots = new Int32Array(this.#slots.length * 2);
      for (let slot = 0; slot < this.#slots.length; slot++) {
        const child = this.#slots[slot]!;
        if (child !== 0) place(slots, edgeHash(this.#parents[child]!, this.#words[child]!), child);
        if (slot % REPLACED_AT_ONCE === 0) yield;
      }
      this.#slots = slots;
    }
  }

  /** Gives back the room for nodes that will not come; of `words` words, each has its place behind the root. */
  *trim(words: number): Steps<void> {
    this.#roots = yield* resized(this.#roots, words);
    this.#flags = yield* resized(this.#flags, this.#count);
    this.#parents = yield* resized(this.#parents, this.#count);
    this.#words = yield* resized(this.#words, this.#count);
  }

  pack(): Packed {
    return {
      flags: this.#flags,
      parents: this.#parents,
      words: this.#words,
      roots: this.#roots,
      slots: this.#slots,
    };
  }

  /** The trie of these arrays, which must be those of `pack` behind a `trim`; undefined for others. */
  static unpack({ flags, parents, words, roots, slots }: Packed): NameTrie | undefined {
    const isWhole =
      flags instanceof Uint8Array &&
      parents instanceof Int32Array &&
      words instanceof Int32Array &&
      roots instanceof Int32Array &&
      slots instanceof Int32Array;
    if (!isWhole || powerOfTwo(slots.length) !== slots.length) return undefined;
    if (flags.length === 0 || parents.length !== flags.length || words.length !== flags.length)
      return undefined;
    return new NameTrie(flags.length, flags, parents, words, roots, slots);
  }
}

function place(slots: Int32Array, hash: number, child: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = child;
}

const edgeHash = (node: number, word: number): number =>
  spread(Math.imul(node, 0x9e3779b1 | 0) ^ Math.imul(word + 1, 0x85ebca6b | 0));
