/** Edits the notes of the report in the active editor: asks the server for the edits, and makes them in one step of undo. */

import { Range, Selection, type TextEditor, window } from 'vscode';
import { type LanguageClient, RequestType } from 'vscode-languageclient/node';
import { EDIT_NOTES, type EditNotesParams, type NoteEdits } from '../../server/src/lsp/requests';
import { isReport } from './documents';

const askForEdits = new RequestType<EditNotesParams, NoteEdits, void>(EDIT_NOTES);

const MESSAGE_MS = 5000;

/** An empty note at the cursor, which goes on in it. */
export const insertNote = (client: LanguageClient): Promise<void> => editNotes(client, 'insert');
/** Every generated note as its citation makes it. */
export const updateNotes = (client: LanguageClient): Promise<void> => editNotes(client, 'update');
/** Numbers in the order of the text. */
export const renumberNotes = (client: LanguageClient): Promise<void> => editNotes(client, 'renumber');
/** The list of the sources that are cited: where the cursor is, or anew where the report has it. */
export const updateBibliography = (client: LanguageClient): Promise<void> =>
  editNotes(client, 'bibliography');

/** The list of the acronyms that are used, in the same way. */
export const updateAbbreviations = (client: LanguageClient): Promise<void> =>
  editNotes(client, 'abbreviations');

/** The active editor, if it shows a report; else says that one is to be opened. */
export function reportEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor && isReport(editor.document)) return editor;
  void window.showInformationMessage('There is no report here. Open one in Markdown, then try again.');
  return undefined;
}

async function editNotes(client: LanguageClient, what: EditNotesParams['what']): Promise<void> {
  const editor = reportEditor();
  if (!editor) return;
  const { document, selection } = editor;
  const { line, character } = selection.active;
  await makeNoteEdits(editor, () =>
    client.sendRequest(askForEdits, {
      uri: client.code2ProtocolConverter.asUri(document.uri),
      what,
      at: { line, character },
    }),
  );
}

/** Asks for edits and makes them, unless the text has changed meanwhile; says why there are none. */
export async function makeNoteEdits(editor: TextEditor, ask: () => Promise<NoteEdits>): Promise<void> {
  const { version } = editor.document;
  const result = await ask();
  if ('refusal' in result) {
    void window.showInformationMessage(result.refusal);
    return;
  }
  const { edits, caret, message } = result;
  const isMade =
    edits.length === 0 ||
    (editor.document.version === version &&
      (await editor.edit((builder) => {
        for (const { range, newText } of edits) {
          const { start, end } = range;
          builder.replace(new Range(start.line, start.character, end.line, end.character), newText);
        }
      })));
  if (!isMade) {
    void window.showWarningMessage('The text has changed meanwhile, and was left alone. Try again.');
    return;
  }
  if (caret) {
    editor.selection = new Selection(caret.line, caret.character, caret.line, caret.character);
    editor.revealRange(editor.selection);
  }
  if (message !== undefined) window.setStatusBarMessage(message, MESSAGE_MS);
}
