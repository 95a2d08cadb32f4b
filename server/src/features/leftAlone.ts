/** Tells why findings are left as they are when all that is certain is mended, and sums that up for a reader. */

import type { Finding } from '../analysis/finding';
import type { Span } from '../text/span';

/**
 * `ambiguous`: it may name several entities; `guess`: it is probably another spelling; `choice`: it can be mended in several
 * ways, or need not be; `endless`: the house form holds what is to be mended; `blocked`: signs around it are in the way;
 * `yours`: only a writer can mend it.
 */
export type LeftReason = 'ambiguous' | 'guess' | 'choice' | 'endless' | 'blocked' | 'yours';

export interface LeftFinding {
  readonly finding: Finding;
  readonly reason: LeftReason;
  /** Where it stands in the report before anything was mended. */
  readonly span: Span;
}

/** @param isEndless whether to mend it would ask for the same fix again. */
export const leftAlone = (finding: Finding, isEndless: boolean, span: Span): LeftFinding => ({
  finding,
  reason: isEndless ? 'endless' : reasonFor(finding),
  span,
});

function reasonFor({ code, score, fixes, entity, house }: Finding): LeftReason {
  if (code === 'name/ambiguous') return 'ambiguous';
  if (score !== undefined) return 'guess';
  if (fixes.length > 0) return 'choice';
  return entity !== undefined && house !== undefined ? 'blocked' : 'yours';
}

/** In the order in which a reader is told: what most asks for a decision first. */
export const LEFT_REASONS: readonly LeftReason[] = [
  'ambiguous',
  'choice',
  'yours',
  'blocked',
  'endless',
  'guess',
];

/** How many findings are left for each reason, and which rules’. */
export interface LeftCount {
  readonly reason: LeftReason;
  readonly count: number;
  /** Sorted. */
  readonly codes: readonly string[];
}

/** Sums up the findings of many reports, one after the other. */
export class LeftTally {
  readonly #counts = new Map<LeftReason, { count: number; readonly codes: Set<string> }>();

  add({ finding, reason }: LeftFinding): void {
    this.#add(reason, 1, [finding.code]);
  }

  /** What another tally has come to. */
  addCounts(counts: readonly LeftCount[]): void {
    for (const { reason, count, codes } of counts) this.#add(reason, count, codes);
  }

  #add(reason: LeftReason, count: number, codes: readonly string[]): void {
    const known = this.#counts.get(reason) ?? { count: 0, codes: new Set<string>() };
    known.count += count;
    for (const code of codes) known.codes.add(code);
    this.#counts.set(reason, known);
  }

  get counts(): LeftCount[] {
    return LEFT_REASONS.flatMap((reason) => {
      const known = this.#counts.get(reason);
      return known ? [{ reason, count: known.count, codes: [...known.codes].sort() }] : [];
    });
  }
}

/** What is left and why, as a clause: “3 names that may mean several entities (name/ambiguous)”. */
export const leftClause = ({ reason, count, codes }: LeftCount): string =>
  `${count} ${WHY[reason](count === 1)} (${codes.join(', ')})`;

/** The same of all, as a sentence; empty where nothing is left. */
export const leftSentence = (counts: readonly LeftCount[]): string =>
  counts.length === 0 ? '' : `Left as it is: ${counts.map(leftClause).join('; ')}.`;

const WHY: Readonly<Record<LeftReason, (isOne: boolean) => string>> = {
  ambiguous: (isOne) =>
    isOne ? 'name that may mean several entities' : 'names that may mean several entities',
  guess: (isOne) => (isOne ? 'guess at an unlisted spelling' : 'guesses at unlisted spellings'),
  choice: (isOne) => (isOne ? 'finding that asks for a decision' : 'findings that ask for a decision'),
  endless: (isOne) =>
    isOne
      ? 'spelling that is part of the house form that would replace it'
      : 'spellings that are part of the house forms that would replace them',
  blocked: (isOne) =>
    isOne ? 'name whose emphasis or link would break' : 'names whose emphasis or links would break',
  yours: (isOne) => (isOne ? 'finding that only a writer can mend' : 'findings that only a writer can mend'),
};
