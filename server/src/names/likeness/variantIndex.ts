/** An index over many names by how their parts sound, in flat arrays: what an unlisted spelling is looked up in. */

import type { Steps } from '../../text/steps';
import { from, type Packed, under } from '../packed';
import { bucketsFor, type Filed, fileUnder } from './filing';
import { Bytes, Ints, Numbered } from './growing';
import { nameParts } from './nameParts';
import { PartStore, PartStoreBuilder } from './partStore';
import { brought, joinedCodes, type NamePart, NameParts } from './preparedName';
import { SkeletonKeys } from './skeleton';

/** A name's flags. */
const ARABIC = 1;
const CYRILLIC = 2;
/** So many sequences are kept as names. */
const MOST_REMEMBERED = 8_000;
/** No name has more parts. */
const MOST_PARTS = 8;

/**
 * Names of equal parts in the same order are one *sequence*; each distinct part is kept once. Keys lead to parts, parts to
 * sequences, sequences to names: names are the numbers in which they were given. Sequences are numbered by how many parts
 * of theirs are names proper, those with the fewest first.
 */
export class VariantIndex {
  readonly parts: PartStore;
  /** The parts of sequence `s` are `sequenceParts[sequenceStarts[s] .. sequenceStarts[s + 1]]`; digits stand at the end. */
  readonly sequenceStarts: Uint32Array;
  readonly sequenceParts: Uint32Array;
  readonly #flags: Uint8Array;
  /** Equal for equal sequences, whatever the index. */
  readonly hashes: Uint32Array;
  /** The sequence of each name. */
  readonly sequenceOf: Uint32Array;
  /** How many names are looked for by each part. */
  readonly namesOfPart: Uint32Array;
  /** The first sequence that has at least so many names proper. */
  readonly #firstWith: Uint32Array;
  /** Parts by the keys of their skeletons. */
  readonly byKey: Keyed;
  /** Sequences by the keys of neighbours in them written as one. */
  readonly byJoin: Keyed;
  /** Sequences by the parts by which they are found, in rising order. */
  readonly byPart: Filed;
  /** Names by their sequence, in rising order. */
  readonly names: Filed;

  readonly #known = new Map<number, NameParts>();

  private constructor(arrays: Packed) {
    this.parts = new PartStore(from('parts', arrays));
    this.sequenceStarts = arrays.sequenceStarts as Uint32Array;
    this.sequenceParts = arrays.sequenceParts as Uint32Array;
    this.#flags = arrays.flags as Uint8Array;
    this.hashes = arrays.hashes as Uint32Array;
    this.sequenceOf = arrays.sequenceOf as Uint32Array;
    this.namesOfPart = arrays.namesOfPart as Uint32Array;
    this.#firstWith = arrays.firstWith as Uint32Array;
    this.byKey = new Keyed(from('byKey', arrays));
    this.byJoin = new Keyed(from('byJoin', arrays));
    this.byPart = unpackFiled(from('byPart', arrays));
    this.names = unpackFiled(from('names', arrays));
  }

  /** The index of names, numbered from 0 in the order given. */
  static *build(names: Iterable<string>): Steps<VariantIndex> {
    const builder = new VariantIndexBuilder();
    let count = 0;
    for (const name of names) {
      if (count++ % NAMES_AT_ONCE === 0) yield;
      builder.add(name);
    }
    return yield* builder.build();
  }

  /** The index of arrays that `pack` or a builder gave; nothing is copied. */
  static unpack(arrays: Packed): VariantIndex {
    return new VariantIndex(arrays);
  }

  /** The arrays it consists of. */
  pack(): Packed {
    return {
      ...under('parts', this.parts.pack()),
      sequenceStarts: this.sequenceStarts,
      sequenceParts: this.sequenceParts,
      flags: this.#flags,
      hashes: this.hashes,
      sequenceOf: this.sequenceOf,
      namesOfPart: this.namesOfPart,
      firstWith: this.#firstWith,
      ...under('byKey', this.byKey.pack()),
      ...under('byJoin', this.byJoin.pack()),
      ...packFiled('byPart', this.byPart),
      ...packFiled('names', this.names),
    };
  }

