/** Remembers what was found in each block of a report, for as long as an edit leaves the block alone. */

import type { Lexicon } from '../glossary/lexicon';
import type { BlockLayout } from '../markdown/zones';

interface Known<T> {
  /** Where the block began when it was last asked for. */
  readonly start: number;
  readonly items: readonly T[];
}

/** Of one kind of thing found, for each glossary and each block; forgotten with either. */
export class BlockMemo<T> {
  readonly #known = new WeakMap<Lexicon, WeakMap<BlockLayout, Known<T>>>();
  readonly #moved: (item: T, by: number) => T;

  /** `moved` gives the same thing so many code units further on. */
  constructor(moved: (item: T, by: number) => T) {
    this.#moved = moved;
  }

  /** What is in a block that now begins at `start`, with offsets in the whole text; `find` gives those in the block. */
  in(block: BlockLayout, start: number, lexicon: Lexicon, find: () => readonly T[]): readonly T[] {
    let ofLexicon = this.#known.get(lexicon);
    if (!ofLexicon) {
      ofLexicon = new WeakMap();
      this.#known.set(lexicon, ofLexicon);
    }
    const before = ofLexicon.get(block);
    if (before?.start === start) return before.items;
    const by = before ? start - before.start : start;
    const items = (before?.items ?? find()).map((item) => (by === 0 ? item : this.#moved(item, by)));
    ofLexicon.set(block, { start, items });
    return items;
  }
}
