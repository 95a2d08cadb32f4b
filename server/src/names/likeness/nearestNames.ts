/** Finds, in several indexes as if they were one, the names that an unlisted spelling may mean. */

import type { VariantIndex } from './variantIndex';

/** An index, without the names that are no longer there. */
export interface NameLayer {
  readonly index: VariantIndex;
  /** Whether a name of the index is to be passed over, by its number. */
  isGone?(name: number): boolean;
}

/** A name that was found: the place of its layer, its number in there, and the score of the comparison. */
export interface Nearest {
  readonly layer: number;
  readonly name: number;
  readonly score: number;
}

/** What is found in a big index that lacks a few names and a small one that adds some is what one index over all would find. */
export class NearestNames {
  readonly #layers: readonly NameLayer[];

  constructor(layers: readonly NameLayer[]) {
    this.#layers = layers;
  }

  /** The names most like a name, best first: at most `limit`, none with a score under `least`. */
  nearest(name: string, limit: number, least: number): Nearest[] {
    const found = this.#layers.flatMap((layer, at) =>
      layer.index
        .nearest(name, limit, least)
        .filter((one) => !layer.isGone?.(one.name))
        .map((one): Nearest => ({ ...one, layer: at })),
    );
    return found.sort((p, q) => q.score - p.score || p.layer - q.layer || p.name - q.name).slice(0, limit);
  }
}
