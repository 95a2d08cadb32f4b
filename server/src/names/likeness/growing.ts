/** Typed arrays that grow, and a table that finds equal things among what was numbered. */

/** A list over a typed array that is made anew, twice as long, when it is full. */
class Growing<A extends Uint32Array | Uint16Array | Uint8Array | Float32Array> {
  length = 0;
  #values: A;
  readonly #make: (length: number) => A;

  constructor(make: (length: number) => A) {
    this.#make = make;
    this.#values = make(256);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const longer = this.#make(this.length * 2);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.length++] = value;
  }

  /** The value at a place; 0 beyond the end. */
  at(place: number): number {
    return this.#values[place] ?? 0;
  }

  /** The values, in an array of their own that has no room to spare. */
  values(): A {
    return this.#values.slice(0, this.length) as A;
  }
}

/** A list of whole numbers (32 bits, no sign). */
export class Ints extends Growing<Uint32Array> {
  constructor() {
    super((length) => new Uint32Array(length));
  }
}

/** A list of whole numbers of 16 bits, no sign. */
export class Shorts extends Growing<Uint16Array> {
  constructor() {
    super((length) => new Uint16Array(length));
  }
}

/** A list of numbers of single precision. */
export class Floats extends Growing<Float32Array> {
  constructor() {
    super((length) => new Float32Array(length));
  }
}

/** A list of bytes. */
export class Bytes extends Growing<Uint8Array> {
  constructor() {
    super((length) => new Uint8Array(length));
  }
}

/** In so many tables, so that none is large enough to hold anybody up when it is made anew; a power of two. */
const TABLES = 64;

/** Numbers, from 0 in the order in which they were added, found again by a hash. */
export class Numbered {
  /** In each table a number plus one; 0 where there is none. At least half of each is empty. */
  readonly #tables = Array.from({ length: TABLES }, () => new Uint32Array(32));
  readonly #counts = new Uint32Array(TABLES);
  readonly #hashes = new Ints();

  /** How many there are: the number that is added next. */
  get size(): number {
    return this.#hashes.length;
  }

  /** The hash under which a number was added. */
  hashOf(number: number): number {
    return this.#hashes.at(number);
  }

  /** The number with this hash for which `isEqual` holds; -1 if there is none. */
  find(hash: number, isEqual: (number: number) => boolean): number {
    const table = this.#tables[hash % TABLES]!;
    const mask = table.length - 1;
    for (let at = placeOf(hash) & mask; table[at] !== 0; at = (at + 1) & mask) {
      const number = table[at]! - 1;
      if (this.#hashes.at(number) === hash && isEqual(number)) return number;
    }
    return -1;
  }

  /** Adds the next number. @param hash 32 bits, no sign. */
  add(hash: number): void {
    const which = hash % TABLES;
    const table = this.#tables[which]!;
    this.#hashes.push(hash);
    this.#counts[which] = this.#counts[which]! + 1;
    if (this.#counts[which]! * 2 <= table.length) {
      this.#place(table, this.size - 1);
      return;
    }
    const longer = new Uint32Array(table.length * 2);
    for (const number of table) if (number > 0) this.#place(longer, number - 1);
    this.#place(longer, this.size - 1);
    this.#tables[which] = longer;
  }

  #place(table: Uint32Array, number: number): void {
    const mask = table.length - 1;
    let at = placeOf(this.#hashes.at(number)) & mask;
    while (table[at] !== 0) at = (at + 1) & mask;
    table[at] = number + 1;
  }
}

/** What is left of a hash when it has said which table. */
const placeOf = (hash: number): number => hash >>> 6;
