/** Shows in the editor that something takes long, where the editor can show it. */

import type { Connection } from 'vscode-languageserver/node';

/** Says what is being done until `work` is over; nothing of what is over soon. */
export type ShowProgress = (title: string, work: Promise<unknown>) => void;

/** What takes no longer, in milliseconds, is not worth a word. */
const SOON = 500;

/** @param isShown whether the editor can; asked each time, as it says so after the connection is made. */
export const progressOn =
  (connection: Pick<Connection, 'window'>, isShown: () => boolean, soon = SOON): ShowProgress =>
  (title, work) => {
    const over = work.then(
      () => {},
      () => {},
    );
    const timer = setTimeout(() => {
      if (isShown()) void show(connection, title, over).catch(() => {});
    }, soon);
    void over.then(() => clearTimeout(timer));
  };

async function show(
  connection: Pick<Connection, 'window'>,
  title: string,
  over: Promise<void>,
): Promise<void> {
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin(title);
  await over;
  progress.done();
}
