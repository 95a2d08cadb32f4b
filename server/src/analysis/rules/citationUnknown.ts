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
    const examples = works.citations === 'pandoc' ? examplesIn(report.text) : undefined;
    const isReference = (key: string) => examples && (FILTERED.test(key) || examples.has(key));
    return citationsOf(report, works)
      .filter(({ key }) => !library.sources.has(key) && !isReference(key))
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

/** What filters of Pandoc number: figures, tables, equations and the like. */
const FILTERED = /^(?:fig|tbl|tab|eq|lst|sec|thm|lem|cor|prp|cnj|def|exm|exr)[:-]/;

/** The labels of numbered examples: lines that begin with `(@label)`. */
const examplesIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/^[ \t>]*\(@([^)\s]+)\)/gm)].map(([, label]) => label!));
