/** Finds, in several indexes as if they were one, the names that an unlisted spelling may mean. */

import { Likenesses } from './alignment';
import { FEATURES } from './features';
import { nameParts } from './nameParts';
import { joinParts, type NamePart, type NameParts } from './preparedName';
import { similarity } from './similarity';
import { SkeletonKeys } from './skeleton';
import { mayBeSimilar, mayBeSimilarJoined, partSimilarity } from './soundDistance';
import { isLookedFor, mayJoin, type VariantIndex } from './variantIndex';
import { BIAS, WEIGHTS } from './weights';

/** An index, without the names that are no longer there. */
export interface NameLayer {
  readonly index: VariantIndex;
  /** The numbers of the names that are to be passed over. */
  readonly gone?: ReadonlySet<number>;
}

/** A name that was found: the place of its layer, its number in there, and the score of the comparison. */
export interface Nearest {
  readonly layer: number;
  readonly name: number;
  readonly score: number;
}

/*
 * The stated caps for adversarial glossaries: what a query has not come to when one of them is spent is not found. The
 * rarest parts of the name come first, and what shares most with them.
 */
/** Of the parts that are filed under one key so many are read; of the sequences with such neighbours, a fifth. */
const MOST_OF_KEY = 5_000;
const MOST_JOINED_OF_KEY = MOST_OF_KEY / 5;
/** With so much read under its keys, the further keys of a part are passed over. */
const MOST_READ_OF_PART = 10_000;
/** So many sequences are looked at. */
const MOST_SEQUENCES = 12_000;
/** So many sequences are checked for something like a name of one part, before they count as promising; all the others do. */
const MOST_CHECKED = 4_000;
/** So many neighbours written as one are compared with a name of one part. */
const MOST_JOINS = 500;
/** So many sequences are compared. */
const MOST_COMPARED = 40;

/** A name that shares less than this of what the best one shares is not compared. */
const SHARE = 0.55;
/** So many are compared however little they share: in a small glossary hardly any key is rare. */
const ALWAYS_COMPARED = 8;
/** What a key that leaves a consonant out is worth beside an exact one. */
const INEXACT = 0.5;
/** What shares only a key that leaves a consonant out, and is less alike than this by its consonants, is passed over. */
const WORTH_READING = 0.6;
/** A name has at most eight parts. */
const WIDTH = 8;
const MOST_REMEMBERED = 4_000;

/** What is found in a big index that lacks a few names and a small one that adds some is what one index over all would find. */
export class NearestNames {
  readonly #layers: readonly Searched[];
  /** How many names there are. */
  readonly #size: number;
  readonly #keys = new SkeletonKeys();
  readonly #remembered = new Map<NamePart, Near>();

  constructor(layers: readonly NameLayer[]) {
    this.#layers = layers.map((layer) => new Searched(layer));
    this.#size = layers.reduce((sum, { index, gone }) => sum + index.size - (gone?.size ?? 0), 0);
  }

