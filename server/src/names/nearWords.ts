/** Finds words that begin like one that was mistyped, among sorted words. */

import type { Ranks, SortedWords } from './sortedWords';

/** Of those that differ by one slip, and begin alike otherwise, so many each. */
const MOST_BEHIND_SLIP = 30;
const MOST_BY_SLIP = 500;
/** With so many at hand, words that have only the first letter in common are left alone. */
const ENOUGH = 40;

/** The words near one that was typed. */
export class NearWords {
  readonly #words: SortedWords;
  /** Its folded units. */
  readonly #typed: ArrayLike<number>;
  readonly #found = new Set<number>();

  constructor(words: SortedWords, typed: ArrayLike<number>) {
    this.#words = words;
    this.#typed = typed;
  }

  /** The ranks of words that begin so but for one slip: a letter more, less, other, or two exchanged. */
  bySlip(): ReadonlySet<number> {
    this.#explore([0, this.#words.count], 0, 0, false);
    return this.#found;
  }

  /** The ranks of at most `most` words that have the first two letters, or the first, and are not much shorter. */
  byBeginning(most: number): ReadonlySet<number> {
    const found = new Set<number>();
    for (const letters of [2, 1]) {
      const [from, to] = this.#words.beginningWith(Array.from(this.#typed).slice(0, letters));
      for (let rank = from; rank < to && found.size < most; rank++)
        if (this.#words.lengthAt(rank) >= this.#typed.length - 2) found.add(rank);
      if (found.size > ENOUGH) break;
    }
    return found;
  }

  /** `ranks`: words whose first `depth` units were read as the first `at` of those typed. */
  #explore(ranks: Ranks, depth: number, at: number, hasSlip: boolean): void {
    const [from, to] = ranks;
    if (from >= to || this.#found.size >= MOST_BY_SLIP) return;
    const typed = this.#typed;
    if (at === typed.length) {
      for (let rank = from; rank < Math.min(to, from + MOST_BEHIND_SLIP); rank++) this.#found.add(rank);
      return;
    }
    const unit = typed[at]!;
    this.#explore(this.#words.goingOn(ranks, depth, unit), depth + 1, at + 1, hasSlip);
    if (hasSlip) return;
    this.#explore(ranks, depth, at + 1, true);
    const next = typed[at + 1];
    if (next !== undefined && next !== unit) {
      const exchanged = this.#words.goingOn(ranks, depth, next);
      this.#explore(this.#words.goingOn(exchanged, depth + 1, unit), depth + 2, at + 2, true);
    }
    // Those that have ended stand first.
    for (let rank = this.#words.goingOn(ranks, depth, -1)[1]; rank < to; ) {
      const other = this.#words.unitAt(rank, depth);
      const branch = this.#words.goingOn([rank, to], depth, other);
      if (other !== unit) {
        this.#explore(branch, depth + 1, at + 1, true);
        this.#explore(branch, depth + 1, at, true);
      }
      rank = branch[1];
    }
  }
}
