/** Adds the source of a note to the library: what the note tells of it is shown line by line, to be corrected and confirmed. */

import { type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import { type LanguageClient, RequestType, type WorkspaceEdit } from 'vscode-languageclient/node';
import {
  ADD_SOURCE,
  type AddSourceParams,
  type PlaceParams,
  PROPOSE_SOURCE,
  type SourceAddedParams,
  type SourceAddition,
  type SourceFieldParams,
  type SourceFileChoice,
  type SourceProposal,
} from '../../server/src/lsp/requests';
import { isPlace } from './commandArguments';
import { reportEditor } from './editNotes';
import { settleEdit } from './settleEdit';

const askForProposal = new RequestType<PlaceParams, SourceProposal, void>(PROPOSE_SOURCE);
const askForEdit = new RequestType<AddSourceParams, SourceAddition<WorkspaceEdit>, void>(ADD_SOURCE);

const TITLE = 'Add to Library';

/** Of the note at a place, or where there is none given, of the note at the cursor. */
export async function addToLibrary(client: LanguageClient, params: unknown): Promise<void> {
  const place = isPlace(params) ? params : placeOfCursor(client);
  if (!place) return;
  const proposal = await client.sendRequest(askForProposal, place);
  if ('refusal' in proposal) {
    void window.showInformationMessage(proposal.refusal);
    return;
  }
  let { fields } = proposal;
  let [file] = proposal.files;
  let problem: string | undefined;
  // What is refused is corrected, and nothing that was typed is lost.
  while (file) {
    const confirmed = await confirm(fields, file, proposal.files, problem);
    if (!confirmed) return;
    ({ fields, file } = confirmed);
    const result = await client.sendRequest(askForEdit, {
      ...place,
      text: proposal.text,
      fields: fields.map(({ name, value }) => ({ name, value })),
      file: file.uri,
    });
    if ('refusal' in result) {
      problem = result.refusal;
      continue;
    }
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
    if (await workspace.applyEdit(edit)) await settle(client, result.added);
    else void window.showWarningMessage('The library has changed meanwhile, and was left alone. Try again.');
    return;
  }
}

interface Confirmed {
  readonly fields: readonly SourceFieldParams[];
  readonly file: SourceFileChoice;
}

interface Line extends QuickPickItem {
  readonly does?: 'add' | 'choose file' | SourceFieldParams;
}

/** Shows the fields until they are confirmed; undefined when the question is left. */
async function confirm(
  proposed: readonly SourceFieldParams[],
  likeliest: SourceFileChoice,
  files: readonly SourceFileChoice[],
  refusal: string | undefined,
): Promise<Confirmed | undefined> {
  let fields = proposed;
  let file = likeliest;
  let problem = refusal;
  for (;;) {
    const picked = await window.showQuickPick(linesOf(fields, file, files.length > 1), {
      title: problem === undefined ? TITLE : `${TITLE}: ${problem}`,
      placeHolder: 'Add the source as it is, or choose a line to correct',
      matchOnDescription: true,
      // Who looks something up meanwhile finds it all as it was; Escape leaves.
      ignoreFocusOut: true,
    });
    problem = undefined;
    if (!picked?.does) return undefined;
    if (picked.does === 'add') return { fields, file };
    if (picked.does === 'choose file') file = (await chooseFile(files)) ?? file;
    else {
      const { name } = picked.does;
      const value = await correct(picked.does);
      if (value !== undefined)
        fields = fields.map((field) => (field.name === name ? { ...field, value } : field));
    }
  }
}

function linesOf(fields: readonly SourceFieldParams[], file: SourceFileChoice, isChoice: boolean): Line[] {
  const where = file.isNew ? `${file.file}, a new file` : file.file;
  const lines: Line[] = [{ label: '$(check) Add this source', description: where, does: 'add' }];
  if (isChoice) lines.push({ label: '$(file) To another file…', does: 'choose file' });
  lines.push({ label: 'What the note tells of it', kind: QuickPickItemKind.Separator });
  for (const field of fields)
    lines.push({ label: `$(edit) ${field.label}`, description: field.value || '—', does: field });
  return lines;
}

async function chooseFile(files: readonly SourceFileChoice[]): Promise<SourceFileChoice | undefined> {
  const items = files.map((choice) => ({ label: `$(file) ${choice.file}`, choice }));
  return (await window.showQuickPick(items, { title: TITLE, placeHolder: 'To which file?' }))?.choice;
}

const correct = ({ label, value, hint }: SourceFieldParams): Thenable<string | undefined> =>
  window.showInputBox({
    title: `${TITLE}: ${label}`,
    value,
    ...(hint === undefined ? {} : { prompt: hint }),
  });

/** The entry is shown where it was written. */
const settle = (client: LanguageClient, added: SourceAddedParams): Promise<void> =>
  settleEdit(added, () => {
    const selection = client.protocol2CodeConverter.asRange(added.entry);
    return window.showTextDocument(Uri.parse(added.uri), { selection });
  });

function placeOfCursor(client: LanguageClient): PlaceParams | undefined {
  const editor = reportEditor();
  return (
    editor && {
      uri: client.code2ProtocolConverter.asUri(editor.document.uri),
      range: client.code2ProtocolConverter.asRange(editor.selection),
    }
  );
}
