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

/** Numbers, from 0 in the order in which they were added, found again by a hash. */
export class Numbered {
  /** A number plus one; 0 where there is none. At least half of it is empty. */
  #table = new Uint32Array(1024);
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
    const mask = this.#table.length - 1;
    for (let at = hash & mask; this.#table[at] !== 0; at = (at + 1) & mask) {
      const number = this.#table[at]! - 1;
      if (this.#hashes.at(number) === hash && isEqual(number)) return number;
    }
    return -1;
  }

  /** Adds the next number. @param hash 32 bits, no sign. */
  add(hash: number): void {
    this.#hashes.push(hash);
    if (this.size * 2 > this.#table.length) {
      this.#table = new Uint32Array(this.#table.length * 2);
      for (let number = 0; number < this.size; number++) this.#place(number);
    } else this.#place(this.size - 1);
  }

  #place(number: number): void {
    const mask = this.#table.length - 1;
    let at = this.#hashes.at(number) & mask;
    while (this.#table[at] !== 0) at = (at + 1) & mask;
    this.#table[at] = number + 1;
  }
}
