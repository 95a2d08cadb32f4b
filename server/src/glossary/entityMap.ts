/** Very many entities by id, in the order of their glossary. */

import { WideMap } from '../text/wideMap';
import type { Entity } from './entity';

/** Grows by `add` while a glossary is put together; a `ReadonlyMap` to everybody else. */
export class EntityMap implements ReadonlyMap<string, Entity> {
  readonly #list: Entity[] = [];
  readonly #byId = new WideMap<Entity>();

  /** In order. */
  get list(): readonly Entity[] {
    return this.#list;
  }

  get size(): number {
    return this.#list.length;
  }

  /** Its id must not be there yet. */
  add(entity: Entity): void {
    this.#list.push(entity);
    this.#byId.set(entity.id, entity);
  }

  get(id: string): Entity | undefined {
    return this.#byId.get(id);
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  values(): ArrayIterator<Entity> {
    return this.#list.values();
  }

  *keys(): Generator<string, undefined> {
    for (const { id } of this.#list) yield id;
  }

  *entries(): Generator<[string, Entity], undefined> {
    for (const entity of this.#list) yield [entity.id, entity];
  }

  [Symbol.iterator](): Generator<[string, Entity], undefined> {
    return this.entries();
  }

  forEach(call: (entity: Entity, id: string, map: ReadonlyMap<string, Entity>) => void): void {
    for (const entity of this.#list) call(entity, entity.id, this);
  }
}
