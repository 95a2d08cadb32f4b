/** Makes the notes of a report that are written by hand of the library's sources, each shown before it is made. */

import { window } from 'vscode';
import { type LanguageClient, RequestType, type WorkspaceEdit } from 'vscode-languageclient/node';
import { ADOPT_NOTES, type AdoptNotesParams, type NoteAdoptions } from '../../server/src/lsp/requests';
import { reportEditor } from './editNotes';
import { makePreviewed } from './previewedEdit';

const askForAdoptions = new RequestType<AdoptNotesParams, NoteAdoptions<WorkspaceEdit>, void>(ADOPT_NOTES);

/** The changes come up in VS Code's preview of a refactoring, where each can be left out. */
export async function adoptNotes(client: LanguageClient): Promise<void> {
  const editor = reportEditor();
  if (!editor) return;
  const { document } = editor;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  let left = '';
  const written: string[] = [];
  const isMade = await makePreviewed(client, async () => {
    const result = await client.sendRequest(askForAdoptions, { uri });
    if ('refusal' in result) {
      void window.showInformationMessage(result.refusal);
      return undefined;
    }
    left = result.left;
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
    for (const [, edits] of edit.entries()) written.push(...edits.map(({ newText }) => newText));
    return { edit, texts: {} };
  });
  if (!isMade) return;
  const text = document.getText();
  const made = written.filter((newText) => text.includes(newText));
  const told = made.length === 1 ? '1 note is' : `${made.length} notes are`;
  void window.showInformationMessage([`${told} made of the library’s sources.`, left].join(' ').trim());
}
