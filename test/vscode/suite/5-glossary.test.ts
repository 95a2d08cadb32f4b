/** Tests that a reader teaches the glossary from a report, without leaving it. */

import assert from 'node:assert/strict';
import { type CodeAction, commands, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import { closeAll, deskFile, eventually, findingsWhen, open, rangeOf, replaceText, textWhen } from './editor';

const PEOPLE = 'glossary/people.yaml';
const UNLISTED = 'Akhliddin Novkotiy';
const LISTED = 'spellings: [Akhliddin Novkatiy, Novkatiy]';
const TAUGHT = 'spellings: [Akhliddin Novkatiy, Novkatiy, Akhliddin Novkotiy]';

describe('Teaching the glossary', () => {
  let editor: TextEditor;
  let glossary: string;
  before(async () => {
    glossary = await saved();
    assert.ok(glossary.includes(LISTED));
  });
  beforeEach(async () => {
    await closeAll();
    editor = await open('reports/names.md');
    await replaceText(editor, `Of ${UNLISTED} nothing is known.\n`);
    await findingsWhen(editor.document, (findings) => findings.some(({ text }) => text === UNLISTED));
  });
  afterEach(async () => {
    await closeAll();
    await workspace.fs.writeFile(deskFile(PEOPLE), new TextEncoder().encode(glossary));
    await savedAs(glossary);
  });

  it('saves a glossary that nobody is working on, and shows no other file', async () => {
    await choose(/as a spelling/);
    await savedAs(glossary.replace(LISTED, TAUGHT));
    assert.equal(window.activeTextEditor?.document.uri.path, editor.document.uri.path);
    await findingsWhen(editor.document, (findings) =>
      findings.some(({ rule, text }) => rule === 'name/spelling' && text === UNLISTED),
    );
  });

  it('leaves a glossary that somebody is working on to them', async () => {
    const other = await open(PEOPLE);
    await replaceText(other, `${other.document.getText()}# unfinished\n`);
    await window.showTextDocument(editor.document);
    // The server hears of the change behind the editor’s back.
    await eventually(
      async () => {
        const { command } = await resolved(editor.document, /as a spelling/);
        return command?.arguments?.[0]?.wasUnsaved ? true : undefined;
      },
      () => 'The server does not know that the glossary is being edited.',
    );
    await choose(/as a spelling/);
    await textWhen(other.document, (text) => text.includes(TAUGHT) && text.endsWith('# unfinished\n'));
    assert.ok(other.document.isDirty);
    assert.equal(await saved(), glossary);
  });

  /** What choosing an action does in VS Code: its edit, then its command. */
  async function choose(title: RegExp): Promise<void> {
    const action = await resolved(editor.document, title);
    assert.ok(action.edit && (await workspace.applyEdit(action.edit)), 'The edit was not made.');
    assert.ok(action.command);
    await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }

  async function resolved(document: TextDocument, title: RegExp): Promise<CodeAction> {
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, UNLISTED),
      'quickfix',
      20,
    );
    const action = actions.find((one) => title.test(one.title));
    assert.ok(action, actions.map((one) => one.title).join(', '));
    return action;
  }
});

const saved = async (): Promise<string> =>
  new TextDecoder().decode(await workspace.fs.readFile(deskFile(PEOPLE)));

const savedAs = (wanted: string) =>
  eventually(
    async () => ((await saved()) === wanted ? true : undefined),
    () => 'The glossary was not saved as wanted.',
  );
