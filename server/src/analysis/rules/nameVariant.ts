/** `name/variant`: a name that is probably an unlisted spelling of a form of the glossary. */

import { LONGEST_FOR_VARIANTS } from '../findVariants';
import { fixesWriting } from '../rewrite';
import type { Evidence, Found, Rule } from '../rule';
import type { Variant } from '../variant';

export const nameVariant: Rule = {
  code: 'name/variant',
  defaultSeverity: 'hint',
  description: 'A probable unlisted spelling: a guess, with its score and its reason.',
  help: `A guess: the name is in no glossary, and likely to be another spelling of one that is. The message says why, such as
“kh = h, a = o”. It is never mended unasked.

Reported: *Khikmatov said.* If that is Hikmatov, write *Hikmatov said*, and add the spelling to the entry, so that it is known from
then on; if it is somebody else, add it to the entry’s \`not:\`, and nobody is asked again.`,
  waitsFor: 'guesses',
  *find(evidence) {
    const { found, soughtUntil } = evidence.variants;
    if (soughtUntil !== undefined) yield tooLong(soughtUntil);
    for (const variant of found) yield examine(evidence, variant);
  },
};

/** It remains a guess. */
const HIGHEST = 0.99;

const tooLong = (from: number): Found => ({
  span: { start: from, end: from },
  severity: 'information',
  message: `From here on, unlisted spellings are not looked for: the report is longer than ${LONGEST_FOR_VARIANTS.toLocaleString('en')} characters. Divide it to have them found.`,
  fixes: [],
});

function examine({ report }: Evidence, variant: Variant): Found {
  const { start, end, visible, core, claim, house, score, reason } = variant;
  const { entity, form } = claim;
  const bearer = house === form.house ? '' : `, short for “${form.house}”`;
  const [first, last] = [core[0]!.start, core.at(-1)!.end];
  const isWhole = first === start && last === end;
  const mention = {
    start: first,
    end: last,
    visible: isWhole ? visible : report.text.slice(first, last),
    words: core,
    claims: [claim],
    zone: 'prose',
    mendable: true,
  } as const;
  const change = (list: 'spellings' | 'not') => ({
    entity: entity.id,
    ...(form.alias && list === 'spellings' ? { alias: form.alias.name } : {}),
    list,
    text: list === 'spellings' ? mention.visible : visible,
  });
  return {
    span: { start, end },
    message: `“${visible}” is probably “${house}”${bearer} (${reason}). Write that, add it to the spellings, or mark it as not the same.`,
    fixes: [
      ...fixesWriting(report, mention, house, false),
      {
        title: `Add “${mention.visible}” as a spelling of ${form.house}`,
        edits: [],
        glossary: change('spellings'),
        preferred: false,
      },
      { title: `“${visible}” is not ${entity.name}`, edits: [], glossary: change('not'), preferred: false },
    ],
    entity: entity.id,
    form: visible,
    house,
    score: Math.min(Math.round(score * 1000) / 1000, HIGHEST),
    reason,
  };
}
