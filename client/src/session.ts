/** The life of the language server in this window: started, restarted, stopped, and what is said when that fails. */

import { Disposable, type ExtensionContext, type LogOutputChannel, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { documentsToServe } from './documents';
import { createLanguageClient } from './languageClient';
import { openEntry } from './openEntry';
import { romaniseSelection } from './romaniseSelection';
import { addToGlossary, teachGlossary } from './teachGlossary';

/** Holds at most one running server. Its methods may be called in any order; they take effect one after the other. */
export class Session implements Disposable {
  #client: LanguageClient | undefined;
  #turn: Promise<void> = Promise.resolve();
  readonly #watching: Disposable;

  constructor(
    private readonly context: ExtensionContext,
    private readonly output: LogOutputChannel,
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

  /** Shows the glossary entry that a card links to. */
  async openEntry(params: unknown): Promise<void> {
    if (this.#client) await openEntry(this.#client, params);
  }

  /** Adds the name at a place, or at the selection, to the glossary. */
  async addToGlossary(params: unknown): Promise<void> {
    if (this.#client) await addToGlossary(this.#client, params);
  }

  /** Has the glossary remember a judgement that a card links to. */
  async teachGlossary(params: unknown): Promise<void> {
    if (this.#client) await teachGlossary(this.#client, params);
  }

  /** Romanises the selections of the active editor. */
  async romaniseSelection(): Promise<void> {
    if (this.#client) await romaniseSelection(this.#client);
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
    const client = createLanguageClient(this.context, this.output);
    try {
      await client.start();
      this.#client = client;
    } catch (error) {
      this.output.error(error instanceof Error ? error : String(error));
      void this.#explainFailure();
      await client.dispose().catch(() => undefined);
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
