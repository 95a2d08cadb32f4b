/** Tests that a desk's own files are watched over: their problems show in place, and saving them reaches every report. */

import assert from 'node:assert/strict';
import { DiagnosticSeverity, type TextEditor, Uri, WorkspaceEdit, workspace } from 'vscode';
import { closeAll, deskFile, findingsIn, findingsWhen, open, rangeOf, replaceText } from './editor';

const PEOPLE = 'glossary/people.yaml';

describe('The desk’s own files', () => {
  let people: string;
  before(async () => {
    people = new TextDecoder().decode(await workspace.fs.readFile(deskFile(PEOPLE)));
  });
  afterEach(async () => {
    // Put right in the editor: VS Code would take a change of the file behind its back for a conflict.
    await rewrite(await open(PEOPLE), people);
    await closeAll();
  });

  it('show an unknown key in place, as it is typed', async () => {
    const editor = await open(PEOPLE);
    await replaceText(editor, people.replace('    spellings: [Abu Salah]', '    speling: [Abu Salah]'));
    const { line } = rangeOf(editor.document, 'speling').start;
    const findings = await findingsWhen(editor.document, (all) =>
      all.some(({ diagnostic }) => diagnostic.range.start.line === line),
    );
    const problem = findings.find(({ diagnostic }) => diagnostic.range.start.line === line);
    assert.match(problem?.rule ?? '', /^glossary\//);
    assert.match(problem?.diagnostic.message ?? '', /spellings/);
  });

  it('show broken YAML, and leave the last good glossary at work', async () => {
    const report = await open('reports/draft.md');
    const editor = await open(PEOPLE);
    await replaceText(editor, people.replace('name: Abu Saloh', 'name: "Abu Saloh'));
    await findingsWhen(editor.document, (all) =>
      all.some(({ diagnostic }) => diagnostic.severity === DiagnosticSeverity.Error),
    );
    assert.ok(await editor.document.save());
    await replaceText(await open('reports/draft.md'), 'Abu Salah was named.\n');
    await findingsWhen(report.document, (all) => all.some(({ text }) => text === 'Abu Salah'));
  });

  it('change what an open report shows as soon as they are saved', async () => {
    const report = (await open('reports/clean.md')).document;
    const editor = await open(PEOPLE);
    const renamed = people
      .replace('name: Abu Saloh', 'name: Abu Solih')
      .replace('[Abu Salah]', '[Abu Saloh]');
    await rewrite(editor, renamed);
    const [finding] = await findingsWhen(report, (all) => all.some(({ rule }) => rule === 'name/spelling'));
    assert.equal(finding?.text, 'Abu Saloh');
    assert.match(finding.diagnostic.message, /Abu Solih/);

    await rewrite(editor, people);
    await findingsWhen(report, (all) => all.length === 0);
  });

  it('are noticed when they come, are renamed and go', async () => {
    const report = (await open('reports/clean.md')).document;
    const added = 'glossary/more.yaml';
    await write(
      added,
      'version: 1\npeople:\n  somebody:\n    name: Somebody Else\n    spellings: [was seen]\n',
    );
    await findingsWhen(report, (all) => all.some(({ text }) => text === 'was seen'));

    const rename = new WorkspaceEdit();
    rename.renameFile(deskFile(added), deskFile('glossary/other.yaml'));
    assert.ok(await workspace.applyEdit(rename));
    await findingsWhen(report, (all) => all.some(({ text }) => text === 'was seen'));

    await workspace.fs.delete(deskFile('glossary/other.yaml'));
    await findingsWhen(report, (all) => all.length === 0);
  });

  it('of another kind are left alone', async () => {
    const other = Uri.joinPath(deskFile('settings'), 'unrelated.yaml');
    await workspace.fs.writeFile(other, new TextEncoder().encode('groups: 7\nspeling: x\n'));
    const { document } = await open('settings/unrelated.yaml');
    const glossary = await open(PEOPLE);
    await replaceText(glossary, people.replace('people:', 'peeple:'));
    // A problem of the glossary shows that the server has answered what came before.
    await findingsWhen(glossary.document, (all) =>
      all.some(({ diagnostic }) => /people/.test(diagnostic.message)),
    );
    assert.deepEqual(findingsIn(document), []);
    await workspace.fs.delete(deskFile('settings'), { recursive: true });
  });
});

/** Puts a text into a file by way of its editor, and saves it. */
async function rewrite(editor: TextEditor, text: string): Promise<void> {
  await replaceText(editor, text);
  assert.ok(await editor.document.save(), `${editor.document.uri.path} could not be saved`);
}

function write(path: string, text: string): Thenable<void> {
  return workspace.fs.writeFile(deskFile(path), new TextEncoder().encode(text));
}
