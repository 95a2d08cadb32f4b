/** Writes a name of the side bar where the cursor of the active editor is. */

import { env, type TextEditor, window } from 'vscode';
import { isRecord } from '../commandArguments';

const NO_EDITOR = 'No text is open. Open a report, put the cursor where the name goes, then try again.';
const CHANGED = 'The name could not be written: this text cannot be changed.';

/** The full name, as the house writes it. */
export async function insertName(line: unknown): Promise<void> {
  const [name] = formsOf(line);
  if (name !== undefined) await insert(name);
}

/** Another form that the house writes: asked for, where there are several. */
export async function insertOtherForm(line: unknown): Promise<void> {
  const [name, ...others] = formsOf(line);
  const form =
    others.length < 2 ? others[0] : await window.showQuickPick(others, { title: `Insert a Form of ${name}` });
  if (form !== undefined) await insert(form);
}

/** For another program, such as a search. */
export async function copyName(line: unknown): Promise<void> {
  const [name] = formsOf(line);
  if (name !== undefined) await env.clipboard.writeText(name);
}

async function insert(text: string): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) {
    void window.showInformationMessage(NO_EDITOR);
    return;
  }
  if (!(await write(editor, text))) void window.showWarningMessage(CHANGED);
  // Whoever writes goes on behind the name.
  const { document, viewColumn } = editor;
  await window.showTextDocument(document, viewColumn === undefined ? {} : { viewColumn });
}

const write = (editor: TextEditor, text: string): Thenable<boolean> =>
  editor.edit((builder) => {
    for (const selection of editor.selections) builder.replace(selection, text);
  });

/** The view hands over its own lines; another extension may hand over anything. */
function formsOf(line: unknown): string[] {
  if (!isRecord(line) || !Array.isArray(line.forms)) return [];
  return line.forms.filter((form) => typeof form === 'string');
}
