/** `name/reintroduced`: a full form with its acronym, where the report has introduced that before. */

import { articleUsed } from '../introducing/articleUse';
import { introducedNames } from '../introducing/introducedNames';
import { fixesRemoving, fixesShortening } from '../introducing/introduction';
import type { Reintroduced } from '../introducing/introductionsFound';
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
  const withArticle = entity && articleUsed(evidence, entity);
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
