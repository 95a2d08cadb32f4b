/** `name/short-form`: the house form again, where the report has a shorter one for it. */

import { articleUsed } from '../introducing/articleUse';
import { introducedNames } from '../introducing/introducedNames';
import { fixesShortening } from '../introducing/introduction';
import type { Repeated } from '../introducing/introductionsFound';
import { asWrittenAt } from '../rewrite';
import type { Evidence, Found, Rule } from '../rule';

export const nameShortForm: Rule = {
  code: 'name/short-form',
  defaultSeverity: 'off',
  description: 'The house form again, where the report has introduced a shorter one.',
  help: 'Where the report has introduced “Hayat Tahrir al-Sham (HTS)” or named “Akhliddin Navqotiy”, “HTS” and “Navqotiy” are enough. A house that likes full names leaves the rule off.',
  *find(evidence) {
    for (const one of introducedNames(evidence).repeated) yield examine(evidence, one);
  },
};

function examine(evidence: Evidence, { mention, claim, shorter, isAcronym }: Repeated): Found {
  const { entity } = claim;
  const span = { start: mention.start, end: mention.end };
  const withArticle = isAcronym ? articleUsed(evidence, entity) : undefined;
  const written = isAcronym ? shorter : asWrittenAt(evidence.report, mention, shorter);
  return {
    span,
    message: `“${mention.visible}” is named above: “${shorter}” is enough here.`,
    fixes: fixesShortening(evidence.report, span, span, written, withArticle),
    entity: entity.id,
    form: mention.visible,
    house: shorter,
  };
}
