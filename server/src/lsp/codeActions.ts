/** Answers for code actions: what mends a report, and what the glossary is to remember of it. */

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type TextEdit,
} from 'vscode-languageserver/node';
import { nameOf } from '../desk/path';
import { type Action, fixesAt, fixWhole } from '../features/fixes';
import { romaniseActionsAt } from '../features/romaniseAt';
import type { Entity } from '../glossary/entity';
import { editsOfChange, type GlossaryChange } from '../glossary/glossaryChange';
import { LineIndex } from '../text/lineIndex';
import { span } from '../text/span';
import { uriOf } from './paths';
import { GLOSSARY_EDITED, type GlossaryEditedParams } from './requests';
import type { OpenReport, Session } from './session';
import * as toProto from './toProto';

/** What the editor can do with an action. */
export interface ActionAbilities {
  /** It asks for the edit when the action has been chosen. */
  readonly resolvesEdits: boolean;
  /** It takes edits with the version of the document that they are of. */
  readonly takesVersions: boolean;
  /** It has the command that saves a glossary file after an edit. */
  readonly savesGlossary: boolean;
}

/** What is still to be done when an action on the glossary has been chosen. */
interface PendingChange {
  readonly uri: string;
  readonly version: number | null;
  /** Of the report. */
  readonly edits: readonly TextEdit[];
  readonly change: GlossaryChange;
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
      else if (isEditable(entityOf(open, glossary))) {
        const offered = await onGlossary(session, open, action, glossary, abilities);
        if (offered.data !== undefined || offered.edit) actions.push(offered);
      }
    }
  }
  if (wants(CodeActionKind.RefactorRewrite)) {
    for (const action of romaniseActionsAt(open.analysis, selection))
      actions.push(toProto.codeAction(uri, lines, action, CodeActionKind.RefactorRewrite));
  }
  // Fix-all belongs to a command or a save, not among the fixes of one name.
  const whole = context.only && wants(toProto.FIX_ALL) ? fixWhole(open.analysis) : undefined;
  if (whole) actions.push(toProto.codeAction(uri, lines, whole, toProto.FIX_ALL));
  return actions;
}

/** To find the place in a large file takes time, so that it is looked for when somebody has chosen the action. */
async function onGlossary(
  session: Session,
  { uri, analysis }: OpenReport,
  action: Action,
  change: GlossaryChange,
  abilities: ActionAbilities,
): Promise<CodeAction> {
  const { lines } = analysis.report;
  const { edit: _, ...unresolved } = toProto.codeAction(uri, lines, action, CodeActionKind.QuickFix);
  const edits = action.edits.map((edit) => toProto.textEdit(lines, edit));
  const data: PendingChange = { uri, version: session.versionOf(uri), edits, change };
  const pending = { ...unresolved, data };
  return abilities.resolvesEdits ? pending : resolveCodeAction(session, pending, abilities, () => {});
}

/** The action with its edits; without any, and a warning, where the glossary’s file cannot be edited as it is now. */
export async function resolveCodeAction(
  session: Session,
  { data, ...action }: CodeAction,
  abilities: ActionAbilities,
  warn: Warn,
): Promise<CodeAction> {
  const { uri, version, edits, change } = data as PendingChange;
  const open = await session.report(uri);
  const entity = open && entityOf(open, change);
  if (!open || !entity) {
    warn(`The glossary no longer has an entry “${change.entity}”. Look at the name again.`);
    return action;
  }
  const { path, yamlPath } = entity.origin;
  const file = await session.fileNow(path);
  const edit = file ? editsOfChange(file.text, yamlPath, change) : UNREADABLE;
  if (!file || 'refusal' in edit) {
    warn(`${nameOf(path)}: ${'refusal' in edit ? edit.refusal : UNREADABLE.refusal}`);
    return action;
  }
  const lines = new LineIndex(file.text);
  const changed = [
    { uri, version, edits: [...edits] },
    {
      uri: uriOf(path),
      version: file.version,
      edits: edit.edits.map((one) => toProto.textEdit(lines, one)),
    },
  ].filter((one) => one.edits.length > 0);
  const edited: GlossaryEditedParams = {
    uri: uriOf(path),
    root: open.desk.root,
    id: entity.id,
    message: messageOf(change, entity, nameOf(path)),
    wasUnsaved: file.isUnsaved,
  };
  return {
    ...action,
    edit: toProto.workspaceEdit(changed, abilities.takesVersions),
    ...(abilities.savesGlossary
      ? { command: { title: action.title, command: GLOSSARY_EDITED, arguments: [edited] } }
      : {}),
  };
}

const UNREADABLE = { refusal: 'The file could not be read. Check its permissions, then try again.' };

const messageOf = ({ list, text, alias }: GlossaryChange, { name }: Entity, file: string): string =>
  list === 'not'
    ? `“${text}” is no longer suggested for ${name} (in ${file}).`
    : `“${text}” is now a spelling of ${alias ?? name} (in ${file}).`;

const entityOf = ({ desk }: OpenReport, { entity }: GlossaryChange): Entity | undefined =>
  desk.works.lexicon.glossary.entities.get(entity);

/** Only YAML is edited here, and JSON, which is YAML. */
const isEditable = (entity: Entity | undefined): boolean =>
  entity !== undefined && /\.(?:ya?ml|json)$/i.test(entity.origin.path);
