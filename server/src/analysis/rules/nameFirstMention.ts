/** `name/first-mention`: an acronym or a short form before the report has said what it is short for. */

import { introducedNames } from '../introducing/introducedNames';
import { fixesIntroducing, fixesTying } from '../introducing/introduction';
import type { Unintroduced } from '../introducing/introductionsFound';
import type { Evidence, Found, Rule } from '../rule';

export const nameFirstMention: Rule = {
  code: 'name/first-mention',
  defaultSeverity: 'information',
  description: 'An acronym or a short form where the report has not yet said what it is short for.',
  help: 'A report says once what an acronym or a surname is short for, at its first mention in the running text: “Katibat al-Tawhid wal-Jihad (KTJ)”, “Akhliddin Navqotiy”. Headings, quotations, notes, tables and captions introduce nothing. Acronyms that readers know are named under “introductions: known” in nomenclator.yaml, or have “introduce: never” in their entry.',
  *find(evidence) {
    for (const one of introducedNames(evidence).unintroduced) yield examine(evidence, one);
  },
};

function examine({ report }: Evidence, one: Unintroduced): Found {
  const { mention, claim, full, isAcronym, isOnlyUse, above } = one;
  const { entity, form } = claim;
  const acronym = isAcronym ? form.house : undefined;
  const isGroup = entity.type !== 'person';
  const house = acronym === undefined || isOnlyUse ? full : `${full} (${acronym})`;
  const isTied = above !== undefined && !isOnlyUse && acronym !== undefined;
  return {
    span: { start: mention.start, end: mention.end },
    message: messageOf(one, house),
    fixes: isTied
      ? fixesTying(report, above, acronym)
      : fixesIntroducing(report, mention, full, isOnlyUse ? undefined : acronym, isGroup),
    entity: entity.id,
    form: mention.visible,
    house,
  };
}

function messageOf({ mention, isAcronym, isOnlyUse, isOfPart, above }: Unintroduced, house: string): string {
  const { visible } = mention;
  if (!isAcronym) return `“${visible}” stands here first: write “${house}”.`;
  const only = isOfPart ? 'stands in this part of the report only once' : 'stands here only';
  if (isOnlyUse) return `“${visible}” is not introduced, and ${only}: write “${house}”.`;
  if (above) return `“${visible}” is not introduced: write “${house}” where the name first stands.`;
  return `“${visible}” is not introduced: write “${house}”.`;
}
