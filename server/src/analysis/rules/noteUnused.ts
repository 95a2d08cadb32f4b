/** `note/unused`: a note that nothing in the report refers to. */

import { labelKey, type NoteDefinition } from '../../markdown/report';
import type { Rule } from '../rule';

export const noteUnused: Rule = {
  code: 'note/unused',
  defaultSeverity: 'warning',
  description: 'A note that nothing refers to.',
  *find({ report }) {
    const { references, definitions } = report.layout;
    const used = new Set(references.map(({ label }) => labelKey(label)));
    for (const note of definitions) {
      if (used.has(labelKey(note.label))) continue;
      yield {
        span: note.mark,
        message: `Nothing refers to note [^${note.label}]. Refer to it in the text, or remove it.`,
        fixes: [
          {
            title: `Remove note [^${note.label}]`,
            edits: [{ span: wholeLines(report.text, note), newText: '' }],
            preferred: false,
          },
        ],
      };
    }
  },
};

/** The note with its line end and the blank line after it, or, for the last note, the blank line before it. */
function wholeLines(text: string, note: NoteDefinition) {
  const after = /^[ \t]*(?:\r\n|\n|\r)?(?:[ \t]*(?:\r\n|\n|\r))?/.exec(text.slice(note.end))?.[0].length ?? 0;
  const end = note.end + after;
  const before =
    end >= text.length
      ? (/(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.exec(text.slice(0, note.start))?.[0].length ?? 0)
      : 0;
  const keep = before > 0 ? (/^\r\n|^\n|^\r/.exec(text.slice(note.start - before))?.[0].length ?? 0) : 0;
  return { start: note.start - before + keep, end };
}
