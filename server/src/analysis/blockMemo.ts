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
  readonly #known = new WeakMap<Lexicon, KnownBlocks<T>>();
  readonly #moved: (item: T, by: number) => T;

  /** `moved` gives the same thing so many code units further on. */
  constructor(moved: (item: T, by: number) => T) {
    this.#moved = moved;
  }

  /** What was found by one glossary. */
  of(lexicon: Lexicon): KnownBlocks<T> {
    let known = this.#known.get(lexicon);
    if (!known) {
      known = new KnownBlocks(this.#moved);
      this.#known.set(lexicon, known);
    }
    return known;
  }
}

export class KnownBlocks<T> {
  readonly #known = new WeakMap<BlockLayout, Known<T>>();
  readonly #moved: (item: T, by: number) => T;

  constructor(moved: (item: T, by: number) => T) {
    this.#moved = moved;
  }

  /** What is in a block, with offsets in the whole text; undefined where nobody has looked yet. */
  in({ layout, start }: PlacedBlock): readonly T[] | undefined {
    const known = this.#known.get(layout);
    if (!known || known.start === start) return known?.items;
    return this.#put(layout, start, known.items, start - known.start);
  }

  /** Remembers what is in a block, with offsets from its beginning; returns it with offsets in the whole text. */
  remember({ layout, start }: PlacedBlock, found: readonly T[]): readonly T[] {
    return this.#put(layout, start, found, start);
  }

  /** The same for what has offsets in the whole text already. */
  keep({ layout, start }: PlacedBlock, items: readonly T[]): readonly T[] {
    this.#known.set(layout, { start, items });
    return items;
  }

  #put(layout: BlockLayout, start: number, from: readonly T[], by: number): readonly T[] {
    const items = by === 0 || from.length === 0 ? from : from.map((item) => this.#moved(item, by));
    return this.keep({ layout, start }, items);
  }
}
