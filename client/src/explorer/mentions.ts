/** Shows where the reports of a desk mention a name of the side bar, as VS Code shows references. */

import { CancellationTokenSource, commands, ProgressLocation, window } from 'vscode';
import { type LanguageClient, type Location, RequestType } from 'vscode-languageclient/node';
import { type EntityParams, MENTIONS_OF } from '../../../server/src/lsp/requests';
import { isRecord } from '../commandArguments';

const askForMentions = new RequestType<EntityParams, Location[], void>(MENTIONS_OF);

/** What is over sooner, in milliseconds, needs no word of progress. */
const SOON = 500;

/** Of a line of the side bar, whichever view it is in. The report `preferred` is the one to begin with. */
export async function findMentions(
  client: LanguageClient,
  line: unknown,
  preferred: string | undefined,
): Promise<void> {
  const named = namedIn(line);
  if (!named) return;
  const places = await mentionsOf(client, named);
  if (!places) return;
  if (places.length === 0) {
    void window.showInformationMessage(`No report of this desk mentions ${named.label}.`);
    return;
  }
  const locations = places.map((place) => client.protocol2CodeConverter.asLocation(place));
  const first = locations.find(({ uri }) => uri.toString() === preferred) ?? locations[0]!;
  await commands.executeCommand('editor.action.showReferences', first.uri, first.range.start, locations);
}

/** Undefined where the reader has cancelled. */
export async function mentionsOf(
  client: LanguageClient,
  { entity, label }: Named,
): Promise<Location[] | undefined> {
  const asking = new CancellationTokenSource();
  try {
    const answer = client.sendRequest(askForMentions, entity, asking.token);
    const isSoon = await Promise.race([answer.then(() => true), pause(SOON)]);
    if (!isSoon)
      await window.withProgress(
        { location: ProgressLocation.Notification, title: `Finding mentions of ${label}`, cancellable: true },
        async (_progress, token) => {
          const listening = token.onCancellationRequested(() => asking.cancel());
          await Promise.race([answer, new Promise((resolve) => token.onCancellationRequested(resolve))]);
          listening.dispose();
        },
      );
    if (asking.token.isCancellationRequested) {
      answer.catch(() => undefined);
      return undefined;
    }
    return await answer;
  } finally {
    asking.dispose();
  }
}

export interface Named {
  readonly entity: EntityParams;
  readonly label: string;
}

/** The views hand over their own lines; another extension may hand over anything. */
export function namedIn(line: unknown): Named | undefined {
  const of = isRecord(line) && isRecord(line.group) ? line.group : line;
  if (!isRecord(of) || !isRecord(of.entity) || typeof of.label !== 'string') return undefined;
  const { root, id } = of.entity;
  if (typeof root !== 'string' || typeof id !== 'string') return undefined;
  return { entity: { root, id }, label: of.label };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
