/** `note/stale`: a generated note whose text is no longer what its citation makes. */

import { brokenIbid } from '../brokenIbid';
import { keepAsWritten, makeAnew } from '../makeAnew';
import type { Rule } from '../rule';
import { quotedShort } from '../shortText';

export const noteStale: Rule = {
  code: 'note/stale',
  defaultSeverity: 'warning',
  description: 'A generated note whose text is no longer what its citation makes.',
  waitsFor: 'notes',
  *find({ report, notes, works }) {
    for (const one of notes ?? []) {
      if (one.isCurrent || brokenIbid(report, one)) continue;
      const { definition, made: at } = one.generated;
      const now = quotedShort(works.formatter.plain(one.made));
      yield {
        span: at.start < at.end ? at : definition.mark,
        message:
          one.written === ''
            ? `This note is still to be made: ${now} is what its citation makes.`
            : `This note’s citation makes ${now} now. Make the note anew, or remove its comment to keep your own words.`,
        fixes: [
          { title: 'Make the note anew', edits: [makeAnew(report, one)], preferred: true },
          ...(one.written === ''
            ? []
            : [
                {
                  title: 'Keep the words, and remove the citation behind them',
                  edits: [keepAsWritten(report, one)],
                  preferred: false,
                },
              ]),
        ],
      };
    }
  },
};
