/** Teaches the glossary from a report: adds a name to it, or a judgement on a name, and asks what has to be known. */

import { commands, type QuickPickItem, window, workspace } from 'vscode';
import { type LanguageClient, RequestType, type WorkspaceEdit } from 'vscode-languageclient/node';
import {
  ADDITIONS,
  type Addition,
  type Additions,
  EDIT_GLOSSARY,
  type EditGlossaryParams,
  type GlossaryEdit,
  ID_PROBLEM,
  type IdProblemParams,
  OPEN_ENTRY,
  type PlaceParams,
} from '../../server/src/lsp/requests';
import { isPlace, isRecord, isUri } from './commandArguments';
import { isReport } from './documents';
import { SHOW } from './settleEdit';
import { settleGlossaryEdit } from './settleGlossaryEdit';

const askForAdditions = new RequestType<PlaceParams, Additions | null, void>(ADDITIONS);
const askForProblem = new RequestType<IdProblemParams, string | null, void>(ID_PROBLEM);
const askForEdit = new RequestType<EditGlossaryParams, GlossaryEdit<WorkspaceEdit>, void>(EDIT_GLOSSARY);

/** What VS Code shows for the type of an entity. */
export const ICONS: Readonly<Record<string, string>> = {
  person: '$(person)',
  group: '$(organization)',
  organisation: '$(library)',
  place: '$(location)',
};

/** Adds the name at a place, or where there is none given, at the selection of the active editor. */
export async function addToGlossary(client: LanguageClient, params: unknown): Promise<void> {
  const place = isPlace(params) ? params : placeOfSelection(client);
  if (!place) {
    void window.showInformationMessage(
      'Open a report in Markdown and select a name to add it to the glossary.',
    );
    return;
  }
  const found = await client.sendRequest(askForAdditions, place);
  if (!found) {
    void window.showInformationMessage('There is no name here. Select the name to add to the glossary.');
    return;
  }
  const { name, acronym, id, known, choices, refusal } = found;
  if (known) {
    const message =
      known.name === name
        ? `“${name}” is in the glossary already.`
        : `“${name}” is in the glossary already, as a form of ${known.name}.`;
    const choice = await window.showInformationMessage(message, SHOW);
    if (choice === SHOW) await commands.executeCommand(OPEN_ENTRY, { root: known.root, id: known.id });
  } else if (refusal !== undefined) void window.showWarningMessage(refusal);
  else {
    // The card that was clicked says that the name is in no glossary.
    await commands.executeCommand('editor.action.hideHover').then(undefined, () => undefined);
    const choice = await pickAddition(
      acronym === undefined ? `“${name}”` : `“${name}” (${acronym})`,
      choices,
    );
    if (!choice) return;
    const chosen = await askForId(client, place.uri, name, id);
    if (chosen === undefined) return;
    const { type, uri: file } = choice;
    await editGlossary(client, {
      uri: place.uri,
      addition: { name, ...(acronym === undefined ? {} : { acronym }), type, file, id: chosen },
    });
  }
}

/** The id is what other entries call it by, so that it is hard to change later. */
const askForId = (
  client: LanguageClient,
  uri: string,
  name: string,
  value: string,
): Thenable<string | undefined> =>
  window.showInputBox({
    title: `Add “${name}” to the Glossary`,
    prompt: 'The id, by which other entries name it',
    value,
    validateInput: async (id) => (await client.sendRequest(askForProblem, { uri, id })) ?? undefined,
  });

/** Makes a judgement that a card links to. */
export async function teachGlossary(client: LanguageClient, params: unknown): Promise<void> {
  if (isChange(params)) await editGlossary(client, params);
}

/** Makes the edit that the server gives, saves the file where that is safe, and says what was done. */
export async function editGlossary(client: LanguageClient, params: EditGlossaryParams): Promise<void> {
  const result = await client.sendRequest(askForEdit, params);
  if ('refusal' in result) {
    void window.showWarningMessage(result.refusal);
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
  if (await workspace.applyEdit(edit)) await settleGlossaryEdit(result.edited);
  else void window.showWarningMessage('The glossary has changed meanwhile, and was left alone. Try again.');
}

/** Asks for the type, the likeliest first, and for the file only where several can take it. */
async function pickAddition(name: string, choices: readonly Addition[]): Promise<Addition | undefined> {
  const types = [...new Set(choices.map(({ type }) => type))];
  const items = types.map((type) => {
    const files = choices.filter((choice) => choice.type === type);
    const [first] = files;
    const where = files.length === 1 && first ? descriptionOf(first) : `${files.length} files`;
    return { label: `${ICONS[type] ?? ''} ${capital(type)}`, description: where, files };
  });
  const picked = await window.showQuickPick(items, {
    title: `Add ${name} to the Glossary`,
    placeHolder: 'What is it?',
  });
  if (!picked || picked.files.length < 2) return picked?.files[0];
  const files = picked.files.map((choice): QuickPickItem & { choice: Addition } => ({
    label: `$(file) ${choice.file}`,
    choice,
  }));
  const file = await window.showQuickPick(files, {
    title: `Add ${name} to the Glossary`,
    placeHolder: 'To which file?',
  });
  return file?.choice;
}

const descriptionOf = ({ file, isNew }: Addition): string => (isNew ? `${file}, a new file` : file);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What is selected in the active report, or where its cursor is; undefined where no report is active. */
export function placeOfSelection(client: LanguageClient): PlaceParams | undefined {
  const editor = window.activeTextEditor;
  if (!editor || !isReport(editor.document)) return undefined;
  const { document, selection } = editor;
  return {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    range: client.code2ProtocolConverter.asRange(selection),
  };
}

function isChange(params: unknown): params is EditGlossaryParams {
  if (!isRecord(params) || !isUri(params.uri) || !isRecord(params.change)) return false;
  const { entity, text, list, alias } = params.change;
  return (
    typeof entity === 'string' &&
    typeof text === 'string' &&
    (list === 'spellings' || list === 'not') &&
    (alias === undefined || typeof alias === 'string')
  );
}
