/** Typed arrays that grow: bytes and whole numbers. */

/** A list of whole numbers (32 bits, no sign). */
export class Ints {
  length: number;
  private values: Uint32Array;

  constructor(first: readonly number[] = []) {
    this.values = new Uint32Array(1024);
    this.values.set(first);
    this.length = first.length;
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Uint32Array(this.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }

  /** The value at a place; 0 beyond the end. */
  at(place: number): number {
    return this.values[place] ?? 0;
  }

  /** Gives back room that is not used. */
  trim(): void {
    this.values = this.values.slice(0, this.length);
  }
}

/** A list of bytes. */
export class Bytes {
  length = 0;
  private values = new Uint8Array(1024);

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Uint8Array(this.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }

  /** The value at a place; 0 beyond the end. */
  at(place: number): number {
    return this.values[place] ?? 0;
  }

  /** Gives back room that is not used. */
  trim(): void {
    this.values = this.values.slice(0, this.length);
  }
}
