/** Makes the edits by which notes written by hand become generated ones, each apart where the editor can show them. */

import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  type CodeAction,
  CodeActionKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { type Adoption, adoptable, adoptableAt, plannedAt, quoted } from '../features/citing/adopt';
import type { Action } from '../features/fixes';
import { changeBetween } from '../text/change';
import type { Edit } from '../text/edit';
import { sliceOf } from '../text/span';
import type { ActionAbilities } from './codeActions';
import { sourceAdditionAction } from './libraryEdits';
import { NOT_OPEN } from './noteEdits';
import type { AdoptNotesParams, NoteAdoptions } from './requests';
import type { OpenReport, Session } from './session';
import * as toProto from './toProto';

/** The kind of the action that adopts every note of a report: an editor without our command can ask for it. */
export const ADOPT_ALL = `${CodeActionKind.Source}.adoptNotes.${toProto.SOURCE_NAME}`;

type AdoptionAbilities = Pick<ActionAbilities, 'takesVersions' | 'showsEdits'>;

const MOST_TOLD = 5;
const NONE =
  'No note of this report that is written by hand cites a source of the library. Add its source to the library first.';

/** Every note of a report that can be adopted, as one edit. */
export async function adoptNotes(
  session: Session,
  { uri }: AdoptNotesParams,
  abilities: AdoptionAbilities,
): Promise<NoteAdoptions<WorkspaceEdit>> {
  const open = await session.report(uri);
  if (!open) return { refusal: NOT_OPEN };
  const { citations, styleProblem } = open.analysis.works;
  if (citations === 'footnote' && styleProblem !== undefined) return { refusal: styleProblem };
  const { adoptions, refusals } = adoptable(open.analysis);
  const left = refusals.map(({ note, why }) => `note ${note.definition.label}: ${why}`);
  const more = left.length > MOST_TOLD ? [`and ${left.length - MOST_TOLD} more`] : [];
  const told =
    left.length === 0 ? '' : `Left as they are: ${[...left.slice(0, MOST_TOLD), ...more].join('; ')}.`;
  if (adoptions.length === 0)
    return { refusal: left.length === 0 ? NONE : `No note can be adopted. ${told}` };
  return { edit: editOf(open, adoptions, abilities), left: told };
}

function editOf(
  { uri, version, analysis }: OpenReport,
  adoptions: readonly Adoption[],
  { takesVersions, showsEdits }: AdoptionAbilities,
): WorkspaceEdit {
  const { lines, text } = analysis.report;
  const editsOf = ({ edits }: Adoption): TextEdit[] =>
    edits.map((edit) => toProto.textEdit(lines, narrowed(text, edit)));
  if (!takesVersions || !showsEdits)
    return toProto.workspaceEdit([{ uri, version, edits: adoptions.flatMap(editsOf) }], takesVersions);
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const edits = adoptions.flatMap((adoption): AnnotatedTextEdit[] => {
    const annotationId = `note ${adoption.note.number}`;
    changeAnnotations[annotationId] = {
      label: `Note ${adoption.note.definition.label}: ${keysOf(adoption)}`,
      description: `Known by ${adoption.by}`,
      needsConfirmation: false,
    };
    return editsOf(adoption).map((edit) => ({ ...edit, annotationId }));
  });
  return { documentChanges: [{ textDocument: { uri, version }, edits }], changeAnnotations };
}

/** Only what differs: who looks through the changes is to see what becomes of each note. */
function narrowed(text: string, { span, newText }: Edit): Edit {
  const before = sliceOf(text, span);
  // Editors know no place within a line end.
  if (before.includes('\r')) return { span, newText };
  const { from, toBefore, toNow } = changeBetween(before, newText);
  return {
    span: { start: span.start + from, end: span.start + toBefore },
    newText: newText.slice(from, toNow),
  };
}

/**
 * What can be done with a note that is written by hand, at an offset: make it of its source, or bring that into the
 * library.
 *
 * @param isAsked whether somebody has asked for actions: a light bulb at every note would be in the way.
 */
export function handWrittenActions(
  open: OpenReport,
  offset: number,
  isAsked: boolean,
  abilities: ActionAbilities,
): CodeAction[] {
  const { uri, version, analysis } = open;
  const found = plannedAt(analysis, offset);
  if (!found) return [];
  if ('plan' in found) {
    const { leavesOut } = found;
    const without = leavesOut.length === 0 ? '' : `, without ${quoted(leavesOut)}`;
    const title = `Adopt this note: make it from ${keysOf(found.plan)}${without}`;
    // To make the note takes the citation processor, which an action that nobody chooses must not load.
    const data: PendingAdoption = { adopt: { uri, version, offset } };
    if (abilities.resolvesEdits) return [{ title, kind: CodeActionKind.QuickFix, data }];
    const edit = adoptionEdit(open, offset);
    return edit ? [{ title, kind: CodeActionKind.QuickFix, edit: edit.edit }] : [];
  }
  if (!isAsked) return [];
  return found.refusal.missing.flatMap((missing) => sourceAdditionAction(open, missing, abilities));
}

/** An action whose edit is still to be made. */
export interface PendingAdoption {
  readonly adopt: { readonly uri: string; readonly version: number | null; readonly offset: number };
}

/** The edit of an adoption, and a sentence on what it leaves out beside what its title tells; empty if that is nothing. */
export interface MadeAdoption {
  readonly edit: WorkspaceEdit;
  readonly left: string;
}

/** The edit of an action that has been chosen; undefined where the report has changed meanwhile. */
export async function resolveAdoption(
  session: Session,
  { adopt: { uri, version, offset } }: PendingAdoption,
): Promise<MadeAdoption | undefined> {
  const open = await session.report(uri);
  return open?.version === version ? adoptionEdit(open, offset) : undefined;
}

function adoptionEdit({ uri, analysis }: OpenReport, offset: number): MadeAdoption | undefined {
  const found = adoptableAt(analysis, offset);
  const planned = plannedAt(analysis, offset);
  if (!found || !('adoption' in found)) return undefined;
  const { edits, leavesOut, note } = found.adoption;
  const told = planned && 'plan' in planned ? planned.leavesOut : [];
  const lost = leavesOut.filter((words) => !told.includes(words));
  return {
    edit: { changes: { [uri]: edits.map((edit) => toProto.textEdit(analysis.report.lines, edit)) } },
    left:
      lost.length === 0
        ? ''
        : `Note ${note.definition.label} no longer says ${quoted(lost)}. Undo if it should.`,
  };
}

/** Every note that can be adopted, at once; nothing where there is none. */
export function adoptAllAction({ uri, analysis }: OpenReport): CodeAction[] {
  const edits = adoptable(analysis).adoptions.flatMap((adoption) => adoption.edits);
  if (edits.length === 0) return [];
  const action: Action = {
    title: 'Adopt the notes that are written by hand: make them from the library',
    edits,
    preferred: false,
    findings: [],
  };
  return [toProto.codeAction(uri, analysis.report.lines, action, ADOPT_ALL)];
}

const keysOf = ({ cited }: Pick<Adoption, 'cited'>): string =>
  [...new Set(cited.map(({ source }) => `@${source.key}`))].join(' and ');
