/** Typed arrays that grow: bytes and whole numbers. */

/** A list over a typed array that is made anew, twice as long, when it is full. */
class Growing<A extends Uint32Array | Uint8Array> {
  length = 0;
  #values: A;
  readonly #make: (length: number) => A;

  constructor(make: (length: number) => A) {
    this.#make = make;
    this.#values = make(1024);
  }

  push(value: number): void {
    if (this.length === this.#values.length) this.#resize(this.length * 2);
    this.#values[this.length++] = value;
  }

  /** The value at a place; 0 beyond the end. */
  at(place: number): number {
    return this.#values[place] ?? 0;
  }

  /** The values, in an array of their own. */
  values(): A {
    return this.#values.slice(0, this.length) as A;
  }

  /** Gives back room that is not used. */
  trim(): void {
    this.#resize(this.length);
  }

  #resize(length: number): void {
    const values = this.#make(length);
    values.set(this.#values.subarray(0, this.length));
    this.#values = values;
  }
}

/** A list of whole numbers (32 bits, no sign). */
export class Ints extends Growing<Uint32Array> {
  constructor(first: readonly number[] = []) {
    super((length) => new Uint32Array(length));
    for (const value of first) this.push(value);
  }
}

/** A list of bytes. */
export class Bytes extends Growing<Uint8Array> {
  constructor() {
    super((length) => new Uint8Array(length));
  }
}
