/** Follows an edit that an action made in a glossary file: saves it where that is safe, and says what was done. */

import { commands, Uri, window, workspace } from 'vscode';
import { type GlossaryEditedParams, OPEN_ENTRY } from '../../server/src/lsp/requests';

const SHOW = 'Show the Entry';

/**
 * A glossary takes effect when it is saved. A file that was clean before the edit is saved without being shown; one that
 * somebody is working on is left to them. Never rejects.
 */
export async function settleGlossaryEdit(params: unknown): Promise<void> {
  if (!isEdited(params)) return;
  const { uri, root, id, message, wasUnsaved } = params;
  const isSaved = !wasUnsaved && (await save(Uri.parse(uri)));
  const shown = isSaved
    ? window.showInformationMessage(message, SHOW)
    : window.showWarningMessage(`${message} This takes effect when you save the file.`, SHOW);
  // The action is over; the reader may leave the message as long as they like.
  void shown.then((choice) => choice === SHOW && commands.executeCommand(OPEN_ENTRY, { root, id }));
}

async function save(uri: Uri): Promise<boolean> {
  try {
    const document = await workspace.openTextDocument(uri);
    return !document.isDirty || (await document.save());
  } catch {
    return false;
  }
}

/** Any extension can call a command, so that the shape is checked. */
function isEdited(params: unknown): params is GlossaryEditedParams {
  if (typeof params !== 'object' || params === null) return false;
  const { uri, root, id, message, wasUnsaved } = params as Partial<GlossaryEditedParams>;
  return [uri, root, id, message].every((one) => typeof one === 'string') && typeof wasUnsaved === 'boolean';
}
