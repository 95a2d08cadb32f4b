/** Tells a client that waits for the answer to a request how far the work is. */

import type { Connection } from 'vscode-languageserver/node';

/** What is being done, and how far that is. */
export type TellProgress = (message: string, done: number, total: number) => void;

/** No more often than at each hundredth of the work, and for each of the first few parts. */
const FEW = 20;

/** @param token as the request carries it; without one, nothing is told. */
export function requestProgress(
  { window }: Pick<Connection, 'window'>,
  token: string | number | undefined,
): TellProgress {
  if (token === undefined) return () => {};
  return toldBy(window.attachWorkDoneProgress(token));
}

/** The same where somebody else has begun to tell of the work, and ends it. */
export function toldBy(reporter: { report(percentage: number, message: string): void }): TellProgress {
  let last = -1;
  return (message, done, total) => {
    const percentage = total === 0 ? 100 : Math.floor((100 * done) / total);
    if (percentage === last && total > FEW) return;
    last = percentage;
    reporter.report(percentage, message);
  };
}
