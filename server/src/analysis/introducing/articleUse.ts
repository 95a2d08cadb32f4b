/** Tells whether a report writes “the” before an acronym, by its own sentences. */

import type { Entity } from '../../glossary/entity';
import { type Mention, settled } from '../mention';
import type { Evidence } from '../rule';
import { definiteBefore } from './articles';

type Balances = ReadonlyMap<Entity, number>;

/** By the mentions of an analysis: every introduction of a report may ask. */
const memo = new WeakMap<readonly Mention[], Balances>();

/** Whether it does in most places where the acronym of the entity stands, but in parentheses; undefined where it does not tell. */
export function articleUsed(evidence: Evidence, entity: Entity): boolean | undefined {
  let balances = memo.get(evidence.mentions);
  if (!balances) {
    balances = balancesOf(evidence);
    memo.set(evidence.mentions, balances);
  }
  const balance = balances.get(entity) ?? 0;
  return balance === 0 ? undefined : balance > 0;
}

/** How many more acronyms of each entity have an article than have none. */
function balancesOf({ report, mentions }: Evidence): Balances {
  const balances = new Map<Entity, number>();
  for (const mention of mentions) {
    const claim = settled(mention);
    if (claim?.form.kind !== 'acronym' || mention.zone !== 'prose') continue;
    const before = report.text[mention.start - 1];
    if (before === '(' || before === '[') continue;
    const one = definiteBefore(report, mention.start) ? 1 : -1;
    balances.set(claim.entity, (balances.get(claim.entity) ?? 0) + one);
  }
  return balances;
}
