/** Starts a desk: asks for its folder, writes what a desk begins with where nothing is in the way, and shows the first report. */

import {
  commands,
  type ExtensionContext,
  type QuickPickItem,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { type LanguageClient, RequestType } from 'vscode-languageclient/node';
import { type NewDeskPlan, PLAN_DESK, type PlanDeskParams } from '../../server/src/lsp/requests';

const askForPlan = new RequestType<PlanDeskParams, NewDeskPlan | null, void>(PLAN_DESK);

/** Under this key a window that opens a new desk finds what to show there. */
const SHOW_FIRST = 'nomenclator.showFirst';
const TITLE = 'Start a Desk';

/** In `chosen`, where a caller names a folder, else where the reader says. Nothing that is there is ever written over. */
export async function startDesk(
  client: LanguageClient,
  { globalState }: Pick<ExtensionContext, 'globalState'>,
  chosen?: unknown,
): Promise<void> {
  const folder = chosen instanceof Uri ? chosen : await pickFolder();
  if (!folder) return;
  const plan = await client.sendRequest(askForPlan, { uri: client.code2ProtocolConverter.asUri(folder) });
  if (!plan) {
    void window.showErrorMessage('The folder could not be looked into. The output of Nomenclator says why.');
    return;
  }
  const files = plan.files.map(({ uri, ...file }) => ({ ...file, uri: asUri(client, uri) }));
  if (!(await write(files))) {
    void window.showErrorMessage(
      'The desk was not started: its files could not be written into this folder. Check its permissions, or choose another folder.',
    );
    return;
  }
  void window.showInformationMessage(toldOf(plan));
  const first = asUri(client, plan.open);
  if (workspace.getWorkspaceFolder(first)) await window.showTextDocument(first, { preview: false });
  else {
    // The window that opens goes on: see `showFirstReport`.
    await globalState.update(SHOW_FIRST, first.toString());
    const hasOther = (workspace.workspaceFolders?.length ?? 0) > 0;
    await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: hasOther });
  }
}

/** Shows what a desk that was just started begins with, if this window was opened for that. */
export async function showFirstReport({ globalState }: Pick<ExtensionContext, 'globalState'>): Promise<void> {
  const kept = globalState.get<string>(SHOW_FIRST);
  const uri = kept === undefined ? undefined : Uri.parse(kept);
  if (!uri || !workspace.getWorkspaceFolder(uri)) return;
  await globalState.update(SHOW_FIRST, undefined);
  await window.showTextDocument(uri, { preview: false }).then(undefined, () => undefined);
}

/** One of the workspace’s folders, or any other. */
async function pickFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) return pickOnDisk();
  const items: (QuickPickItem & { readonly folder?: Uri })[] = [
    ...folders.map(({ name, uri }) => ({
      label: `$(folder) ${name}`,
      description: 'open in this window',
      detail: 'A configuration, a glossary, a source and a first report; nothing is written over',
      folder: uri,
    })),
    { label: '$(folder-opened) Another Folder…' },
  ];
  const picked = await window.showQuickPick(items, {
    title: TITLE,
    placeHolder: 'In which folder are your reports, or will they be?',
  });
  return picked && (picked.folder ?? pickOnDisk());
}

async function pickOnDisk(): Promise<Uri | undefined> {
  const [folder] =
    (await window.showOpenDialog({
      title: TITLE,
      openLabel: 'Start a Desk Here',
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  return folder;
}

/** All or none: VS Code refuses the edit as a whole where one of the files has come to be there meanwhile. */
async function write(files: readonly { readonly uri: Uri; readonly text: string }[]): Promise<boolean> {
  if (files.length === 0) return true;
  const edit = new WorkspaceEdit();
  const encoder = new TextEncoder();
  for (const { uri, text } of files)
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: encoder.encode(text) });
  return workspace.applyEdit(edit);
}

function toldOf({ files, kept }: NewDeskPlan): string {
  if (files.length === 0) return 'There is a desk in this folder already, and nothing was written.';
  const written = list(files.map(({ path }) => path));
  const left = kept.length === 0 ? '' : ` Left as it was: ${list(kept)}.`;
  return `The desk is started. Written: ${written}.${left}`;
}

const asUri = (client: LanguageClient, uri: string): Uri => client.protocol2CodeConverter.asUri(uri);
const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
