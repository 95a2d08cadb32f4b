/** Tests that a writer adds the source of a note to the library, and looks through the notes that are adopted. */

import assert from 'node:assert/strict';
import { commands, type TextEditor, workspace } from 'vscode';
import {
  accepting,
  applyingPreview,
  closeAll,
  deskFile,
  eventually,
  inside,
  moveTo,
  open,
  replaceText,
  textWhen,
} from './editor';

const LIBRARY = 'sources/library.yaml';
const BOTOBEKOVA =
  'Aida Botobekova, “Kyrgyz Officials Describe a Foiled Plot,” *Radio Free Europe/Radio Liberty*, June 3, 2021.';

describe('The library', () => {
  let editor: TextEditor;
  let library: string;
  before(async () => {
    library = await saved();
  });
  beforeEach(async () => {
    await closeAll();
    editor = await open('reports/names.md');
  });
  afterEach(async () => {
    await closeAll();
    await workspace.fs.writeFile(deskFile(LIBRARY), new TextEncoder().encode(library));
    await savedWhen((text) => text === library);
  });

  it('takes in the source of a note that is confirmed, and the note is made of it', async () => {
    const { document } = editor;
    await replaceText(
      editor,
      'One.[^1]\n\n[^1]: Jane Doe, “Fires in the Valley,” Example Post, March 14, 2022, https://example.org/1.\n',
    );
    moveTo(editor, inside(document, 'Fires'));
    await accepting(commands.executeCommand('nomenclator.addToLibrary'));
    const text = await savedWhen((now) => now.includes('id: doe-2022'));
    assert.ok(text.startsWith(library), text);
    assert.match(
      text.slice(library.length),
      /^ {2}- id: doe-2022\n {4}type: article-newspaper\n {4}author:\n/,
    );
    await textWhen(document, (now) => /March 14, 2022, https:\S+ <!-- @doe-2022 -->\n$/.test(now));
  });

  it('gives the notes of a report that are written by hand, which are shown before they are made', async () => {
    const { document } = editor;
    const before = `One.[^1] Two.[^2]\n\n[^1]: ${BOTOBEKOVA}\n[^2]: Ibid.\n`;
    await replaceText(editor, before);
    await applyingPreview(commands.executeCommand('nomenclator.adoptNotes'));
    assert.match(document.getText(), /<!-- @rferl-2021-bomb -->/);
  });
});

const saved = async (): Promise<string> =>
  new TextDecoder().decode(await workspace.fs.readFile(deskFile(LIBRARY)));

const savedWhen = (condition: (text: string) => boolean): Promise<string> =>
  eventually(
    async () => {
      const text = await saved();
      return condition(text) ? text : undefined;
    },
    () => 'The library is not as it should be.',
  );
