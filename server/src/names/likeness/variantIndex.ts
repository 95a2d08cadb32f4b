/** Finds, among many names, those that an unlisted spelling may mean. */

import { finish, type Steps } from '../../text/steps';
import type { Packed } from '../packed';
import { Ints } from './growing';
import { nameParts } from './nameParts';
import { NameStore } from './nameStore';
import type { NameParts } from './preparedName';
import { similarity } from './similarity';
import { skeletonKeys } from './skeleton';

/** A name that was found, by its number, with the score of the comparison. */
export interface Nearest {
  readonly name: number;
  readonly score: number;
}

/** Of the postings of one query at most so many are read, the rarest keys first: the stated cap for adversarial glossaries. */
const MOST_POSTINGS = 30_000;
/** How many of the names that share keys are compared. */
const MOST_COMPARED = 40;
/** A name that shares less than this of what the best one shares is not compared. */
const SHARE = 0.55;
/** So many are compared however little they share: in a small glossary hardly any key is rare. */
const ALWAYS_COMPARED = 8;
/** What a key that leaves a consonant out is worth beside an exact one. */
const INEXACT = 0.5;

/** Names that are read, and the keys of each: those of name `n` end at `ends[n]`. */
interface Filing {
  readonly store: NameStore;
  readonly keys: Ints;
  readonly ends: Ints;
}

/** So many names are read between two rests. */
const AT_ONCE = 50;

function* filed(names: readonly string[]): Steps<Filing> {
  const filing: Filing = { store: new NameStore(), keys: new Ints(), ends: new Ints() };
  const own = new Set<number>();
  for (const [at, text] of names.entries()) {
    if (at % AT_ONCE === 0) yield;
    const name = nameParts(text);
    filing.store.add(name);
    own.clear();
    skeletonKeys(name, (key) => own.add(key));
    for (const key of own) filing.keys.push(key);
    filing.ends.push(filing.keys.length);
  }
  filing.store.close();
  yield;
  return filing;
}

/** An index over names by their consonant skeletons; a name's number is its place in the list given. */
export class VariantIndex {
  private readonly store: NameStore;
  /** The names filed under bucket `k` are `postings[buckets[k] .. buckets[k + 1]]`. */
  private readonly buckets: Uint32Array;
  private readonly postings: Uint32Array;
  private readonly mask: number;
  private readonly shared: Float32Array;
  private readonly touched: Uint32Array;
  /** For each name the turn in which it was met last. */
  private readonly met: Uint32Array;
  private turn = 0;

  constructor(names: readonly string[] | Filing) {
    const { store, keys, ends } = Array.isArray(names) ? finish(filed(names)) : (names as Filing);
    this.store = store;
    const bits = Math.min(22, Math.max(10, Math.ceil(Math.log2(keys.length + 1))));
    this.mask = (1 << bits) - 1;
    this.buckets = new Uint32Array(this.mask + 2);
    for (let at = 0; at < keys.length; at++) {
      const bucket = (keys.at(at) & this.mask) + 1;
      this.buckets[bucket] = this.buckets[bucket]! + 1;
    }
    for (let bucket = 1; bucket < this.buckets.length; bucket++) {
      this.buckets[bucket] = this.buckets[bucket]! + this.buckets[bucket - 1]!;
    }
    this.postings = new Uint32Array(keys.length);
    const next = this.buckets.slice();
    for (let name = 0, at = 0; name < store.size; name++) {
      for (; at < ends.at(name); at++) {
        const bucket = keys.at(at) & this.mask;
        this.postings[next[bucket]!] = name;
        next[bucket] = next[bucket]! + 1;
      }
    }
    this.shared = new Float32Array(store.size);
    this.met = new Uint32Array(store.size);
    this.touched = new Uint32Array(Math.min(store.size, MOST_POSTINGS));
  }

