/** A client of the language server in the same process: speaks the real protocol over two streams in memory. */

import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  type ApplyWorkspaceEditParams,
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  FileChangeType,
  type Hover,
  type InitializeResult,
  type Location,
  type LocationLink,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  WorkDoneProgress,
  type WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { IndexCache } from '../../server/src/desk/indexCache';
import type { InitializationOptions } from '../../server/src/lsp/requests';
import { startServer } from '../../server/src/lsp/server';
import { MemoryFiles } from './memoryFiles';

const TODAY = '2023-01-01';
/** A wait that takes longer has failed. Most need no more than a pause of a quarter second; the longest texts do. */
const PATIENCE = 60_000;

const LANGUAGES: Readonly<Record<string, string>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  bib: 'bibtex',
  ris: 'plaintext',
  csv: 'plaintext',
  jsonl: 'plaintext',
};

export interface ClientOptions {
  readonly files: Readonly<Record<string, string>>;
  /** Paths of the workspace folders. */
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  /** What the client answers when it is asked for a setting, by section. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly initializationOptions?: InitializationOptions;
  /** The cache that lies in any folder that the client names. */
  readonly cache?: IndexCache;
}

export const uriOf = (path: string): string => `file://${path}`;

export class LanguageClient {
  readonly files: MemoryFiles;
  /** What the server logged as an error. */
  readonly errors: string[] = [];
  /** What the reader was shown. */
  readonly messages: string[] = [];
  readonly registered: string[] = [];
  /** What the reader was asked, and what is answered: the title of a choice, or none. */
  readonly asked: string[] = [];
  answer: string | undefined;
  /** Makes an edit that the server asks for; gives whether it did. */
  apply: (params: ApplyWorkspaceEditParams) => boolean = () => false;
  /** How often the server asked for the colours to be asked for again. */
  refreshes = 0;
  /** How often it asked for what stands over entries to be asked for again. */
  lensRefreshes = 0;
  settings: Readonly<Record<string, unknown>>;
  initialized!: InitializeResult;
  readonly #connection: ProtocolConnection;
  readonly #texts = new Map<string, TextDocument>();
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  #waiting: (() => void)[] = [];

  private constructor({ files, settings = {}, cache }: ClientOptions) {
    this.files = new MemoryFiles(files);
    this.settings = settings;
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    startServer(
      createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
      this.files,
      () => TODAY,
      cache && (() => cache),
    );
    this.#connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
  }

