/** The words of a dictionary in the order of their units: those that begin alike stand together. */

import { isBefore, sortedWords } from './wordOrder';
import type { WordTable } from './wordTable';

/** From the first rank to the one behind the last. */
export type Ranks = readonly [from: number, to: number];

/** A word's rank is its place in the order. */
export class SortedWords {
  readonly #table: WordTable;
  /** The numbers of the words. */
  readonly order: Int32Array;

  /** @param order as `sortedWords` gave it for this table. */
  constructor(table: WordTable, order: Int32Array) {
    this.#table = table;
    this.order = order;
  }

  static readonly orderOf = sortedWords;

  get count(): number {
    return this.order.length;
  }

  wordAt(rank: number): string {
    return this.#table.wordOf(this.order[rank]!);
  }

  lengthAt(rank: number): number {
    return this.#table.lengthOf(this.order[rank]!);
  }

  /** Unit k of the word of a rank; -1 behind its end. */
  unitAt(rank: number, k: number): number {
    const word = this.order[rank]!;
    return k < this.#table.lengthOf(word) ? this.#table.unitOf(word, k) : -1;
  }

  /** The words that begin with these units. */
  beginningWith(units: ArrayLike<number>): Ranks {
    let ranks: Ranks = [0, this.count];
    for (let k = 0; k < units.length && ranks[0] < ranks[1]; k++) ranks = this.goingOn(ranks, k, units[k]!);
    return ranks;
  }

  /** The rank of a word of the dictionary, if it is one of these; else -1. */
  rankIn(word: number, ranks: Ranks): number {
    let [low, high] = ranks;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.#table, this.order[middle]!, word, 0)) low = middle + 1;
      else high = middle;
    }
    return low < ranks[1] && this.order[low] === word ? low : -1;
  }

  /** Of words that are alike in their first k units, those with this unit behind them. */
  goingOn([from, to]: Ranks, k: number, unit: number): Ranks {
    const start = this.#firstFrom(from, to, k, unit);
    return [start, this.#firstFrom(start, to, k, unit + 1)];
  }

  /** The first rank whose unit k is not below `unit`. */
  #firstFrom(from: number, to: number, k: number, unit: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.unitAt(middle, k) < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
