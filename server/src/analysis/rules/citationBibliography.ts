/** `citation/bibliography`: a list of sources that is not, or no longer, that of what the report cites, or has but one of its comments. */

import { keptListFindings } from '../keptList';
import type { Rule } from '../rule';

export const citationBibliography: Rule = {
  code: 'citation/bibliography',
  defaultSeverity: 'warning',
  description:
    'A list of sources, between its comments, that is not that of what the report cites, or lacks one of them.',
  waitsFor: 'notes',
  find: ({ report, bibliographies }) =>
    keptListFindings(report, bibliographies ?? [], {
      list: 'bibliography',
      noun: 'list of sources',
      message: 'This list of sources is not that of what the report cites now. Make it anew.',
    }),
};
