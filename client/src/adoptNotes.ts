/** Makes the notes of a report that are written by hand of the library's sources, each shown before it is made. */

import { window, workspace } from 'vscode';
import { type LanguageClient, RequestType, type WorkspaceEdit } from 'vscode-languageclient/node';
import { ADOPT_NOTES, type AdoptNotesParams, type NoteAdoptions } from '../../server/src/lsp/requests';
import { reportEditor } from './editNotes';

const askForAdoptions = new RequestType<AdoptNotesParams, NoteAdoptions<WorkspaceEdit>, void>(ADOPT_NOTES);

/** The changes come up in VS Code's preview of a refactoring, where each can be left out. */
export async function adoptNotes(client: LanguageClient): Promise<void> {
  const editor = reportEditor();
  if (!editor) return;
  const { document } = editor;
  const { version } = document;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const result = await client.sendRequest(askForAdoptions, { uri });
  if ('refusal' in result) {
    void window.showInformationMessage(result.refusal);
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
  if (document.version !== version) {
    void window.showWarningMessage('The text has changed meanwhile, and was left alone. Try again.');
    return;
  }
  // It is made, in part or not at all, when the reader has looked through it.
  await workspace.applyEdit(edit, { isRefactoring: true });
  if (document.version === version) return;
  const text = document.getText();
  const made = edit.entries().flatMap(([, edits]) => edits.filter(({ newText }) => text.includes(newText)));
  const told = made.length === 1 ? '1 note is' : `${made.length} notes are`;
  void window.showInformationMessage(
    [`${told} made of the library’s sources.`, result.left].join(' ').trim(),
  );
}
