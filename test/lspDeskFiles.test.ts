/** Tests over the protocol that a glossary file and a configuration are completed, explained, outlined and counted. */

import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeLens,
  CompletionItem,
  DocumentSymbol,
  Location,
  LocationLink,
  MarkupContent,
} from 'vscode-languageserver/node';
import { SHOW_MENTIONS } from '../server/src/lsp/requests';
import { type ClientOptions, LanguageClient, uriOf } from './support/languageClient';

const CONFIG = '/desk/nomenclator.yaml';
const PEOPLE = '/desk/glossary/people.yaml';
const GROUPS = '/desk/glossary/groups.yaml';
const TABLE = '/desk/glossary/places.csv';
const SOURCES = '/desk/sources/library.yaml';
const REPORT = '/desk/reports/one.md';
const OTHER = '/desk/reports/two.md';
const FILES = {
  [CONFIG]: 'version: 1\nrules:\n  name/variant: off\n',
  [GROUPS]: `groups:
  ktj:
    name: Katibat al-Tawhid wal-Jihad
    acronym: KTJ
`,
  [PEOPLE]: `people:
  abu-saloh:
    name: Abu Saloh
    spellings: [Abu Salah]
    roles:
      - group: ktj
        sources: [doe-2020]

  navqotiy:
    name: Akhliddin Navqotiy
`,
  [TABLE]: 'id,name\nosh,Osh\n',
  [SOURCES]:
    'references:\n- id: doe-2020\n  type: book\n  title: A Book\n  author: [{ family: Doe, given: Jane }]\n',
  [REPORT]: 'Abu Saloh led the KTJ. Abu Salah wrote.\n',
  [OTHER]: 'Abu Saloh was seen.\n\nAkhliddin Navqotiy too.[^1]\n\n[^1]: A Book <!-- @doe-2020 -->.\n',
};
const SNIPPETS: ClientCapabilities = {
  textDocument: { completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } } },
};

