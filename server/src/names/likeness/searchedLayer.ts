/** A layer of names while some are looked for in it: what is near to each part, and which sequences share most. */

import { MOST_COMPARED, type MostPromising } from './mostPromising';
import { joinParts, type NamePart } from './preparedName';
import { mayBeSimilar, mayBeSimilarJoined, partSimilarity } from './soundDistance';
import type { VariantIndex } from './variantIndex';

/** An index, without the names that are no longer there. */
export interface NameLayer {
  readonly index: VariantIndex;
  /** The numbers of the names that are to be passed over. */
  readonly gone?: ReadonlySet<number>;
}

/*
 * Stated caps for adversarial glossaries, with those of `nearestNames.ts`: what is beyond one of them is not found.
 */
/** Of the parts that are filed under one key so many are read; of the sequences with such neighbours, a fifth. */
const MOST_OF_KEY = 5_000;
const MOST_JOINED_OF_KEY = MOST_OF_KEY / 5;
/** So many sequences are checked for something like a name of one part, before they count as promising; all the others do. */
const MOST_CHECKED = 4_000;
/** So many neighbours written as one are compared with a name of one part. */
const MOST_JOINS = 500;
/** So many neighbours written as one are kept. */
const MOST_REMEMBERED = 8_000;
/** What shares only a key that leaves a consonant out, and is less alike than this by its consonants, is passed over. */
const WORTH_READING = 0.6;
/** A name has at most eight parts. */
export const WIDTH = 8;

/** Parts, and sequences with neighbours written as one, with what sharing keys with them is worth; the best first. */
export interface NearInLayer {
  readonly parts: Uint32Array;
  readonly worth: Float64Array;
  readonly joined: Uint32Array;
  readonly worthOfJoined: Float64Array;
  readonly names: number;
}

/** The only part of a name, and how alike to it the only part of another must be. */
export interface Alone {
  readonly part: NamePart;
  readonly least: number;
}

/** A layer while names are looked for in it. */
export class SearchedLayer {
  readonly index: VariantIndex;
  readonly #gone: ReadonlySet<number> | undefined;
  /** How many names that are looked for by a part are gone. */
  readonly #goneOfPart = new Map<number, number>();
  /** The turn in which a part, or a sequence, was met last. */
  readonly #partMet: Uint32Array;
  readonly #sequenceMet: Uint32Array;
  /** The row of a part that was met this turn. */
  readonly #rowOf: Uint32Array;
  #turn = 0;
  readonly #parts: number[] = [];
  readonly #worth: number[] = [];
  readonly #joined = new Map<number, number>();
  /** For each part that was met its row: what sharing keys with it is worth, by the parts of the name. */
  #rows = new Float64Array(WIDTH * 256);
  #rowCount = 0;
  readonly #rowOfJoined = new Map<number, number>();
  readonly #best = new Float64Array(WIDTH);
  #count = 0;
  #alone: Alone | undefined;
  #joinsLeft = 0;
  #checksLeft = 0;
  /** The turn in which a part was last compared with the only part of the name, and whether it was like it. */
  readonly #partCompared: Uint32Array;
  readonly #isLike: Uint8Array;
  /** Neighbours written as one, by their two numbers: the same come again with every name that is looked for. */
  readonly #joinedParts = new Map<number, NamePart>();

  constructor({ index, gone }: NameLayer) {
    this.index = index;
    this.#gone = gone;
    this.#partMet = new Uint32Array(index.parts.size);
    this.#rowOf = new Uint32Array(index.parts.size);
    this.#partCompared = new Uint32Array(index.parts.size);
    this.#isLike = new Uint8Array(index.parts.size);
    this.#sequenceMet = new Uint32Array(index.sequences);
    for (const name of gone ?? []) {
      for (const part of index.lookedFor(index.sequenceOf[name]!))
        this.#goneOfPart.set(part, (this.#goneOfPart.get(part) ?? 0) + 1);
    }
  }

