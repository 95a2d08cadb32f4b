/** Makes the edits of a report's notes that a command asks for, and the sentence that tells of them. */

import type { TextEdit } from 'vscode-languageserver/node';
import type { Analysis } from '../analysis/analyze';
import { renumberNotes } from '../analysis/notes/renumberNotes';
import { insertBareNote } from '../features/citing/bareNote';
import { updateNotes } from '../features/citing/updateNotes';
import { updateAbbreviations, updateBibliography } from '../features/keptLists';
import { keptFor, type Report } from '../markdown/report';
import { counted } from '../text/counted';
import { applyEdits, type Edit } from '../text/edit';
import { LineIndex } from '../text/lineIndex';
import type { EditNotesParams, NoteEdits } from './requests';
import type { Session } from './session';
import * as toProto from './toProto';

/** Why nothing is done for a document that the server does not have open as a report. */
export const NOT_OPEN = 'There is no report in Markdown here. Open one, then try again.';

/** What a command on notes does to the report as it now stands. */
export async function editNotes(session: Session, { uri, what, at }: EditNotesParams): Promise<NoteEdits> {
  const open = await session.report(uri);
  if (!open) return { refusal: NOT_OPEN };
  const { report, works } = open.analysis;
  const isMaking = what === 'update' || what === 'bibliography';
  if (isMaking && works.styleProblem !== undefined) return { refusal: works.styleProblem };
  switch (what) {
    case 'insert': {
      const inserted = insertBareNote(report, report.lines.offsetAt(at));
      return 'refusal' in inserted ? inserted : noteEdits(report, inserted.edits, inserted);
    }
    case 'update': {
      if (report.generated.length === 0)
        return { refusal: works.citations === 'pandoc' ? FOR_PANDOC : NONE_GENERATED };
      const edits = updateNotes(open.analysis);
      const message = edits.length === 0 ? ALL_RIGHT : `${counted(edits.length, 'note')} made anew.`;
      return noteEdits(report, edits, { message });
    }
    case 'bibliography': {
      const edits = updateBibliography(open.analysis, report.lines.offsetAt(at));
      if (edits.length > 0) return noteEdits(report, edits, { message: LISTED });
      return keptFor(report, 'bibliography').length > 0
        ? noteEdits(report, [], { message: LIST_RIGHT })
        : { refusal: NONE_CITED };
    }
    case 'abbreviations': {
      const edits = updateAbbreviations(open.analysis, report.lines.offsetAt(at));
      if (edits.length > 0) return noteEdits(report, edits, { message: ABBREVIATED });
      return keptFor(report, 'abbreviations').length > 0
        ? noteEdits(report, [], { message: ABBREVIATIONS_RIGHT })
        : { refusal: NO_ACRONYM };
    }
    case 'renumber': {
      const edits = renumberNotes(report);
      return noteEdits(report, edits, { message: edits.length === 0 ? IN_ORDER : 'Notes renumbered.' });
    }
  }
}

const NONE_GENERATED =
  'No note of this report keeps its citation, so there is nothing to make anew. Cite a source with “Insert Citation…”.';
const FOR_PANDOC =
  'This desk leaves its notes to Pandoc, so there is nothing to make anew. Point at a citation to see its note.';
const ALL_RIGHT = 'Every note is as its citation makes it.';
const LISTED = 'The report lists its sources now.';
const LIST_RIGHT = 'The list of sources is that of what the report cites.';
const NONE_CITED = 'This report cites no source yet. Cite one with “Insert Citation…”.';
const ABBREVIATED = 'The report lists its abbreviations now.';
const ABBREVIATIONS_RIGHT = 'The list of abbreviations is that of the acronyms in use.';
const NO_ACRONYM =
  'This report uses no acronym that the glossary has or that the report introduces. Give an entry an “acronym:”.';
const IN_ORDER = 'The notes run in order.';

/** The edits that make the notes of an open report anew, and the list of its sources if it keeps one. */
export async function updatesOf(session: Session, uri: string): Promise<TextEdit[]> {
  const open = await session.report(uri);
  if (!open) return [];
  const { analysis } = open;
  const edits = [
    ...updateNotes(analysis),
    ...updateKeptBibliography(analysis),
    ...updateKeptAbbreviations(analysis),
  ];
  return edits.map((edit) => toProto.textEdit(analysis.report.lines, edit));
}

/** None for a report without a list: who has every report put right at a save does not want one in each. */
export const updateKeptBibliography = (analysis: Analysis): readonly Edit[] =>
  keptFor(analysis.report, 'bibliography').length > 0 ? updateBibliography(analysis) : [];

export const updateKeptAbbreviations = (analysis: Analysis): readonly Edit[] =>
  keptFor(analysis.report, 'abbreviations').length > 0 ? updateAbbreviations(analysis) : [];

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
