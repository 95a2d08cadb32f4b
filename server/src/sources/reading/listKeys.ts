/** Where the entries of a CSL file stand in it: at its top, or under one of a few keys. */

import type { JsonPath } from './jsonPlaces';

/** Pandoc’s key, and that of Zotero’s web interface. */
export const LIST_KEYS = ['references', 'items'];

export const NOT_A_LIST =
  'This file holds no list of sources. Write a list of entries, or a map with a list under “references”.';

/** The key under which a map has its entries; undefined for anything that is no such map. */
export function listKeyOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return LIST_KEYS.find((key) => Object.hasOwn(value, key));
}

/** Where an entry, or one of its variables, stands below the root. */
export const pathOf = (prefix: JsonPath, index: number, variable?: string): JsonPath =>
  variable === undefined ? [...prefix, index] : [...prefix, index, variable];
