/** Opens the glossary entry that a card links to. */

import { window } from 'vscode';
import { type LanguageClient, type Location, RequestType } from 'vscode-languageclient/node';
import { type EntityParams, LOCATE_ENTITY } from '../../server/src/lsp/requests';
import { isRecord } from './commandArguments';

const locateEntity = new RequestType<EntityParams, Location | null, void>(LOCATE_ENTITY);

/** Shows the entry with its id selected; says so when the glossary no longer has it. */
export async function openEntry(client: LanguageClient, params: unknown): Promise<void> {
  const place = isEntity(params) ? await client.sendRequest(locateEntity, params) : null;
  if (!place) {
    void window.showInformationMessage('The glossary no longer has this entry. Hover over the name again.');
    return;
  }
  const { uri, range } = client.protocol2CodeConverter.asLocation(place);
  await window.showTextDocument(uri, { selection: range });
}

/** A link's arguments come from rendered text, so that their shape is checked. */
const isEntity = (params: unknown): params is EntityParams =>
  isRecord(params) && typeof params.root === 'string' && typeof params.id === 'string';
