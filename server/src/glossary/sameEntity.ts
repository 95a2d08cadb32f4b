/** Says whether two entities are alike in all that an entry tells of them. */

import type { Entity } from './entity';

/** Entities are trees of texts, lists and plain objects, as their files give them. */
export function isSameEntity(a: Entity, b: Entity): boolean {
  const [one, other] = [a.origin, b.origin];
  return one.path === other.path && isSame(one.yamlPath, other.yamlPath) && isSameObject(a, b, 'origin');
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return false;
    for (let index = 0; index < a.length; index++) if (!isSame(a[index], b[index])) return false;
    return true;
  }
  return !Array.isArray(a) && !Array.isArray(b) && isSameObject(a, b);
}

function isSameObject(a: object, b: object, except?: string): boolean {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key of keys) {
    if (key === except) continue;
    if (!Object.hasOwn(other, key) || !isSame(one[key], other[key])) return false;
  }
  return true;
}
