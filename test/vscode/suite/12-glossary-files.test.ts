/** Tests that a glossary is written in VS Code as its own language would be, with no other extension for YAML. */

import assert from 'node:assert/strict';
import {
  type CodeLens,
  type CompletionList,
  commands,
  type DocumentSymbol,
  extensions,
  type Hover,
  type Location,
  type LocationLink,
  type MarkdownString,
  type Position,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import {
  closeAll,
  eventually,
  inside,
  KEY_PAUSE_MS,
  moveTo,
  open,
  pause,
  rangeOf,
  replaceText,
} from './editor';

const PEOPLE = 'glossary/people.yaml';

describe('Writing the glossary', () => {
  let editor: TextEditor;
  let original: string;
  beforeEach(async () => {
    await closeAll();
    editor = await open(PEOPLE);
    original = editor.document.getText();
  });
  after(closeAll);

  /** Puts the cursor behind an occurrence of a string. */
  const behind = (words: string): Position => rangeOf(editor.document, words).end;

  /** Types and takes what is offered first; keys that come too early do nothing, so that all is tried again. */
  async function typed(at: string, ...keys: string[]): Promise<string> {
    const { document } = editor;
    const before = document.getText();
    return eventually(
      async () => {
        if (document.getText() !== before) await replaceText(editor, before);
        moveTo(editor, behind(at));
        for (const text of keys) await commands.executeCommand('type', { text });
        const started = document.getText();
        for (let tries = 0; tries < 6; tries++) {
          await pause(KEY_PAUSE_MS);
          await commands.executeCommand('acceptSelectedSuggestion');
          if (document.getText() !== started) return document.getText();
        }
        return undefined;
      },
      () => `Nothing was offered behind “${at}” for ${keys.join('')} in:\n${document.getText()}`,
    );
  }

  it('needs no extension for YAML', () => {
    assert.equal(extensions.getExtension('redhat.vscode-yaml'), undefined);
    assert.equal(editor.document.languageId, 'yaml');
  });

  it('offers what it knows while a text is typed, and no words of the document in its place', () => {
    const settings = workspace.getConfiguration('editor', editor.document);
    assert.equal(settings.get<{ strings: string }>('quickSuggestions')?.strings, 'on');
    assert.equal(settings.get('wordBasedSuggestions'), 'off');
  });

  it('a key is offered while it is typed', async () => {
    const text = await typed('short: Navqotiy', '\n', 's', 't');
    assert.ok(text.includes('    short: Navqotiy\n    status:\n      \n'), text);
  });

  it('an id is offered behind its key, and found by the name', async () => {
    await replaceText(editor, original.replace('group: ktj', 'group:'));
    const text = await typed('{ group:', ' ', 'T', 'a', 'h');
    assert.ok(text.includes('{ group: hts, title'), text);
  });

  it('what is offered comes from nobody else', async () => {
    moveTo(editor, behind('status: {'));
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      behind('{ is: reported killed,'),
    );
    assert.deepEqual(
      items
        .map(({ label }) => (typeof label === 'string' ? label : label.label))
        .filter((label) => label === 'sources'),
      ['sources'],
    );
  });

  it('an id shows the card of whom it means, and leads there', async () => {
    const { document } = editor;
    const at = inside(document, 'ktj');
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
    const shown = hovers.flatMap(({ contents }) => contents.map((one) => (one as MarkdownString).value));
    assert.equal(shown.length, 1, shown.join('\n---\n'));
    assert.match(shown[0]!, /Katibat al-Tawhid wal-Jihad \(KTJ\)/);
    const [place] = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at,
    );
    assert.ok(place);
    const { uri } = 'uri' in place ? place : { uri: place.targetUri };
    assert.match(uri.path, /groups\.yaml$/);
  });

  it('the outline shows the names', async () => {
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      editor.document.uri,
    );
    const people = symbols.find(({ name }) => name === 'people');
    assert.ok(people?.children.some(({ name, detail }) => name === 'Abu Saloh' && detail === 'abu-saloh'));
  });

  it('over an entry stands how often it is mentioned, and the mentions are shown from there', async () => {
    const { document } = editor;
    const lens = await eventually(
      async () => {
        const lenses = await commands.executeCommand<CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
          20,
        );
        const line = rangeOf(document, 'abu-saloh:').start.line;
        return lenses.find(({ range, command }) => range.start.line === line && command);
      },
      () => 'Nothing stands over the entry.',
    );
    assert.match(lens.command!.title, /^\d+ mentions in \d+ reports? · \d+ other spellings?$/);
    await commands.executeCommand(lens.command!.command, ...(lens.command!.arguments ?? []));
    await pause(KEY_PAUSE_MS);
    // They are shown over the glossary, in a view that closes.
    assert.equal(window.activeTextEditor?.document.uri.path, document.uri.path);
    await commands.executeCommand('closeReferenceSearch');
  });

  it('nothing stands over an entry where the reader does not want it', async () => {
    const settings = workspace.getConfiguration('nomenclator');
    await settings.update('codeLens', false);
    try {
      await eventually(
        async () => {
          const lenses = await commands.executeCommand<CodeLens[]>(
            'vscode.executeCodeLensProvider',
            editor.document.uri,
            20,
          );
          return lenses.length === 0 || undefined;
        },
        () => 'It still stands there.',
      );
    } finally {
      await settings.update('codeLens', undefined);
    }
  });

  it('the configuration offers its rules', async () => {
    editor = await open('nomenclator.yaml');
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '  name/variant: '));
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      behind('name/variant: '),
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(
      ['off', 'hint', 'error'].every((one) => labels.includes(one)),
      labels.join(),
    );
    await commands.executeCommand('workbench.action.files.revert');
  });
});
