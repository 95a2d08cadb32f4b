/** Tells whom a name may mean: the entities that have it as a form, or one that sounds like it. */

import type { Claim, Lexicon } from '../glossary/lexicon';
import { reasonOf, SAME_FROM } from '../names/likeness/similarity';
import { guesserOf } from './nameGuess';

export interface Candidate {
  readonly claim: Claim;
  /** 0 to 1. */
  readonly score: number;
  readonly reason: string;
}

const FOLDED_SCORE = 0.999;
const MOST_CANDIDATES = 10;

/** A candidate, whose reason is made only if it is among the best. */
interface Contender {
  readonly claim: Claim;
  readonly score: number;
  readonly reason: () => string;
}

/** The candidates for a name, best first, one an entity. A surname that no entry lists counts for a little less. */
export function whoIs(name: string, lexicon: Lexicon): Candidate[] {
  const best = new Map<string, Contender>();
  const add = (contender: Contender) => {
    const { id } = contender.claim.entity;
    const known = best.get(id);
    if (!known || known.score < contender.score) best.set(id, contender);
  };
  for (const form of lexicon.formsFoldedAs(name)) {
    const claim = lexicon.claim(form);
    const isExact = claim.form.text === name.trim();
    const reason = isExact
      ? 'written exactly so'
      : `“${claim.form.text}” in other capitals, hyphens, marks or apostrophes`;
    add({ claim, score: isExact ? 1 : FOLDED_SCORE, reason: () => reason });
  }
  for (const { claim, text, score, isSurname } of guesserOf(lexicon).guess(name, SAME_FROM)) {
    const reason = () => `${isSurname ? 'surname alone; ' : ''}${reasonOf(name, text)}`;
    add({ claim, score: Math.min(score, FOLDED_SCORE) * (isSurname ? SURNAME : 1), reason });
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_CANDIDATES)
    .map(({ claim, score, reason }) => ({ claim, score, reason: reason() }));
}

const SURNAME = 0.95;
