/** What every part of the server that answers requests is handed. */

import type { CancellationToken, ClientCapabilities, Connection } from 'vscode-languageserver/node';
import type { ActionAbilities } from './codeActions';
import type { DeskSurveys } from './deskSurveys';
import type { InitializationOptions } from './requests';
import type { Session } from './session';
import type { Settings } from './settings';

export interface Serving {
  readonly connection: Connection;
  readonly session: Session;
  readonly settings: Settings;
  /** How each name is written where, in all reports of a desk. */
  readonly surveys: DeskSurveys;
  /** As `guarded`, on this connection. */
  guard<P, R>(
    name: string,
    fallback: R,
    handle: (params: P, isWanted: () => boolean) => Promise<R> | R,
  ): (params: P, token?: CancellationToken) => Promise<R>;
  /** What the editor can do: asked each time, as it says so after the handlers are registered. */
  capabilities(): ClientCapabilities;
  /** What VS Code told when it started the server; nothing elsewhere. */
  client(): InitializationOptions;
  /** What the editor can do with an action. */
  actionAbilities(): ActionAbilities;
}
