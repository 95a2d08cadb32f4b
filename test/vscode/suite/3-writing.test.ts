/** Tests what a writer does in a report: mend names, take a name that is offered, cite a source. */

import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  type CompletionList,
  commands,
  type Position,
  type Range,
  Selection,
  type TextDocument,
  type TextEditor,
  workspace,
} from 'vscode';
import {
  closeAll,
  eventually,
  findingsWhen,
  inside,
  moveTo,
  open,
  pressUntilChanged,
  rangeOf,
  replaceText,
  textWhen,
} from './editor';

describe('Mending names', () => {
  let editor: TextEditor;
  let original: string;
  beforeEach(async () => {
    await closeAll();
    editor = await open('reports/names.md');
    original = editor.document.getText();
    await findingsWhen(editor.document, (findings) => findings.length > 6);
  });
  after(closeAll);

  it('offers the house form here, as the preferred fix', async () => {
    const { document } = editor;
    const actions = await actionsAt(document, rangeOf(document, 'Abu Salah'));
    const preferred = actions.filter((action) => action.isPreferred);
    assert.equal(preferred.length, 1, titlesOf(actions));
    assert.match(preferred[0]!.title, /Abu Saloh/);
  });

  it('mends the name under the cursor with one keystroke', async () => {
    moveTo(editor, inside(editor.document, 'Akhliddin Novkatiy'));
    const text = await pressUntilChanged(editor.document, 'editor.action.autoFix');
    assert.equal(text, original.replace('Akhliddin Novkatiy', 'Akhliddin Navqotiy'));
    await findingsWhen(editor.document, (findings) =>
      findings.every(({ text: underlined }) => underlined !== 'Akhliddin Novkatiy'),
    );
  });

  it('keeps the line break, the emphasis and the possessive', async () => {
    moveTo(editor, inside(editor.document, 'Salah’s'));
    const text = await pressUntilChanged(editor.document, 'editor.action.autoFix');
    assert.equal(text, original.replace('*Abu\nSalah’s*', '*Abu\nSaloh’s*'));
  });

  it('mends a form everywhere in the document, but not in a quotation', async () => {
    const { document } = editor;
    const actions = await actionsAt(document, rangeOf(document, 'Abu Salah'));
    const everywhere = actions.find(({ title }) => / for every /.test(title));
    assert.ok(everywhere, titlesOf(actions));
    await perform(everywhere);
    const text = await textWhen(document, (now) => now !== original);
    assert.equal(
      text,
      original.replace('Abu Salah led', 'Abu Saloh led').replace('*Abu\nSalah’s*', '*Abu\nSaloh’s*'),
    );
  });

  it('offers each choice of an ambiguous name, and prefers none', async () => {
    const { document } = editor;
    const actions = await actionsAt(document, rangeOf(document, 'Rahmon denied'));
    for (const name of ['Davlat Rahmon', 'Jamshed Rahmon']) {
      assert.ok(
        actions.some(({ title }) => title.includes(name)),
        titlesOf(actions),
      );
    }
    assert.ok(actions.every((action) => !action.isPreferred));
  });

  it('removes a note that nothing refers to', async () => {
    const { document } = editor;
    const actions = await actionsAt(document, rangeOf(document, '[^unused]'));
    const remove = actions.find(({ title }) => /remove/i.test(title));
    assert.ok(remove, titlesOf(actions));
    await perform(remove);
    const text = await textWhen(document, (now) => now !== original);
    assert.ok(!text.includes('[^unused]'));
    assert.ok(text.includes('[^1]: A note of our own.'));
  });

  it('mends everything at once, in one step of undo', async () => {
    const text = await pressUntilChanged(editor.document, 'editor.action.fixAll');
    assert.ok(text.includes('Abu Saloh led'), text);
    assert.ok(text.includes('fought in Idlib'), text);
    assert.ok(text.includes('*Abu\nSaloh’s*'), text);
    assert.ok(text.includes('“Abu Salah left Idleb years ago”'), text);
    assert.ok(text.includes('Rahmon denied'), text);
    await commands.executeCommand('undo');
    assert.equal(await textWhen(editor.document, (now) => now !== text), original);
  });
});

