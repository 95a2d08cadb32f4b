/** `name/ambiguous`: a form that two entities claim, where the report has not yet said which of them it means. */

import type { Mention } from '../mention';
import { fixesWriting } from '../rewrite';
import type { Evidence, Found, Rule } from '../rule';

export const nameAmbiguous: Rule = {
  code: 'name/ambiguous',
  defaultSeverity: 'information',
  description: 'A form that two entities claim, before the report has said which of them it means.',
  *find(evidence) {
    for (const mention of evidence.mentions)
      if (mention.claims.length > 1 && mention.mendable) yield examine(evidence, mention);
  },
};

function examine({ report }: Evidence, mention: Mention): Found {
  const names = mention.claims.map(({ entity }) => entity.name);
  return {
    span: { start: mention.start, end: mention.end },
    message: `“${mention.visible}” may mean ${list(names)}. Write out whom you mean, here or earlier in the report.`,
    fixes: [...new Set(names)].flatMap((name) => fixesWriting(report, mention, name, false)),
    form: mention.visible,
  };
}

const list = (names: readonly string[]): string =>
  names.length < 3 ? names.join(' or ') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
