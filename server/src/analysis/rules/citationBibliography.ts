/** `citation/bibliography`: a list of sources that is not, or no longer, that of what the report cites, or has but one of its comments. */

import { keptListFindings } from '../keptList';
import type { Rule } from '../rule';

export const citationBibliography: Rule = {
  code: 'citation/bibliography',
  defaultSeverity: 'warning',
  description:
    'A list of sources, between its comments, that is not that of what the report cites, or lacks one of them.',
  help: `The list of sources between its two comments is kept up to date by Nomenclator, and is no longer that of what the report
cites.

The command *Insert or Update the Bibliography*, or the fix, makes it anew. To keep a list of your own, remove both comments.`,
  waitsFor: 'notes',
  find: ({ report, bibliographies }) =>
    keptListFindings(report, bibliographies ?? [], {
      list: 'bibliography',
      noun: 'list of sources',
      message: 'This list of sources is not that of what the report cites now. Make it anew.',
    }),
};
