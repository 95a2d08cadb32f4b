/** Tests the language server by its protocol: what an editor sends, and what it is sent back. */

import assert from 'node:assert/strict';
import type { Hover, Location, LocationLink, MarkupContent } from 'vscode-languageserver/node';
import { type ClientOptions, LanguageClient, uriOf } from './support/languageClient';

const GLOSSARY = `version: 1
groups:
  ktj:
    name: Katibat al-Tawhid wal-Jihad
    acronym: KTJ
people:
  abu-saloh:
    name: Abu Saloh
    spellings: [Abu Salah]
    aliases: [{ name: Sirojiddin Mukhtarov, kind: real name }]
  navqotiy:
    name: Akhliddin Navqotiy
    short: Navqotiy
    spellings: [Akhliddin Novkatiy]
`;
const SOURCES = `references:
  - id: doe-2020
    type: book
    title: A Short History of Letters
    author: [{ family: Doe, given: Jane }]
    publisher: Example Press
    issued: 2020
`;
const NOTE = 'Jane Doe, *A Short History of Letters* (Example Press, 2020). <!-- @doe-2020 -->';
const PEOPLE = '/desk/glossary/people.yaml';
const REPORT = '/desk/reports/one.md';

const FILES = {
  '/desk/nomenclator.yaml': 'version: 1\n',
  [PEOPLE]: GLOSSARY,
  '/desk/sources/library.yaml': SOURCES,
  [REPORT]: 'Then Abu Salah wrote.\n',
  '/desk/reports/two.md': 'KTJ said: “We know Abu\nSalah well.”\n',
};

