/** `citation/unknown`: a key that no source of the library has. */

import { nearestKeys } from '../../sources/library';
import type { Rule } from '../rule';

const MOST_KEYS = 3;

export const citationUnknown: Rule = {
  code: 'citation/unknown',
  defaultSeverity: 'error',
  description: 'A citation key that no source has.',
  find({ report, works }) {
    const { library } = works;
    // A desk without a single source file keeps its library elsewhere: nothing can be said of its keys.
    if (library.problems.size === 0) return [];
    return report.citations
      .filter(({ key }) => !library.sources.has(key))
      .map(({ start, end, key }) => {
        const near = nearestKeys(library, key, MOST_KEYS);
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