  static async start(options: ClientOptions): Promise<LanguageClient> {
    const client = new LanguageClient(options);
    const connection = client.#connection;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      client.#published.set(params.uri, params);
      const waiting = client.#waiting;
      client.#waiting = [];
      for (const look of waiting) look();
    });
    connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
      if (type === 1) client.errors.push(message);
    });
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      client.messages.push(message);
    });
    connection.onRequest('window/showMessageRequest', ({ message }: { message: string }) => {
      client.asked.push(message);
      return client.answer === undefined ? null : { title: client.answer };
    });
    connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => ({
      applied: client.apply(params),
    }));
    connection.onRequest('client/registerCapability', (params: { registrations: { method: string }[] }) => {
      client.registered.push(...params.registrations.map(({ method }) => method));
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section }) => client.settings[section ?? ''] ?? null),
    );
    connection.onRequest('workspace/codeLens/refresh', () => {
      client.lensRefreshes++;
      return null;
    });
    connection.onRequest('workspace/semanticTokens/refresh', () => {
      client.refreshes++;
      return null;
    });
    connection.listen();
    client.initialized = await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: options.capabilities ?? {},
      initializationOptions: options.initializationOptions,
      workspaceFolders: (options.folders ?? ['/desk']).map((path) => ({ uri: uriOf(path), name: path })),
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  async stop(): Promise<void> {
    await this.request('shutdown', undefined);
    this.#connection.dispose();
  }

  request<R>(method: string, params: unknown, token?: CancellationToken): Promise<R> {
    // An undefined third argument would be one more parameter.
    return token
      ? this.#connection.sendRequest<R>(method, params, token)
      : this.#connection.sendRequest<R>(method, params);
  }

  /** What the server tells of a request that carries this token, as it comes. */
  progressOf(token: string, told: (message: string) => void): void {
    this.#connection.onProgress(WorkDoneProgress.type, token, (value) => {
      if (value.message !== undefined) told(value.message);
    });
  }

  /** What the server tells by a notification of ours from now on. */
  notifications<P>(method: string): P[] {
    const told: P[] = [];
    this.#connection.onNotification(method, (params: P) => {
      told.push(params);
    });
    return told;
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  /** Opens a file as it is on the disk. */
  async open(path: string): Promise<void> {
    const [, ending = ''] = /\.(ya?ml|jsonl?|bib|ris|csv)$/.exec(path) ?? [];
    const languageId = LANGUAGES[ending] ?? 'markdown';
    const document = TextDocument.create(uriOf(path), languageId, 1, this.files.text(path) ?? '');
    this.#texts.set(path, document);
    const { uri, version } = document;
    await this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text: document.getText() },
    });
  }

  /** Writes `now` in the place of the only `before` of an open document, as one keystroke would. */
  async edit(path: string, before: string, now: string): Promise<void> {
    const document = this.#document(path);
    const range = this.rangeOf(path, before);
    const version = document.version + 1;
    const contentChanges = [{ range, text: now }];
    this.#texts.set(path, TextDocument.update(document, contentChanges, version));
    await this.notify('textDocument/didChange', {
      textDocument: { uri: document.uri, version },
      contentChanges,
    });
  }

  /** Writes `text` at a place of an open document. */
  async type(path: string, at: Position, text: string): Promise<void> {
    const document = this.#document(path);
    const version = document.version + 1;
    const contentChanges = [{ range: { start: at, end: at }, text }];
    this.#texts.set(path, TextDocument.update(document, contentChanges, version));
    await this.notify('textDocument/didChange', {
      textDocument: { uri: document.uri, version },
      contentChanges,
    });
  }

  /** Writes `text` in the place of all that an open document holds. */
  async replace(path: string, text: string): Promise<void> {
    const document = this.#document(path);
    const version = document.version + 1;
    this.#texts.set(path, TextDocument.update(document, [{ text }], version));
    await this.notify('textDocument/didChange', {
      textDocument: { uri: document.uri, version },
      contentChanges: [{ text }],
    });
  }

  async save(path: string): Promise<void> {
    const document = this.#document(path);
    this.files.write(path, document.getText());
    await this.notify('textDocument/didSave', { textDocument: { uri: document.uri } });
  }

  async close(path: string): Promise<void> {
    this.#texts.delete(path);
    await this.notify('textDocument/didClose', { textDocument: { uri: uriOf(path) } });
  }

  /** Tells of files that were made, changed or deleted by somebody else. */
  async watched(...paths: readonly string[]): Promise<void> {
    const changes = paths.map((path) => ({
      uri: uriOf(path),
      type: this.files.text(path) === undefined ? FileChangeType.Deleted : FileChangeType.Changed,
    }));
    await this.notify('workspace/didChangeWatchedFiles', { changes });
  }

  text(path: string): string {
    return this.#document(path).getText();
  }

  /** Where the only `words` of a document stand. */
  rangeOf(path: string, words: string): { start: Position; end: Position } {
    const document = this.#document(path);
    const at = document.getText().indexOf(words);
    assert.ok(at >= 0, `“${words}” is not in ${path}.`);
    assert.equal(document.getText().indexOf(words, at + 1), -1, `“${words}” stands twice in ${path}.`);
    return { start: document.positionAt(at), end: document.positionAt(at + words.length) };
  }

  /** What is published for a report just as it now stands. */
  async diagnosticsNow(path: string): Promise<readonly Diagnostic[]> {
    const { version } = this.#document(path);
    return (await this.diagnosticsWhen(path, (_, published) => published === version)).diagnostics;
  }

  /** What was last published, once it is as wanted. */
  async diagnosticsWhen(
    path: string,
    wanted: (diagnostics: readonly Diagnostic[], version: number | undefined) => boolean,
  ): Promise<PublishDiagnosticsParams> {
    const uri = uriOf(path);
    const until = Date.now() + PATIENCE;
    for (;;) {
      const published = this.#published.get(uri);
      if (published && wanted(published.diagnostics, published.version)) return published;
      const left = until - Date.now();
      if (left <= 0) throw new Error(`Waited in vain. Last: ${JSON.stringify(published?.diagnostics)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** The codes and underlined words of what is published, once they are these. */
  async shows(path: string, ...wanted: readonly string[]): Promise<PublishDiagnosticsParams> {
    const document = this.#texts.get(path);
    const shown = (diagnostics: readonly Diagnostic[]) =>
      diagnostics.map(({ code, range }) => (document ? `${code} ${document.getText(range)}` : `${code}`));
    try {
      return await this.diagnosticsWhen(path, (all) => shown(all).join('|') === wanted.join('|'));
    } catch (error) {
      assert.deepEqual(shown(this.#published.get(uriOf(path))?.diagnostics ?? []), wanted);
      throw error;
    }
  }

  at(path: string, words: string): { textDocument: { uri: string }; position: Position } {
    const { start, end } = this.rangeOf(path, words.replace('|', ''));
    const document = this.#document(path);
    const caret = words.includes('|')
      ? document.positionAt(document.offsetAt(start) + words.indexOf('|'))
      : end;
    return { textDocument: { uri: uriOf(path) }, position: caret };
  }

  hover(path: string, words: string): Promise<Hover | null> {
    return this.request('textDocument/hover', this.at(path, words));
  }

  complete(path: string, words: string, triggerCharacter?: string): Promise<CompletionList | null> {
    const context = triggerCharacter ? { triggerKind: 2, triggerCharacter } : { triggerKind: 1 };
    return this.request('textDocument/completion', { ...this.at(path, words), context });
  }

  resolve(item: CompletionItem): Promise<CompletionItem> {
    return this.request('completionItem/resolve', item);
  }

  /** The text after an item was chosen and resolved, as the protocol has editors apply its edits: all at once. */
  async accept(path: string, item: CompletionItem): Promise<string> {
    const { textEdit, additionalTextEdits = [] } = await this.resolve(item);
    return this.applied(path, [textEdit as TextEdit, ...additionalTextEdits]);
  }

  applied(path: string, edits: TextEdit[]): string {
    return TextDocument.applyEdits(this.#document(path), edits);
  }

  actions(path: string, words: string, only?: string[]): Promise<CodeAction[]> {
    return this.request('textDocument/codeAction', {
      textDocument: { uri: uriOf(path) },
      range: this.rangeOf(path, words),
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  }

  definition(path: string, words: string): Promise<(Location | LocationLink)[] | null> {
    return this.request('textDocument/definition', this.at(path, words));
  }

  references(path: string, words: string, includeDeclaration = false): Promise<Location[] | null> {
    return this.request('textDocument/references', {
      ...this.at(path, words),
      context: { includeDeclaration },
    });
  }

  symbols(query: string): Promise<WorkspaceSymbol[]> {
    return this.request('workspace/symbol', { query });
  }

  async tokens(path: string): Promise<number[]> {
    const { data } = await this.request<{ data: number[] }>('textDocument/semanticTokens/full', {
      textDocument: { uri: uriOf(path) },
    });
    return data;
  }

  #document(path: string): TextDocument {
    const document = this.#texts.get(path);
    assert.ok(document, `${path} is not open.`);
    return document;
  }
}
