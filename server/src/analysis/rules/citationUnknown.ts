/** `citation/unknown`: a key that no source of the library has. */

import { nearestKeys } from '../../sources/library';
import { citationsOf } from '../deskCitations';
import type { Rule } from '../rule';

const MOST_KEYS = 3;
/** A key is compared with every other only for so many; who has more unknown ones has another library. */
const MOST_COMPARED = 50;

export const citationUnknown: Rule = {
  code: 'citation/unknown',
  defaultSeverity: 'error',
  description: 'A citation key that no source has.',
  find({ report, works }) {
    const { library } = works;
    // A desk without a single source file keeps its library elsewhere: nothing can be said of its keys.
    if (library.problems.size === 0) return [];
    const compared = new Set<string>();
    const nearTo = (key: string): string[] => {
      if (compared.size < MOST_COMPARED) compared.add(key);
      return compared.has(key) ? nearestKeys(library, key, MOST_KEYS) : [];
    };
    return citationsOf(report, works)
      .filter(
        ({ key }) =>
          !library.sources.has(key) && !(works.citations === 'pandoc' && isReference(key, report.text)),
      )
      .map(({ start, end, key }) => {
        const near = nearTo(key);
        const advice =
          near.length > 0
            ? `Did you mean ${near.map((one) => `@${one}`).join(' or ')}?`
            : 'Add the source to the library.';
        return {
          span: { start, end },
          message: `No source has the key @${key}. ${advice}`,
          fixes: near.map((one) => ({
            title: `Cite @${one}`,
            edits: [{ span: { start, end }, newText: one }],
            preferred: false,
          })),
        };
      });
  },
};

/** What filters of Pandoc number: figures, tables, equations and the like; and the label of a numbered example. */
const isReference = (key: string, text: string): boolean =>
  /^(?:fig|tbl|tab|eq|lst|sec|thm|lem|cor|prp|cnj|def|exm|exr)[:-]/.test(key) || isExample(`(@${key})`, text);

/** Whether a line begins with the label. */
function isExample(label: string, text: string): boolean {
  for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + 1)) {
    let start = at;
    while (text[start - 1] === ' ' || text[start - 1] === '>') start--;
    if (start === 0 || text[start - 1] === '\n') return true;
  }
  return false;
}