describe('Taking what is offered', () => {
  let editor: TextEditor;
  beforeEach(async () => {
    await closeAll();
    editor = await open('reports/draft.md');
  });
  after(closeAll);

  it('offers a name by the letters of another spelling', async () => {
    const items = await offersAfter(editor, 'written.', ' Novk');
    const labels = items.map(labelOf);
    assert.ok(labels.includes('Akhliddin Navqotiy'), labels.join(', '));
    assert.ok(labels.includes('Navqotiy'), labels.join(', '));
  });

  it('writes the name that is taken', async () => {
    await offersAfter(editor, 'written.', ' Novk');
    const typed = editor.document.getText();
    await acceptFirst(editor.document);
    const text = await textWhen(editor.document, (now) => now !== typed);
    assert.match(text, /is being written\. (Akhliddin )?Navqotiy$/m);
  });

  it('cites a source: the reference here, the note at the end, in one step of undo', async () => {
    await offersAfter(editor, 'being written.', '[^Botobekova');
    const typed = editor.document.getText();
    await acceptFirst(editor.document);
    const text = await textWhen(editor.document, (now) => now.includes('[^2]: '));
    const label = /being written\.\[\^([^\]]+)\]/.exec(text)?.[1];
    assert.ok(label, text);
    const lines = text.trimEnd().split('\n');
    const note = lines.at(-1) ?? '';
    assert.ok(note.startsWith(`[^${label}]: `), text);
    assert.match(note, /Aida Botobekova/);
    assert.match(note, /Kyrgyz Officials Describe a Foiled Plot/);
    assert.equal(lines.filter((line) => line.startsWith(`[^${label}]: `)).length, 1);
    assert.ok(text.includes('[^1]: A note of our own.\n'), text);
    await commands.executeCommand('undo');
    assert.equal(await textWhen(editor.document, (now) => now !== text), typed);
  });

  it('finds a source by words of several fields, in any order', async () => {
    const items = await offersAfter(editor, 'being written.', '[^2020 nations');
    assert.match(JSON.stringify(items[0]), /UN Security Council 2020/);
  });

  it('finds a source by its key, and keeps the key in the note', async () => {
    await offersAfter(editor, 'being written.', '[@rferl-2021');
    await acceptFirst(editor.document);
    const text = await textWhen(editor.document, (now) => now.includes('[^2]: '));
    assert.match(text, /being written\.\[\^2\]\n/);
    assert.match(text, /^\[\^2\]: .*<!-- @rferl-2021-bomb -->$/m);
  });

  it('cites a source once: the second time, its note is referred to again', async () => {
    const { document } = editor;
    await offersAfter(editor, 'being written.', '[^Botobekova');
    await acceptFirst(document);
    await textWhen(document, (now) => now.includes('[^2]: '));
    await offersAfter(editor, 'cites a note.[^1]', '[^Botobekova');
    const typed = document.getText();
    await acceptFirst(document);
    const text = await textWhen(document, (now) => now !== typed);
    assert.ok(text.startsWith('The first paragraph cites a note.[^1][^2]\n'), text);
    assert.equal(text.split('\n').filter((line) => line.startsWith('[^2]: ')).length, 1);
  });

  it('offers the nearest key for one that no source has', async () => {
    await replaceText(editor, 'As reported [@rferl-2021-bomd, 3].\n');
    const [finding] = await findingsWhen(editor.document, (findings) =>
      findings.some(({ rule }) => rule === 'citation/unknown'),
    );
    const actions = await actionsAt(editor.document, finding!.diagnostic.range);
    const nearest = actions.find(({ title }) => title.includes('rferl-2021-bomb'));
    assert.ok(nearest, titlesOf(actions));
    await perform(nearest);
    await textWhen(editor.document, (now) => now === 'As reported [@rferl-2021-bomb, 3].\n');
    await findingsWhen(editor.document, (findings) => findings.length === 0);
  });
});

