/** `name/alias`: an alias used as the name, away from any introduction. */

import { type Mention, settled } from '../mention';
import { fixesWriting } from '../rewrite';
import type { Evidence, Found, Rule } from '../rule';

export const nameAlias: Rule = {
  code: 'name/alias',
  defaultSeverity: 'information',
  description:
    'An alias used as the name, away from any introduction; a warning where the glossary says to avoid it.',
  help: `An alias is another name of somebody: a real name, a nom de guerre, a former name. It is fine where it is introduced
beside the house form; away from that, a reader may take it for somebody else. The entry says what is allowed: \`use: any\` (fine
anywhere), \`introduce\` (the default) or \`avoid\` (never, and then a warning).

Reported: *Mukhtarov led the group.* Write: *Abu Saloh led the group*, or once *Abu Saloh (Sirojiddin Mukhtarov)*.`,
  *find(evidence) {
    for (const [at, mention] of evidence.mentions.entries()) yield* examine(evidence, mention, at);
  },
};

/** Whether the mention is an alias that the house would not write here. */
export function isAliasOutOfPlace(evidence: Evidence, mention: Mention, at: number): boolean {
  const claim = settled(mention);
  if (!claim?.form.alias || claim.form.kind === 'script' || !mention.mendable) return false;
  const { use } = claim.form.alias;
  return use === 'avoid' || (use === 'introduce' && !evidence.introduced[at]);
}

function examine(evidence: Evidence, mention: Mention, at: number): Found[] {
  const claim = settled(mention);
  if (!claim?.form.alias || mention.visible !== claim.form.house || !isAliasOutOfPlace(evidence, mention, at))
    return [];
  const { entity, form } = claim;
  const avoid = claim.form.alias.use === 'avoid';
  const advice = avoid ? '' : `, or introduce it: “${entity.name} (${form.house})”`;
  return [
    {
      span: { start: mention.start, end: mention.end },
      message: `“${mention.visible}” is another name of ${entity.name}. Write “${entity.name}”${advice}.`,
      fixes: fixesWriting(evidence.report, mention, entity.name, true),
      entity: entity.id,
      form: mention.visible,
      house: entity.name,
      ...(avoid ? { severity: 'warning' as const } : {}),
    },
  ];
}
