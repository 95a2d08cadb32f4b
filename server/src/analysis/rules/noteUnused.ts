/** `note/unused`: a note that nothing in the report refers to. */

import { labelKey } from '../../markdown/report';
import { noteRemoval } from '../notes/removeNote';
import type { Rule } from '../rule';

export const noteUnused: Rule = {
  code: 'note/unused',
  defaultSeverity: 'warning',
  description: 'A note that nothing refers to.',
  help: `A note that nothing refers to is printed nowhere.

Reported: \`[^7]: Doe, *Letters*, 4.\` where the text has no \`[^7]\`. Refer to it, or remove it.`,
  *find({ report }) {
    const { references, definitions } = report.layout;
    const remove = noteRemoval(report);
    const used = new Set(references.map(({ label }) => labelKey(label)));
    for (const note of definitions) {
      if (used.has(labelKey(note.label))) continue;
      const removal = remove(note);
      yield {
        span: note.mark,
        message: `Nothing refers to note [^${note.label}]. Refer to it in the text, or remove it.`,
        fixes: removal ? [{ title: `Remove note [^${note.label}]`, edits: [removal], preferred: false }] : [],
      };
    }
  },
};