  /** How many sequences there are. */
  get sequences(): number {
    return this.#flags.length;
  }

  /** The first of the sequences that have more than so many names proper. */
  firstWithMoreThan(names: number): number {
    return names >= MOST_PARTS ? this.sequences : this.#firstWith[names + 1]!;
  }

  /** How many names there are. */
  get size(): number {
    return this.sequenceOf.length;
  }

  /** The parts by which a sequence is found (`byPart`). */
  lookedFor(sequence: number): Set<number> {
    const { sequenceStarts, sequenceParts } = this;
    const found = new Set<number>();
    const all = sequenceParts.subarray(sequenceStarts[sequence]!, sequenceStarts[sequence + 1]!);
    let namesProper = 0;
    for (const part of all) if (this.parts.role(part) === 'name') namesProper++;
    for (const part of all) {
      if (!this.parts.isDigits(part) && isLookedFor(this.parts.role(part), namesProper)) found.add(part);
    }
    return found;
  }

  /** A sequence as a name whose texts are not known; the most recent ones are kept. */
  sequence(sequence: number): NameParts {
    let known = this.#known.get(sequence);
    if (!known) {
      known = this.#sequence(sequence);
      if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
      this.#known.set(sequence, known);
    }
    return known;
  }

  #sequence(sequence: number): NameParts {
    const parts: NamePart[] = [];
    let digits = '';
    for (let at = this.sequenceStarts[sequence]!; at < this.sequenceStarts[sequence + 1]!; at++) {
      const part = this.sequenceParts[at]!;
      if (this.parts.isDigits(part)) digits = this.parts.digits(part);
      else parts.push(this.parts.part(part));
    }
    const flags = this.#flags[sequence]!;
    return new NameParts(`#${sequence}`, parts, digits, [], (flags & ARABIC) !== 0, (flags & CYRILLIC) !== 0);
  }
}

/** Numbers filed under keys of 32 bits. */
export class Keyed {
  readonly #filed: Filed;
  /** The key of each entry. */
  readonly keys: Uint32Array;

  constructor(arrays: Packed) {
    this.#filed = unpackFiled(arrays);
    this.keys = arrays.keys as Uint32Array;
  }

  static *file(keys: Ints, entryOf: (place: number) => number): Steps<Keyed> {
    const buckets = bucketsFor(keys.length);
    const { starts, entries } = yield* fileUnder(keys.length, buckets, (at) => keys.at(at) & (buckets - 1));
    const ordered = new Uint32Array(entries.length);
    for (let at = 0; at < entries.length; at++) {
      if (at % ENTRIES_AT_ONCE === 0) yield;
      const place = entries[at]!;
      ordered[at] = keys.at(place);
      entries[at] = entryOf(place);
    }
    return new Keyed({ starts, entries, keys: ordered });
  }

  pack(): Packed {
    return { starts: this.#filed.starts, entries: this.#filed.entries, keys: this.keys };
  }

  /** Where the entries begin that may have a key: only those whose `keys` is that key do. */
  start(key: number): number {
    return this.#filed.starts[key & (this.#filed.starts.length - 2)]!;
  }

  /** Where they end. */
  end(key: number): number {
    return this.#filed.starts[(key & (this.#filed.starts.length - 2)) + 1]!;
  }

  get entries(): Uint32Array {
    return this.#filed.entries;
  }
}

/** How many names are taken between two rests. */
const NAMES_AT_ONCE = 50;
const SEQUENCES_AT_ONCE = 10_000;
const ENTRIES_AT_ONCE = 20_000;

/** By which of the parts of a name it is looked for: with two names, or one and an initial, nothing else says enough. */
export function isLookedFor(role: NamePart['role'], namesProper: number): boolean {
  if (namesProper > 1) return role === 'name' || role === 'kunya';
  return role !== 'initial' || namesProper === 0;
}

/** Whether two neighbours in a name may be one word in another spelling of it. */
export const mayJoin = (first: NamePart, second: NamePart): boolean =>
  (first.role === 'name' || first.role === 'kunya') && (second.role === 'name' || second.role === 'kunya');

/** Takes names one after the other, and then makes the index of them in steps. */
export class VariantIndexBuilder {
  readonly #parts = new PartStoreBuilder();
  readonly #partKeys = new Ints();
  readonly #keyParts = new Ints();
  readonly #sequenceOf = new Ints();
  readonly #sequences = new Numbered();
  readonly #sequenceStarts = new Ints();
  readonly #sequenceParts = new Ints();
  readonly #flags = new Bytes();
  readonly #namesProper = new Bytes();
  readonly #joinKeys = new Ints();
  readonly #keySequences = new Ints();
  readonly #keys = new SkeletonKeys();
  readonly #own = new Uint32Array(MOST_PARTS + 1);