describe('Romanising', () => {
  const original = 'He read «Навқотий дар Ош», then Хабаровск and Уфа.\n';
  let editor: TextEditor;
  beforeEach(async () => {
    await closeAll();
    editor = await open('reports/draft.md');
    await replaceText(editor, original);
  });
  after(closeAll);

  it('is offered where there is Cyrillic', async () => {
    const { document } = editor;
    const kind = CodeActionKind.RefactorRewrite;
    const action = await eventually(
      async () =>
        (await actionsAt(document, rangeOf(document, 'Хабаровск'), kind)).find(({ title }) =>
          title.startsWith('Romanise (Russian, BGN/PCGN)'),
        ),
      () => 'No action romanises',
    );
    await perform(action);
    await textWhen(document, (now) => now === original.replace('Хабаровск', 'Khabarovsk'));
  });

  it('writes over every selection, by the likeliest choice, in one step of undo', async () => {
    const { document } = editor;
    const ranges = [rangeOf(document, 'Хабаровск'), rangeOf(document, 'Уфа')];
    editor.selections = ranges.map(({ start, end }) => new Selection(start, end));
    const text = await choosing(document, 'workbench.action.acceptSelectedQuickOpenItem');
    assert.equal(text, original.replace('Хабаровск', 'Khabarovsk').replace('Уфа', 'Ufa'));
    await commands.executeCommand('undo');
    assert.equal(await textWhen(document, (now) => now !== text), original);
  });

  it('asks whether names of the glossary come out in the house form', async () => {
    const { document } = editor;
    const { start, end } = rangeOf(document, 'Навқотий дар Ош');
    editor.selection = new Selection(start, end);
    const text = await choosing(document, 'workbench.action.acceptSelectedQuickOpenItem');
    assert.match(text, /^He read «Navqotiy dar Osh», then Хабаровск/);
  });

  /** Runs the command and answers its questions, as often as it asks. */
  async function choosing(document: TextDocument, accept: string): Promise<string> {
    void commands.executeCommand('nomenclator.romaniseSelection');
    return pressUntilChanged(document, accept);
  }
});

/** The quick fixes, or actions of another kind, that VS Code shows for a range, resolved. */
async function actionsAt(
  document: TextDocument,
  range: Range,
  kind = CodeActionKind.QuickFix,
): Promise<CodeAction[]> {
  return commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
    20,
  );
}

/** Does what VS Code does when an action is chosen. */
async function perform(action: CodeAction): Promise<void> {
  if (action.edit) assert.ok(await workspace.applyEdit(action.edit));
  if (action.command) {
    await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}

const titlesOf = (actions: readonly CodeAction[]) =>
  `Offered: ${actions.map(({ title }) => title).join('; ')}`;

const labelOf = ({ label }: CompletionItem) => (typeof label === 'string' ? label : label.label);

/** Writes `typed` behind `anchor`, and gives what is offered there as soon as anything is. */
async function offersAfter(editor: TextEditor, anchor: string, typed: string): Promise<CompletionItem[]> {
  const { end } = rangeOf(editor.document, anchor);
  assert.ok(await editor.edit((edit) => edit.insert(end, typed)));
  const cursor = end.translate(0, typed.length);
  moveTo(editor, cursor);
  return eventually(
    async () => {
      const items = await offersAt(editor.document, cursor);
      return items.length > 0 ? items : undefined;
    },
    () => `Nothing is offered after “${typed}”`,
  );
}

async function offersAt(document: TextDocument, position: Position): Promise<CompletionItem[]> {
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items;
}

/** Opens the list of suggestions and takes its first, as a writer does with two keys. */
const acceptFirst = (document: TextDocument): Promise<string> =>
  pressUntilChanged(document, 'editor.action.triggerSuggest', 'acceptSelectedSuggestion');
