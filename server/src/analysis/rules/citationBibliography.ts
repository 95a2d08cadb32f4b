/** `citation/bibliography`: a list of sources that is not, or no longer, that of what the report cites. */

import type { Rule } from '../rule';

export const citationBibliography: Rule = {
  code: 'citation/bibliography',
  defaultSeverity: 'warning',
  description: 'A list of sources, between its comments, that is not that of what the report cites.',
  waitsFor: 'notes',
  *find({ bibliographies }) {
    for (const { opening, span, made, isCurrent } of bibliographies ?? []) {
      if (isCurrent) continue;
      yield {
        span: opening,
        message: 'This list of sources is not that of what the report cites now. Make it anew.',
        fixes: [
          { title: 'Make the list of sources anew', edits: [{ span, newText: made }], preferred: true },
        ],
      };
    }
  },
};
