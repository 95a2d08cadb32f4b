/** The dictionary of an index: every folded word once, found by its hash, in flat arrays. */

import type { Vocabulary } from './words';

/** A folded word is at most this many units long, so that a hash collision is settled by comparing few units. */
export class WordTable implements Vocabulary {
  #slots = new Int32Array(1 << 12).fill(-1);
  #hashes = new Int32Array(1 << 11);
  #starts = new Uint32Array((1 << 11) + 1);
  #pool = new Uint16Array(1 << 14);
  count = 0;

  find(hash: number, units: Uint16Array, length: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot]!;
      if (id < 0) return -1;
      if (this.#hashes[id] === hash && this.#equals(id, units, length)) return id;
    }
  }

  /** The number of the word, given to it now if it is new. */
  intern(hash: number, units: Uint16Array, length: number): number {
    const known = this.find(hash, units, length);
    if (known >= 0) return known;
    const id = this.count++;
    if (id === this.#hashes.length) this.#grow();
    const start = this.#starts[id]!;
    while (start + length > this.#pool.length) this.#pool = grown(this.#pool);
    this.#pool.set(units.subarray(0, length), start);
    this.#starts[id + 1] = start + length;
    this.#hashes[id] = hash;
    this.#place(id, hash);
    return id;
  }

  wordOf(id: number): string {
    return String.fromCharCode(...this.#pool.subarray(this.#starts[id], this.#starts[id + 1]));
  }

  #equals(id: number, units: Uint16Array, length: number): boolean {
    const start = this.#starts[id]!;
    if (this.#starts[id + 1]! - start !== length) return false;
    for (let k = 0; k < length; k++) if (this.#pool[start + k] !== units[k]) return false;
    return true;
  }

  #place(id: number, hash: number): void {
    const mask = this.#slots.length - 1;
    let slot = spread(hash) & mask;
    while (this.#slots[slot]! >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = id;
  }

  #grow(): void {
    const size = this.#hashes.length * 2;
    const hashes = new Int32Array(size);
    hashes.set(this.#hashes);
    const starts = new Uint32Array(size + 1);
    starts.set(this.#starts);
    this.#hashes = hashes;
    this.#starts = starts;
    this.#slots = new Int32Array(size * 2).fill(-1);
    for (let id = 0; id < size / 2; id++) this.#place(id, hashes[id]!);
  }
}

/** Spreads a hash over the slots of a table. */
export const spread = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 12);
};

/** The same array in twice the room; `fill` is what new places hold. */
export function grown<A extends Int32Array | Uint16Array>(from: A, fill = 0): A {
  const Kind = from.constructor as new (size: number) => A;
  const into = new Kind(from.length * 2);
  into.set(from);
  if (fill !== 0) into.fill(fill, from.length);
  return into;
}
