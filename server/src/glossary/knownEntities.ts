/** Finds the entities of an earlier reading, for those that have not changed to stay the same objects. */

import type { Steps } from '../text/steps';
import type { Entity } from './entity';

const AT_ONCE = 5000;

/** An id may be given to entities of several types, if wrongly. */
export const keyOfEntity = ({ type, id }: Pick<Entity, 'type' | 'id'>): string => `${type} ${id}`;

/** By `keyOfEntity`; of several with the same key, the first. */
export function* knownEntities(entities: readonly Entity[]): Steps<ReadonlyMap<string, Entity>> {
  const known = new Map<string, Entity>();
  for (const [index, entity] of entities.entries()) {
    if (index % AT_ONCE === 0) yield;
    const key = keyOfEntity(entity);
    if (!known.has(key)) known.set(key, entity);
  }
  return known;
}
