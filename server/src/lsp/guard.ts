/** Wraps every handler: a request that fails is logged and answered with its fallback, and the server goes on. */

import {
  type CancellationToken,
  LSPErrorCodes,
  type RemoteConsole,
  ResponseError,
} from 'vscode-languageserver/node';

/** A request that cannot be met, for a reason that the reader is to see: it says what to do. */
export const refused = (reason: string): ResponseError =>
  new ResponseError(LSPErrorCodes.RequestFailed, reason);

/**
 * `name` is what the log calls the handler. A request that is cancelled before it begins is answered with the fallback;
 * long work may ask whether it still is wanted.
 */
export function guarded<P, R>(
  console: RemoteConsole,
  name: string,
  fallback: R,
  handle: (params: P, isWanted: () => boolean) => Promise<R> | R,
): (params: P, token?: CancellationToken) => Promise<R> {
  return async (params, token) => {
    if (token?.isCancellationRequested) return fallback;
    try {
      return await handle(params, () => !token?.isCancellationRequested);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      console.error(`${name} failed: ${error instanceof Error ? error.stack : error}`);
      return fallback;
    }
  };
}