  /** The names most like a name, best first: at most `limit`, none with a score under `least`. */
  nearest(name: string, limit: number, least: number): Nearest[] {
    const query = nameParts(name);
    const count = query.parts.length;
    if (count === 0) return [];
    const units = this.#unitsOf(query);
    const alone = count === 1 ? { part: query.parts[0]!, least: leastAlike(query, least) } : undefined;
    for (const layer of this.#layers) layer.begin(count, alone);
    for (const { at, near } of units) {
      for (const [k, layer] of this.#layers.entries()) layer.mark(near.ofLayers[k]!, at);
    }
    const best = new Best(count);
    const mostNames = count + mostMissing(query, least);
    let left = MOST_SEQUENCES;
    for (const [k, { near }] of units.entries()) {
      // A sequence that the rarer parts have not led to shares at most this.
      const later = mostWorth(units.slice(k + 1));
      for (const [at, layer] of this.#layers.entries())
        left = layer.gather(at, near.ofLayers[at]!, mostNames, later, left, best);
    }
    const known = new Likenesses(query);
    const found: Nearest[] = [];
    for (const { layer, sequence } of best.worthComparing()) {
      const { index } = this.#layers[layer]!;
      const score = similarity(query, index.sequence(sequence), known);
      if (score < least) continue;
      for (const number of this.#layers[layer]!.namesOf(sequence, limit))
        found.push({ layer, name: number, score });
    }
    return found.sort((p, q) => q.score - p.score || p.layer - q.layer || p.name - q.name).slice(0, limit);
  }

  /** What is looked for in a name, the rarest first. */
  #unitsOf(name: NameParts): Unit[] {
    const { parts } = name;
    let namesProper = 0;
    for (const { role } of parts) if (role === 'name') namesProper++;
    const units: Unit[] = [];
    for (const [at, part] of parts.entries()) {
      if (isLookedFor(part.role, namesProper)) units.push({ at, near: this.#nearTo(part) });
      const next = parts[at + 1];
      if (next !== undefined && mayJoin(part, next))
        units.push({ at, near: this.#read(name.joined(at), true) });
    }
    return units.sort((p, q) => p.near.names - q.near.names);
  }

  #nearTo(part: NamePart): Near {
    let near = this.#remembered.get(part);
    if (near === undefined) {
      near = this.#read(part, false);
      if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
      this.#remembered.set(part, near);
    }
    return near;
  }

  /** What shares keys with a part. */
  #read(part: NamePart, onlyExact: boolean): Near {
    const keys = this.#keys;
    keys.ofPart(part);
    const worth: { key: number; isExact: boolean; worth: number }[] = [];
    const count = onlyExact ? keys.exact : keys.count;
    let left = MOST_READ_OF_PART;
    for (let at = 0; at < count && left > 0; at++) {
      const key = keys.keys[at]!;
      const isExact = at < keys.exact;
      let names = 0;
      for (const layer of this.#layers) {
        names += layer.countNames(key, isExact);
        left -= layer.lengthOf(key);
      }
      if (names === 0) continue;
      worth.push({ key, isExact, worth: (isExact ? 1 : INEXACT) * Math.log2(1 + this.#size / names) });
    }
    worth.sort((p, q) => q.worth - p.worth);
    const ofLayers = this.#layers.map((layer) => {
      layer.beginRead();
      // What has several of the keys is worth what the rarest of them is.
      for (const { key, isExact, worth: each } of worth) layer.read(part, key, isExact, each);
      return layer.endRead();
    });
    return {
      ofLayers,
      most: worth[0]?.worth ?? 0,
      names: ofLayers.reduce((sum, { names }) => sum + names, 0),
    };
  }
}

/** What sharing something with each of the parts can be worth together. */
function mostWorth(units: readonly Unit[]): number {
  const most = new Float64Array(WIDTH);
  for (const { at, near } of units) most[at] = Math.max(most[at]!, near.most);
  return most.reduce((sum, each) => sum + each, 0);
}

const weightOf = (feature: (typeof FEATURES)[number]): number => WEIGHTS[FEATURES.indexOf(feature)]!;
/** What a part that is found again says is at most so many times what it weighs. */
const MOST_EVIDENCE = 0.005 * 2.2;
/** What a missing name weighs at least beside the rest. */
const LEAST_SHARE = 0.1;

/** How far the score of a name of which everything is found again lies above a score, before the logistic function. */
function slack({ parts }: NameParts, least: number): number {
  const mass = parts.reduce((sum, { form }) => sum + form.mass, 0);
  const needed = least <= 0 ? Number.NEGATIVE_INFINITY : Math.log(least / (1 - least));
  return BIAS + weightOf('evidence') * Math.log2(1 + MOST_EVIDENCE * mass) - needed;
}

/** The most names proper that a sequence can have beyond the parts of a name and reach a score: missing ones count against it. */
function mostMissing(name: NameParts, least: number): number {
  const each = weightOf('missing names') + weightOf('missing share') * LEAST_SHARE;
  return each >= 0 ? WIDTH : Math.max(0, Math.min(WIDTH, Math.floor(slack(name, least) / -each)));
}

/** How alike another name of one part must be to one of one part to reach a score. */
function leastAlike(name: NameParts, least: number): number {
  const more = slack(name, least);
  // What has only another ending is judged by that.
  if (more + 2 * weightOf('ending') >= 0) return 0;
  const worst = weightOf('worst') + Math.max(0, weightOf('worst²'));
  return worst >= 0 ? 0 : Math.max(0, 1 + more / worst);
}

/** A part of a name that is looked for, or two neighbours as one. */
interface Unit {
  /** The place of the part in the name. */
  readonly at: number;
  readonly near: Near;
}

/** What shares keys with a part. */
interface Near {
  readonly ofLayers: readonly NearInLayer[];
  /** What sharing the rarest key with it is worth. */
  readonly most: number;
  /** How many names there are to be read. */
  readonly names: number;
}

/** Parts, and sequences with neighbours written as one, with what sharing keys with them is worth; the best first. */
interface NearInLayer {
  readonly parts: Uint32Array;
  readonly worth: Float64Array;
  readonly joined: Uint32Array;
  readonly worthOfJoined: Float64Array;
  readonly names: number;
}

/** The only part of a name, and how alike to it the only part of another must be. */
interface Alone {
  readonly part: NamePart;
  readonly least: number;
}

/** A layer while names are looked for in it. */
class Searched {
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

  constructor({ index, gone }: NameLayer) {
    this.index = index;
    this.#gone = gone;
    this.#partMet = new Uint32Array(index.parts.size);
    this.#rowOf = new Uint32Array(index.parts.size);
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
    best: Best,
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

  #offer(layer: number, sequence: number, best: Best): void {
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
      if (partSimilarity(part, parts.laidOut(sequenceParts[at]!), least) > 0) return true;
      if (at === start || this.#joinsLeft === 0) continue;
      const first = sequenceParts[at - 1]!;
      const second = sequenceParts[at]!;
      if (!mayBeSimilarJoined(part, parts.laidOut(first), parts.laidOut(second, 1), least)) continue;
      this.#joinsLeft--;
      if (partSimilarity(part, joinParts(parts.part(first), parts.part(second)), least) > 0) return true;
    }
    return false;
  }

  #take(row: number): void {
    for (let i = 0; i < this.#count; i++) {
      const worth = this.#rows[row + i]!;
      if (worth > this.#best[i]!) this.#best[i] = worth;
    }
  }
}

interface Offered {
  readonly layer: number;
  readonly sequence: number;
  /** What the keys that it shares are worth. */
  readonly shared: number;
  readonly parts: number;
  readonly hash: number;
}

/** The sequences that share most; of those that share as much, those of as many parts as the name. */
class Best {
  /** What shares less than this is not compared. */
  needed = 0;
  readonly #offered: Offered[] = [];
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  take(offered: Offered): void {
    const all = this.#offered;
    let place = all.length;
    while (place > 0 && this.#isBefore(offered, all[place - 1]!)) place--;
    if (place >= MOST_COMPARED) return;
    all.splice(place, 0, offered);
    if (all.length > MOST_COMPARED) all.pop();
    if (all.length < ALWAYS_COMPARED) return;
    const last = all.length === MOST_COMPARED ? all[MOST_COMPARED - 1]!.shared : 0;
    this.needed = Math.min(all[ALWAYS_COMPARED - 1]!.shared, Math.max(SHARE * all[0]!.shared, last));
  }

  worthComparing(): Offered[] {
    const enough = SHARE * (this.#offered[0]?.shared ?? 0);
    return this.#offered.filter(({ shared }, at) => at < ALWAYS_COMPARED || shared >= enough);
  }

  #isBefore(a: Offered, b: Offered): boolean {
    if (a.shared !== b.shared) return a.shared > b.shared;
    const more = Math.abs(a.parts - this.#count) - Math.abs(b.parts - this.#count);
    return more === 0 ? a.hash < b.hash : more < 0;
  }
}
