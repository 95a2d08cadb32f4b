/** Follows an edit that an action made in a glossary file; the entry can be looked at from what is said. */

import { commands } from 'vscode';
import { type GlossaryEditedParams, OPEN_ENTRY } from '../../server/src/lsp/requests';
import { isRecord } from './commandArguments';
import { settleEdit } from './settleEdit';

/** Saves the file where that is safe, and says what was done; of arguments of another shape nothing comes. Never rejects. */
export async function settleGlossaryEdit(params: unknown): Promise<void> {
  if (!isEdited(params)) return;
  const { root, id } = params;
  await settleEdit(params, () => commands.executeCommand(OPEN_ENTRY, { root, id }));
}

function isEdited(params: unknown): params is GlossaryEditedParams {
  if (!isRecord(params)) return false;
  const { uri, root, id, message, wasUnsaved } = params;
  return [uri, root, id, message].every((one) => typeof one === 'string') && typeof wasUnsaved === 'boolean';
}
