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
export async function makePreviewed(ask: () => Promise<WorkspaceEdit | undefined>): Promise<boolean> {
  const changes = new ChangesWatched();
  try {
    const edit = await ask();
    if (!edit) return false;
    changes.only(edit);
    await new Promise((resolve) => setTimeout(resolve, SETTLING));
    return isEndedBy(changes) ? false : await preview(edit, changes);
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

/** What is said of a file whose time of change is not kept, or that is gone. */
const UNKNOWN = { mtime: 0 };

/** Notices which files change, in an editor or on the disk. What is made of the edit itself does not count. */
class ChangesWatched extends Disposable {
  readonly #changed = new Map<string, Uri>();
  #edits: Map<string, readonly TextEdit[]> | undefined;
  readonly #watching: Disposable[] = [];
  readonly #began = Date.now();
  /** Whether the edit is being made: what changes from now on is its doing. */
  isApplying = false;
  /** Called when a file of the edit has changed. */
  onFirst: () => void = () => {};

  constructor() {
    super(() => Disposable.from(...this.#watching).dispose());
    this.#watching.push(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#note(document.uri, contentChanges);
      }),
      this.#watchDisk('**/*'),
    );
  }

  /** From now on, only the files of an edit count. */
  only(edit: WorkspaceEdit): void {
    this.#edits = new Map(edit.entries().map(([uri, edits]) => [uri.toString(), edits]));
    for (const key of this.#changed.keys()) if (!this.#edits.has(key)) this.#changed.delete(key);
    const outside = new Set<string>();
    for (const [uri] of edit.entries()) {
      if (uri.scheme !== 'untitled' && !workspace.getWorkspaceFolder(uri))
        outside.add(Uri.joinPath(uri, '..').toString());
    }
    for (const folder of outside)
      this.#watching.push(this.#watchDisk(new RelativePattern(Uri.parse(folder), '*')));
  }

  get seen(): readonly Uri[] {
    return [...this.#changed.values()];
  }

  #watchDisk(pattern: string | RelativePattern): Disposable {
    const watcher = workspace.createFileSystemWatcher(pattern, true);
    return Disposable.from(
      watcher,
      watcher.onDidChange((uri) => this.#look(uri)),
      watcher.onDidDelete((uri) => this.#note(uri)),
    );
  }

  async #look(uri: Uri): Promise<void> {
    // An open document says itself when its text changes: to save it is no change.
    if (workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) return;
    const { mtime } = await workspace.fs.stat(uri).then(
      (found) => found,
      () => UNKNOWN,
    );
    // Watchers tell late: what was changed before the question was asked is known to whoever answered it.
    if (mtime === UNKNOWN.mtime || mtime >= this.#began) this.#note(uri);
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
