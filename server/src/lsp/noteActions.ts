/** Offers, as actions, what other editors have no commands for: to make notes anew, to number them, to begin one. */

import { type CodeAction, CodeActionKind } from 'vscode-languageserver/node';
import type { Analysis } from '../analysis/analyze';
import { RENUMBER_TITLE, renumberNotes } from '../analysis/notes/renumberNotes';
import { insertBareNote } from '../features/citing/bareNote';
import { updateNotes } from '../features/citing/updateNotes';
import type { Action } from '../features/fixes';
import { updateAbbreviations, updateBibliography } from '../features/keptLists';
import { keptFor } from '../markdown/report';
import type { Edit } from '../text/edit';
import { updateKeptAbbreviations, updateKeptBibliography } from './noteEdits';
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
    title: RENUMBER_TITLE,
    editsOf: ({ report }) => renumberNotes(report),
  },
  {
    kind: `${CodeActionKind.Source}.updateBibliography.${toProto.SOURCE_NAME}`,
    title: 'Make the list of sources anew',
    editsOf: updateKeptBibliography,
  },
  {
    kind: `${CodeActionKind.Source}.updateAbbreviations.${toProto.SOURCE_NAME}`,
    title: 'Make the list of abbreviations anew',
    editsOf: updateKeptAbbreviations,
  },
];

interface InsertingAction {
  readonly kind: string;
  /** None where it can't be done. */
  actionAt(analysis: Analysis, offset: number): Pick<Action, 'title' | 'edits'> | undefined;
}

/** Actions at a place, wherever that is in the text. */
const INSERTING: readonly InsertingAction[] = [
  {
    kind: `${CodeActionKind.Refactor}.insertNote.${toProto.SOURCE_NAME}`,
    actionAt: ({ report }, offset) => {
      const begun = insertBareNote(report, offset);
      return 'refusal' in begun ? undefined : { title: `Insert note [^${begun.label}]`, edits: begun.edits };
    },
  },
  {
    kind: `${CodeActionKind.Refactor}.insertBibliography.${toProto.SOURCE_NAME}`,
    actionAt: (analysis, offset) => {
      const isThere = keptFor(analysis.report, 'bibliography').length > 0;
      const edits = isThere ? [] : updateBibliography(analysis, offset);
      return edits.length > 0 ? { title: 'List the sources that this report cites here', edits } : undefined;
    },
  },
  {
    kind: `${CodeActionKind.Refactor}.insertAbbreviations.${toProto.SOURCE_NAME}`,
    actionAt: (analysis, offset) => {
      const isThere = keptFor(analysis.report, 'abbreviations').length > 0;
      const edits = isThere ? [] : updateAbbreviations(analysis, offset);
      return edits.length > 0 ? { title: 'List the acronyms that this report uses here', edits } : undefined;
    },
  },
];

/** What the server tells an editor that it offers. */
export const NOTE_ACTION_KINDS: readonly string[] = [...INSERTING, ...WHOLE_REPORT].map(({ kind }) => kind);

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

/** Those that put something in at a place, of those that are wanted. */
export function insertingActions(
  { uri, analysis }: OpenReport,
  offset: number,
  wants: (kind: string) => boolean,
): CodeAction[] {
  return INSERTING.filter(({ kind }) => wants(kind)).flatMap(({ kind, actionAt }) => {
    const found = actionAt(analysis, offset);
    if (!found) return [];
    const action: Action = { ...found, preferred: false, findings: [] };
    return [toProto.codeAction(uri, analysis.report.lines, action, kind)];
  });
}
