/** Knows which report is being worked on: that of the active editor, or the last one while something else is looked at. */

import { Disposable, EventEmitter, type TextDocument, type Uri, window, workspace } from 'vscode';
import { isReport } from '../documents';

export class ActiveReport implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #watching: Disposable;
  #uri: Uri | undefined;

  /** Told when another report is worked on, or none any longer. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#look();
    this.#watching = Disposable.from(
      this.#changed,
      window.onDidChangeActiveTextEditor(() => this.#look()),
      workspace.onDidOpenTextDocument((document) => {
        // VS Code opens a document again when its language is changed.
        if (document === window.activeTextEditor?.document) this.#look();
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (document.uri.toString() === this.#uri?.toString()) this.#take(undefined);
      }),
    );
  }

  /** Undefined before one is opened, and after it is closed. */
  get uri(): Uri | undefined {
    return this.#uri;
  }

  /** Whether the active editor shows it, so that a line about the report stands beside its text. */
  get isInEditor(): boolean {
    return isActive(window.activeTextEditor?.document);
  }

  dispose(): void {
    this.#watching.dispose();
  }

  #look(): void {
    const document = window.activeTextEditor?.document;
    if (isActive(document)) this.#take(document.uri);
    // What stands beside the active editor hears that another kind of document is shown.
    else this.#changed.fire();
  }

  #take(uri: Uri | undefined): void {
    this.#uri = uri;
    this.#changed.fire();
  }
}

const isActive = (document: TextDocument | undefined): document is TextDocument =>
  document !== undefined && isReport(document);
