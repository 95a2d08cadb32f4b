/** `acronym/unused`: an acronym that no glossary has, and that the report introduces and never uses. */

import { acronymJudgements } from '../introducing/acronymJudgements';
import { introducedNames } from '../introducing/introducedNames';
import { fixesRemoving } from '../introducing/introduction';
import type { Rule } from '../rule';

export const acronymUnused: Rule = {
  code: 'acronym/unused',
  defaultSeverity: 'hint',
  description: 'An acronym that no glossary has, and that the report introduces and never uses.',
  help: '“Bharatiya Janata Party (BJP)” asks the reader to remember “BJP”, which the report then never uses: the full form alone is enough. With an acronym of the glossary, that is how the house introduces the name, and no fault. Uses in notes, tables and quotations count.',
  *find(evidence) {
    const { unused } = introducedNames(evidence);
    for (const { span, acronym, full, isOfPart } of unused) {
      const where = isOfPart ? 'this part of the report' : 'this report';
      yield {
        span,
        message: `“${acronym}” is introduced, and used nowhere else in ${where}: take it out, or use it.`,
        fixes: [...fixesRemoving(evidence.report, span), ...acronymJudgements(evidence, acronym, full)],
      };
    }
  },
};
