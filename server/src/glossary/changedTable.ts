/** The entities of a glossary that comes from a cache and has changed since: those of a base, without some, with others. */

import type { ChangedEntities } from './changedEntities';
import type { Entity } from './entity';
import { EntityTable, type StoredEntities } from './storedEntities';

export class ChangedTable extends EntityTable {
  readonly length: number;
  readonly #base: StoredEntities;
  readonly #changes: ChangedEntities;
  readonly #added: ReadonlyMap<string, Entity>;
  /** For each entity its number in the base, or, for an added one, -1 and less. */
  readonly #numbers: Int32Array;

  constructor(base: StoredEntities, changes: ChangedEntities) {
    super();
    const { gone, added, after } = changes;
    this.length = base.length - gone.size + added.length;
    this.#base = base;
    this.#changes = changes;
    this.#added = new Map(added.map((entity) => [entity.id, entity]));
    this.#numbers = new Int32Array(this.length);
    let count = 0;
    let next = 0;
    for (let number = -1; number < base.length; number++) {
      if (number >= 0 && !gone.has(number)) this.#numbers[count++] = number;
      while (next < added.length && after[next] === number) this.#numbers[count++] = -1 - next++;
    }
  }

  at(number: number): Entity {
    const own = this.#numbers[number]!;
    return own < 0 ? this.#changes.added[-1 - own]! : this.#base.at(own);
  }

  is(number: number, entity: Entity): boolean {
    const own = this.#numbers[number];
    if (own === undefined) return false;
    return own < 0 ? this.#changes.added[-1 - own] === entity : this.#base.is(own, entity);
  }

  get(id: string): Entity | undefined {
    const added = this.#added.get(id);
    if (added) return added;
    const number = this.#base.numberOf(id);
    return number < 0 || this.#changes.gone.has(number) ? undefined : this.#base.at(number);
  }

  *withExamples(): Generator<Entity> {
    for (const entity of this.#base.withExamples()) if (this.get(entity.id) === entity) yield entity;
    for (const entity of this.#changes.added) if (entity.examples.length > 0) yield entity;
  }
}
