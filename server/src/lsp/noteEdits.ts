/** Makes the edits of a report's notes that a command asks for, and the sentence that tells of them. */

import type { TextEdit } from 'vscode-languageserver/node';
import { insertBareNote } from '../features/bareNote';
import type { Report } from '../markdown/report';
import { applyEdits, type Edit } from '../text/edit';
import { LineIndex } from '../text/lineIndex';
import type { EditNotesParams, NoteEdits } from './requests';
import type { Session } from './session';
import * as toProto from './toProto';

const NOT_OPEN = 'There is no report in Markdown here. Open one, then try again.';

/** What a command on notes does to the report as it now stands. */
export async function editNotes(session: Session, { uri, what, at }: EditNotesParams): Promise<NoteEdits> {
  const open = await session.report(uri);
  if (!open) return { refusal: NOT_OPEN };
  const { report } = open.analysis;
  const offset = report.lines.offsetAt(at);
  switch (what) {
    case 'insert': {
      const inserted = insertBareNote(report, offset);
      return 'refusal' in inserted ? inserted : noteEdits(report, inserted.edits, inserted);
    }
  }
}

/** The edits that make the notes of an open report anew. */
export async function updatesOf(session: Session, uri: string): Promise<TextEdit[]> {
  const open = await session.report(uri);
  return open ? [] : [];
}

/** Edits as the protocol has them; `caret` is an offset of the text after them. */
export function noteEdits(
  report: Report,
  edits: readonly Edit[],
  { caret, message }: { readonly caret?: number; readonly message?: string } = {},
): NoteEdits {
  return {
    edits: edits.map((edit) => toProto.textEdit(report.lines, edit)),
    ...(caret === undefined
      ? {}
      : { caret: new LineIndex(applyEdits(report.text, edits)).positionAt(caret) }),
    ...(message === undefined ? {} : { message }),
  };
}