describe('the language server', function () {
  this.timeout(15_000);
  let client: LanguageClient;

  const start = async (
    files: Readonly<Record<string, string>> = {},
    options: Omit<ClientOptions, 'files'> = {},
  ) => {
    client = await LanguageClient.start({ ...options, files: { ...FILES, ...files } });
    return client;
  };
  afterEach(async () => {
    await client.stop();
    assert.deepEqual(client.errors, []);
  });

  const markdownOf = (hover: Hover | null) => (hover?.contents as MarkupContent | undefined)?.value ?? '';

  it('says what it can do', async () => {
    await start();
    const { capabilities, serverInfo } = client.initialized;
    assert.equal(serverInfo?.name, 'nomenclator');
    assert.equal(capabilities.hoverProvider, true);
    assert.equal(capabilities.definitionProvider, true);
    assert.equal(capabilities.referencesProvider, true);
    assert.equal(capabilities.workspaceSymbolProvider, true);
    assert.deepEqual(capabilities.completionProvider?.triggerCharacters, ['^', '@', ' ', ',', ';', '.', '-']);
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: [
        'quickfix',
        'refactor.rewrite',
        'source.fixAll.nomenclator',
        'refactor.insertNote.nomenclator',
        'refactor.insertBibliography.nomenclator',
        'refactor.insertAbbreviations.nomenclator',
        'source.updateNotes.nomenclator',
        'source.renumberNotes.nomenclator',
        'source.updateBibliography.nomenclator',
        'source.updateAbbreviations.nomenclator',
        'source.adoptNotes.nomenclator',
        'source.normalise.nomenclator',
      ],
      resolveProvider: true,
    });
  });

  describe('diagnostics', () => {
    it('come after opening and after each change, with the version they are of', async () => {
      await start();
      await client.open(REPORT);
      const first = await client.shows(REPORT, 'name/spelling Abu Salah');
      assert.equal(first.version, 1);
      const [diagnostic] = first.diagnostics;
      assert.equal(diagnostic?.severity, 2);
      assert.equal(diagnostic?.source, 'nomenclator');
      assert.match(String(diagnostic?.message), /Write “Abu Saloh”/);
      await client.edit(REPORT, 'Salah', 'Saloh');
      assert.equal((await client.shows(REPORT)).version, 2);
      await client.edit(REPORT, 'wrote', 'wrote[^1] to Abu Salah');
      assert.equal((await client.shows(REPORT, 'note/undefined [^1]', 'name/spelling Abu Salah')).version, 3);
    });

    it('are of the text as it is after many quick changes', async () => {
      await start();
      await client.open(REPORT);
      await Promise.all([
        client.edit(REPORT, 'Salah', 'Salo'),
        client.edit(REPORT, 'Salo', 'Saloh'),
        client.edit(REPORT, 'Saloh', 'Salah, Abu Salah'),
      ]);
      await client.shows(REPORT, 'name/spelling Abu Salah', 'name/spelling Abu Salah');
    });

    it('go away when the report is closed', async () => {
      await start();
      await client.open(REPORT);
      await client.shows(REPORT, 'name/spelling Abu Salah');
      await client.close(REPORT);
      await client.shows(REPORT);
    });

    it('are placed right with Windows line ends and characters of two units', async () => {
      await start({ [REPORT]: '𐐷\r\n\r\n𐐷 Abu Salah\r\n' });
      await client.open(REPORT);
      const { diagnostics } = await client.shows(REPORT, 'name/spelling Abu Salah');
      assert.deepEqual(diagnostics[0]?.range.start, { line: 2, character: 3 });
    });
  });

  describe('hover', () => {
    it('shows the card, at the whole name', async () => {
      await start();
      await client.open(REPORT);
      const hover = await client.hover(REPORT, 'Abu Sa|lah');
      assert.match(markdownOf(hover), /Abu Saloh/);
      assert.match(markdownOf(hover), /Sirojiddin Mukhtarov/);
      assert.deepEqual(hover?.range, client.rangeOf(REPORT, 'Abu Salah'));
    });

    it('shows nothing elsewhere', async () => {
      await start();
      await client.open(REPORT);
      assert.equal(await client.hover(REPORT, 'wr|ote'), null);
    });
  });

  describe('completion', () => {
    it('offers names, with their cards once looked at', async () => {
      await start({ [REPORT]: 'Then Novk\n' });
      await client.open(REPORT);
      const list = await client.complete(REPORT, 'Novk');
      assert.deepEqual(
        list?.items
          .slice(0, 2)
          .map(({ label }) => label)
          .sort(),
        ['Akhliddin Navqotiy', 'Navqotiy'],
      );
      const item = list!.items.find(({ label }) => label === 'Navqotiy')!;
      assert.equal(
        item.filterText,
        'Novk',
        'An editor that filters by what was typed must not lose the item.',
      );
      const { documentation } = await client.resolve(item);
      assert.match((documentation as MarkupContent).value, /Akhliddin Navqotiy/);
      assert.equal(await client.accept(REPORT, item), 'Then Navqotiy\n');
    });

    it('offers no names for a mere space', async () => {
      await start({ [REPORT]: 'Then Abu Saloh \n' });
      await client.open(REPORT);
      assert.equal(await client.complete(REPORT, 'Saloh |', ' '), null);
    });

    it('offers sources, and writes the note with the reference', async () => {
      await start({ [REPORT]: 'He wrote.[^letters\n\nThe end.\n' });
      await client.open(REPORT);
      const [item] = (await client.complete(REPORT, '[^letters', ' '))!.items;
      assert.equal(item?.label, 'Doe 2020');
      const { documentation } = await client.resolve(item!);
      assert.equal(
        (documentation as MarkupContent).value,
        'Jane Doe, *A Short History of Letters* (Example Press, 2020).',
      );
      assert.equal(await client.accept(REPORT, item!), `He wrote.[^1]\n\nThe end.\n\n[^1]: ${NOTE}\n`);
    });

    it('puts the note behind the last one', async () => {
      await start({ [REPORT]: 'He wrote.[^1] She wrote.[^doe]\n\n[^1]: A letter.\n\nThe end.\n' });
      await client.open(REPORT);
      const [item] = (await client.complete(REPORT, '[^doe|]'))!.items;
      assert.equal(
        await client.accept(REPORT, item!),
        `He wrote.[^1] She wrote.[^2]\n\n[^1]: A letter.\n\n[^2]: ${NOTE}\n\nThe end.\n`,
      );
    });

    it('keeps Windows line ends', async () => {
      await start({ [REPORT]: 'He wrote.[^doe\r\n\r\nThe end.\r\n' });
      await client.open(REPORT);
      const [item] = (await client.complete(REPORT, '[^doe'))!.items;
      assert.equal(
        await client.accept(REPORT, item!),
        `He wrote.[^1]\r\n\r\nThe end.\r\n\r\n[^1]: ${NOTE}\r\n`,
      );
    });

    it('writes reference and note in one edit where they touch: at the very end of the text', async () => {
      for (const text of ['He wrote.[^doe', 'He wrote.[^doe]']) {
        await start({ [REPORT]: text });
        await client.open(REPORT);
        const [item] = (await client.complete(REPORT, '[^doe'))!.items;
        assert.equal((await client.resolve(item!)).additionalTextEdits, undefined);
        assert.equal(await client.accept(REPORT, item!), `He wrote.[^1]\n\n[^1]: ${NOTE}\n`);
        if (text.endsWith('doe')) await client.stop();
      }
    });

    it('and at the end of the last note', async () => {
      await start({ [REPORT]: 'He wrote.[^1]\n\n[^1]: See also [^doe\n\nThe end.\n' });
      await client.open(REPORT);
      const [item] = (await client.complete(REPORT, '[^doe'))!.items;
      assert.equal(
        await client.accept(REPORT, item!),
        `He wrote.[^1]\n\n[^1]: See also [^2]\n\n[^2]: ${NOTE}\n\nThe end.\n`,
      );
    });

    it('leaves the caret behind the reference in an editor that takes snippets', async () => {
      const completion = { completionItem: { snippetSupport: true } };
      await start({ [REPORT]: 'He wrote.[^doe' }, { capabilities: { textDocument: { completion } } });
      await client.open(REPORT);
      const [item] = (await client.complete(REPORT, '[^doe'))!.items;
      assert.equal(item?.insertTextFormat, 2);
      assert.equal(item?.textEdit?.newText, `[^1]$0\n\n[^1]: ${NOTE}\n`);
    });

    it('brings the notes of the first along, once notes are made at all: they may be chosen in haste', async () => {
      await start({ [REPORT]: 'He wrote.[^doe\n\nThe end.\n' });
      await client.open(REPORT);
      const first = (await client.complete(REPORT, '[^doe'))!.items[0]!;
      assert.equal(first.additionalTextEdits, undefined);
      await client.resolve(first);
      const again = (await client.complete(REPORT, '[^doe'))!.items[0]!;
      assert.equal(again.additionalTextEdits?.[0]?.newText, `\n[^1]: ${NOTE}\n`);
      assert.deepEqual(await client.resolve(again), again);
    });

    it('fills an empty note', async () => {
      const completion = { completionItem: { snippetSupport: true } };
      const text = 'He wrote.[^1]\n\n[^1]: [@doe\n\nThe end.\n';
      await start({ [REPORT]: text }, { capabilities: { textDocument: { completion } } });
      await client.open(REPORT);
      const [item] = (await client.complete(REPORT, '[@doe'))!.items;
      assert.equal(item?.textEdit?.newText, ` ${NOTE.replace(' <!--', '$0 <!--')}`);
    });

    it('cites a page and several sources', async () => {
      await start({ [REPORT]: 'He wrote.[^see doe, 3; doe, p. 20\n\nThe end.\n' });
      await client.open(REPORT);
      const [item] = (await client.complete(REPORT, 'p. 20', ' '))!.items;
      assert.match(await client.accept(REPORT, item!), /<!-- See @doe-2020, 3; @doe-2020, p\. 20 -->/);
    });

    it('refers again to a note that cites just that source', async () => {
      const text = `He wrote.[^1] She wrote.[^doe\n\n[^1]: ${NOTE}\n`;
      await start({ [REPORT]: text });
      await client.open(REPORT);
      const [item] = (await client.complete(REPORT, '[^doe'))!.items;
      assert.equal(await client.accept(REPORT, item!), text.replace('[^doe', '[^1]'));
    });
  });

  describe('code actions', () => {
    it('mend a name here and everywhere', async () => {
      await start({ [REPORT]: 'Abu Salah’s letter. Then *Abu\nSalah* wrote.\n' });
      await client.open(REPORT);
      const actions = await client.actions(REPORT, 'Abu Salah’s');
      assert.deepEqual(
        actions.map(({ title, kind, isPreferred }) => [title, kind, isPreferred]),
        [
          ['Write “Abu Saloh”', 'quickfix', true],
          ['Write “Abu Saloh” for every “Abu Salah” in this report (2)', 'quickfix', undefined],
          ['Accept “Abu Salah” here', 'quickfix', undefined],
        ],
      );
      const mended = actions.map(({ edit }) => client.applied(REPORT, edit!.changes![uriOf(REPORT)]!));
      assert.deepEqual(mended, [
        'Abu Saloh’s letter. Then *Abu\nSalah* wrote.\n',
        'Abu Saloh’s letter. Then *Abu\nSaloh* wrote.\n',
        '<!-- nomenclator-disable name/spelling -->\nAbu Salah<!-- nomenclator-enable name/spelling -->’s letter. Then *Abu\nSalah* wrote.\n',
      ]);
      assert.equal(actions[0]?.diagnostics?.[0]?.code, 'name/spelling');
    });

    it('mend everything only where that is asked for', async () => {
      await start({ [REPORT]: 'Abu Salah and Akhliddin Novkatiy.\r\n\r\n“We met Abu Salah there.”\r\n' });
      await client.open(REPORT);
      const kinds = async (only?: string[]) =>
        (await client.actions(REPORT, 'Akhliddin', only)).map(({ kind }) => kind);
      assert.deepEqual([...new Set(await kinds())], ['quickfix']);
      assert.deepEqual([...new Set(await kinds(['quickfix']))], ['quickfix']);
      assert.deepEqual(await kinds(['refactor.rewrite']), []);
      assert.deepEqual(await kinds(['source']), [
        'source.normalise.nomenclator',
        'source.fixAll.nomenclator',
      ]);
      for (const only of ['source.fixAll', 'source.fixAll.nomenclator'])
        assert.deepEqual(await kinds([only]), ['source.fixAll.nomenclator']);
      assert.deepEqual(await kinds(['source.fixAll.other']), []);
      const [action] = await client.actions(REPORT, 'Akhliddin', ['source.fixAll']);
      assert.equal(
        client.applied(REPORT, action!.edit!.changes![uriOf(REPORT)]!),
        'Abu Saloh and Akhliddin Navqotiy.\r\n\r\n“We met Abu Salah there.”\r\n',
      );
    });

    it('are none where nothing is wrong', async () => {
      await start({ [REPORT]: 'Abu Saloh wrote.\n' });
      await client.open(REPORT);
      assert.deepEqual(await client.actions(REPORT, 'Abu Saloh'), []);
      assert.deepEqual(await client.actions(REPORT, 'Abu Saloh', ['source.fixAll']), []);
    });
  });

  describe('definition', () => {
    const placesOf = (found: (Location | LocationLink)[] | null) =>
      (found ?? []).map((place) => {
        assert.ok('uri' in place);
        return `${place.uri.replace('file:///desk/', '')}:${place.range.start.line}:${place.range.start.character}`;
      });
    const text = 'Abu Salah wrote.[^1] He cites [@doe-2020].\n\n[^1]: A note.\n';

    it('leads from a name to its entry, from a reference to its note and back, from a key to its source', async () => {
      await start({ [REPORT]: text });
      await client.open(REPORT);
      assert.deepEqual(placesOf(await client.definition(REPORT, 'Abu| Salah')), ['glossary/people.yaml:6:2']);
      assert.deepEqual(placesOf(await client.definition(REPORT, 'wrote.[^|1')), ['reports/one.md:2:0']);
      assert.deepEqual(placesOf(await client.definition(REPORT, '[^|1]: A')), ['reports/one.md:0:16']);
      assert.deepEqual(placesOf(await client.definition(REPORT, 'doe-|2020')), ['sources/library.yaml:1:4']);
      assert.equal(await client.definition(REPORT, 'ci|tes'), null);
    });

    it('gives links where the editor takes them', async () => {
      await start(
        { [REPORT]: text },
        { capabilities: { textDocument: { definition: { linkSupport: true } } } },
      );
      await client.open(REPORT);
      const [link] = (await client.definition(REPORT, 'Abu| Salah')) as LocationLink[];
      assert.deepEqual(link?.originSelectionRange, client.rangeOf(REPORT, 'Abu Salah'));
      assert.equal(link?.targetUri, uriOf(PEOPLE));
    });

    it('follows the entry of a glossary file that is being edited and saved', async () => {
      await start();
      await client.open(REPORT);
      await client.open(PEOPLE);
      await client.edit(PEOPLE, 'people:', '# A comment.\npeople:');
      await client.save(PEOPLE);
      await client.shows(REPORT, 'name/spelling Abu Salah');
      assert.deepEqual(placesOf(await client.definition(REPORT, 'Abu| Salah')), ['glossary/people.yaml:7:2']);
    });
  });

  describe('references', () => {
    const placesOf = (found: Location[] | null) =>
      (found ?? []).map(
        ({ uri, range }) =>
          `${uri.replace('file:///desk/', '')}:${range.start.line}:${range.start.character}`,
      );

    it('are all mentions of an entity, in open and in saved reports', async () => {
      await start();
      await client.open(REPORT);
      await client.edit(REPORT, 'wrote', 'and Sirojiddin Mukhtarov wrote');
      const found = await client.references(REPORT, 'Abu| Salah');
      assert.deepEqual(placesOf(found), ['reports/one.md:0:5', 'reports/one.md:0:19', 'reports/two.md:0:19']);
      const withEntry = placesOf(await client.references(REPORT, 'Abu| Salah', true));
      assert.ok(withEntry.includes('glossary/people.yaml:6:2'), withEntry.join());
      assert.equal(withEntry.length, 4);
    });

    it('are the references of a note', async () => {
      await start({ [REPORT]: 'One.[^1] Two.[^1]\n\n[^1]: A note.\n' });
      await client.open(REPORT);
      assert.deepEqual(placesOf(await client.references(REPORT, '[^|1]: A')), [
        'reports/one.md:0:4',
        'reports/one.md:0:13',
      ]);
    });

    it('are the citations of a source', async () => {
      await start({ [REPORT]: 'One [@doe-2020].\n', '/desk/reports/two.md': `One.[^1]\n\n[^1]: ${NOTE}\n` });
      await client.open(REPORT);
      assert.equal((await client.references(REPORT, 'doe-|2020'))?.length, 2);
    });
  });

  it('finds entities as symbols of the workspace', async () => {
    await start();
    await client.open(REPORT);
    const found = await client.symbols('Novk');
    assert.deepEqual(
      found.map(({ name, containerName }) => [name, containerName]),
      [['Akhliddin Navqotiy', 'person']],
    );
    const { uri, range } = found[0]!.location as Location;
    assert.equal(uri, uriOf(PEOPLE));
    assert.deepEqual(range.start, { line: 10, character: 2 });
    assert.deepEqual(
      (await client.symbols('')).map(({ name }) => name),
      ['Katibat al-Tawhid wal-Jihad (KTJ)', 'Abu Saloh', 'Akhliddin Navqotiy'],
    );
  });

  describe('semantic tokens', () => {
    const CONFIGURATION = { workspace: { configuration: true, semanticTokens: { refreshSupport: true } } };

    it('mark mentions by type, each line of a name by itself', async () => {
      await start({ [REPORT]: 'KTJ and Abu\nSaloh\n' });
      await client.open(REPORT);
      const { tokenTypes } = client.initialized.capabilities.semanticTokensProvider!.legend;
      const [group, person] = [tokenTypes.indexOf('group'), tokenTypes.indexOf('person')];
      assert.deepEqual(await client.tokens(REPORT), [
        0,
        0,
        3,
        group,
        0,
        0,
        8,
        3,
        person,
        0,
        1,
        0,
        5,
        person,
        0,
      ]);
    });

    it('can be switched off', async () => {
      const settings = { 'nomenclator.semanticTokens': false };
      await start({}, { capabilities: CONFIGURATION, settings });
      await client.open(REPORT);
      assert.deepEqual(await client.tokens(REPORT), []);
      client.settings = { 'nomenclator.semanticTokens': true };
      await client.notify('workspace/didChangeConfiguration', { settings: {} });
      assert.notDeepEqual(await client.tokens(REPORT), []);
      assert.equal(client.refreshes, 1);
    });
  });

  describe('the files of the desk', () => {
    it('show their problems as they are typed, before they are saved', async () => {
      await start();
      await client.open(PEOPLE);
      await client.edit(PEOPLE, 'acronym: KTJ', 'acronim: KTJ');
      await client.shows(PEOPLE, 'glossary/unknown-key acronim');
      await client.edit(PEOPLE, 'acronim', 'acronym');
      await client.shows(PEOPLE);
    });

    it('show the problems of files that nobody has opened', async () => {
      await start({ '/desk/glossary/places.yaml': 'version: 1\nplaces:\n  osh: {}\n' });
      await client.open(REPORT);
      await client.shows('/desk/glossary/places.yaml', 'glossary/missing-name');
    });

    it('show the problems of sources and of the configuration', async () => {
      await start({ '/desk/nomenclator.yaml': 'version: 1\nrules: { name/aliass: off }\n' });
      await client.open('/desk/nomenclator.yaml');
      await client.shows('/desk/nomenclator.yaml', 'desk/config name/aliass');
      await client.open('/desk/sources/library.yaml');
      await client.edit('/desk/sources/library.yaml', 'type: book', 'type: boook');
      await client.shows('/desk/sources/library.yaml', 'source/type boook');
    });

    it('update every open report when they are saved', async () => {
      await start();
      await client.open(REPORT);
      await client.open(PEOPLE);
      await client.shows(REPORT, 'name/spelling Abu Salah');
      await client.edit(PEOPLE, '[Abu Salah]', '[Abu Solih]');
      await client.save(PEOPLE);
      await client.shows(REPORT, 'name/variant Abu Salah');
    });

    it('leave the last good glossary working while they are broken', async () => {
      await start();
      await client.open(REPORT);
      await client.open(PEOPLE);
      await client.shows(REPORT, 'name/spelling Abu Salah');
      await client.edit(PEOPLE, 'people:', 'people: [');
      await client.save(PEOPLE);
      const { diagnostics } = await client.diagnosticsWhen(PEOPLE, (all) => all.length > 0);
      assert.equal(diagnostics[0]?.code, 'glossary/syntax');
      assert.match(markdownOf(await client.hover(REPORT, 'Abu Sa|lah')), /Abu Saloh/);
      await client.edit(PEOPLE, 'people: [', 'people:');
      await client.save(PEOPLE);
      await client.shows(PEOPLE);
      await client.shows(REPORT, 'name/spelling Abu Salah');
    });

    it('are noticed when they come, are renamed, and go', async () => {
      const places = (name: string) => `version: 1\nplaces:\n  osh: { name: ${name}, spellings: [Oosh] }\n`;
      await start({ [REPORT]: 'In Oosh.\n' });
      await client.open(REPORT);
      await client.shows(REPORT);
      client.files.write('/desk/glossary/new.yaml', places('Osh'));
      await client.watched('/desk/glossary/new.yaml');
      await client.shows(REPORT, 'name/spelling Oosh');
      client.files.remove('/desk/glossary/new.yaml');
      client.files.write('/desk/glossary/deep/renamed.yaml', places('Osh'));
      await client.watched('/desk/glossary/new.yaml', '/desk/glossary/deep/renamed.yaml');
      await client.shows(REPORT, 'name/spelling Oosh');
      // Until the desk is read again, its last state serves.
      const place = async () => ((await client.definition(REPORT, 'Oo|sh')) as Location[])[0]?.uri;
      for (let tries = 0; (await place()) !== uriOf('/desk/glossary/deep/renamed.yaml'); tries++)
        assert.ok(tries < 1000, 'the renamed file is not read');
      client.files.remove('/desk/glossary/deep/renamed.yaml');
      await client.watched('/desk/glossary/deep/renamed.yaml');
      await client.shows(REPORT);
    });

    it('are noticed when their folder goes', async () => {
      await start();
      await client.open(REPORT);
      await client.shows(REPORT, 'name/spelling Abu Salah');
      client.files.remove(PEOPLE);
      await client.notify('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uriOf('/desk/glossary'), type: 3 }],
      });
      await client.shows(REPORT);
    });

    it('lose the problems that were shown when they go', async () => {
      await start({ '/desk/glossary/places.yaml': 'version: 1\nplaces:\n  osh: {}\n' });
      await client.open(REPORT);
      await client.shows('/desk/glossary/places.yaml', 'glossary/missing-name');
      client.files.remove('/desk/glossary/places.yaml');
      await client.watched('/desk/glossary/places.yaml');
      await client.shows('/desk/glossary/places.yaml');
    });

    it('are watched, where the editor does that', async () => {
      await start(
        {},
        { capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } } },
      );
      await client.open(REPORT);
      await client.shows(REPORT, 'name/spelling Abu Salah');
      assert.deepEqual(client.registered, ['workspace/didChangeWatchedFiles']);
    });
  });

  describe('several desks', () => {
    const OTHER = {
      '/other/glossary/g.yaml': 'version: 1\npeople: { x: { name: Abu Salah, spellings: [Abu Saloh] } }\n',
      '/other/report.md': 'Abu Salah and Abu Saloh.\n',
    };

    it('are two workspace folders', async () => {
      await start(OTHER, { folders: ['/desk', '/other'] });
      await client.open(REPORT);
      await client.open('/other/report.md');
      await client.shows(REPORT, 'name/spelling Abu Salah');
      await client.shows('/other/report.md', 'name/spelling Abu Saloh');
      await client.edit(REPORT, 'Then ', 'Then Abu Saloh and ');
      assert.equal((await client.references(REPORT, 'Abu| Saloh'))?.length, 3);
      assert.deepEqual((await client.symbols('Abu Sal')).map(({ name }) => name).sort(), [
        'Abu Salah',
        'Abu Saloh',
      ]);
    });

    it('are split when a configuration comes, and joined when it goes', async () => {
      const inner = '/desk/inner/nomenclator.yaml';
      await start({ '/desk/inner/report.md': 'Abu Salah.\n' });
      await client.open('/desk/inner/report.md');
      await client.shows('/desk/inner/report.md', 'name/spelling Abu Salah');
      client.files.write(inner, 'version: 1\n');
      await client.watched(inner);
      await client.shows('/desk/inner/report.md');
      client.files.remove(inner);
      await client.watched(inner);
      await client.shows('/desk/inner/report.md', 'name/spelling Abu Salah');
    });
  });

  it('answers for a document that nobody has opened', async () => {
    await start();
    const nowhere = { textDocument: { uri: uriOf('/desk/none.md') }, position: { line: 9, character: 9 } };
    assert.equal(await client.request('textDocument/hover', nowhere), null);
    assert.equal(await client.request('textDocument/completion', nowhere), null);
    assert.equal(await client.request('textDocument/definition', nowhere), null);
  });

  it('does not analyse a document of another language as a report', async () => {
    await start();
    await client.open(PEOPLE);
    assert.equal(await client.hover(PEOPLE, 'Sirojiddin| Mukhtarov'), null);
  });
});
