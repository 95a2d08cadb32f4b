/** Numbers the claims of many entities, entity after entity, in a flat array; a claim is made when it is asked for. */

import { rangeHolding } from '../text/rangeHolding';
import type { Steps } from '../text/steps';
import type { Entity } from './entity';
import { countForms, type Form, formsOf } from './forms';

/** One entity's claim to a form. */
export interface Claim {
  readonly entity: Entity;
  readonly form: Form;
}

/** Entities by number, from 0. An entity may be made only when it is asked for, and is then always the same object. */
export interface EntityList {
  readonly length: number;
  at(number: number): Entity;
  /** Whether the entity of a number is this very object; false for a number that there is not. */
  is(number: number, entity: Entity): boolean;
}

export const listOfEntities = (entities: readonly Entity[]): EntityList => ({
  length: entities.length,
  at: (number) => entities[number]!,
  is: (number, entity) => entities[number] === entity,
});

/** How many entities are counted between two rests. */
const AT_ONCE = 1000;

export class ClaimList {
  readonly entities: EntityList;
  /** The claims of entity `e` are `first[e]` up to `first[e + 1]`. */
  readonly first: Int32Array;
  readonly #made = new Map<number, readonly Claim[]>();
  /** Of those, the ones that were asked for by their own numbers, each in a list of its own. */
  readonly #alone = new Map<number, readonly [Claim]>();

  /** @param first where the claims of each entity begin, and at last how many there are. */
  constructor(entities: EntityList, first: Int32Array) {
    this.entities = entities;
    this.first = first;
  }

  /** Counts the forms of the entities. */
  static *of(entities: EntityList): Steps<ClaimList> {
    const first = new Int32Array(entities.length + 1);
    for (let entity = 0; entity < entities.length; entity++) {
      first[entity + 1] = first[entity]! + countForms(entities.at(entity));
      if (entity % AT_ONCE === 0) yield;
    }
    return new ClaimList(entities, first);
  }

  get length(): number {
    return this.first[this.entities.length]!;
  }

  /** How many claims an entity makes. */
  countOf(number: number): number {
    return this.first[number + 1]! - this.first[number]!;
  }

  /** The claim of a number; the same object whenever it is asked for. */
  at(number: number): Claim {
    return this.alone(number)[0];
  }

  /** The claim of a number in a list, the same list whenever it is asked for: most mentions have one claim alone. */
  alone(number: number): readonly [Claim] {
    const known = this.#alone.get(number);
    if (known) return known;
    const entity = this.entityOf(number);
    const alone = [this.ofEntity(entity)[number - this.first[entity]!]!] as const;
    this.#alone.set(number, alone);
    return alone;
  }

  /** The claims of an entity in the order of its forms. */
  ofEntity(number: number): readonly Claim[] {
    const made = this.#made.get(number);
    if (made) return made;
    const entity = this.entities.at(number);
    const claims = formsOf(entity).map((form): Claim => ({ entity, form }));
    this.#made.set(number, claims);
    return claims;
  }

  /** The number of the entity that makes a claim. */
  entityOf(claim: number): number {
    return rangeHolding(this.first, this.entities.length, claim);
  }

  /** All claims in order, made for the moment only: an index is built from them. */
  *each(): Generator<Claim> {
    for (let number = 0; number < this.entities.length; number++) {
      const entity = this.entities.at(number);
      for (const form of formsOf(entity)) yield { entity, form };
    }
  }
}
