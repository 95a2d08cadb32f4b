/** Answers for code actions: what mends a report, and what the glossary is to remember of it. */

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type TextEdit,
} from 'vscode-languageserver/node';
import { acceptancesAt } from '../features/acceptHere';
import { acronymLessonAt, nameToAddAt } from '../features/acronymToAdd';
import { type Action, fixesAt, fixWholeSteps } from '../features/fixes';
import { likelyTypes } from '../features/nameWords';
import { romaniseActionsAt } from '../features/romaniseAt';
import { selectedUnlistedName } from '../features/unlistedName';
import type { EntityType } from '../glossary/entity';
import { type GlossaryChange, isChangeable } from '../glossary/glossaryChange';
import { type Span, span } from '../text/span';
import {
  ADOPT_ALL,
  adoptAllAction,
  handWrittenActions,
  type PendingAdoption,
  resolveAdoption,
} from './adoptions';
import { type EditAbilities, editForLesson, homesOf, keepsGlossary, type Lesson } from './glossaryEdits';
import { addToLibrary, type PendingSource } from './libraryEdits';
import { NORMALISE_KIND, normaliseActions } from './normaliseCommands';
import { insertingActions, wholeReportActions } from './noteActions';
import { pathOf } from './paths';
import { ADD_TO_GLOSSARY, GLOSSARY_EDITED, type PlaceParams, ROMANISE_SELECTION } from './requests';
import type { OpenReport, Session } from './session';
import { askingActions, offeredActions } from './teaching';
import * as toProto from './toProto';

/** What the editor can do with an action. */
export interface ActionAbilities extends EditAbilities {
  /** It asks for the edit when the action has been chosen. */
  readonly resolvesEdits: boolean;
  /** It has the command that saves a glossary file after an edit. */
  readonly savesGlossary: boolean;
  /** It has the command that asks what a name is, and adds it to the glossary. */
  readonly teachesGlossary: boolean;
  /** It has the command that asks how to romanise. */
  readonly romanises: boolean;
  /** It has the commands that edit notes. */
  readonly editsNotes: boolean;
  /** It has the command that shows what a note tells of its source, and adds it to the library. */
  readonly addsToLibrary: boolean;
  /** It shows edits before they are made, where they ask for it. */
  readonly showsEdits: boolean;
}

/** What is still to be done when an action on the glossary has been chosen. */
interface PendingLesson {
  readonly uri: string;
  readonly version: number | null;
  /** Of the report. */
  readonly edits: readonly TextEdit[];
  readonly lesson: Lesson;
}

type Warn = (message: string) => void;

export async function codeActions(
  session: Session,
  { textDocument: { uri }, range, context }: CodeActionParams,
  abilities: ActionAbilities,
): Promise<CodeAction[]> {
  const open = await session.report(uri);
  if (!open) return [];
  const { lines } = open.analysis.report;
  const wants = (kind: string) =>
    !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  const selection = span(lines.offsetAt(range.start), lines.offsetAt(range.end));
  if (wants(CodeActionKind.QuickFix)) {
    for (const action of fixesAt(open.analysis, selection)) {
      const { glossary } = action;
      if (!glossary) actions.push(toProto.codeAction(uri, lines, action, CodeActionKind.QuickFix));
      else if (isOfEditable(open, glossary))
        actions.push(...(await onGlossary(session, open, action, { change: glossary }, abilities)));
    }
    const isAsked = context.triggerKind !== CodeActionTriggerKind.Automatic;
    actions.push(...handWrittenActions(open, selection.start, isAsked, abilities));
    if (isAsked)
      for (const action of acceptancesAt(open.analysis, selection))
        actions.push(toProto.codeAction(uri, lines, action, CodeActionKind.QuickFix));
    // It can be had at every name; a light bulb at every name would be in the way.
    if (isAsked && keepsGlossary(open.desk))
      actions.push(...(await teachingActions(session, open, selection, abilities)));
  }
  if (wants(CodeActionKind.RefactorRewrite)) {
    const ways = romaniseActionsAt(open.analysis, selection);
    for (const action of ways)
      actions.push(toProto.codeAction(uri, lines, action, CodeActionKind.RefactorRewrite));
    if (ways.length > 0 && abilities.romanises) {
      const title = 'Romanise by another standard, or from another language…';
      const command = { title, command: ROMANISE_SELECTION };
      actions.push({ title, kind: CodeActionKind.RefactorRewrite, command });
    }
  }
  // They can be had everywhere: who has not asked for actions would be in their way.
  if (context.only || context.triggerKind === CodeActionTriggerKind.Invoked) {
    if (!abilities.editsNotes) actions.push(...insertingActions(open, selection.end, wants));
    actions.push(...wholeReportActions(open, wants));
  }
  if (context.only && wants(ADOPT_ALL)) actions.push(...adoptAllAction(open));
  if (context.only && wants(NORMALISE_KIND)) actions.push(...normaliseActions(open));
  // Fix-all belongs to a command or a save, not among the fixes of one name.
  const whole =
    context.only && wants(toProto.FIX_ALL) ? await session.pace(fixWholeSteps(open.analysis)) : undefined;
  if (whole) actions.push(toProto.codeAction(uri, lines, whole, toProto.FIX_ALL));
  return actions;
}

