/** `note/same-source`: two generated notes that cite the same, at the same place. */

import type { NoteDefinition } from '../../markdown/report';
import { mergeNotes } from '../notes/mergeNotes';
import { notesInOrder } from '../notes/noteOrder';
import { noteRemoval } from '../notes/removeNote';
import { citationKey } from '../notes/sameCitation';
import type { Rule } from '../rule';

export const noteSameSource: Rule = {
  code: 'note/same-source',
  defaultSeverity: 'hint',
  description: 'Two notes with the same citation.',
  help: `Two notes have the very same citation, page and all. One note can be referred to twice.

Reported: \`[^9]\` with the citation that \`[^4]\` has. Write \`[^4]\` in both places, if your style allows that.`,
  *find({ report }) {
    const { text } = report;
    const remove = noteRemoval(report);
    const first = new Map<string, NoteDefinition>();
    for (const { generated, references, definition } of notesInOrder(report)) {
      if (!generated || references.length === 0) continue;
      // What its writer has added makes a note one of its own.
      if (generated.beside || text.slice(generated.cluster.end, definition.end).trim() !== '') continue;
      const key = citationKey(generated.cluster);
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, definition);
        continue;
      }
      const edits = mergeNotes(report, earlier, definition, remove);
      yield {
        span: definition.mark,
        message: `Note [^${earlier.label}] cites the same. Refer to it instead, or cite another page here.`,
        fixes: edits ? [{ title: `Refer to note [^${earlier.label}] instead`, edits, preferred: false }] : [],
      };
    }
  },
};
