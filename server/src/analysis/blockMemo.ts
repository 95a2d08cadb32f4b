/** Remembers what was found in each block of a report, for as long as an edit leaves the block alone. */

import type { Lexicon } from '../glossary/lexicon';
import type { BlockLayout, PlacedBlock } from '../markdown/zones';

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

  /** What is in a block, with offsets in the whole text; undefined where nobody has looked yet. */
  in({ layout, start }: PlacedBlock, lexicon: Lexicon): readonly T[] | undefined {
    const known = this.#known.get(lexicon)?.get(layout);
    if (!known || known.start === start) return known?.items;
    return this.#put(layout, start, lexicon, known.items, start - known.start);
  }

  /** Remembers what is in a block, with offsets from its beginning; returns it with offsets in the whole text. */
  remember({ layout, start }: PlacedBlock, lexicon: Lexicon, found: readonly T[]): readonly T[] {
    return this.#put(layout, start, lexicon, found, start);
  }

  #put(layout: BlockLayout, start: number, lexicon: Lexicon, from: readonly T[], by: number): readonly T[] {
    let ofLexicon = this.#known.get(lexicon);
    if (!ofLexicon) {
      ofLexicon = new WeakMap();
      this.#known.set(lexicon, ofLexicon);
    }
    const items = by === 0 ? from : from.map((item) => this.#moved(item, by));
    ofLexicon.set(layout, { start, items });
    return items;
  }
}
