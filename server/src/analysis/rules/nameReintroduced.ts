/** `name/reintroduced`: a full form with its acronym, where the report has introduced that before. */

import type { Entity } from '../../glossary/entity';
import type { Span } from '../../text/span';
import { definiteBefore } from '../introducing/articles';
import { introducedNames } from '../introducing/introducedNames';
import { fixesRemoving, fixesShortening } from '../introducing/introduction';
import type { Reintroduced } from '../introducing/introductionsFound';
import { settled } from '../mention';
import type { Evidence, Found, Rule } from '../rule';

export const nameReintroduced: Rule = {
  code: 'name/reintroduced',
  defaultSeverity: 'hint',
  description: 'An acronym that is introduced again, though the report has introduced it before.',
  help: 'Behind “Hayat Tahrir al-Sham (HTS)”, the report writes “HTS”; the full form with the acronym in parentheses tells the reader nothing new. Where each section is to introduce its names anew, write “introductions: { restart: [sections] }” in nomenclator.yaml.',
  *find(evidence) {
    for (const one of introducedNames(evidence).reintroduced) yield examine(evidence, one);
  },
};

function examine(evidence: Evidence, { span, full, isBehind, acronym, entity }: Reintroduced): Found {
  const { report } = evidence;
  const withArticle = entity && articleUsed(evidence, entity, span);
  return {
    span,
    message: `“${acronym}” is introduced above: write “${acronym}”.`,
    fixes: isBehind
      ? fixesRemoving(report, full, true)
      : fixesShortening(report, span, full, acronym, withArticle),
    ...(entity ? { entity: entity.id } : {}),
    house: acronym,
  };
}

/** Whether the report writes “the” before the acronym of an entity, by most of its places; undefined where it does not tell. */
export function articleUsed(
  { report, mentions }: Evidence,
  entity: Entity,
  except: Span,
): boolean | undefined {
  let [used, left] = [0, 0];
  for (const mention of mentions) {
    const claim = settled(mention);
    if (claim?.entity !== entity || claim.form.kind !== 'acronym' || mention.zone !== 'prose') continue;
    if (mention.start >= except.start && mention.end <= except.end) continue;
    if (/[([]$/.test(report.text.slice(Math.max(0, mention.start - 1), mention.start))) continue;
    if (definiteBefore(report, mention.start)) used++;
    else left++;
  }
  return used === left ? undefined : used > left;
}
