/** Makes an edit of many files by way of VS Code's preview of a refactoring, and never over a text that changes meanwhile. */

import {
  commands,
  Disposable,
  extensions,
  RelativePattern,
  type TextDocumentContentChangeEvent,
  type TextEdit,
  Uri,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { type LanguageClient, RequestType } from 'vscode-languageclient/node';
import { type EditedTexts, HAS_TEXT, type HasTextParams } from '../../server/src/lsp/requests';

const askForText = new RequestType<HasTextParams, boolean, void>(HAS_TEXT);

/** An edit, and of the files that it changes what tells whether they still have the texts that it was made of. */
export interface PreviewableEdit {
  readonly edit: WorkspaceEdit;
  /** May leave out what is open: an editor tells itself when its text changes. */
  readonly texts: EditedTexts;
}

/** How often, in milliseconds after the beginning, the preview is asked to group what it shows: it takes a while to come up. */
const GROUPING = [150, 500, 1200];

/** A change of a file that is not open may be told of late, in milliseconds. */
const SETTLING = 50;

/**
 * Asks for an edit, shows it, every change ticked, and makes what stays ticked; all of that at once or nothing. A file that
 * changes between the question and the answer of the reader ends it, with a message. Gives whether anything was made.
 *
 * @param ask gives the edit; undefined, to make none.
 */
export async function makePreviewed(
  client: LanguageClient,
  ask: () => Promise<PreviewableEdit | undefined>,
): Promise<boolean> {
  const changes = new ChangesWatched(client);
  try {
    const asked = await ask();
    if (!asked) return false;
    await changes.only(asked);
    await new Promise((resolve) => setTimeout(resolve, SETTLING));
    return isEndedBy(changes) ? false : await preview(asked.edit, changes);
  } finally {
    changes.dispose();
  }
}

async function preview(edit: WorkspaceEdit, changes: ChangesWatched): Promise<boolean> {
  askForPreview(edit);
  let isOpen = true;
  const timers = GROUPING.map((time) =>
    setTimeout(() => {
      if (isOpen && !changes.isApplying)
        void commands.executeCommand('refactorPreview.groupByType').then(...QUIETLY);
    }, time),
  );
  changes.onFirst = () => {
    if (isOpen) void commands.executeCommand('refactorPreview.discard').then(...QUIETLY);
  };
  try {
    const isMade = await workspace.applyEdit(edit, { isRefactoring: true });
    if (!isMade) isEndedBy(changes);
    return isMade;
  } finally {
    isOpen = false;
    timers.forEach(clearTimeout);
  }
}

/** An older VS Code may not know the command; its preview is then as it always is there. */
const QUIETLY = [() => undefined, () => undefined] as const;

/**
 * VS Code shows a preview as soon as one change is to be confirmed, and shows that one unticked. So one is put in that does
 * nothing, and that the preview passes over: to make a file, unless it is there, that is there.
 */
function askForPreview(edit: WorkspaceEdit): void {
  const saved = edit
    .entries()
    .map(([uri]) => uri)
    .find(({ scheme }) => scheme !== 'untitled');
  const there = saved ?? extensions.getExtension('nomenclator.nomenclator')?.extensionUri;
  if (there) edit.createFile(there, { ignoreIfExists: true }, { label: 'Preview', needsConfirmation: true });
}

function isEndedBy(changes: ChangesWatched): boolean {
  const [first] = changes.seen;
  if (!first) return false;
  const name = workspace.asRelativePath(first);
  const others = changes.seen.length - 1;
  const what = others === 0 ? name : `${name} and ${others} more`;
  void window.showWarningMessage(
    `${what} changed before the changes were made, so that nothing was written. Run the command again.`,
  );
  return true;
}

/** Notices which files change, in an editor or on the disk. What is made of the edit itself does not count. */
class ChangesWatched extends Disposable {
  readonly #changed = new Map<string, Uri>();
  #edits: Map<string, readonly TextEdit[]> | undefined;
  #texts: ReadonlyMap<string, string> = new Map();
  /** What was written on the disk before it was known which files count. */
  readonly #early = new Map<string, Uri>();
  readonly #watching: Disposable[] = [];
  readonly #client: LanguageClient;
  /** Whether the edit is being made: what changes from now on is its doing. */
  isApplying = false;
  /** Called when a file of the edit has changed. */
  onFirst: () => void = () => {};

  constructor(client: LanguageClient) {
    super(() => Disposable.from(...this.#watching).dispose());
    this.#client = client;
    this.#watching.push(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#note(document.uri, contentChanges);
      }),
      this.#watchDisk('**/*'),
    );
  }

  /** From now on, only the files of an edit count. */
  async only({ edit, texts }: PreviewableEdit): Promise<void> {
    this.#texts = new Map(Object.entries(texts).map(([uri, text]) => [Uri.parse(uri).toString(), text]));
    this.#edits = new Map(edit.entries().map(([uri, edits]) => [uri.toString(), edits]));
    for (const key of this.#changed.keys()) if (!this.#edits.has(key)) this.#changed.delete(key);
    const outside = new Set<string>();
    for (const [uri] of edit.entries()) {
      if (uri.scheme !== 'untitled' && !workspace.getWorkspaceFolder(uri))
        outside.add(Uri.joinPath(uri, '..').toString());
    }
    for (const folder of outside)
      this.#watching.push(this.#watchDisk(new RelativePattern(Uri.parse(folder), '*')));
    await Promise.all([...this.#early.values()].map((uri) => this.#look(uri)));
  }

  get seen(): readonly Uri[] {
    return [...this.#changed.values()];
  }

  #watchDisk(pattern: string | RelativePattern): Disposable {
    const watcher = workspace.createFileSystemWatcher(pattern);
    return Disposable.from(
      watcher,
      // What takes the place of a file may be told of as new.
      watcher.onDidCreate((uri) => this.#look(uri)),
      watcher.onDidChange((uri) => this.#look(uri)),
      watcher.onDidDelete((uri) => this.#note(uri)),
    );
  }

  /**
   * Watchers tell late, of a change too that whoever made the edit has seen; and times tell nothing, as whatever copies a file
   * may keep its time. So the text itself is asked for.
   */
  async #look(uri: Uri): Promise<void> {
    const key = uri.toString();
    if (!this.#edits) {
      this.#early.set(key, uri);
      return;
    }
    if (!this.#edits.has(key)) return;
    const fingerprint = this.#texts.get(key);
    const params = { uri: this.#client.code2ProtocolConverter.asUri(uri), fingerprint: fingerprint ?? '' };
    const isOpen = workspace.textDocuments.some((document) => document.uri.toString() === key);
    // An open document says itself when its text changes: to save it is no change.
    if (fingerprint === undefined ? isOpen : await this.#client.sendRequest(askForText, params)) return;
    this.#note(uri);
  }

  #note(uri: Uri, changes?: readonly TextDocumentContentChangeEvent[]): void {
    const key = uri.toString();
    if (this.isApplying || (this.#edits && !this.#edits.has(key))) return;
    if (changes && this.#isOwn(key, changes)) {
      this.isApplying = true;
      return;
    }
    this.#changed.set(key, uri);
    if (this.#edits) this.onFirst();
  }

  /** VS Code makes less of an edit where that comes to the same. */
  #isOwn(key: string, changes: readonly TextDocumentContentChangeEvent[]): boolean {
    const edits = this.#edits?.get(key) ?? [];
    return changes.every(({ range }) => edits.some((edit) => edit.range.contains(range)));
  }
}
