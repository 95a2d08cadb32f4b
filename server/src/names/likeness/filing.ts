/** Files numbers under keys, in two flat arrays: what lies under a key is one stretch. */

import type { Steps } from '../../text/steps';

/** What is filed under bucket `b` is `entries[starts[b] .. starts[b + 1]]`. */
export interface Filed {
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
}

const AT_ONCE = 20_000;

/**
 * Files values in the order in which they come.
 *
 * @param bucketOf under which bucket the value at a place from 0 up to `count` belongs: less than `buckets`.
 */
export function* fileUnder(
  count: number,
  buckets: number,
  bucketOf: (place: number) => number,
  entryOf: (place: number) => number = (place) => place,
): Steps<Filed> {
  const starts = new Uint32Array(buckets + 1);
  for (let place = 0; place < count; place++) {
    if (place % AT_ONCE === 0) yield;
    const next = bucketOf(place) + 1;
    starts[next] = starts[next]! + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket++) {
    if (bucket % AT_ONCE === 0) yield;
    starts[bucket + 1] = starts[bucket + 1]! + starts[bucket]!;
  }
  // Each start moves up to the next one while the entries are laid down, and all are moved back at the end.
  const entries = new Uint32Array(count);
  for (let place = 0; place < count; place++) {
    if (place % AT_ONCE === 0) yield;
    const bucket = bucketOf(place);
    entries[starts[bucket]!] = entryOf(place);
    starts[bucket] = starts[bucket]! + 1;
  }
  starts.copyWithin(1, 0, buckets);
  starts[0] = 0;
  return { starts, entries };
}

/** How many buckets suit so many entries, a few in each: a power of two. */
export const bucketsFor = (entries: number): number =>
  2 ** Math.max(4, Math.ceil(Math.log2(entries / 2 + 1)));
