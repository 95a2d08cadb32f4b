/** Renames an entity from its name: asks what goes along, and shows every change before it is made. */

import { type Position, type QuickPickItem, type TextDocument, Uri, window, workspace } from 'vscode';
import { type LanguageClient, RequestType, type WorkspaceEdit } from 'vscode-languageclient/node';
import {
  type EntityRenaming,
  type OldNameChoice,
  RENAME_ENTITY,
  RENAME_QUESTIONS,
  type RenameEntityParams,
  type RenameParams,
  type RenameQuestions,
} from '../../server/src/lsp/requests';
import { askLong } from './longRequest';
import { makePreviewed } from './previewedEdit';
import { settleGlossaryEdit } from './settleGlossaryEdit';

const askForQuestions = new RequestType<RenameParams, RenameQuestions | null, void>(RENAME_QUESTIONS);
const askForEdit = new RequestType<RenameEntityParams, EntityRenaming<WorkspaceEdit>, void>(RENAME_ENTITY);

type Questions = Exclude<RenameQuestions, { readonly refusal: string }>;
type Decisions = Pick<RenameEntityParams, 'old' | 'short' | 'acronym'>;

/**
 * Whether an entity is what is to be renamed. It then is from here, and VS Code has nothing to write: it gives up a rename
 * as soon as the cursor moves, while the reader may take time to answer.
 */
export async function renameEntity(
  client: LanguageClient,
  document: TextDocument,
  position: Position,
  newName: string,
): Promise<boolean> {
  const { line, character } = position;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const params: RenameParams = { uri, position: { line, character }, newName };
  const questions = await client.sendRequest(askForQuestions, params);
  if (!questions) return false;
  if ('refusal' in questions) void window.showWarningMessage(questions.refusal);
  else void rename(client, params, questions);
  return true;
}

async function rename(client: LanguageClient, params: RenameParams, questions: Questions): Promise<void> {
  const decisions = await decide(questions);
  if (!decisions) return;
  let result: EntityRenaming<WorkspaceEdit> | undefined;
  let isOfGlossary = async () => true;
  const isMade = await makePreviewed(client, async () => {
    result = await askLong(client, askForEdit, { ...params, ...decisions }, RENAMING);
    if ('refusal' in result) {
      void window.showWarningMessage(result.refusal);
      return undefined;
    }
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
    const glossary = Uri.parse(result.edited.uri);
    const written = edit.get(glossary).map(({ newText }) => newText);
    isOfGlossary = async () => {
      const text = (await workspace.openTextDocument(glossary)).getText();
      return written.some((newText) => newText !== '' && text.includes(newText));
    };
    return { edit, texts: result.texts };
  });
  if (!isMade || !result || 'refusal' in result) return;
  // Whoever unticks the entry keeps the old name.
  if (await isOfGlossary()) await settleGlossaryEdit(result.edited);
  else
    void window.showWarningMessage(
      `The glossary was left alone, and still has “${questions.before}”. Rename it there, or undo the reports.`,
    );
}

const RENAMING = 'Looking for the name in every report';

/** Undefined as soon as one question is left unanswered. */
async function decide(questions: Questions): Promise<Decisions | undefined> {
  const { before, after, old, short, acronym } = questions;
  const title = `Rename “${before}” to “${after}”`;
  const kept = old.length === 0 ? 'spelling' : await pickOld(title, questions);
  if (!kept) return undefined;
  const newShort = short && (await ask(title, `The short form; now it is “${short.before}”`, short.after));
  if (short && newShort === undefined) return undefined;
  const newAcronym =
    acronym === undefined
      ? undefined
      : await ask(title, 'The acronym; leave it as it is to keep it', acronym);
  if (acronym !== undefined && newAcronym === undefined) return undefined;
  return {
    old: kept,
    ...(newShort === undefined ? {} : { short: newShort }),
    ...(newAcronym === undefined ? {} : { acronym: newAcronym }),
  };
}

async function pickOld(
  title: string,
  { before, old: choices, hasNoKinds }: Questions,
): Promise<OldNameChoice | undefined> {
  const items: Readonly<Record<OldNameChoice, QuickPickItem>> = {
    spelling: { label: 'A spelling', detail: 'Still understood, and brought to the new name.' },
    'former name': hasNoKinds
      ? {
          label: 'An alias',
          detail: 'It may stand beside the new name. A table cannot say that it is a former name.',
        }
      : {
          label: 'A former name',
          detail: 'An alias, which may stand beside the new name; the card shows it.',
        },
    nothing: { label: 'Nothing', detail: 'The glossary forgets it, as one does a mistake.' },
  };
  const picked = await window.showQuickPick(
    choices.map((choice) => ({ ...items[choice], choice })),
    { title, placeHolder: `What is “${before}” from now on?` },
  );
  return picked?.choice;
}

const ask = (title: string, prompt: string, value: string): Thenable<string | undefined> =>
  window.showInputBox({
    title,
    prompt,
    value,
    validateInput: (written) => (/[\p{L}\p{N}]/u.test(written) ? undefined : 'Write at least one letter.'),
  });
