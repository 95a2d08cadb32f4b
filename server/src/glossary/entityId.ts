/** Makes ids of names. */

import { foldText } from '../names/fold';

const LONGEST = 60;

/** Small letters, digits and hyphens; in the letters of the name where it has none of the alphabet's. */
export function idOf(name: string): string {
  const id = foldText(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  return id === '' ? 'name' : id;
}
