/** A trie over numbered words, in flat arrays: where the words of names lead, and what is known of each place. */

import type { Steps } from '../text/steps';
import { powerOfTwo, resized, spread } from './flatArrays';
import type { Packed } from './packed';
import type { Words } from './words';
import type { WordTable } from './wordTable';

/** Bits of a node's flags. */
export const HAS_FORM = 1;
export const HAS_CHILD = 2;
/** A form goes on behind it with a word that may begin with a small letter. */
export const GOES_ON_SMALL = 4;
/** A form goes on behind it across signs that do not merely join words. */
export const GOES_ON_ACROSS = 8;
/** Behind the first word of a form that may begin with a small letter. */
export const BEGINS_SMALL = 16;
/** The higher bits are whoever's who sets them. */
export const FLAG_BITS = 5;

/** Of a hundred slots, so many hold an edge before there are twice as many slots. */
const FULLEST = 60;
const REPLACED_AT_ONCE = 1 << 11;
/** A node takes so many entries, so that all that is known of it lies together. */
const NODE = 4;
const PARENT = 0;
const WORD = 1;
const LAST_FORM = 2;
const FLAGS = 3;
/** A slot has a node in its lower bits, and above them a part of the hash, which tells most others apart. */
const NODE_BITS = 26;
const NODE_MASK = (1 << NODE_BITS) - 1;
/** There are no more nodes: some twenty million names have as many. */
export const MOST_NODES = NODE_MASK;

/**
 * Node 0 is the root. A text has many words and the trie is larger than a processor's cache, so that following a word
 * looks at few places: a slot, the node that it leads to, and the letters of the word.
 */
export class NameTrie {
  readonly #table: WordTable;
  #nodes: Int32Array;
  /** Where words lead, found by hashing node and word; 0: empty. */
  #slots: Int32Array;
  #count: number;

  private constructor(table: WordTable, nodes: Int32Array, slots: Int32Array, count: number) {
    this.#table = table;
    this.#nodes = nodes;
    this.#slots = slots;
    this.#count = count;
  }

  /** A root alone, with room for so many nodes behind it; `table` numbers the words. */
  static empty(table: WordTable, nodes: number): NameTrie {
    // Room that is never used is never touched, and costs nothing; but what is not used of the slots lies among the rest.
    const room = new Int32Array(NODE * Math.ceil(1.25 * (nodes + 1)));
    return new NameTrie(table, room, new Int32Array(powerOfTwo(nodes)), 1);
  }

  /** How many nodes there are. */
  get count(): number {
    return this.#count;
  }

  flagsOf(node: number): number {
    return this.#nodes[node * NODE + FLAGS]!;
  }

  /** Says something more of a node. */
  flag(node: number, bit: number): void {
    this.#nodes[node * NODE + FLAGS]! |= bit;
  }

  parentOf(node: number): number {
    return this.#nodes[node * NODE + PARENT]!;
  }

  /** The number of the word that leads to a node. */
  wordOf(node: number): number {
    return this.#nodes[node * NODE + WORD]!;
  }

  /** The last form that ends at a node; only where the node has one. */
  lastForm(node: number): number {
    return this.#nodes[node * NODE + LAST_FORM]!;
  }

  setLastForm(node: number, form: number): void {
    this.#nodes[node * NODE + LAST_FORM] = form;
    this.flag(node, HAS_FORM);
  }

  /** Sets all flags of a node. */
  setFlags(node: number, flags: number): void {
    this.#nodes[node * NODE + FLAGS] = flags;
  }

  /** Where a text's word `at` leads from a node; 0 where it leads nowhere. */
  child(node: number, words: Words, at: number): number {
    const slots = this.#slots;
    const nodes = this.#nodes;
    const mask = slots.length - 1;
    const hash = edgeHash(node, words.hash[at]!);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const held = slots[slot]!;
      if (held === 0) return 0;
      if ((held ^ hash) >>> NODE_BITS !== 0) continue;
      const child = held & NODE_MASK;
      if (nodes[child * NODE] === node && this.#table.is(nodes[child * NODE + WORD]!, words, at))
        return child;
    }
  }

  /** The same for a word by its number. */
  childBy(node: number, word: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = edgeHash(node, this.#table.hashOf(word)) & mask; ; slot = (slot + 1) & mask) {
      const child = this.#slots[slot]! & NODE_MASK;
      if (child === 0 || (this.parentOf(child) === node && this.wordOf(child) === word)) return child;
    }
  }

  /** Where a text's word `at` leads from a node, from now on. There must be room: see `isFull`. */
  childOrNew(node: number, words: Words, at: number): number {
    const known = this.child(node, words, at);
    if (known !== 0) return known;
    const child = this.#count++;
    this.#nodes[child * NODE + PARENT] = node;
    this.#nodes[child * NODE + WORD] = this.#table.intern(words, at);
    place(this.#slots, edgeHash(node, words.hash[at]!), child);
    this.flag(node, HAS_CHILD);
    return child;
  }

  /** Whether there may be no room for so many more nodes. */
  isFull(more: number): boolean {
    const count = this.#count + more;
    return count * NODE > this.#nodes.length || count * 100 > this.#slots.length * FULLEST;
  }

  /** Makes room for at least so many more nodes. */
  *grow(more: number): Steps<void> {
    const count = this.#count + more;
    if (count * NODE > this.#nodes.length) this.#nodes = yield* resized(this.#nodes, 2 * count * NODE);
    while (count * 100 > this.#slots.length * FULLEST) {
      const slots = new Int32Array(this.#slots.length * 2);
      for (let child = 1; child < this.#count; child++) {
        place(slots, edgeHash(this.parentOf(child), this.#table.hashOf(this.wordOf(child))), child);
        if (child % REPLACED_AT_ONCE === 0) yield;
      }
      this.#slots = slots;
    }
  }

  /** Gives back the room for nodes that will not come, where it is more than the room for those that have. */
  *trim(): Steps<void> {
    const used = this.#count * NODE;
    if (2 * used < this.#nodes.length) this.#nodes = yield* resized(this.#nodes, used);
  }

  pack(): Packed {
    return { nodes: this.#nodes.subarray(0, this.#count * NODE), slots: this.#slots };
  }

  /** The trie of these arrays, which must be those of `pack`; undefined for others. */
  static unpack(table: WordTable, { nodes, slots }: Packed): NameTrie | undefined {
    const isWhole = nodes instanceof Int32Array && slots instanceof Int32Array;
    if (!isWhole || powerOfTwo(slots.length) !== slots.length) return undefined;
    if (nodes.length < NODE || nodes.length % NODE !== 0) return undefined;
    return new NameTrie(table, nodes, slots, nodes.length / NODE);
  }
}

function place(slots: Int32Array, hash: number, child: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = (hash & ~NODE_MASK) | child;
}

const edgeHash = (node: number, hash: number): number =>
  spread(Math.imul(node, 0x9e3779b1 | 0) ^ Math.imul(hash, 0x85ebca6b | 0));