  /** Takes names one after the other, and then makes the index of them in steps. */
  static builder(): { add(name: string): void; build(): Steps<VariantIndex> } {
    const names: string[] = [];
    return {
      add: (name) => names.push(name),
      *build() {
        return new VariantIndex(yield* filed(names));
      },
    };
  }

  /** The arrays it consists of. */
  pack(): Packed {
    throw new Error('Not yet.');
  }

  /** The index of arrays that `pack` gave; nothing is copied. */
  static unpack(_arrays: Packed): VariantIndex {
    throw new Error('Not yet.');
  }

  /** The numbers of the names that share skeletons with a name, the most promising first; at most forty. */
  candidates(name: string | NameParts): Int32Array {
    const prepared = typeof name === 'string' ? nameParts(name) : name;
    const byPart: Map<number, number>[] = [];
    const lengths: number[] = [];
    skeletonKeys(prepared, (key, exact, part) => {
      const bucket = key & this.mask;
      const length = this.buckets[bucket + 1]! - this.buckets[bucket]!;
      if (length === 0) return;
      const value = (exact ? 1 : INEXACT) * Math.log2(1 + this.store.size / length);
      byPart[part] ??= new Map();
      lengths[part] = (lengths[part] ?? 0) + length;
      byPart[part].set(bucket, Math.max(byPart[part].get(bucket) ?? 0, value));
    });
    const { shared, touched, met } = this;
    let count = 0;
    let read = 0;
    // The rarest part first, so that a very common one cannot use up what may be read.
    const parts = [...byPart.keys()]
      .filter((part) => byPart[part] !== undefined)
      .sort((p, q) => lengths[p]! - lengths[q]!);
    for (const part of parts) {
      // A part counts once for a name, by its best key: so the best keys come first.
      this.turn++;
      for (const [bucket, value] of [...byPart[part]!].sort((p, q) => q[1] - p[1])) {
        const start = this.buckets[bucket]!;
        const end = Math.min(this.buckets[bucket + 1]!, start + MOST_POSTINGS - read);
        read += end - start;
        for (let at = start; at < end; at++) {
          const found = this.postings[at]!;
          if (met[found] === this.turn) continue;
          met[found] = this.turn;
          if (shared[found] === 0) touched[count++] = found;
          shared[found] = shared[found]! + value;
        }
      }
    }
    const best = mostShared(touched, count, shared);
    for (let at = 0; at < count; at++) shared[touched[at]!] = 0;
    return best;
  }

  /** The names most like a name, best first: at most `limit`, none with a score under `least`. */
  nearest(name: string, limit: number, least: number, compared = MOST_COMPARED): Nearest[] {
    const prepared = nameParts(name);
    const found: Nearest[] = [];
    for (const candidate of this.candidates(prepared).subarray(0, compared)) {
      const score = similarity(prepared, this.store.get(candidate));
      if (score >= least) found.push({ name: candidate, score });
    }
    return found.sort((p, q) => q.score - p.score || p.name - q.name).slice(0, limit);
  }
}

/** The names that share most, by counting down from a threshold that keeps few: no sort of thousands. */
function mostShared(touched: Uint32Array, count: number, shared: Float32Array): Int32Array {
  const heap: number[] = [];
  let least = 0;
  for (let at = 0; at < count; at++) {
    const name = touched[at]!;
    const value = shared[name]!;
    if (heap.length === MOST_COMPARED && value <= least) continue;
    let place = heap.length < MOST_COMPARED ? heap.length : MOST_COMPARED - 1;
    while (place > 0 && shared[heap[place - 1]!]! < value) {
      heap[place] = heap[place - 1]!;
      place--;
    }
    heap[place] = name;
    if (heap.length === MOST_COMPARED) least = shared[heap[MOST_COMPARED - 1]!]!;
  }
  const enough = heap.length === 0 ? 0 : SHARE * shared[heap[0]!]!;
  return Int32Array.from(heap.filter((name, at) => at < ALWAYS_COMPARED || shared[name]! >= enough));
}