/** To find the place in a large file takes time, so that it is looked for when somebody has chosen the action. */
async function onGlossary(
  session: Session,
  { uri, analysis }: OpenReport,
  action: Action,
  lesson: Lesson,
  abilities: ActionAbilities,
): Promise<CodeAction[]> {
  const { lines } = analysis.report;
  const { edit: _, ...unresolved } = toProto.codeAction(uri, lines, action, CodeActionKind.QuickFix);
  const edits = action.edits.map((edit) => toProto.textEdit(lines, edit));
  const data: PendingLesson = { uri, version: session.versionOf(uri), edits, lesson };
  const pending = { ...unresolved, data };
  if (abilities.resolvesEdits) return [pending];
  const resolved = await resolveCodeAction(session, pending, abilities, () => {});
  return resolved.edit ? [resolved] : [];
}

/** What the glossary can learn of a name that it does not have. */
async function teachingActions(
  session: Session,
  open: OpenReport,
  selection: Span,
  abilities: ActionAbilities,
): Promise<CodeAction[]> {
  const added = await additions(session, open, selection, abilities);
  const lesson =
    selection.start === selection.end ? acronymLessonAt(open.analysis, selection.start) : undefined;
  // Where a finding stands, this is among its fixes.
  const isFix = open.analysis.findings.some(({ fixes }) =>
    fixes.some(({ title }) => title === lesson?.title),
  );
  if (lesson?.glossary && !isFix && isOfEditable(open, lesson.glossary)) {
    const action: Action = { ...lesson, findings: [] };
    added.push(...(await onGlossary(session, open, action, { change: lesson.glossary }, abilities)));
  }
  if (abilities.teachesGlossary) return [...added, ...askingActions(open, selection)];
  const [spellings, aliases]: [CodeAction[], CodeAction[]] = [[], []];
  for (const { action, change } of await offeredActions(session, open, selection))
    (change.list === 'spellings' ? spellings : aliases).push(
      ...(await onGlossary(session, open, action, { change }, abilities)),
    );
  // What stands beside a name is more often somebody else.
  return [...spellings, ...added, ...aliases];
}

/** A name that the glossary does not have may be added to it: VS Code asks what it is, elsewhere there is an action a type. */
async function additions(
  session: Session,
  open: OpenReport,
  selection: Span,
  abilities: ActionAbilities,
): Promise<CodeAction[]> {
  const { start, end } = selection;
  const name =
    start === end ? nameToAddAt(open.analysis, start) : selectedUnlistedName(open.analysis, selection);
  if (!name) return [];
  const { uri, desk, analysis } = open;
  if (abilities.teachesGlossary) {
    const range = toProto.range(analysis.report.lines, name);
    const title = `Add “${name.visible}” to the glossary…`;
    const place: PlaceParams = { uri, range };
    const command = { title, command: ADD_TO_GLOSSARY, arguments: [place] };
    return [{ title, kind: CodeActionKind.QuickFix, command }];
  }
  const actions: CodeAction[] = [];
  for (const type of likelyTypes(name.visible, name.before)) {
    const [home] = homesOf(type, desk, abilities);
    if (!home) continue;
    const title = `Add “${name.visible}” to the glossary as ${WITH_ARTICLE[type]}`;
    const action: Action = { title, edits: [], preferred: false, findings: [] };
    const { visible, acronym } = name;
    const named = { name: visible, ...(acronym === undefined ? {} : { acronym }) };
    const lesson: Lesson = { addition: { ...named, type, path: pathOf(home.uri) } };
    actions.push(...(await onGlossary(session, open, action, lesson, abilities)));
  }
  return actions;
}

const WITH_ARTICLE: Readonly<Record<EntityType, string>> = {
  person: 'a person',
  group: 'a group',
  organisation: 'an organisation',
  place: 'a place',
};

/** The action with its edits; without any, and a warning, where the file that it edits has changed or cannot be edited as it is. */
export async function resolveCodeAction(
  session: Session,
  { data, ...action }: CodeAction,
  abilities: ActionAbilities,
  warn: Warn,
): Promise<CodeAction> {
  if ('adopt' in data) {
    const made = await resolveAdoption(session, data as PendingAdoption);
    if (!made) warn('The report has changed meanwhile, and was left alone. Try again.');
    else if (made.left !== '') warn(made.left);
    return made ? { ...action, edit: made.edit } : action;
  }
  if ('addSource' in data) {
    const added = await addToLibrary(session, (data as PendingSource).addSource, abilities);
    if ('edit' in added) return { ...action, edit: added.edit };
    warn(added.refusal);
    return action;
  }
  const { uri, version, edits, lesson } = data as PendingLesson;
  const open = await session.report(uri);
  if (!open) return action;
  const result = await editForLesson(session, open, lesson, abilities);
  if ('refusal' in result) {
    warn(result.refusal);
    return action;
  }
  const { edit, edited } = result;
  return {
    ...action,
    edit: toProto.withEdits(edit, { uri, version, edits }),
    ...(abilities.savesGlossary
      ? { command: { title: action.title, command: GLOSSARY_EDITED, arguments: [edited] } }
      : {}),
  };
}

const isOfEditable = ({ desk }: OpenReport, { entity }: GlossaryChange): boolean => {
  const path = desk.works.lexicon.glossary.entities.get(entity)?.origin.path;
  return path !== undefined && isChangeable(path);
};
