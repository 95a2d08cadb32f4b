/** Asks the server for what may take long: with progress that can be cancelled. */

import { ProgressLocation, window } from 'vscode';
import { type LanguageClient, type RequestType, WorkDoneProgress } from 'vscode-languageclient/node';

let asked = 0;

/**
 * The answer; the server gives its own for a request that was cancelled.
 *
 * @param title what is being done, as the reader is told.
 */
export function askLong<P extends object, R>(
  client: LanguageClient,
  type: RequestType<P, R, void>,
  params: P,
  title: string,
): Promise<R> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(
    window.withProgress(options, async (progress, cancelled) => {
      const workDoneToken = `nomenclator-${++asked}`;
      let before = 0;
      const told = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
        if (value.kind !== 'report') return;
        const { percentage = before, message = '' } = value;
        progress.report({ message, increment: percentage - before });
        before = percentage;
      });
      try {
        return await client.sendRequest<R>(type.method, { ...params, workDoneToken }, cancelled);
      } finally {
        told.dispose();
      }
    }),
  );
}
