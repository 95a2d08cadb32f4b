/** Tells which entities of a list are gone from a glossary, and which of the glossary's are not in the list. */

import type { Steps } from '../text/steps';
import type { EntityList } from './claimList';
import type { Entity } from './entity';

export interface ChangedEntities {
  /** The numbers of those that are gone. */
  readonly gone: ReadonlySet<number>;
  /** Those that are new, in the order of the glossary. */
  readonly added: readonly Entity[];
  /** For each added one the number of the last entity before it that has stayed, or -1. */
  readonly after: Int32Array;
}

const AT_ONCE = 20_000;

/**
 * What to take from `list` and to add to it to have `entities`, in their order; an entity is known by its object.
 * Undefined if there is more than `most` of either: entities that have changed places count as well.
 */
export function* changedEntities(
  list: EntityList,
  entities: Iterable<Entity>,
  most: number,
): Steps<ChangedEntities | undefined> {
  const gone = new Set<number>();
  const added: Entity[] = [];
  const after: number[] = [];
  let next = 0;
  let looked = 0;
  for (const entity of entities) {
    if (++looked % AT_ONCE === 0) yield;
    const found = next < list.length && list.is(next, entity) ? next : find(list, entity, next + 1, most);
    if (found < 0) {
      added.push(entity);
      after.push(next - 1);
    } else {
      for (; next < found; next++) gone.add(next);
      next = found + 1;
    }
    if (added.length > most || gone.size > most) return undefined;
  }
  if (list.length - next + gone.size > most) return undefined;
  for (; next < list.length; next++) gone.add(next);
  return { gone, added, after: Int32Array.from(after) };
}

function find(list: EntityList, entity: Entity, from: number, most: number): number {
  const end = Math.min(list.length, from + most);
  for (let number = from; number < end; number++) if (list.is(number, entity)) return number;
  return -1;
}
