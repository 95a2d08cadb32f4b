/** Finds the entities of an earlier reading, for those that have not changed to stay the same objects. */

import type { Steps } from '../text/steps';
import { WideMap } from '../text/wideMap';
import type { Entity } from './entity';

const AT_ONCE = 5000;

/** An id may be given to entities of several types, if wrongly. */
export const keyOfEntity = ({ type, id }: Pick<Entity, 'type' | 'id'>): string => `${type} ${id}`;

export type KnownEntities = Pick<WideMap<Entity>, 'get' | 'size'>;

/** By `keyOfEntity`; of several with the same key, the first. */
export function* knownEntities(entities: readonly Entity[]): Steps<KnownEntities> {
  const known = new WideMap<Entity>();
  let count = 0;
  for (const entity of entities) {
    if (++count % AT_ONCE === 0) yield;
    const key = keyOfEntity(entity);
    if (!known.has(key)) known.set(key, entity);
  }
  return known;
}
