/** The life of the language server in this window: started, restarted, stopped, and what is said when that fails. */

import { Disposable, type ExtensionContext, type LogOutputChannel, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { documentsToServe } from './documents';
import { createLanguageClient } from './languageClient';

/** Holds at most one running server. Its methods may be called in any order; they take effect one after the other. */
export class Session implements Disposable {
  #client: LanguageClient | undefined;
  #turn: Promise<void> = Promise.resolve();
  readonly #watching: Disposable;

  constructor(
    private readonly context: ExtensionContext,
    private readonly output: LogOutputChannel,
    /** Called with every client before it is started. */
    private readonly prepare: (client: LanguageClient) => void = () => {},
  ) {
    this.#watching = Disposable.from(
      workspace.onDidChangeWorkspaceFolders(() => this.#restartForNewSchemes()),
      // The server is told of its cache when it is started.
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('nomenclator.cache')) void this.restart();
      }),
    );
  }

  /** Starts the server, or stops the running one and starts anew. Never rejects: a failure is shown to the reader. */
  restart(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#stop();
      await this.#start();
    });
  }

  /** Does what needs the server, as soon as it runs; where it could not be started, says so. */
  async run(work: (client: LanguageClient) => Promise<void>): Promise<void> {
    await this.#turn;
    if (this.#client) await work(this.#client);
    else void this.#explainFailure();
  }

  /** Asks the server what is to be shown, as soon as it runs; undefined where it could not be started or asked. */
  async ask<T>(question: (client: LanguageClient) => Promise<T>): Promise<T | undefined> {
    await this.#turn;
    try {
      return this.#client && (await question(this.#client));
    } catch (error) {
      this.output.warn(`The language server gave no answer: ${String(error)}`);
      return undefined;
    }
  }

  /** Stops the server, if one is running. */
  stop(): Promise<void> {
    return this.#inTurn(() => this.#stop());
  }

  dispose(): void {
    this.#watching.dispose();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work);
    return this.#turn;
  }

  async #start(): Promise<void> {
    let client: LanguageClient | undefined;
    try {
      client = createLanguageClient(this.context, this.output);
      this.prepare(client);
      await client.start();
      this.#client = client;
    } catch (error) {
      this.output.error(error instanceof Error ? error : String(error));
      void this.#explainFailure();
      await client?.dispose().catch(() => undefined);
    }
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      // A server that has died or does not answer is gone all the same: the next one starts from nothing.
      this.output.warn(`The language server did not stop in good order: ${String(error)}`);
    }
  }

  async #explainFailure(): Promise<void> {
    const choice = await window.showErrorMessage(
      'Nomenclator’s language server could not be started, so names and citations are not checked. ' +
        'The output says why; reinstalling the extension mends a missing file.',
      'Show Output',
      'Try Again',
    );
    if (choice === 'Show Output') this.output.show();
    if (choice === 'Try Again') await this.restart();
  }

  /** Which documents are served is fixed when a client is made, so a folder on another file system needs a new one. */
  #restartForNewSchemes(): void {
    const served = JSON.stringify(this.#client?.clientOptions.documentSelector);
    if (this.#client && served !== JSON.stringify(documentsToServe())) void this.restart();
  }
}
