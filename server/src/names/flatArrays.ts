/** Makes flat arrays longer and shorter in steps, however long they are. */

import type { Steps } from '../text/steps';
import type { PackedArray } from './packed';

/** Copied between two rests: a few milliseconds, most of them the machine's first look at new memory. */
const COPIED_AT_ONCE = 1 << 19;

/** The same array with room for `size` entries; what is new holds 0. */
export function* resized<A extends PackedArray>(from: A, size: number): Steps<A> {
  const Kind = from.constructor as new (size: number) => A;
  const into = new Kind(size);
  const most = Math.min(size, from.length);
  for (let at = 0; at < most; at += COPIED_AT_ONCE) {
    into.set(from.subarray(at, Math.min(most, at + COPIED_AT_ONCE)), at);
    if (most > COPIED_AT_ONCE) yield;
  }
  return into;
}

/** The smallest power of two that is at least `least`. */
export function powerOfTwo(least: number): number {
  let size = 16;
  while (size < least) size *= 2;
  return size;
}

/** Spreads a hash over the slots of a table. */
export const spread = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 12);
};