  /** The first names of a sequence that are not gone. */
  namesOf(sequence: number, limit: number): number[] {
    const { starts, entries } = this.index.names;
    const found: number[] = [];
    for (let at = starts[sequence]!; at < starts[sequence + 1]! && found.length < limit; at++) {
      const name = entries[at]!;
      if (this.#gone?.has(name) !== true) found.push(name);
    }
    return found;
  }

  beginRead(): void {
    this.#turn++;
    this.#parts.length = 0;
    this.#worth.length = 0;
    this.#joined.clear();
  }

  /** How many names have a part with this key, or neighbours that have it as one. */
  countNames(key: number, withJoined: boolean): number {
    const { byKey, byJoin, namesOfPart } = this.index;
    const end = byKey.start(key) + this.lengthOf(key);
    // What is not read has a name each at least.
    let names = byKey.end(key) - end;
    for (let at = byKey.start(key); at < end; at++) {
      if (byKey.keys[at] !== key) continue;
      const part = byKey.entries[at]!;
      names += namesOfPart[part]! - (this.#gone === undefined ? 0 : (this.#goneOfPart.get(part) ?? 0));
    }
    if (!withJoined) return names;
    const endOfJoined = Math.min(byJoin.end(key), byJoin.start(key) + MOST_JOINED_OF_KEY);
    names += byJoin.end(key) - endOfJoined;
    for (let at = byJoin.start(key); at < endOfJoined; at++) {
      if (byJoin.keys[at] === key) names += this.namesOf(byJoin.entries[at]!, MOST_COMPARED).length;
    }
    return names;
  }

  /** How many parts are read under a key. */
  lengthOf(key: number): number {
    const { byKey } = this.index;
    return Math.min(MOST_OF_KEY, byKey.end(key) - byKey.start(key));
  }

  /** Takes what has a key. */
  read(near: NamePart, key: number, withJoined: boolean, worth: number): void {
    const { byKey, byJoin } = this.index;
    const start = byKey.start(key);
    const end = start + this.lengthOf(key);
    for (let at = start; at < end; at++) {
      if (byKey.keys[at] !== key) continue;
      const part = byKey.entries[at]!;
      if (this.#partMet[part] === this.#turn) continue;
      this.#partMet[part] = this.#turn;
      if (!withJoined && !mayBeSimilar(near, this.index.parts.laidOut(part), WORTH_READING)) continue;
      this.#parts.push(part);
      this.#worth.push(worth);
    }
    if (!withJoined) return;
    const startOfJoined = byJoin.start(key);
    const endOfJoined = Math.min(byJoin.end(key), startOfJoined + MOST_JOINED_OF_KEY);
    for (let at = startOfJoined; at < endOfJoined; at++) {
      if (byJoin.keys[at] !== key) continue;
      const sequence = byJoin.entries[at]!;
      if (!this.#joined.has(sequence)) this.#joined.set(sequence, worth);
    }
  }

  endRead(): NearInLayer {
    const { starts } = this.index.byPart;
    let names = this.#joined.size;
    for (const part of this.#parts) names += starts[part + 1]! - starts[part]!;
    return {
      parts: Uint32Array.from(this.#parts),
      worth: Float64Array.from(this.#worth),
      joined: Uint32Array.from(this.#joined.keys()),
      worthOfJoined: Float64Array.from(this.#joined.values()),
      names,
    };
  }

  /**
   * @param count how many parts the name has.
   * @param alone its part, if it has only one.
   */
  begin(count: number, alone: Alone | undefined): void {
    this.#alone = alone;
    this.#joinsLeft = MOST_JOINS;
    this.#checksLeft = MOST_CHECKED;
    this.#turn++;
    this.#rowCount = 0;
    this.#rowOfJoined.clear();
    this.#count = count;
  }

  /** Notes what sharing keys with the part at a place is worth. */
  mark({ parts, worth, joined, worthOfJoined }: NearInLayer, at: number): void {
    for (let k = 0; k < parts.length; k++) {
      const part = parts[k]!;
      if (this.#partMet[part] !== this.#turn) {
        this.#partMet[part] = this.#turn;
        this.#rowOf[part] = this.#newRow();
      }
      this.#raise(this.#rowOf[part]! + at, worth[k]!);
    }
    for (let k = 0; k < joined.length; k++) {
      const sequence = joined[k]!;
      let row = this.#rowOfJoined.get(sequence);
      if (row === undefined) {
        row = this.#newRow();
        this.#rowOfJoined.set(sequence, row);
      }
      this.#raise(row + at, worthOfJoined[k]!);
    }
  }

  #raise(at: number, worth: number): void {
    if (worth > this.#rows[at]!) this.#rows[at] = worth;
  }

  #newRow(): number {
    const row = this.#rowCount++ * WIDTH;
    if (row + WIDTH > this.#rows.length) {
      const longer = new Float64Array(this.#rows.length * 2);
      longer.set(this.#rows);
      this.#rows = longer;
    }
    this.#rows.fill(0, row, row + WIDTH);
    return row;
  }

  /**
   * Offers the sequences that have what is near to a part, if they have no more than so many names proper.
   *
   * @param later what parts that are yet to come can be worth at most.
   * @returns how many more sequences may be looked at.
   */
  gather(
    layer: number,
    { parts, worth, joined, worthOfJoined }: NearInLayer,
    mostNames: number,
    later: number,
    left: number,
    best: MostPromising,
  ): number {
    const { byPart } = this.index;
    const end = this.index.firstWithMoreThan(mostNames);
    let still = left;
    for (let k = 0; k < parts.length; k++) {
      if (worth[k]! + later < best.needed) break;
      const part = parts[k]!;
      for (let at = byPart.starts[part]!; at < byPart.starts[part + 1]!; at++) {
        const sequence = byPart.entries[at]!;
        if (sequence >= end) break;
        if (this.#sequenceMet[sequence] === this.#turn) continue;
        if (still-- <= 0) return 0;
        this.#offer(layer, sequence, best);
      }
    }
    // Two of its names are one.
    const endOfJoined = this.index.firstWithMoreThan(mostNames + 1);
    for (let k = 0; k < joined.length; k++) {
      if (worthOfJoined[k]! + later < best.needed) break;
      const sequence = joined[k]!;
      if (sequence >= endOfJoined) continue;
      if (this.#sequenceMet[sequence] === this.#turn) continue;
      if (still-- <= 0) return 0;
      this.#offer(layer, sequence, best);
    }
    return still;
  }

  #offer(layer: number, sequence: number, best: MostPromising): void {
    this.#sequenceMet[sequence] = this.#turn;
    const { sequenceStarts, sequenceParts, hashes } = this.index;
    const start = sequenceStarts[sequence]!;
    const end = sequenceStarts[sequence + 1]!;
    const count = this.#count;
    const shares = this.#best;
    for (let i = 0; i < count; i++) shares[i] = 0;
    for (let at = start; at < end; at++) {
      const part = sequenceParts[at]!;
      if (this.#partMet[part] === this.#turn) this.#take(this.#rowOf[part]!);
    }
    if (this.#rowOfJoined.size > 0) {
      const row = this.#rowOfJoined.get(sequence);
      if (row !== undefined) this.#take(row);
    }
    let shared = 0;
    for (let i = 0; i < count; i++) shared += shares[i]!;
    if (shared < best.needed) return;
    if (this.#alone !== undefined && !this.#hasLike(this.#alone, start, end)) return;
    if (this.#gone !== undefined && this.namesOf(sequence, 1).length === 0) return;
    best.take({ layer, sequence, shared, parts: end - start, hash: hashes[sequence]! });
  }

  /** Whether one of the parts, or two neighbours as one, are as like a part as that. */
  #hasLike({ part, least }: Alone, start: number, end: number): boolean {
    const { sequenceParts, parts } = this.index;
    if (this.#checksLeft === 0) return true;
    this.#checksLeft--;
    for (let at = start; at < end && !parts.isDigits(sequenceParts[at]!); at++) {
      if (this.#isLikePart(part, sequenceParts[at]!, least)) return true;
      if (at === start || this.#joinsLeft === 0) continue;
      const first = sequenceParts[at - 1]!;
      const second = sequenceParts[at]!;
      if (!mayBeSimilarJoined(part, parts.laidOut(first), parts.laidOut(second, 1), least)) continue;
      this.#joinsLeft--;
      if (partSimilarity(part, this.#joinedPart(first, second), least) > 0) return true;
    }
    return false;
  }

  /** Many sequences have the same parts: each is compared once a turn. */
  #isLikePart(part: NamePart, other: number, least: number): boolean {
    if (this.#partCompared[other] !== this.#turn) {
      this.#partCompared[other] = this.#turn;
      this.#isLike[other] = partSimilarity(part, this.index.parts.laidOut(other), least) > 0 ? 1 : 0;
    }
    return this.#isLike[other] === 1;
  }

  #joinedPart(first: number, second: number): NamePart {
    const { parts } = this.index;
    const key = first * parts.size + second;
    let joined = this.#joinedParts.get(key);
    if (!joined) {
      joined = joinParts(parts.part(first), parts.part(second));
      if (this.#joinedParts.size >= MOST_REMEMBERED) this.#joinedParts.clear();
      this.#joinedParts.set(key, joined);
    }
    return joined;
  }

  #take(row: number): void {
    for (let i = 0; i < this.#count; i++) {
      const worth = this.#rows[row + i]!;
      if (worth > this.#best[i]!) this.#best[i] = worth;
    }
  }
}
