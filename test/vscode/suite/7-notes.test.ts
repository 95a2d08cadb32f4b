/** Tests what a writer does with notes: cite, begin, rename, fold, make anew by command and at a save, and see them rendered. */

import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  ConfigurationTarget,
  commands,
  type FoldingRange,
  type Location,
  type LocationLink,
  languages,
  type Position,
  type TextDocument,
  type TextEditor,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import {
  accepting,
  closeAll,
  deskFile,
  eventually,
  findingsWhen,
  moveTo,
  open,
  rangeOf,
  replaceText,
  textWhen,
} from './editor';

const DRAFT = 'reports/draft.md';
const BOTOBEKOVA =
  'Aida Botobekova, “Kyrgyz Officials Describe a Foiled Plot,” *Radio Free Europe/Radio Liberty*, June 3, 2021.';

describe('Notes', () => {
  let editor: TextEditor;
  beforeEach(async () => {
    await closeAll();
    editor = await open(DRAFT);
  });
  after(closeAll);

  const write = async (text: string) => {
    await replaceText(editor, text);
    return editor.document;
  };

  it('cite the source that is chosen, in one step of undo', async () => {
    const document = await write('It was foiled.\n');
    moveTo(editor, rangeOf(document, 'foiled.').end);
    await accepting(commands.executeCommand('nomenclator.insertCitation'));
    const text = await textWhen(document, (now) => now.includes('[^1]: '));
    assert.match(text, /^It was foiled\.\[\^1\]\n\n\[\^1\]: .*<!-- @\S+ -->\n$/);
    assert.deepEqual(editor.selection.active, rangeOf(document, 'foiled.[^1]').end);
    await commands.executeCommand('undo');
    await textWhen(document, (now) => now === 'It was foiled.\n');
  });

  it('begin empty, with the cursor in the new one, in one step of undo', async () => {
    const before = 'One.[^1] Two.\n\n[^1]: First.\n';
    const document = await write(before);
    moveTo(editor, rangeOf(document, 'Two.').end);
    await commands.executeCommand('nomenclator.insertNote');
    await textWhen(document, (now) => now === 'One.[^1] Two.[^2]\n\n[^1]: First.\n\n[^2]: \n');
    assert.deepEqual(editor.selection.active, rangeOf(document, '[^2]: ').end);
    await commands.executeCommand('undo');
    await textWhen(document, (now) => now === before);
  });

  it('are right again after their text was moved, at a command, in one step of undo', async () => {
    const right = [
      'First.[^1]',
      '',
      'Second.[^2]',
      '',
      `[^1]: ${BOTOBEKOVA} <!-- @rferl-2021-bomb -->`,
      '[^2]: Ibid., 5. <!-- @rferl-2021-bomb, 5 -->',
      '',
    ].join('\n');
    const moved = right.replace('First.[^1]\n\nSecond.[^2]', 'Second.[^2]\n\nFirst.[^1]');
    const document = await write(right);
    assert.equal(await noteEditOf('nomenclator.updateNotes', document), right);
    await write(moved);
    const updated = await noteEditOf('nomenclator.updateNotes', document);
    assert.match(updated, /\[\^2\]: Aida Botobekova, .*<!-- @rferl-2021-bomb, 5 -->/);
    assert.match(updated, /\[\^1\]: Botobekova, “[^<]*” <!-- @rferl-2021-bomb -->/);
    await commands.executeCommand('undo');
    await textWhen(document, (now) => now === moved);
  });

  it('are made anew at a save where the setting says so', async () => {
    const stale = 'One.[^1]\n\n[^1]: Old. <!-- @rferl-2021-bomb -->\n';
    const settings = () => workspace.getConfiguration('nomenclator', deskFile(DRAFT));
    const original = await saved();
    const document = await write(stale);
    try {
      await document.save();
      assert.equal(await saved(), stale);
      await settings().update('notes.update', 'onSave', ConfigurationTarget.Workspace);
      await eventually(
        async () => {
          await write(stale);
          await document.save();
          return (await saved()) === stale ? undefined : true;
        },
        () => 'The note was not made anew.',
      );
      assert.equal(await saved(), stale.replace('Old.', BOTOBEKOVA));
    } finally {
      await settings().update('notes.update', undefined, ConfigurationTarget.Workspace);
      await write(original);
      await document.save();
    }
  });

  it('come with a list of what they cite, where the cursor is, in one step of undo', async () => {
    const before = `One.[^1]\n\n# Sources\n\n[^1]: ${BOTOBEKOVA} <!-- @rferl-2021-bomb -->\n`;
    const document = await write(before);
    moveTo(editor, rangeOf(document, '# Sources').end);
    await commands.executeCommand('nomenclator.updateBibliography');
    const text = await textWhen(document, (now) => now !== before);
    assert.match(text, /# Sources\n\n<!-- .* -->\n\nBotobekova, Aida\. “[\s\S]*\n\n<!-- \/.* -->\n\n\[\^1\]/);
    await commands.executeCommand('undo');
    await textWhen(document, (now) => now === before);
  });

  describe('are renamed', () => {
    const before = 'One.[^1] Two.[^b]\n\n> Three.[^1]\n\n[^1]: First.\n[^b]: Second.\n';
    const rename = (at: Position, now: string) =>
      commands.executeCommand<WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        editor.document.uri,
        at,
        now,
      );

    it('everywhere, and one step undoes it', async () => {
      const document = await write(before);
      const at = rangeOf(document, '[^1]').start.translate(0, 2);
      assert.ok(await workspace.applyEdit(await rename(at, 'first')));
      await textWhen(document, (now) => now === before.replaceAll('[^1]', '[^first]'));
      await commands.executeCommand('undo');
      await textWhen(document, (now) => now === before);
    });

    it('but not to what another is called, and nobody else takes them for links', async () => {
      const document = await write(before);
      const at = rangeOf(document, '[^1]').start.translate(0, 2);
      for (const now of ['b', 'two words']) assert.equal((await rename(at, now)).size, 0, now);
    });
  });

  it('are folded together with what VS Code folds', async () => {
    const document = await write('# A\n\nOne.[^1][^2]\n\n# Notes\n\n[^1]: First.\n\n[^2]: Second.\n\n# B\n');
    const folds = await eventually(
      async () => {
        const found = await commands.executeCommand<FoldingRange[]>(
          'vscode.executeFoldingRangeProvider',
          document.uri,
        );
        const lines = (found ?? []).map(({ start, end }) => `${start}-${end}`);
        return lines.includes('6-8') ? lines : undefined;
      },
      () => 'The notes cannot be folded.',
    );
    assert.ok(folds.includes('4-9') || folds.includes('4-8'), folds.join(' '));
  });

  it('are found from a reference, and back', async () => {
    const document = await write('- One.[^1]\n- Two.[^1]\n\n> [^1]: First.\n');
    const linesFrom = async (at: Position) => {
      const found = await commands.executeCommand<(Location | LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at,
      );
      return found.map((one) => ('range' in one ? one.range : one.targetRange).start.line);
    };
    assert.deepEqual(await linesFrom(rangeOf(document, '[^1]', 1).start.translate(0, 2)), [3]);
    assert.deepEqual(await linesFrom(rangeOf(document, '[^1]:').start.translate(0, 2)), [0, 1]);
  });

  it('are rendered in the preview, each once, without their citations, and lead both ways', async () => {
    const html = await commands.executeCommand<string>(
      'markdown.api.render',
      `One.[^a] Two.[^a]\n\n[^a]: ${BOTOBEKOVA} <!-- @rferl-2021-bomb -->\n`,
    );
    assert.match(html, /One\.<sup class="footnote-ref"><a href="#fn1" id="fnref1"/);
    assert.match(html, /<li id="fn1" class="footnote-item">/);
    assert.match(html, /<a href="#fnref1" class="footnote-backref"/);
    assert.match(html, /<a href="#fnref1:1" class="footnote-backref"/);
    assert.equal(html.split('<section class="footnotes">').length, 2, html);
    assert.doesNotMatch(html.replace(/<!--.*?-->/g, ''), /@rferl/);
  });

  it('written by hand are adopted, in one step of undo', async () => {
    const before = `One.[^1]\n\n[^1]: ${BOTOBEKOVA}\n`;
    const document = await write(before);
    const action = await eventually(
      async () => {
        const actions = await commands.executeCommand<CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          rangeOf(document, 'Botobekova'),
          CodeActionKind.QuickFix.value,
          20,
        );
        return actions.find(({ title }) => title.startsWith('Adopt this note'));
      },
      () => 'The note cannot be adopted.',
    );
    assert.ok(action.edit && (await workspace.applyEdit(action.edit)));
    await textWhen(
      document,
      (now) => now === before.replace(BOTOBEKOVA, `${BOTOBEKOVA} <!-- @rferl-2021-bomb -->`),
    );
    await commands.executeCommand('undo');
    await textWhen(document, (now) => now === before);
  });

  it('live with VS Code’s own validation of links', async () => {
    const settings = () => workspace.getConfiguration('markdown', deskFile(DRAFT));
    try {
      await settings().update('validate.enabled', true, ConfigurationTarget.Workspace);
      const document = await write(
        'One.[^1] Two [@rferl-2021-bomb, 3] and [a file](no-such-file.md).[^2]\n\n[^1]: First.\n[^2]: Second.\n',
      );
      // What VS Code does find tells that it has looked.
      const messages = await eventually(
        () => {
          const found = languages.getDiagnostics(document.uri);
          return found.some(({ message }) => message.includes('no-such-file')) ? found : undefined;
        },
        () => 'VS Code has not validated the links.',
      );
      assert.deepEqual(
        messages.map(({ message }) => message).filter((message) => !message.includes('no-such-file')),
        [],
      );
    } finally {
      await settings().update('validate.enabled', undefined, ConfigurationTarget.Workspace);
    }
  });

  /** The text after a command, which may have nothing to do. */
  async function noteEditOf(command: string, document: TextDocument): Promise<string> {
    await findingsWhen(document, () => true);
    await commands.executeCommand(command);
    return document.getText();
  }
});

const saved = async (): Promise<string> =>
  new TextDecoder().decode(await workspace.fs.readFile(deskFile(DRAFT)));