  constructor() {
    this.#sequenceStarts.push(0);
  }

  /** Adds the next name. */
  add(text: string): void {
    const name = nameParts(text);
    const flags = (name.arabic ? ARABIC : 0) | (name.cyrillic ? CYRILLIC : 0);
    const own = this.#own;
    let count = 0;
    for (const part of name.parts) own[count++] = this.#partOf(part);
    if (name.digits !== '') own[count++] = this.#parts.addDigits(name.digits);
    let hash = flags | 0;
    for (let at = 0; at < count; at++) {
      hash = Math.imul(hash ^ this.#parts.hashOf(own[at]!), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    hash >>>= 0;
    let sequence = this.#sequences.find(hash, (known) => this.#isSequence(known, count, flags));
    if (sequence < 0) {
      sequence = this.#sequences.size;
      this.#sequences.add(hash);
      for (let at = 0; at < count; at++) this.#sequenceParts.push(own[at]!);
      this.#sequenceStarts.push(this.#sequenceParts.length);
      this.#flags.push(flags);
      let namesProper = 0;
      for (const { role } of name.parts) if (role === 'name') namesProper++;
      this.#namesProper.push(namesProper);
      this.#addJoins(sequence, name.parts);
    }
    this.#sequenceOf.push(sequence);
  }

  #partOf(part: NamePart): number {
    const number = this.#parts.add(part);
    if (number < this.#keyed) return number;
    this.#keyed = number + 1;
    const keys = this.#keys;
    keys.ofPart(part);
    for (let at = 0; at < keys.count; at++) {
      this.#partKeys.push(keys.keys[at]!);
      this.#keyParts.push(number);
    }
    return number;
  }

  /** The keys of parts below this number are known. */
  #keyed = 0;

  #isSequence(known: number, count: number, flags: number): boolean {
    const start = this.#sequenceStarts.at(known);
    if (this.#sequenceStarts.at(known + 1) - start !== count || this.#flags.at(known) !== flags) return false;
    for (let at = 0; at < count; at++) if (this.#sequenceParts.at(start + at) !== this.#own[at]) return false;
    return true;
  }

  #addJoins(sequence: number, parts: readonly NamePart[]): void {
    const keys = this.#keys;
    for (let at = 0; at + 1 < parts.length; at++) {
      if (!mayJoin(parts[at]!, parts[at + 1]!)) continue;
      keys.ofJoined(brought(joinedCodes(parts[at]!.form, parts[at + 1]!.form)));
      for (let key = 0; key < keys.count; key++) {
        this.#joinKeys.push(keys.keys[key]!);
        this.#keySequences.push(sequence);
      }
    }
  }

  /** The index of what was added; nothing may be added after that. */
  *build(): Steps<VariantIndex> {
    const order = yield* fileUnder(this.#sequences.size, MOST_PARTS + 1, (at) => this.#namesProper.at(at));
    const parts = this.#parts.build();
    const renumbered = yield* this.#renumbered(order.entries);
    const byPart = yield* this.#filedByPart(renumbered, parts);
    const { numbers } = renumbered;
    const byKey = yield* Keyed.file(this.#partKeys, (at) => this.#keyParts.at(at));
    const byJoin = yield* Keyed.file(this.#joinKeys, (at) => numbers[this.#keySequences.at(at)]!);
    const sequenceOf = this.#sequenceOf.values();
    for (let name = 0; name < sequenceOf.length; name++) {
      if (name % ENTRIES_AT_ONCE === 0) yield;
      sequenceOf[name] = numbers[sequenceOf[name]!]!;
    }
    const names = yield* fileUnder(sequenceOf.length, this.#sequences.size, (name) => sequenceOf[name]!);
    return VariantIndex.unpack({
      ...under('parts', parts.pack()),
      sequenceStarts: renumbered.starts,
      sequenceParts: renumbered.parts,
      flags: renumbered.flags,
      hashes: renumbered.hashes,
      sequenceOf,
      namesOfPart: yield* namesOfParts(byPart, names),
      firstWith: order.starts,
      ...under('byKey', byKey.pack()),
      ...under('byJoin', byJoin.pack()),
      ...packFiled('byPart', byPart),
      ...packFiled('names', names),
    });
  }

  /** The sequences in a new order. @param order their old numbers, in the new order. */
  *#renumbered(order: Uint32Array): Steps<Sequences> {
    const size = order.length;
    const numbers = new Uint32Array(size);
    const starts = new Uint32Array(size + 1);
    const parts = new Uint32Array(this.#sequenceParts.length);
    const flags = new Uint8Array(size);
    const hashes = new Uint32Array(size);
    const namesProper = new Uint8Array(size);
    let end = 0;
    for (let number = 0; number < size; number++) {
      if (number % SEQUENCES_AT_ONCE === 0) yield;
      const old = order[number]!;
      numbers[old] = number;
      flags[number] = this.#flags.at(old);
      hashes[number] = this.#sequences.hashOf(old);
      namesProper[number] = this.#namesProper.at(old);
      for (let at = this.#sequenceStarts.at(old); at < this.#sequenceStarts.at(old + 1); at++)
        parts[end++] = this.#sequenceParts.at(at);
      starts[number + 1] = end;
    }
    return { numbers, starts, parts, flags, hashes, namesProper };
  }

  *#filedByPart({ starts, parts, namesProper }: Sequences, store: PartStore): Steps<Filed> {
    const keyParts = new Ints();
    const keySequences = new Ints();
    for (let sequence = 0; sequence < namesProper.length; sequence++) {
      if (sequence % SEQUENCES_AT_ONCE === 0) yield;
      const start = starts[sequence]!;
      for (let at = start; at < starts[sequence + 1]!; at++) {
        const part = parts[at]!;
        if (store.isDigits(part) || !isLookedFor(store.role(part), namesProper[sequence]!)) continue;
        if (parts.subarray(start, at).includes(part)) continue;
        keyParts.push(part);
        keySequences.push(sequence);
      }
    }
    return yield* fileUnder(
      keyParts.length,
      store.size,
      (at) => keyParts.at(at),
      (at) => keySequences.at(at),
    );
  }
}

interface Sequences {
  /** The new number of each old one. */
  readonly numbers: Uint32Array;
  readonly starts: Uint32Array;
  readonly parts: Uint32Array;
  readonly flags: Uint8Array;
  readonly hashes: Uint32Array;
  readonly namesProper: Uint8Array;
}

function* namesOfParts(byPart: Filed, names: Filed): Steps<Uint32Array> {
  const counts = new Uint32Array(byPart.starts.length - 1);
  let read = 0;
  for (let part = 0; part < counts.length; part++) {
    let count = 0;
    for (let at = byPart.starts[part]!; at < byPart.starts[part + 1]!; at++) {
      if (read++ % ENTRIES_AT_ONCE === 0) yield;
      const sequence = byPart.entries[at]!;
      count += names.starts[sequence + 1]! - names.starts[sequence]!;
    }
    counts[part] = count;
  }
  return counts;
}

const unpackFiled = ({ starts, entries }: Packed): Filed => ({
  starts: starts as Uint32Array,
  entries: entries as Uint32Array,
});
const packFiled = (name: string, { starts, entries }: Filed): Packed => under(name, { starts, entries });
