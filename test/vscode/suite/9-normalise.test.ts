/** Tests that an editor brings a report and a desk to the house's style by way of VS Code's preview of a refactoring. */

import assert from 'node:assert/strict';
import { rename, stat, utimes, writeFile } from 'node:fs/promises';
import { commands, type DocumentLink, type TextEditor, window, workspace } from 'vscode';
import {
  applyingPreview,
  closeAll,
  deskFile,
  dismissingPreview,
  eventually,
  isHeard,
  open,
  pause,
  replaceText,
  textWhen,
  unlessHeard,
} from './editor';

const WRONG = 'Abu Salah fought in Idleb, and Rahmon denied it.\n';
const RIGHT = 'Abu Saloh fought in Idlib, and Rahmon denied it.\n';
/** Reports that no editor shows. */
const CLOSED = ['reports/normalise-1.md', 'reports/normalise-2.md'];

describe('Normalising', () => {
  let editor: TextEditor;
  /** What the reader is told, and what she chooses then. */
  const told: string[] = [];
  let choice: string | undefined;
  const { showInformationMessage, showWarningMessage } = window;
  const listen = async (message: string) => {
    told.push(message);
    return choice;
  };
  before(() => Object.assign(window, { showInformationMessage: listen, showWarningMessage: listen }));
  after(() => Object.assign(window, { showInformationMessage, showWarningMessage }));
  beforeEach(async () => {
    told.length = 0;
    choice = undefined;
    await closeAll();
    for (const path of CLOSED) await write(path, WRONG);
    editor = await open('reports/names.md');
    await replaceText(editor, WRONG);
  });
  afterEach(async () => {
    await closeAll();
    for (const path of CLOSED) await workspace.fs.delete(deskFile(path));
  });

  it('a report makes all that is certain when the preview is applied as it stands, in one step of undo', async () => {
    await applyingPreview(commands.executeCommand('nomenclator.normaliseReport'));
    await textWhen(editor.document, (now) => now === RIGHT);
    if (isHeard)
      assert.deepEqual(told, [
        '2 changes made. Left as it is: 1 name that may mean several entities (name/ambiguous).',
      ]);
    await window.showTextDocument(editor.document);
    await commands.executeCommand('undo');
    await textWhen(editor.document, (now) => now === WRONG);
    assert.equal(await read(CLOSED[0]!), WRONG);
  });

  it('a report changes nothing when the preview is dismissed', async () => {
    await dismissingPreview(commands.executeCommand('nomenclator.normaliseReport'));
    assert.equal(editor.document.getText(), WRONG);
    assert.deepEqual(told, []);
  });

  it('leaves out what is unticked', async () => {
    await applyingPreview(commands.executeCommand('nomenclator.normaliseReport'), async () => {
      // The preview has the focus: its first line is the group of Abu Saloh.
      for (const key of ['refactorPreview.focus', 'list.focusFirst', 'refactorPreview.toggleCheckedState'])
        await commands.executeCommand(key);
    });
    await textWhen(editor.document, (now) => now === WRONG.replace('Idleb', 'Idlib'));
  });

  it('a desk writes every report of it, those too that are not open', async () => {
    await applyingPreview(commands.executeCommand('nomenclator.normaliseDesk'));
    await textWhen(editor.document, (now) => now === RIGHT);
    for (const path of CLOSED) await textSavedWhen(path, RIGHT);
    if (isHeard)
      assert.match(told.join(), /changes made in \d reports\. Left as it is: 3 names that may mean several/);
  });

  it('writes nothing at all when a report changes on the disk while the preview is open', async () => {
    const changed = `${WRONG}\nSomebody else wrote this.\n`;
    await applyingPreview(commands.executeCommand('nomenclator.normaliseDesk'), async () => {
      await write(CLOSED[1]!, changed);
      await pause(1500);
    });
    assert.equal(editor.document.getText(), WRONG);
    assert.equal(await read(CLOSED[0]!), WRONG);
    assert.equal(await read(CLOSED[1]!), changed);
    if (isHeard)
      assert.match(told.join(), /^reports\/normalise-2\.md changed before .* nothing was written\./);
  });

  it('writes nothing over a report that is replaced by another with an old time of change', async () => {
    const changed = `Before it. ${WRONG}`;
    await applyingPreview(commands.executeCommand('nomenclator.normaliseDesk'), async () => {
      const path = deskFile(CLOSED[1]!).fsPath;
      const { atime, mtime } = await stat(path);
      await writeFile(`${path}.part`, changed);
      await utimes(`${path}.part`, atime, mtime);
      await rename(`${path}.part`, path);
      await pause(1500);
    });
    assert.equal(await read(CLOSED[1]!), changed);
    assert.equal(await read(CLOSED[0]!), WRONG);
    if (isHeard)
      assert.match(told.join(), /^reports\/normalise-2\.md changed before .* nothing was written\./);
  });

  it('writes nothing at all when somebody goes on writing while the preview is open', async () => {
    const more = `${WRONG}More.\n`;
    await applyingPreview(commands.executeCommand('nomenclator.normaliseDesk'), async () => {
      await replaceText(editor, more);
      await pause(500);
    });
    assert.equal(editor.document.getText(), more);
    assert.equal(await read(CLOSED[0]!), WRONG);
    if (isHeard) assert.match(told.join(), /^reports\/names\.md changed before .* nothing was written\./);
  });

  it('shows what was left, and leads to it', async function () {
    if (unlessHeard()) this.skip();
    choice = 'Show What Was Left';
    await applyingPreview(commands.executeCommand('nomenclator.normaliseReport'));
    const shown = await eventually(
      () => window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'nomenclator-left'),
      () => 'What was left is not shown.',
    );
    const text = await textWhen(shown.document, (now) => now !== '');
    assert.match(
      text,
      /^2 changes made\..*\n\nreports\/names\.md:1:32 “Rahmon” may mean .*\[name\/ambiguous\]\n$/,
    );
    const links = await commands.executeCommand<DocumentLink[]>(
      'vscode.executeLinkProvider',
      shown.document.uri,
    );
    assert.deepEqual(
      links.map(({ target }) => target?.toString()),
      [editor.document.uri.with({ fragment: 'L1,32' }).toString()],
    );
  });

  it('takes in a draft that was never saved', async () => {
    const draft = await workspace.openTextDocument({ language: 'markdown', content: WRONG });
    await window.showTextDocument(draft);
    assert.equal(draft.uri.scheme, 'untitled');
    await applyingPreview(commands.executeCommand('nomenclator.normaliseReport'));
    await textWhen(draft, (now) => now === RIGHT);
    await commands.executeCommand('undo');
  });

  it('has nothing to do in a report that is right, and says so without asking', async () => {
    await open('reports/clean.md');
    await commands.executeCommand('nomenclator.normaliseReport');
    if (isHeard) assert.match(told.join(), /^Nothing to normalise in this report\./);
  });
});

const write = (path: string, text: string): Thenable<void> =>
  workspace.fs.writeFile(deskFile(path), new TextEncoder().encode(text));

const read = async (path: string): Promise<string> =>
  new TextDecoder().decode(await workspace.fs.readFile(deskFile(path)));

const textSavedWhen = (path: string, text: string): Promise<true> =>
  eventually(
    async () => ((await read(path)) === text ? true : undefined),
    () => `${path} is not as it should be.`,
  );
