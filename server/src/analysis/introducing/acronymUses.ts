/** Counts where a report uses the acronyms of entities, in each part that introduces its names anew. */

import type { Entity } from '../../glossary/entity';
import type { ZoneKind } from '../../markdown/zones';

/** A note is read wherever it is referred to. */
const EVERYWHERE = -1;

export class AcronymUses {
  readonly #scopes: readonly number[];
  readonly #counts = new Map<Entity, Map<number, number>>();

  /** @param scopes the offsets at which names are to be introduced anew, in order. */
  constructor(scopes: readonly number[]) {
    this.#scopes = scopes;
  }

  add(entity: Entity, offset: number, zone: ZoneKind): void {
    const counts = this.#counts.get(entity) ?? new Map<number, number>();
    this.#counts.set(entity, counts);
    const part = zone === 'note' ? EVERYWHERE : this.#partOf(offset);
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }

  /** How often its acronym stands in the part of an offset, and in notes. */
  around(entity: Entity, offset: number): number {
    const counts = this.#counts.get(entity);
    return (counts?.get(this.#partOf(offset)) ?? 0) + (counts?.get(EVERYWHERE) ?? 0);
  }

  #partOf(offset: number): number {
    let part = 0;
    while ((this.#scopes[part] ?? Infinity) <= offset) part++;
    return part;
  }
}
