/** Finds, in several indexes as if they were one, the names that an unlisted spelling may mean. */

import { Likenesses } from './alignment';
import { FEATURES } from './features';
import { MostPromising } from './mostPromising';
import { nameParts } from './nameParts';
import type { NamePart, NameParts } from './preparedName';
import { type NameLayer, type NearInLayer, SearchedLayer, WIDTH } from './searchedLayer';
import { similarity } from './similarity';
import { SkeletonKeys } from './skeleton';
import { isLookedFor, mayJoin } from './variantIndex';
import { BIAS, WEIGHTS } from './weights';

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
/** With so much read under its keys, the further keys of a part are passed over. */
const MOST_READ_OF_PART = 10_000;
/** So many sequences are looked at. */
const MOST_SEQUENCES = 12_000;

/** What a key that leaves a consonant out is worth beside an exact one. */
const INEXACT = 0.5;
const MOST_REMEMBERED = 4_000;

/** What is found in a big index that lacks a few names and a small one that adds some is what one index over all would find. */
export class NearestNames {
  readonly #layers: readonly SearchedLayer[];
  /** How many names there are. */
  readonly #size: number;
  readonly #keys = new SkeletonKeys();
  readonly #remembered = new Map<NamePart, Near>();

  constructor(layers: readonly NameLayer[]) {
    this.#layers = layers.map((layer) => new SearchedLayer(layer));
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
    const best = new MostPromising(count);
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
