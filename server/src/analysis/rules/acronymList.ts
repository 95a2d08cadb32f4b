/** `acronym/list`: a list of abbreviations that is not, or no longer, that of what the report uses, or has but one of its comments. */

import { keptAbbreviations } from '../abbreviationList';
import { keptListFindings } from '../keptList';
import type { Rule } from '../rule';

export const acronymList: Rule = {
  code: 'acronym/list',
  defaultSeverity: 'warning',
  description:
    'A list of abbreviations, between its comments, that is not that of the acronyms in use, or lacks one of them.',
  help: `The list of abbreviations between its two comments is kept up to date by Nomenclator, and is no longer that of what the
report uses.

The fix makes it anew. To keep a list of your own, remove both comments.`,
  find: (evidence) =>
    keptListFindings(evidence.report, keptAbbreviations(evidence), {
      list: 'abbreviations',
      noun: 'list of abbreviations',
      message: 'This list of abbreviations is not that of the acronyms in use now. Make it anew.',
    }),
};
