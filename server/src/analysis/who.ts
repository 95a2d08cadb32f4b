/** Tells whom a name may mean: the entities that have it as a form, or one that sounds like it. */

import type { Entity } from '../glossary/entity';
import type { Claim, Lexicon } from '../glossary/lexicon';
import { nameParts } from '../names/likeness/nameParts';
import type { NameParts } from '../names/likeness/preparedName';
import { reasonOf, SAME_FROM, similarity } from '../names/likeness/similarity';

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
  const prepared = nameParts(name);
  const hasInitial = prepared.parts.some(({ role }) => role === 'initial');
  for (const { claim, text, score, isSurname } of lexicon.guesser.guess(name, SAME_FROM)) {
    // A surname with another person's initial is probably another person.
    const isOther = hasInitial && !text.includes(' ') && isContradicted(prepared, claim.entity);
    add({
      claim,
      score: Math.min(score, FOLDED_SCORE) * (isOther ? OTHER_INITIAL : isSurname ? SURNAME : 1),
      reason: () => {
        const how = isOther ? 'the initial is that of none of the full names' : reasonOf(name, text);
        return isSurname || isOther ? `surname alone; ${how}` : how;
      },
    });
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_CANDIDATES)
    .map(({ claim, score, reason }) => ({
      claim,
      score: Math.round(score * 10_000) / 10_000,
      reason: reason(),
    }));
}

const SURNAME = 0.95;
/** Such a candidate is shown, but is not the same. */
const OTHER_INITIAL = SAME_FROM - 0.1;

/** Whether a name with an initial is like none of the full names that a person has, though there are some. */
function isContradicted(name: NameParts, { type, name: house, aliases }: Entity): boolean {
  if (type !== 'person') return false;
  const full = [house, ...aliases.map((alias) => alias.name)]
    .map(nameParts)
    .filter(({ parts }) => parts.length > 1);
  return full.length > 0 && full.every((one) => similarity(name, one) < SAME_FROM);
}
