/** Tests the side bar by keyboard alone, what can be done with its lines, and how a desk is started. */

import assert from 'node:assert/strict';
import { commands, type Range, Selection, Uri, window, workspace } from 'vscode';
import {
  closeAll,
  deskFile,
  eventually,
  extension,
  findingsWhen,
  KEY_PAUSE_MS,
  moveTo,
  open,
  pause,
  rangeOf,
  replaceText,
  textWhen,
} from './editor';

const REPORT = 'reports/names.md';
const ABU_SALOH = { label: 'Abu Saloh', forms: ['Abu Saloh'] };
const NEW_DESK = 'new-desk';

describe('The side bar', () => {
  beforeEach(async () => {
    await closeAll();
    const { document } = await open(REPORT);
    await findingsWhen(document, (findings) => findings.length > 0);
  });
  after(async () => {
    await commands.executeCommand('workbench.view.explorer');
    await closeAll();
  });

  it('offers every command that the manifest names', async () => {
    const known = new Set(await commands.getCommands());
    const named: { command: string }[] = extension().packageJSON.contributes.commands;
    assert.deepEqual(
      named.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });

  it('opens an entry of the glossary by keyboard', async () => {
    await press('nomenclator.names.focus', 'list.collapseAll', 'list.focusFirst', 'list.expand');
    await pressUntilActive('glossary/groups.yaml', 'list.focusDown', 'list.select');
    const { document, selection } = editor();
    assert.match(document.getText(selection), /^(?:ktj|hts)$/);
  });

  it('opens a finding by keyboard', async () => {
    await press('nomenclator.names.focus');
    const report = editor().document;
    moveTo(editor(), rangeOf(report, 'date:').start);
    await press('nomenclator.findings.focus', 'list.focusFirst', 'list.focusDown', 'list.select');
    const selected = await eventually(
      () => (editor().selection.isEmpty ? undefined : report.getText(editor().selection)),
      () => 'Nothing is selected in the report',
    );
    const { text } = (await findingsWhen(report, (all) => all.length > 0)).find((one) =>
      one.rule.startsWith('name/'),
    )!;
    assert.equal(selected, text);
  });

  it('mends a finding', async () => {
    const { document } = editor();
    const before = document.getText();
    const range = rangeOf(document, 'Abu Salah');
    const finding = { range: plain(range), code: 'name/spelling' };
    await commands.executeCommand('nomenclator.mendFinding', { uri: document.uri, finding, range });
    await textWhen(document, (text) => text === before.replace('Abu Salah', 'Abu Saloh'));
    await commands.executeCommand('undo');
    await textWhen(document, (text) => text === before);
  });

  it('writes a name where the cursor is, over what is selected', async () => {
    await replaceText(editor(), 'He met XX there.\n');
    const { start, end } = rangeOf(editor().document, 'XX');
    editor().selection = new Selection(start, end);
    await press('nomenclator.names.focus');
    await commands.executeCommand('nomenclator.insertName', ABU_SALOH);
    await textWhen(editor().document, (text) => text === 'He met Abu Saloh there.\n');
    await commands.executeCommand('nomenclator.insertOtherForm', { forms: ['State', 'GKNB'] });
    await textWhen(editor().document, (text) => text.includes('GKNB'));
    await commands.executeCommand('nomenclator.insertName', 'nothing of ours');
  });

  it('finds the mentions of a name, in reports that are not open too', async () => {
    await closeAll();
    await open('glossary/people.yaml');
    const { fsPath } = deskFile('');
    const root = fsPath.replaceAll('\\', '/').replace(/\/$/, '');
    await commands.executeCommand('nomenclator.findMentions', {
      ...ABU_SALOH,
      entity: { root, id: 'abu-saloh' },
    });
    await eventually(
      () => (/\/reports\/\w+\.md$/.test(editor().document.uri.path) ? true : undefined),
      () => `${editor().document.uri.path} is shown`,
    );
    await commands.executeCommand('closeReferenceSearch');
  });
});

describe('Starting a desk', () => {
  const folder = () => deskFile(NEW_DESK);
  const read = async (path: string) =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder(), path)));
  after(async () => {
    await closeAll();
    await workspace.fs.delete(folder(), { recursive: true });
  });

  it('writes one, and shows its first report, with findings to try', async () => {
    await commands.executeCommand('nomenclator.startDesk', folder());
    await eventually(
      () => (editor().document.uri.path.includes(`/${NEW_DESK}/reports/`) ? true : undefined),
      () => 'The first report is not shown',
    );
    await findingsWhen(editor().document, (findings) =>
      findings.some(({ rule }) => rule === 'name/spelling'),
    );
    assert.match(await read('nomenclator.yaml'), /^# .*\n(?:.*\n)*version: 1\n/);
  });

  it('writes over nothing', async () => {
    const mine = '# mine\nversion: 1\n';
    await workspace.fs.writeFile(deskFile(`${NEW_DESK}/nomenclator.yaml`), new TextEncoder().encode(mine));
    await workspace.fs.delete(deskFile(`${NEW_DESK}/sources`), { recursive: true });
    const glossary = await read('glossary/names.yaml');
    await commands.executeCommand('nomenclator.startDesk', folder());
    assert.equal(await read('nomenclator.yaml'), mine);
    assert.equal(await read('glossary/names.yaml'), glossary);
    assert.match(await read('sources/library.yaml'), /references:/);
  });
});

function editor() {
  const { activeTextEditor } = window;
  assert.ok(activeTextEditor, 'no editor is active');
  return activeTextEditor;
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await commands.executeCommand(key);
    await pause(KEY_PAUSE_MS);
  }
}

/** A list takes keys when it has its lines. */
const pressUntilActive = (path: string, ...keys: readonly string[]): Promise<true> =>
  eventually(
    async () => {
      await press(...keys);
      return window.activeTextEditor?.document.uri.path.endsWith(`/${path}`) || undefined;
    },
    () => `${window.activeTextEditor?.document.uri.path} is shown, and not ${path}`,
  );

const plain = ({ start, end }: Range) => ({
  start: { line: start.line, character: start.character },
  end: { line: end.line, character: end.character },
});
