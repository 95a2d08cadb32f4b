/** What the tests ask of VS Code: open a document of the test desk, find a place in it, wait for what must appear. */

import assert from 'node:assert/strict';
import {
  commands,
  type Diagnostic,
  extensions,
  languages,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';

/** How long to wait for something that must come before the test is called a failure. */
const PATIENCE_MS = 20_000;
const PAUSE_MS = 50;
export const KEY_PAUSE_MS = 300;

/** The extension under test, from its sources or from the package. */
export function extension() {
  const found = extensions.getExtension('nomenclator.nomenclator');
  assert.ok(found, 'VS Code does not know the extension');
  return found;
}

/** The address of a file of the desk, such as `reports/names.md`. */
export function deskFile(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return Uri.joinPath(folder.uri, path);
}

/** Opens a file of the desk in an editor that stays when another is opened. */
export async function open(path: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(deskFile(path)), { preview: false });
}

/** Closes every editor; unsaved changes are dropped. */
export async function closeAll(): Promise<void> {
  for (const document of workspace.textDocuments.filter((one) => one.isDirty && !one.isUntitled)) {
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.files.revert');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}

/** The range of the given occurrence of a string, counted from 0. */
export function rangeOf(document: TextDocument, needle: string, occurrence = 0): Range {
  const text = document.getText();
  let offset = text.indexOf(needle);
  for (let i = 0; i < occurrence && offset >= 0; i++) offset = text.indexOf(needle, offset + 1);
  assert.notEqual(offset, -1, `“${needle}” does not occur ${occurrence + 1} times in ${document.uri.path}`);
  return new Range(document.positionAt(offset), document.positionAt(offset + needle.length));
}

/** A place inside the given occurrence of a string. */
export function inside(document: TextDocument, needle: string, occurrence = 0): Position {
  const { start } = rangeOf(document, needle, occurrence);
  return new Position(start.line, start.character + 1);
}

/** Puts the cursor at a place. */
export function moveTo(editor: TextEditor, position: Position): void {
  editor.selection = new Selection(position, position);
}

/**
 * Puts a text in the place of everything in the document, as one step of undo. VS Code refuses an edit while it is
 * reading the file anew, so that it is tried again.
 */
export async function replaceText(editor: TextEditor, text: string): Promise<void> {
  await eventually(
    async () => {
      const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
      const isDone = await editor.edit((edit) => edit.replace(new Range(new Position(0, 0), end), text));
      return isDone || undefined;
    },
    () => `${editor.document.uri.path} could not be edited`,
  );
}

/**
 * Presses keys, in the form of commands, until the document has changed; gives its text then. VS Code answers a key that
 * comes too early with nothing, as it would a hasty writer.
 */
export async function pressUntilChanged(document: TextDocument, ...keys: string[]): Promise<string> {
  const before = document.getText();
  return eventually(
    async () => {
      for (const key of keys) {
        await commands.executeCommand(key);
        await pause(KEY_PAUSE_MS);
      }
      const now = document.getText();
      return now === before ? undefined : now;
    },
    () => `${keys.join(', ')} changed nothing in:\n${before}`,
  );
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Asks again until there is an answer other than undefined, and gives it. `describe` says what was missed, for the
 * message of a failure.
 */
export async function eventually<T>(
  ask: () => T | undefined | Promise<T | undefined>,
  describe: () => string,
): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) assert.fail(describe());
    await pause(PAUSE_MS);
  }
}

/** Presses Enter in a list, as often as it takes until one is open: before that, the key does nothing. */
export async function accepting(command: Thenable<unknown>): Promise<void> {
  let isOver = false;
  const over = command.then(() => {
    isOver = true;
  });
  await eventually(
    async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await pause(KEY_PAUSE_MS);
      return isOver || undefined;
    },
    () => 'The command asks for more than Enter.',
  );
  await over;
}

/**
 * Applies what VS Code's preview of a refactoring shows, as it shows it, until the command that asks for it is over.
 *
 * @param before is done once the preview is there.
 */
export async function applyingPreview(
  command: Thenable<unknown>,
  before: () => Promise<void> = async () => {},
): Promise<void> {
  await inPreview(command, 'refactorPreview.apply', before);
}

/** Dismisses the preview in the same way. */
export async function dismissingPreview(command: Thenable<unknown>): Promise<void> {
  await inPreview(command, 'refactorPreview.discard', async () => {});
}

/** Nothing tells an extension that the preview is there; it comes within this, and keys before it do nothing. */
const PREVIEW_MS = 2500;

async function inPreview(
  command: Thenable<unknown>,
  key: string,
  before: () => Promise<void>,
): Promise<void> {
  let isOver = false;
  const over = command.then(() => {
    isOver = true;
  });
  await pause(PREVIEW_MS);
  await before();
  await eventually(
    async () => {
      await commands.executeCommand(key).then(undefined, () => undefined);
      await pause(KEY_PAUSE_MS);
      return isOver || undefined;
    },
    () => 'The preview has not come up, or the command asks for more.',
  );
  await over;
}

/** A finding as tests compare it: rule, and the text that is underlined. */
export interface Underlined {
  readonly rule: string;
  readonly text: string;
  readonly diagnostic: Diagnostic;
}

/** The findings that VS Code shows in a document, in the order of the text. */
export function findingsIn(document: TextDocument): Underlined[] {
  return languages
    .getDiagnostics(document.uri)
    .map((diagnostic) => ({
      rule: ruleOf(diagnostic),
      text: document.getText(diagnostic.range),
      diagnostic,
    }))
    .sort((a, b) => a.diagnostic.range.start.compareTo(b.diagnostic.range.start));
}

function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until the findings of a document satisfy a condition, and gives them. */
export function findingsWhen(
  document: TextDocument,
  condition: (findings: readonly Underlined[]) => boolean,
): Promise<Underlined[]> {
  return eventually(
    () => {
      const findings = findingsIn(document);
      return condition(findings) ? findings : undefined;
    },
    () => `The findings of ${document.uri.path} are ${listed(findingsIn(document))}`,
  );
}

/** The findings, one a line, for messages. */
export function listed(findings: readonly Underlined[]): string {
  return findings.map(({ rule, text }) => `\n  ${rule} “${text.replaceAll('\n', '⏎')}”`).join('') || 'none';
}

/** Waits until the text of a document satisfies a condition, and gives it. */
export function textWhen(document: TextDocument, condition: (text: string) => boolean): Promise<string> {
  return eventually(
    () => (condition(document.getText()) ? document.getText() : undefined),
    () => `The text of ${document.uri.path} is:\n${document.getText()}`,
  );
}

/**
 * Whether what the extension says is heard by a test that puts itself in the place of `window`: one that is installed from
 * its package has a `window` of its own.
 */
export const isHeard = process.env.NOMENCLATOR_TEST_FROM !== 'package';

/** Says, where that is so, why a test looks at what was done alone. */
export function unlessHeard(): boolean {
  if (!isHeard)
    console.log('      What an installed extension says is not heard: only what it does is tested.');
  return !isHeard;
}
