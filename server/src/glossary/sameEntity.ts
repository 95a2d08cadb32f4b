/** Says whether two entities are alike in all that an entry tells of them. */

import type { Entity } from './entity';

/** Entities are trees of texts, lists and plain objects, as their files give them. */
export const isSameEntity = (a: Entity, b: Entity): boolean => isSame(a, b);

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return false;
    for (let index = 0; index < a.length; index++) if (!isSame(a[index], b[index])) return false;
    return true;
  }
  if (Array.isArray(a) || Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key of keys) if (!Object.hasOwn(other, key) || !isSame(one[key], other[key])) return false;
  return true;
}
