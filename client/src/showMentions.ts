/** Shows where the reports mention the entity of a glossary entry, in a view over the entry. */

import { commands, Position, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ShowMentionsParams } from '../../server/src/lsp/requests';
import { isRecord } from './commandArguments';
import { mentionsOf } from './explorer/mentions';

/** `params` come from a code lens of ours; of arguments of another shape nothing comes. */
export async function showMentions(client: LanguageClient, params: unknown): Promise<void> {
  if (!isShown(params)) return;
  const { root, id, label, uri, position } = params;
  const places = await mentionsOf(client, { entity: { root, id }, label });
  if (!places) return;
  if (places.length === 0) {
    void window.showInformationMessage(`No report of this desk mentions ${label} any longer.`);
    return;
  }
  await commands.executeCommand(
    'editor.action.showReferences',
    client.protocol2CodeConverter.asUri(uri),
    new Position(position.line, position.character),
    places.map((place) => client.protocol2CodeConverter.asLocation(place)),
  );
}

function isShown(params: unknown): params is ShowMentionsParams {
  if (!isRecord(params) || !isRecord(params.position)) return false;
  const { root, id, label, uri, position } = params;
  const isPlace = [position.line, position.character].every((one) => typeof one === 'number');
  return isPlace && [root, id, label, uri].every((one) => typeof one === 'string');
}
