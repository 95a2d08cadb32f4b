/** Follows an edit of a file of the desk: saves it where that is safe, and says what was done. */

import { Uri, window, workspace } from 'vscode';

/** What was done, and to which file. */
export interface EditedFile {
  readonly uri: string;
  /** What was done, as a sentence. */
  readonly message: string;
  /** Whether somebody was editing the file already: that work is not ours to save. */
  readonly wasUnsaved: boolean;
}

/** What shows the entry is called so in every message. */
export const SHOW = 'Show the Entry';

/**
 * Glossaries and libraries take effect when they are saved. A file that was clean before the edit is saved without being
 * shown; one that somebody is working on is left to them. Never rejects.
 *
 * @param show shows what was written, to whoever asks for it.
 */
export async function settleEdit(
  { uri, message, wasUnsaved }: EditedFile,
  show: () => unknown,
): Promise<void> {
  const isSaved = !wasUnsaved && (await save(Uri.parse(uri)));
  const shown = isSaved
    ? window.showInformationMessage(message, SHOW)
    : window.showWarningMessage(`${message} This takes effect when you save the file.`, SHOW);
  // The edit is over; the reader may leave the message as long as they like.
  void shown.then((choice) => choice === SHOW && show());
}

async function save(uri: Uri): Promise<boolean> {
  try {
    const document = await workspace.openTextDocument(uri);
    return !document.isDirty || (await document.save());
  } catch {
    return false;
  }
}
