/** Asks for what a picker is to show while somebody types in it: a little after the last key, and never for what is out of date. */

import { type CancellationToken, CancellationTokenSource, type QuickPick, type QuickPickItem } from 'vscode';

/** So long, in milliseconds, after a key it is asked: who types on does not wait for what she no longer wants. */
const TYPING_PAUSE = 40;

export class SearchWhileTyping {
  readonly #picker: QuickPick<QuickPickItem>;
  readonly #search: (query: string, token: CancellationToken) => Promise<() => void>;
  #asking = new CancellationTokenSource();
  #timer: NodeJS.Timeout | undefined;

  /** `search` is asked for what is typed, and gives what shows it, which is called unless something else is asked by then. */
  constructor(
    picker: QuickPick<QuickPickItem>,
    search: (query: string, token: CancellationToken) => Promise<() => void>,
  ) {
    this.#picker = picker;
    this.#search = search;
  }

  /** The picker is busy until what is typed now has been found. */
  soon(): void {
    this.stop();
    this.#picker.busy = true;
    this.#timer = setTimeout(() => void this.now(), TYPING_PAUSE);
  }

  async now(): Promise<void> {
    this.stop();
    this.#picker.busy = true;
    const { token } = this.#asking;
    const show = await this.#search(this.#picker.value, token);
    if (token.isCancellationRequested) return;
    this.#picker.busy = false;
    show();
  }

  /** Drops what is asked. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#asking.cancel();
    this.#asking.dispose();
    this.#asking = new CancellationTokenSource();
  }
}
