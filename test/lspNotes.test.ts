/** Tests what an editor is told of notes over the protocol: renaming, folding, making anew at a save, inserting, citing. */

import assert from 'node:assert/strict';
import {
  type FoldingRange,
  type Location,
  type LocationLink,
  type Range,
  TextDocumentSaveReason,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import {
  CITE,
  EDIT_NOTES,
  type FoundSources,
  type NoteEdits,
  SEARCH_SOURCES,
} from '../server/src/lsp/requests';
import { LanguageClient, uriOf } from './support/languageClient';

const REPORT = '/desk/report.md';
const SOURCES = `references:
  - id: doe-2020
    type: book
    title: A Short History of Letters
    author: [{ family: Doe, given: Jane }]
    issued: 2020
  - id: roe-2019
    type: book
    title: Long Roads
    author: [{ family: Roe, given: Richard }]
    issued: 2019
`;
const DOE = 'Jane Doe, *A Short History of Letters*, 2020, 3.';
const DRAFT = `# Notes

One.[^1] Two.[^2]

- In a list.[^2]

> Quoted.[^1]

[^1]: ${DOE} <!-- @doe-2020, 3 -->
[^2]: By hand,
    on two lines.
`;
const STALE = DRAFT.replace(DOE, 'Something else.');
const uri = uriOf(REPORT);

const startWith = (text: string, options: Partial<Parameters<typeof LanguageClient.start>[0]> = {}) =>
  LanguageClient.start({ files: { '/desk/sources/books.yaml': SOURCES, [REPORT]: text }, ...options });

describe('Notes over the protocol', () => {
  let client: LanguageClient;
  const open = async (text: string, options?: Parameters<typeof startWith>[1]) => {
    client = await startWith(text, options);
    await client.open(REPORT);
  };
  afterEach(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
  });

  describe('are renamed', () => {
    const rename = (words: string, newName: string) =>
      client.request<WorkspaceEdit | null>('textDocument/rename', { ...client.at(REPORT, words), newName });

    it('wherever they stand, and from anywhere', async () => {
      await open(DRAFT);
      for (const words of ['Two.[^|2]', 'list.[^2|]', '[^|2]: By']) {
        const edit = await rename(words, 'hand');
        assert.equal(client.applied(REPORT, edit?.changes?.[uri] ?? []), DRAFT.replaceAll('[^2]', '[^hand]'));
      }
    });

    it('in the version that the editor shows', async () => {
      await open(DRAFT, { capabilities: { workspace: { workspaceEdit: { documentChanges: true } } } });
      const edit = await rename('Two.[^|2]', 'hand');
      assert.deepEqual(
        edit?.documentChanges?.map((one) => 'textDocument' in one && one.textDocument),
        [{ uri, version: 1 }],
      );
    });

    it('by their label alone', async () => {
      await open(DRAFT, { capabilities: { textDocument: { rename: { prepareSupport: true } } } });
      assert.deepEqual(client.initialized.capabilities.renameProvider, { prepareProvider: true });
      const prepared = (words: string) =>
        client.request<{ range: Range; placeholder: string } | null>(
          'textDocument/prepareRename',
          client.at(REPORT, words),
        );
      const { line, character } = client.rangeOf(REPORT, 'Two.[^2]').end;
      assert.deepEqual(await prepared('Two.|[^2]'), {
        range: { start: { line, character: character - 2 }, end: { line, character: character - 1 } },
        placeholder: '2',
      });
      assert.equal(await prepared('On|e.'), null);
    });

    it('or it is said why not', async () => {
      await open(DRAFT);
      await assert.rejects(rename('Two.[^|2]', '1'), /has a note \[\^1\] already\. Choose another label\./);
      await assert.rejects(rename('Two.[^|2]', 'a b'), /no spaces/);
      await assert.rejects(rename('@doe-|2020', 'x'), /its key wherever it is cited\. Change it/);
    });
  });

  it('are folded: those that stand together, and a long one', async () => {
    await open(DRAFT);
    const ranges = await client.request<FoldingRange[]>('textDocument/foldingRange', {
      textDocument: { uri },
    });
    assert.deepEqual(ranges, [
      { startLine: 8, endLine: 10 },
      { startLine: 9, endLine: 10 },
    ]);
  });

  describe('are found', () => {
    beforeEach(() => open(DRAFT));
    const linesOf = (places: readonly (Location | LocationLink)[] | null) =>
      (places ?? []).map((one) => ('range' in one ? one.range : one.targetRange).start.line);

    it('from a reference in a list or a quotation', async () => {
      assert.deepEqual(linesOf(await client.definition(REPORT, 'list.[^|2]')), [9]);
      assert.deepEqual(linesOf(await client.definition(REPORT, 'Quoted.[^|1]')), [8]);
    });

    it('and back', async () => {
      assert.deepEqual(linesOf(await client.definition(REPORT, '[^|2]: By')), [2, 4]);
      assert.deepEqual(linesOf(await client.references(REPORT, '[^|1]: Jane')), [2, 6]);
    });

    it('with where they are written, if that is asked for', async () => {
      for (const words of ['Quoted.[^|1]', '[^|1]: Jane'])
        assert.deepEqual(linesOf(await client.references(REPORT, words, true)), [8, 2, 6]);
      const [declared, ...cited] = (await client.references(REPORT, '@doe-|2020', true)) ?? [];
      assert.deepEqual([declared?.uri, declared?.range.start.line], [uriOf('/desk/sources/books.yaml'), 1]);
      assert.deepEqual(linesOf(cited), [8]);
    });

    it('with what they say', async () => {
      const hover = await client.hover(REPORT, 'Quoted.[^|1]');
      assert.match(JSON.stringify(hover?.contents), /A Short History of Letters/);
      assert.doesNotMatch(JSON.stringify(hover?.contents), /@doe/);
    });
  });

  describe('are made anew at a save', () => {
    const willSave = (reason: TextDocumentSaveReason = TextDocumentSaveReason.Manual) =>
      client.request<TextEdit[]>('textDocument/willSaveWaitUntil', { textDocument: { uri }, reason });
    const configuration = { workspace: { configuration: true } };

    it('where the setting says so', async () => {
      await open(STALE, { capabilities: configuration, settings: { 'nomenclator.notes.update': 'onSave' } });
      assert.equal(client.applied(REPORT, await willSave()), DRAFT);
      assert.deepEqual(await willSave(TextDocumentSaveReason.AfterDelay), []);
    });

    it('with the list of sources that the report keeps', async () => {
      const listed = `${DRAFT}\n<!-- nomenclator-bibliography -->\n\n<!-- /nomenclator-bibliography -->\n`;
      await open(listed, {
        capabilities: configuration,
        settings: { 'nomenclator.notes.update': 'onSave' },
      });
      assert.match(client.applied(REPORT, await willSave()), /-->[^<]*Doe, Jane\.[^<]*<!-- \//);
    });

    it('and nowhere else', async () => {
      await open(STALE, { capabilities: configuration });
      assert.deepEqual(await willSave(), []);
    });

    it('for which who cannot be told later is always asked to wait', async () => {
      await open(STALE, { capabilities: { textDocument: { synchronization: { willSaveWaitUntil: true } } } });
      const { textDocumentSync } = client.initialized.capabilities;
      assert.equal((textDocumentSync as { willSaveWaitUntil?: boolean }).willSaveWaitUntil, true);
    });

    it('whereupon who can be told later is asked to wait only then', async () => {
      const waits = () =>
        client.registered.filter((method) => method === 'textDocument/willSaveWaitUntil').length;
      await open(STALE, {
        capabilities: {
          workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
          textDocument: { synchronization: { dynamicRegistration: true } },
        },
      });
      assert.equal(
        (client.initialized.capabilities.textDocumentSync as { willSaveWaitUntil?: boolean })
          .willSaveWaitUntil,
        false,
      );
      assert.deepEqual(await willSave(), []);
      assert.equal(waits(), 0);
      client.settings = { 'nomenclator.notes.update': 'onSave' };
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      assert.equal(client.applied(REPORT, await willSave()), DRAFT);
      assert.equal(waits(), 1);
    });
  });

  describe('are edited by commands', () => {
    const edited = async (what: string, words: string) => {
      const { position } = client.at(REPORT, words);
      const result = await client.request<NoteEdits>(EDIT_NOTES, { uri, what, at: position });
      if ('refusal' in result) return result;
      const text = client.applied(REPORT, [...(result.edits as TextEdit[])]);
      return { ...result, text };
    };

    it('which begin one, with the cursor in it', async () => {
      await open(DRAFT);
      const result = await edited('insert', 'One.|[^1]');
      assert.ok('text' in result);
      assert.equal(result.text, `${DRAFT.replace('One.', 'One.[^3]').trimEnd()}\n[^3]: \n`);
      assert.deepEqual(result.caret, { line: 11, character: 6 });
    });

    it('which make them anew, and say how many', async () => {
      await open(STALE);
      const result = await edited('update', 'One.|');
      assert.ok('text' in result);
      assert.equal(result.text, DRAFT);
      assert.equal(result.message, '1 note made anew.');
    });

    it('which number them in order', async () => {
      await open('One.[^2] Two.[^1]\n\n[^1]: First.\n[^2]: Second.\n');
      const result = await edited('renumber', 'One.|');
      assert.ok('text' in result);
      assert.equal(result.text, 'One.[^1] Two.[^2]\n\n[^1]: Second.\n[^2]: First.\n');
    });

    it('which list what is cited, and keep the list', async () => {
      await open('One.[^1]\n\n# Sources\n\n# Notes\n\n[^1]: A. <!-- @doe-2020 -->\n');
      const listed = await edited('bibliography', '# Sources|');
      assert.ok('text' in listed);
      const list = /# Sources\n\n(<!-- .* -->[\s\S]*?<!-- \/.* -->)\n\n# Notes/.exec(listed.text)?.[1];
      assert.match(list ?? listed.text, /Doe, Jane\. \*A Short History of Letters\*, 2020\./);
      await client.replace(REPORT, `${listed.text}[^2]: B. <!-- @roe-2019 -->\n`);
      const again = await edited('bibliography', 'One.|');
      assert.ok('text' in again && again.text.includes('*Long Roads*'), JSON.stringify(again));
      await client.replace(REPORT, again.text);
      const kept = await edited('bibliography', 'One.|');
      assert.ok('text' in kept);
      assert.equal(kept.text, again.text);
    });

    it('which say that there is nothing to do', async () => {
      await open(DRAFT);
      const result = await edited('update', 'One.|');
      assert.deepEqual('edits' in result && [result.edits, result.message], [
        [],
        'Every note is as its citation makes it.',
      ]);
    });

    it('which say what is missing', async () => {
      await open('By hand.[^1]\n\n[^1]: So.\n');
      const updated = await edited('update', 'By|');
      assert.match('refusal' in updated ? updated.refusal : '', /keeps its citation/);
      const inserted = await edited('insert', ': So|.');
      assert.match('refusal' in inserted ? inserted.refusal : '', /note already/);
    });

    it('which leave all as it is, and say why, where the style cannot be used', async () => {
      client = await LanguageClient.start({
        files: {
          '/desk/nomenclator.yaml': 'style: { csl: none.csl }\n',
          '/desk/sources/books.yaml': SOURCES,
          [REPORT]: STALE,
        },
      });
      await client.open(REPORT);
      for (const what of ['update', 'bibliography']) {
        const result = await edited(what, 'One.|');
        assert.match('refusal' in result ? result.refusal : '', /none\.csl.*notes are left as they are\.$/);
      }
    });
  });

  describe('are edited by actions', () => {
    const MIXED = 'One.[^2] Two.[^1]\n\n[^1]: First.\n[^2]: Old. <!-- @doe-2020, 3 -->\n';
    const made = async (words: string, only: string[], title?: string) => {
      const actions = await client.actions(REPORT, words, only);
      const action = title === undefined ? actions[0] : actions.find((one) => one.title === title);
      return action && client.applied(REPORT, action.edit?.changes?.[uri] ?? []);
    };

    it('of a kind each, on the whole report', async () => {
      await open(MIXED);
      assert.equal(await made('One.', ['source.updateNotes.nomenclator']), MIXED.replace('Old.', DOE));
      assert.equal(
        await made('One.', ['source.renumberNotes']),
        'One.[^1] Two.[^2]\n\n[^1]: Old. <!-- @doe-2020, 3 -->\n[^2]: First.\n',
      );
      assert.deepEqual(
        (await client.actions(REPORT, 'One.', ['source'])).map(({ kind }) => kind),
        [
          'source.updateNotes.nomenclator',
          'source.renumberNotes.nomenclator',
          'source.normalise.nomenclator',
          'source.fixAll.nomenclator',
        ],
      );
    });

    it('where there is something to do', async () => {
      await open(DRAFT);
      assert.deepEqual(await client.actions(REPORT, 'One.', ['source']), []);
    });

    it('which begin a note, where the editor has no command for it', async () => {
      await open(MIXED);
      assert.equal(
        await made('Two.', ['refactor'], 'Insert note [^3]'),
        `${MIXED.replace('Two.', 'Two.[^3]')}[^3]: \n`,
      );
      assert.deepEqual(await client.actions(REPORT, 'First.', ['refactor.insertNote']), []);
    });

    it('which list the sources, and keep the list', async () => {
      await open(MIXED);
      const listed = await made('Two.', ['refactor'], 'List the sources that this report cites here');
      assert.match(listed ?? '', /Two\.\[\^1\]\n\n<!-- .* -->\n\nDoe, Jane\. /);
      await client.replace(REPORT, (listed ?? '').replace('Doe, Jane.', 'Doe.'));
      assert.equal(await made('One.', ['source.updateBibliography.nomenclator']), listed);
    });

    it('and not where it has one', async () => {
      await open(MIXED, { initializationOptions: { editsNotes: true } });
      assert.deepEqual(await client.actions(REPORT, 'Two.', ['refactor']), []);
    });

    it('which begin the one that a reference waits for', async () => {
      await open('One.[^a]\n\n[^b]: B.\n');
      const text = await made('[^a]', ['quickfix'], 'Begin note [^a] below the text');
      assert.equal(text, 'One.[^a]\n\n[^b]: B.\n\n[^a]: \n');
    });

    it('all at once, from one that is no longer right', async () => {
      await open(`${STALE}[^3]: Old too. <!-- @roe-2019 -->\n`);
      await client.diagnosticsWhen(REPORT, (all) => all.some(({ code }) => code === 'note/stale'));
      const text = await made('Something else.', ['quickfix'], 'Make all 2 notes anew');
      assert.equal(text, `${DRAFT}[^3]: Richard Roe, *Long Roads*, 2019. <!-- @roe-2019 -->\n`);
    });
  });

  describe('cite sources', () => {
    const search = (query: string) => client.request<FoundSources>(SEARCH_SOURCES, { uri, query });

    it('which are found by their words, with the note that they will be', async () => {
      await open(DRAFT);
      const { sources, total } = await search('roe');
      assert.equal(total, 2);
      assert.deepEqual(sources, [
        {
          cited: [{ key: 'roe-2019' }],
          label: 'Roe 2019',
          title: 'Long Roads',
          note: 'Richard Roe, Long Roads, 2019.',
          query: '@roe-2019',
          isCited: false,
        },
      ]);
    });

    it('with a page behind a comma', async () => {
      await open(DRAFT);
      const [found] = (await search('roads, pp. 3-5')).sources;
      assert.deepEqual(found?.cited, [{ key: 'roe-2019', locator: 'pp. 3-5' }]);
      assert.equal(found.label, 'Roe 2019, pp. 3-5');
      assert.equal(found.note, 'Richard Roe, Long Roads, 2019, 3–5.');
    });

    it('those of the report first', async () => {
      await open(DRAFT);
      const keys = (await search('')).sources.map(({ cited, isCited }) => [cited[0]?.key, isCited]);
      assert.deepEqual(keys, [
        ['doe-2020', true],
        ['roe-2019', false],
      ]);
    });

    it('several in one note', async () => {
      await open(DRAFT);
      const [found] = (await search('See also letters, 3; roads')).sources;
      assert.equal(
        found?.note,
        'See also Jane Doe, A Short History of Letters, 2020, 3; Richard Roe, Long Roads, 2019.',
      );
      assert.equal(found.query, 'See also @doe-2020, 3; @roe-2019');
    });

    it('and write them, with the cursor behind the reference', async () => {
      await open(DRAFT);
      const { end } = client.rangeOf(REPORT, 'Two.[^2]');
      const cited = [{ key: 'roe-2019', locator: '7' }, { key: 'doe-2020' }];
      const result = await client.request<NoteEdits>(CITE, { uri, range: { start: end, end }, cited });
      assert.ok('edits' in result);
      const text = client.applied(REPORT, [...(result.edits as TextEdit[])]);
      assert.match(text, /Two\.\[\^2\]\[\^3\]\n/);
      assert.match(text, /\n\[\^3\]: Richard Roe, .*7; .*Doe.* <!-- @roe-2019, 7; @doe-2020 -->\n$/);
      assert.deepEqual(result.caret, { line: 2, character: 'One.[^1] Two.[^2][^3]'.length });
    });

    it('labelled as the setting says', async () => {
      await open(DRAFT, {
        capabilities: { workspace: { configuration: true } },
        settings: { 'nomenclator.notes.labels': 'key' },
      });
      const { end } = client.rangeOf(REPORT, 'Two.[^2]');
      const result = await client.request<NoteEdits>(CITE, {
        uri,
        range: { start: end, end },
        cited: [{ key: 'roe-2019' }],
      });
      assert.match(JSON.stringify(result), /\[\^roe-2019\]: Richard Roe/);
    });

    it('as keys, where the desk writes for Pandoc', async () => {
      const config = 'version: 1\nstyle: { citations: pandoc }\n';
      const files = {
        '/desk/nomenclator.yaml': config,
        '/desk/sources/books.yaml': SOURCES,
        [REPORT]: 'One.\n',
      };
      await open('', { files });
      const { end } = client.rangeOf(REPORT, 'One');
      const cited = [{ key: 'roe-2019', locator: 'p. 7' }];
      const result = await client.request<NoteEdits>(CITE, { uri, range: { start: end, end }, cited });
      assert.ok('edits' in result);
      assert.equal(client.applied(REPORT, [...(result.edits as TextEdit[])]), 'One[@roe-2019, p. 7].\n');
      const update = await client.request<NoteEdits>(EDIT_NOTES, { uri, what: 'update', at: end });
      assert.match('refusal' in update ? update.refusal : '', /to Pandoc/);
    });

    it('or say why they cannot be', async () => {
      await open(DRAFT);
      const { end } = client.rangeOf(REPORT, 'One.');
      const result = await client.request<NoteEdits>(CITE, {
        uri,
        range: { start: end, end },
        cited: [{ key: '__proto__' }],
      });
      assert.deepEqual(result, {
        refusal: 'The library no longer has this source. Search for it again.',
      });
    });
  });
});
