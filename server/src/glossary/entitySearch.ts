/** Finds entities by any of their forms as they are typed. */

import type { Entity } from './entity';
import type { Claim, Lexicon } from './lexicon';

export interface FoundEntity {
  /** The form that was found. */
  readonly claim: Claim;
  /** 0 to 1. */
  readonly score: number;
}

/** An entity may be found by many of its forms. */
const FORMS_PER_ENTITY = 4;

/** The first entities of a glossary, where nothing is typed yet. */
export function firstEntities({ glossary }: Lexicon, limit: number): Entity[] {
  const first: Entity[] = [];
  for (const entity of glossary.entities.values()) {
    if (first.length >= limit) break;
    first.push(entity);
  }
  return first;
}

/** Each entity once, by its best form, best first. What it needs is built when a lexicon is first searched. */
export function searchEntities(lexicon: Lexicon, typed: string, limit: number): FoundEntity[] {
  const found = new Map<string, FoundEntity>();
  for (const { form, score } of lexicon.search(typed, limit * FORMS_PER_ENTITY)) {
    const claim = lexicon.claim(form);
    if (!found.has(claim.entity.id)) found.set(claim.entity.id, { claim, score });
  }
  return [...found.values()].slice(0, limit);
}
