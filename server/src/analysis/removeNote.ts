/** Takes a note out of a report. */

import type { NoteDefinition } from '../markdown/report';
import type { Span } from '../text/span';

/**
 * What goes with a definition that is removed: its line end and the blank line behind it, or, for the last note, the
 * blank line before it.
 */
export function linesOfNote(text: string, note: NoteDefinition): Span {
  const after = /^[ \t]*(?:\r\n|\n|\r)?(?:[ \t]*(?:\r\n|\n|\r))?/.exec(text.slice(note.end))?.[0].length ?? 0;
  const end = note.end + after;
  const before =
    end >= text.length
      ? (/(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.exec(text.slice(0, note.start))?.[0].length ?? 0)
      : 0;
  const keep = before > 0 ? (/^\r\n|^\n|^\r/.exec(text.slice(note.start - before))?.[0].length ?? 0) : 0;
  return { start: note.start - before + keep, end };
}
