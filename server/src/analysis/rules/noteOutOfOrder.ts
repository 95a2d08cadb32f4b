/** `note/out-of-order`: numbered notes that don't run in order. */

import { notesInOrder } from '../notes/noteOrder';
import { RENUMBER_TITLE, renumberNotes } from '../notes/renumberNotes';
import type { Rule } from '../rule';

export const noteOutOfOrder: Rule = {
  code: 'note/out-of-order',
  defaultSeverity: 'hint',
  description: 'Numbered notes that don’t run in order.',
  help: `The labels of the notes are numbers that do not run in the order in which a reader meets them. Pages number notes by
themselves, so that readers never see it; whoever edits the report does.

Reported: *First.[^2] Second.[^1]* The command *Renumber Notes* puts that right.`,
  *find({ report }) {
    let highest = 0;
    for (const { references, definition } of notesInOrder(report)) {
      const [reference] = references;
      if (!reference || !/^\d+$/.test(definition.label)) continue;
      const number = Number(definition.label);
      if (number > highest) {
        highest = number;
        continue;
      }
      // One finding tells of them all: they are put right together.
      yield {
        span: { start: reference.start, end: reference.end },
        message: `Note [^${definition.label}] comes after [^${highest}] in the text. Renumber the notes, so that they run in order; definitions that stand together are put into it too.`,
        fixes: [{ title: RENUMBER_TITLE, edits: renumberNotes(report), preferred: false }],
      };
      return;
    }
  },
};
