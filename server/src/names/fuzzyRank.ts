/** Tells which texts of a short list are like a typed word, typos forgiven; the only file that knows `fuse.js`. */

import Fuse from 'fuse.js';

export interface RankOptions<T> {
  /** The texts of an item that are compared, and how much each counts beside the others. */
  readonly fields: Readonly<Partial<Record<keyof T & string, number>>>;
  /** 0: only the word itself is like it; 1: everything is. */
  readonly tolerance: number;
  /** Whether the word may stand anywhere in a text, or should begin it. */
  readonly anywhere: boolean;
}

export interface Ranked<T> {
  readonly item: T;
  /** 1: the word itself; 0: nothing alike. */
  readonly likeness: number;
}

/** Every item is compared with every word asked for, so hand it hundreds, not a whole library. */
export class FuzzyRank<T> {
  readonly #fuse: Fuse<T>;

  constructor(items: readonly T[], { fields, tolerance, anywhere }: RankOptions<T>) {
    this.#fuse = new Fuse(items, {
      keys: Object.entries<number | undefined>(fields).map(([name, weight = 1]) => ({ name, weight })),
      includeScore: true,
      threshold: tolerance,
      ...(anywhere ? { ignoreLocation: true } : { location: 0, distance: NEAR_THE_BEGINNING }),
    });
  }

  /** At most `limit` items that are like `word`, those most like it first. */
  find(word: string, limit = Number.POSITIVE_INFINITY): Ranked<T>[] {
    const found = this.#fuse.search(word.slice(0, LONGEST_WORD), Number.isFinite(limit) ? { limit } : {});
    return found.map(({ item, score = 1 }) => ({ item, likeness: 1 - score }));
  }
}

/** How far from the beginning a word may stand before it counts as unlike. */
const NEAR_THE_BEGINNING = 30;
/** Longer words are compared by pieces, at many times the cost. */
const LONGEST_WORD = 32;
