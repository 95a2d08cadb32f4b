/** `acronym/unused`: an acronym that the report introduces, and never uses. */

import { acronymJudgements } from '../introducing/acronymJudgements';
import { introducedNames } from '../introducing/introducedNames';
import { fixesRemoving } from '../introducing/introduction';
import type { Rule } from '../rule';

export const acronymUnused: Rule = {
  code: 'acronym/unused',
  defaultSeverity: 'hint',
  description: 'An acronym that the report introduces, and never uses.',
  help: '“Bharatiya Janata Party (BJP)” asks the reader to remember “BJP”, which the report then never uses: the full form alone is enough. Uses in notes, tables and quotations count.',
  *find(evidence) {
    const { unused } = introducedNames(evidence);
    for (const { span, acronym, entity, full, isOfPart } of unused) {
      const where = isOfPart ? 'this part of the report' : 'this report';
      yield {
        span,
        message: `“${acronym}” is introduced, and used nowhere else in ${where}: take it out, or use it.`,
        fixes: [
          ...fixesRemoving(evidence.report, span),
          ...(entity ? [] : acronymJudgements(evidence, acronym, full)),
        ],
        ...(entity ? { entity: entity.id } : {}),
      };
    }
  },
};
