/** Offers, as actions, what other editors have no commands for: to make notes anew, to number them, to begin one. */

import { type CodeAction, CodeActionKind } from 'vscode-languageserver/node';
import type { Analysis } from '../analysis/analyze';
import { renumberNotes } from '../analysis/renumberNotes';
import { insertBareNote } from '../features/bareNote';
import { updateNotes } from '../features/notes/updateNotes';
import type { Edit } from '../text/edit';
import type { OpenReport } from './session';
import * as toProto from './toProto';

interface WholeReportAction {
  readonly kind: string;
  readonly title: string;
  /** None where there is nothing to do. */
  editsOf(analysis: Analysis): readonly Edit[];
}

/** Actions on all notes of a report: an editor can be told to run them at every save. */
const WHOLE_REPORT: readonly WholeReportAction[] = [
  {
    kind: `${CodeActionKind.Source}.updateNotes.${toProto.SOURCE_NAME}`,
    title: 'Make the notes anew',
    editsOf: updateNotes,
  },
  {
    kind: `${CodeActionKind.Source}.renumberNotes.${toProto.SOURCE_NAME}`,
    title: 'Renumber the notes',
    editsOf: ({ report }) => renumberNotes(report),
  },
];

/** The kind of the action that begins a note. */
export const BEGIN_NOTE = `${CodeActionKind.Refactor}.insertNote.${toProto.SOURCE_NAME}`;

export const NOTE_ACTION_KINDS: readonly string[] = [BEGIN_NOTE, ...WHOLE_REPORT.map(({ kind }) => kind)];

/** Those on the whole report that are wanted; `wants` is asked with a kind. */
export function wholeReportActions(
  { uri, analysis }: OpenReport,
  wants: (kind: string) => boolean,
): CodeAction[] {
  return WHOLE_REPORT.filter(({ kind }) => wants(kind)).flatMap(({ kind, title, editsOf }) => {
    const edits = editsOf(analysis);
    if (edits.length === 0) return [];
    const action = { title, edits, preferred: false, findings: [] };
    return [toProto.codeAction(uri, analysis.report.lines, action, kind)];
  });
}

/** An empty note at a place; none where there can be no note. */
export function beginNoteAction({ uri, analysis: { report } }: OpenReport, offset: number): CodeAction[] {
  const begun = insertBareNote(report, offset);
  if ('refusal' in begun) return [];
  const action = {
    title: `Insert note [^${begun.label}]`,
    edits: begun.edits,
    preferred: false,
    findings: [],
  };
  return [toProto.codeAction(uri, report.lines, action, BEGIN_NOTE)];
}
