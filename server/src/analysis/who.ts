/** Tells whom a name may mean: the entities that have it as a form, with a score and a reason. */

import type { Claim, Lexicon } from '../glossary/lexicon';

export interface Candidate {
  readonly claim: Claim;
  /** 0 to 1. */
  readonly score: number;
  readonly reason: string;
}

const FOLDED_SCORE = 0.98;

/** The candidates for a name, best first, one an entity; empty where no form is written so, or folds to the same. */
export function whoIs(name: string, lexicon: Lexicon): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const form of lexicon.index.formsFoldedAs(name)) {
    const claim = lexicon.claims[form]!;
    const isExact = claim.form.text === name.trim();
    const candidate: Candidate = isExact
      ? { claim, score: 1, reason: 'written exactly so' }
      : {
          claim,
          score: FOLDED_SCORE,
          reason: `“${claim.form.text}” in other capitals, hyphens, marks or apostrophes`,
        };
    const known = best.get(claim.entity.id);
    if (!known || known.score < candidate.score) best.set(claim.entity.id, candidate);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}