describe('The files of a desk in an editor', function () {
  this.timeout(15_000);
  let client: LanguageClient;
  const start = async (options: Partial<ClientOptions> = {}) => {
    client = await LanguageClient.start({ files: FILES, capabilities: SNIPPETS, ...options });
    await client.open(PEOPLE);
  };
  afterEach(async () => {
    await client.stop();
    assert.deepEqual(client.errors, []);
  });

  const offered = async (path: string, words: string, trigger?: string): Promise<readonly CompletionItem[]> =>
    (await client.complete(path, words, trigger))?.items ?? [];
  const labels = async (path: string, words: string, trigger?: string) =>
    (await offered(path, words, trigger)).map(({ label }) => label);
  const shown = (place: Location | LocationLink) => {
    const { uri, range } = 'uri' in place ? place : { uri: place.targetUri, range: place.targetRange };
    return `${uri.replace('file:///desk/', '')} ${range.start.line}:${range.start.character}-${range.end.character}`;
  };

  it('keys are completed while they are typed, as snippets where the editor takes them', async () => {
    await start();
    await client.edit(PEOPLE, 'Abu Saloh\n', 'Abu Saloh\n    sh\n');
    const items = await offered(PEOPLE, '    sh|\n');
    const short = items.find(({ label }) => label === 'short')!;
    assert.match((short.documentation as MarkupContent).value, /short form/);
    assert.equal(short.insertTextFormat, 2);
    assert.ok(short.textEdit && 'range' in short.textEdit);
    assert.equal(short.textEdit.newText, 'short: [$0]');
    assert.ok(!items.some(({ label }) => label === 'name'));
    assert.match(await client.accept(PEOPLE, short), /\n {4}short: \[\$0\]\n/);
  });

  it('keys are plain text where it does not', async () => {
    await start({ capabilities: {} });
    await client.edit(PEOPLE, 'Abu Saloh\n', 'Abu Saloh\n    sh\n');
    const short = (await offered(PEOPLE, '    sh|\n')).find(({ label }) => label === 'short')!;
    assert.ok(short.textEdit && 'range' in short.textEdit);
    assert.equal(short.textEdit.newText, 'short: ');
    await client.edit(PEOPLE, 'group: ktj', 'group: ');
    const [id] = await offered(PEOPLE, 'group: |');
    assert.equal(id?.detail, 'Katibat al-Tawhid wal-Jihad (KTJ)');
  });

  it('ids are completed, with the card of whom they mean', async () => {
    await start();
    await client.edit(PEOPLE, 'group: ktj', 'group: ');
    const items = await offered(PEOPLE, 'group: |', ' ');
    assert.deepEqual(
      items.map(({ label, labelDetails }) => `${label} ${labelDetails?.description}`),
      ['ktj Katibat al-Tawhid wal-Jihad (KTJ)'],
    );
    const resolved = await client.resolve(items[0]!);
    assert.match(
      (resolved.documentation as MarkupContent).value,
      /\*\*Katibat al-Tawhid wal-Jihad \(KTJ\)\*\*/,
    );
    assert.match(await client.accept(PEOPLE, items[0]!), /- group: ktj\n/);
  });

  it('sources are completed, with their notes', async () => {
    await start();
    await client.edit(PEOPLE, '[doe-2020]', '[doe]');
    const [first] = await offered(PEOPLE, '[doe|]');
    assert.equal(first?.label, 'doe-2020');
    const resolved = await client.resolve(first!);
    assert.match((resolved.documentation as MarkupContent).value, /Jane Doe, \*A Book\*/);
  });

  it('a sign at which an editor asks by itself brings nothing where nothing is being typed', async () => {
    await start();
    await client.edit(PEOPLE, 'name: Akhliddin Navqotiy\n', 'name: Akhliddin Navqotiy\n    \n');
    assert.ok((await labels(PEOPLE, 'Navqotiy\n    |\n')).includes('short'));
    assert.deepEqual(await labels(PEOPLE, 'Navqotiy\n    |\n', '.'), []);
  });

  it('VS Code is asked to suggest again behind a key with choices', async () => {
    await start({ initializationOptions: { editsDeskFiles: true } });
    await client.edit(PEOPLE, 'Abu Saloh\n', 'Abu Saloh\n    st\n');
    const items = await offered(PEOPLE, '    st|\n');
    const commandOf = (key: string) => items.find(({ label }) => label === key)?.command?.command;
    assert.equal(commandOf('status'), 'editor.action.triggerSuggest');
    assert.equal(commandOf('note'), undefined);
  });

  it('the configuration is completed and explained', async () => {
    await start();
    await client.open(CONFIG);
    const hover = await client.hover(CONFIG, 'name/var|iant');
    assert.match((hover!.contents as MarkupContent).value, /\*\*name\/variant\*\*/);
    await client.edit(CONFIG, 'off', '');
    assert.ok((await labels(CONFIG, 'name/variant: |')).includes('hint'));
    await client.edit(CONFIG, 'version: 1\n', 'version: 1\nsty\n');
    assert.deepEqual((await labels(CONFIG, 'sty|\n')).includes('style'), true);
  });

  it('hovers show cards, sources and the meaning of keys', async () => {
    await start();
    const hover = async (words: string) =>
      ((await client.hover(PEOPLE, words))?.contents as MarkupContent | undefined)?.value;
    assert.match((await hover('abu-sa|loh')) ?? '', /^\*\*Abu Saloh\*\* — person/);
    assert.match((await hover('group: kt|j')) ?? '', /^\*\*Katibat al-Tawhid wal-Jihad \(KTJ\)\*\* — group/);
    assert.match((await hover('[doe-|2020]')) ?? '', /Jane Doe/);
    assert.match((await hover('spell|ings')) ?? '', /^\*\*spellings\*\*: Other spellings/);
    assert.equal(await hover('Abu Sal|ah'), undefined);
  });

  it('ids lead to the entries and sources that they name', async () => {
    await start();
    const at = async (words: string) => ((await client.definition(PEOPLE, words)) ?? []).map(shown);
    assert.deepEqual(await at('group: kt|j'), ['glossary/groups.yaml 1:2-5']);
    assert.deepEqual(
      (await at('[doe-|2020]')).map((place) => place.replace(/-\d+$/, '')),
      ['sources/library.yaml 1:2'],
    );
    assert.deepEqual(await at('nav|qotiy:'), ['glossary/people.yaml 8:2-10']);
    assert.deepEqual(await at('spell|ings'), []);
  });

  it('references of an entry are its mentions and the entries that name it', async () => {
    await start();
    await client.open(GROUPS);
    const uses = async (path: string, words: string, declaration = false) =>
      ((await client.references(path, words, declaration)) ?? []).map(shown);
    assert.deepEqual(await uses(GROUPS, 'k|tj', true), [
      'glossary/groups.yaml 1:2-5',
      'glossary/people.yaml 5:15-18',
      'reports/one.md 0:18-21',
    ]);
    assert.deepEqual(await uses(PEOPLE, 'abu-s|aloh'), [
      'reports/one.md 0:0-9',
      'reports/one.md 0:23-32',
      'reports/two.md 0:0-9',
    ]);
    assert.deepEqual(await uses(PEOPLE, 'group: kt|j'), [
      'glossary/people.yaml 5:15-18',
      'reports/one.md 0:18-21',
    ]);
    assert.deepEqual(await uses(PEOPLE, '[doe-2|020]'), ['reports/two.md 4:19-27']);
  });

  it('a table knows of its rows', async () => {
    await start();
    await client.open(TABLE);
    const hover = await client.hover(TABLE, 'osh,O|sh');
    assert.match((hover!.contents as MarkupContent).value, /^\*\*Osh\*\* — place/);
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: uriOf(TABLE) },
    });
    assert.deepEqual(
      symbols.map(({ name, detail }) => [name, detail]),
      [['Osh', 'osh']],
    );
  });

  it('the outline has sections and entries', async () => {
    await start();
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: uriOf(PEOPLE) },
    });
    const lines = symbols.flatMap(({ name, children = [], range }) => [
      `${name} ${range.start.line}-${range.end.line}`,
      ...children.map((one) => `  ${one.name} (${one.detail}) ${one.range.start.line}-${one.range.end.line}`),
    ]);
    assert.deepEqual(lines, [
      'people 0-9',
      '  Abu Saloh (abu-saloh) 1-6',
      '  Akhliddin Navqotiy (navqotiy) 8-9',
    ]);
  });

  describe('over an entry', () => {
    const lenses = async (path = PEOPLE): Promise<CodeLens[]> => {
      const found = await client.request<CodeLens[] | null>('textDocument/codeLens', {
        textDocument: { uri: uriOf(path) },
      });
      return Promise.all((found ?? []).map((lens) => client.request<CodeLens>('codeLens/resolve', lens)));
    };
    const told = async () =>
      (await lenses()).map(
        ({ range, command }) => `${range.start.line} ${command?.title} ${command?.command}`,
      );

    it('stands how often it is mentioned', async () => {
      await start();
      assert.deepEqual(await told(), [
        '1 3 mentions in 2 reports · 1 other spelling ',
        '8 1 mention in 1 report ',
      ]);
    });

    it('VS Code can show them', async () => {
      await start({ initializationOptions: { editsDeskFiles: true } });
      const [first] = await lenses();
      assert.equal(first?.command?.command, SHOW_MENTIONS);
      assert.deepEqual(first?.command?.arguments, [
        {
          root: '/desk',
          id: 'abu-saloh',
          label: 'Abu Saloh',
          uri: uriOf(PEOPLE),
          position: { line: 1, character: 2 },
        },
      ]);
    });

    it('the counts follow a report that is edited, and an entry that is not saved has none', async () => {
      await start();
      await told();
      await client.open(OTHER);
      await client.edit(OTHER, 'Abu Saloh was seen.', 'Nobody was seen.');
      await client.edit(PEOPLE, '\n  navqotiy:', '  new:\n    name: Newcomer\n\n  navqotiy:');
      assert.deepEqual(await told(), [
        '1 2 mentions in 1 report · 1 other spelling ',
        '7 save to count ',
        '10 1 mention in 1 report ',
      ]);
    });

    it('an editor that can is told to count again when a report has changed', async () => {
      await start({ capabilities: { workspace: { codeLens: { refreshSupport: true } } } });
      await told();
      await client.open(OTHER);
      await client.diagnosticsNow(OTHER);
      for (let tries = 0; client.lensRefreshes === 0; tries++) {
        assert.ok(tries < 1000, 'It was never told.');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    });

    it('nothing stands where the reader does not want it', async () => {
      await start({
        capabilities: { workspace: { configuration: true } },
        settings: { 'nomenclator.codeLens': false },
      });
      assert.deepEqual(await lenses(), []);
    });

    it('nothing stands in tables, configurations and reports', async () => {
      await start();
      for (const path of [TABLE, CONFIG, REPORT]) {
        await client.open(path);
        assert.deepEqual(await lenses(path), []);
      }
    });
  });
});
