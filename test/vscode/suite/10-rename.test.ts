/** Tests that an entity is renamed from its name and from the glossary, and that the glossary learns other names of it. */

import assert from 'node:assert/strict';
import {
  commands,
  type Position,
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
  findingsWhen,
  inside,
  KEY_PAUSE_MS,
  moveTo,
  open,
  pause,
  rangeOf,
  replaceText,
  type Underlined,
  unlessHeard,
} from './editor';

const PEOPLE = 'glossary/people.yaml';
/** A report that no editor shows. */
const CLOSED = 'reports/rename.md';
/** One that has been there, and names Abu Saloh. */
const OTHER = 'reports/clean.md';
/** One that is open: VS Code saves what a refactoring has changed. */
const OPEN = 'reports/names.md';
const TEXT = 'Abu Saloh met Navqotiy’s men.\n\n“We met Abu Saloh there, and then we left,” she said.\n';

describe('Renaming an entity', () => {
  let editor: TextEditor;
  let glossary: string;
  let other: string;
  let shown: string;
  const told: string[] = [];
  const { showInformationMessage, showWarningMessage } = window;
  const listen = async (message: string): Promise<undefined> => {
    told.push(message);
    return undefined;
  };
  before(async () => {
    Object.assign(window, { showInformationMessage: listen, showWarningMessage: listen });
    glossary = await read(PEOPLE);
    other = await read(OTHER);
    shown = await read(OPEN);
  });
  after(() => Object.assign(window, { showInformationMessage, showWarningMessage }));
  beforeEach(async () => {
    told.length = 0;
    await closeAll();
    await write(CLOSED, TEXT);
    editor = await open(OPEN);
    await replaceText(editor, TEXT);
  });
  afterEach(async () => {
    await closeAll();
    await workspace.fs.delete(deskFile(CLOSED));
    await write(OTHER, other);
    await write(OPEN, shown);
    await write(PEOPLE, glossary);
    await savedAs(PEOPLE, glossary);
  });

  it('offers the house form', async () => {
    await findingsWhen(editor.document, (findings) => findings.every(isNoMisspelling));
    const place = await commands.executeCommand<{ placeholder: string }>(
      'vscode.prepareRename',
      editor.document.uri,
      inside(editor.document, 'Abu Saloh'),
    );
    assert.equal(place.placeholder, 'Abu Saloh');
  });

  it('asks what becomes of the old name, shows every change, and makes them in every file', async () => {
    await rename(editor.document, inside(editor.document, 'Abu Saloh'), 'Abu Salakh');
    const now = TEXT.replace('Abu Saloh', 'Abu Salakh');
    await answeringUntil(async () => editor.document.getText() === now);
    await savedAs(CLOSED, now);
    await savedAs(OTHER, other.replace('Abu Saloh', 'Abu Salakh'));
    await savedAs(
      PEOPLE,
      glossary
        .replace('name: Abu Saloh', 'name: Abu Salakh')
        .replace('[Abu Salah]', '[Abu Salah, Abu Saloh]'),
    );
    await findingsWhen(editor.document, (findings) => findings.every(isNoMisspelling));
    if (unlessHeard()) return;
    await saidSomething();
    assert.match(told.join(), /^Abu Saloh is Abu Salakh now: 3 mentions in 3 reports\. 2 mentions in other/);
  });

  it('begins in the glossary as well, and the short form follows', async () => {
    const entry = await open(PEOPLE);
    await rename(entry.document, inside(entry.document, 'navqotiy:'), 'Akhliddin Nawqatiy');
    const now = TEXT.replace('Navqotiy’s', 'Nawqatiy’s');
    await answeringUntil(async () => editor.document.getText() === now);
    await savedAs(CLOSED, now);
    await savedAs(
      PEOPLE,
      glossary
        .replace('name: Akhliddin Navqotiy', 'name: Akhliddin Nawqatiy')
        .replace('short: Navqotiy', 'short: [Nawqatiy, Navqotiy]')
        .replace('Novkatiy]', 'Novkatiy, Akhliddin Navqotiy]'),
    );
  });

  it('refuses the name of another entity', async () => {
    await rename(editor.document, inside(editor.document, 'Abu Saloh'), 'Idlib');
    if (!unlessHeard()) {
      await saidSomething();
      assert.match(told.join(), /“Idlib” names Idlib \(idlib\) already\. Choose another name/);
    }
    assert.equal(editor.document.getText(), TEXT);
  });

  const saidSomething = (): Promise<true> =>
    eventually(
      () => (told.length > 0 ? true : undefined),
      () => 'Nothing was said.',
    );
});

describe('Another name of an entity', () => {
  let editor: TextEditor;
  let glossary: string;
  const NAME = 'Akhliddin Novkotiy';
  before(async () => {
    glossary = await read(PEOPLE);
  });
  beforeEach(async () => {
    await closeAll();
    editor = await open('reports/names.md');
    await replaceText(editor, `Of ${NAME} nothing is known.\n`);
    const { start, end } = rangeOf(editor.document, NAME);
    editor.selection = new Selection(start, end);
    // The glossary is again as it was.
    await findingsWhen(editor.document, (findings) =>
      findings.some(({ rule, text }) => rule === 'name/variant' && text === NAME),
    );
  });
  afterEach(async () => {
    await closeAll();
    await write(PEOPLE, glossary);
    await savedAs(PEOPLE, glossary);
  });

  it('is added as a spelling of the likeliest entity by one key', async () => {
    await accepting(commands.executeCommand('nomenclator.addAsSpelling'));
    await savedAs(PEOPLE, glossary.replace('Novkatiy]', `Novkatiy, ${NAME}]`));
  });

  it('is added as an alias, whose kind is asked', async () => {
    moveTo(editor, inside(editor.document, NAME));
    await accepting(commands.executeCommand('nomenclator.addAsAlias'));
    await eventually(
      async () =>
        new RegExp(`name: ${NAME}\\n +kind: real name|\\{ name: ${NAME}, kind: real name \\}`).test(
          await read(PEOPLE),
        )
          ? true
          : undefined,
      () => 'The alias was not saved.',
    );
  });

  it('is marked as not the same', async () => {
    await accepting(commands.executeCommand('nomenclator.notSame'));
    await savedAs(
      PEOPLE,
      glossary.replace('Novkatiy, Novkatiy]\n', `Novkatiy, Novkatiy]\n    not: [${NAME}]\n`),
    );
  });
});

const isNoMisspelling = ({ rule }: Underlined): boolean => rule !== 'name/spelling';

/** As VS Code does when Enter is pressed in its box for a new name. */
const rename = (document: TextDocument, at: Position, newName: string): Thenable<unknown> =>
  commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, at, newName);

/** Presses Enter in each question, and in the preview, until all is as wanted. */
const answeringUntil = (isDone: () => Promise<boolean>): Promise<boolean> =>
  eventually(
    async () => {
      if (await isDone()) return true;
      for (const key of ['workbench.action.acceptSelectedQuickOpenItem', 'refactorPreview.apply'])
        await commands.executeCommand(key).then(undefined, () => undefined);
      await pause(2 * KEY_PAUSE_MS);
      return undefined;
    },
    () => 'The new name was not written.',
  );

const write = (path: string, text: string): Thenable<void> =>
  workspace.fs.writeFile(deskFile(path), new TextEncoder().encode(text));

const read = async (path: string): Promise<string> =>
  new TextDecoder().decode(await workspace.fs.readFile(deskFile(path)));

const savedAs = (path: string, wanted: string) =>
  eventually(
    async () => ((await read(path)) === wanted ? true : undefined),
    () => `${path} was not saved as wanted.`,
  );
