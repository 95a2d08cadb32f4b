/** Wraps every handler: a request that fails is logged and answered with its fallback, and the server goes on. */

import type { CancellationToken, RemoteConsole } from 'vscode-languageserver/node';

/** `name` is what the log calls the handler. A cancelled request is answered with the fallback at once. */
export function guarded<P, R>(
  console: RemoteConsole,
  name: string,
  fallback: R,
  handle: (params: P) => Promise<R> | R,
): (params: P, token?: CancellationToken) => Promise<R> {
  return async (params, token) => {
    if (token?.isCancellationRequested) return fallback;
    try {
      return await handle(params);
    } catch (error) {
      console.error(`${name} failed: ${error instanceof Error ? error.stack : error}`);
      return fallback;
    }
  };
}
