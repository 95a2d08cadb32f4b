/** `name/ambiguous`: a form that two entities claim, where the report has not yet said which of them it means. */

import type { Mention } from '../mention';
import { fixesWriting } from '../rewrite';
import type { Evidence, Found, Rule } from '../rule';

export const nameAmbiguous: Rule = {
  code: 'name/ambiguous',
  defaultSeverity: 'information',
  description: 'A form that two entities claim, before the report has said which of them it means.',
  help: `Two entries of the glossary claim this form, and the report has not yet said which of them it means. It is never mended
unasked.

Reported: *Rahimov left*, where Anvar Rahimov and Bobur Rahimov are both in the glossary. Write: *Anvar Rahimov left*. From there
on, *Rahimov* is he.`,
  *find(evidence) {
    for (const mention of evidence.mentions)
      if (mention.claims.length > 1 && mention.mendable) yield examine(evidence, mention);
  },
};

/** So many are named; who shares a name with thousands is not found by reading on. */
const MOST_NAMED = 5;
const MOST_FIXES = 10;

function examine({ report }: Evidence, mention: Mention): Found {
  const { claims } = mention;
  const few = claims.slice(0, MOST_FIXES).map(({ entity }) => entity);
  const shown = claims.length > MOST_NAMED + 1 ? few.slice(0, MOST_NAMED) : few;
  const named = shown.map(({ id, name }) =>
    few.filter((other) => other.name === name).length > 1 ? `${name} (${id})` : name,
  );
  const more = claims.length - shown.length;
  const names = new Set(few.map(({ name }) => name));
  return {
    span: { start: mention.start, end: mention.end },
    message: `“${mention.visible}” may mean ${list(more > 0 ? [...named, `${more} more`] : named)}. Write out whom you mean, here or earlier in the report.`,
    fixes: [...names].flatMap((name) => fixesWriting(report, mention, name, false)),
    form: mention.visible,
  };
}

const list = (names: readonly string[]): string =>
  names.length < 3 ? names.join(' or ') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
