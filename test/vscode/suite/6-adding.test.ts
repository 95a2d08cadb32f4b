/** Tests that a reader adds a name to the glossary from its card, and romanises in documents of any kind. */

import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  type Hover,
  MarkdownString,
  Position,
  Selection,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import {
  accepting,
  closeAll,
  deskFile,
  eventually,
  inside,
  open,
  rangeOf,
  replaceText,
  textWhen,
} from './editor';

const PEOPLE = 'glossary/people.yaml';
const NAME = 'Anvar Turdizoda';
describe('Adding a name', () => {
  let editor: TextEditor;
  let glossary: string;
  before(async () => {
    glossary = await saved();
  });
  beforeEach(async () => {
    await closeAll();
    editor = await open('reports/names.md');
    await replaceText(editor, `Of ${NAME} nothing is known.\n`);
  });
  afterEach(async () => {
    await closeAll();
    await workspace.fs.writeFile(deskFile(PEOPLE), new TextEncoder().encode(glossary));
    await savedAs(glossary);
  });

  it('begins at its card, takes one key, and ends with the card of an entity', async () => {
    const card = await cardWhen(editor.document, NAME, (text) => text.includes('in no glossary'));
    const link = /command:nomenclator\.addToGlossary\?([^)>]+)/.exec(card)?.[1];
    assert.ok(link, card);
    const params = JSON.parse(decodeURIComponent(link));
    await accepting(commands.executeCommand('nomenclator.addToGlossary', ...params));
    await savedAs(`${glossary}  anvar-turdizoda:\n    name: ${NAME}\n`);
    await cardWhen(editor.document, NAME, (text) => /\*\*Anvar Turdizoda\*\* — person/.test(text));
    assert.equal(window.activeTextEditor?.document.uri.path, editor.document.uri.path);
  });

  it('is an action that asks', async () => {
    const action = await eventually(
      async () => {
        const actions = await commands.executeCommand<CodeAction[]>(
          'vscode.executeCodeActionProvider',
          editor.document.uri,
          rangeOf(editor.document, NAME),
        );
        return actions.find(({ title }) => title === `Add “${NAME}” to the glossary…`);
      },
      () => 'Adding the name is not offered.',
    );
    assert.equal(action.command?.command, 'nomenclator.addToGlossary');
  });

  it('is a command on the selection, whatever is selected', async () => {
    const { start, end } = rangeOf(editor.document, 'nothing is known');
    editor.selection = new Selection(start, end);
    await accepting(commands.executeCommand('nomenclator.addToGlossary'));
    await savedAs(`${glossary}  nothing-is-known:\n    name: nothing is known\n`);
  });

  it('leaves a glossary that somebody is working on to them, and one step undoes it', async () => {
    const other = await open(PEOPLE);
    await replaceText(other, `${glossary}# unfinished\n`);
    editor = await window.showTextDocument(editor.document);
    const { start, end } = rangeOf(editor.document, NAME);
    editor.selection = new Selection(start, end);
    await accepting(commands.executeCommand('nomenclator.addToGlossary'));
    await textWhen(other.document, (text) => text.includes(NAME) && text.includes('# unfinished'));
    assert.ok(other.document.isDirty);
    assert.equal(await saved(), glossary);
    await window.showTextDocument(other.document);
    await commands.executeCommand('undo');
    await textWhen(other.document, (text) => text === `${glossary}# unfinished\n`);
  });
});

describe('Romanise Selection', () => {
  afterEach(closeAll);

  for (const language of ['markdown', 'plaintext', 'yaml']) {
    it(`works in an untitled document of ${language}`, async () => {
      const document = await workspace.openTextDocument({ language, content: 'one\nКТО: Хабаровск\n' });
      const editor = await window.showTextDocument(document);
      editor.selection = new Selection(new Position(1, 5), new Position(1, 14));
      await accepting(commands.executeCommand('nomenclator.romaniseSelection'));
      await textWhen(document, (text) => text === 'one\nКТО: Khabarovsk\n');
    });
  }
});

const cardWhen = (document: TextDocument, words: string, condition: (text: string) => boolean) =>
  eventually(
    async () => {
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        inside(document, words),
      );
      const text = hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (content instanceof MarkdownString ? content.value : String(content)))
        .join('\n');
      return condition(text) ? text : undefined;
    },
    () => `There is no such card on “${words}”.`,
  );

const saved = async (): Promise<string> =>
  new TextDecoder().decode(await workspace.fs.readFile(deskFile(PEOPLE)));

const savedAs = (wanted: string) =>
  eventually(
    async () => ((await saved()) === wanted ? true : undefined),
    () => 'The glossary was not saved as wanted.',
  );
