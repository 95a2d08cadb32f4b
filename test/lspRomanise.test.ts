/** Tests romanising over the protocol: the actions of any editor, and the requests behind the command of VS Code. */

import assert from 'node:assert/strict';
import { ROMANISATIONS, ROMANISE, type Romanisations, type RomanisedRange } from '../server/src/lsp/requests';
import { LanguageClient, uriOf } from './support/languageClient';

const REPORT = '/desk/report.md';
const FILES = {
  '/desk/glossary/people.yaml': 'version: 1\npeople:\n  navqotiy: { name: Navqotiy }\n',
  [REPORT]: 'He read «Навқотий дар Ош»,\nthen Хабаровск and nothing.\n',
};

describe('Romanising over the protocol', () => {
  let client: LanguageClient;

  before(async () => {
    client = await LanguageClient.start({ files: FILES });
    await client.open(REPORT);
  });
  after(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
  });

  const uri = uriOf(REPORT);
  const choices = (...words: string[]) =>
    client.request<Romanisations | null>(ROMANISATIONS, {
      uri,
      ranges: words.map((one) => client.rangeOf(REPORT, one)),
    });

  it('is an action of the kind refactor.rewrite', async () => {
    const [action] = await client.actions(REPORT, 'Хабаровск', ['refactor.rewrite']);
    assert.equal(action?.kind, 'refactor.rewrite');
    assert.match(
      client.applied(REPORT, action?.edit?.changes?.[uri] ?? []),
      /^He read «Навқотий дар Ош»,\nthen Khabarovsk and nothing\.\n$/,
    );
    const fixes = await client.actions(REPORT, 'Хабаровск', ['quickfix']);
    assert.ok(!fixes.some(({ title }) => title.startsWith('Romanise')));
    assert.deepEqual(await client.actions(REPORT, 'nothing', ['refactor.rewrite']), []);
  });

  it('asks for another way where the editor can ask', async () => {
    const asking = await LanguageClient.start({ files: FILES, initializationOptions: { romanises: true } });
    try {
      await asking.open(REPORT);
      const actions = await asking.actions(REPORT, 'Хабаровск', ['refactor.rewrite']);
      assert.deepEqual(
        actions.map(({ edit, command }) => command?.command ?? typeof edit),
        [...actions.slice(1).map(() => 'object'), 'nomenclator.romaniseSelection'],
      );
      assert.deepEqual(await asking.actions(REPORT, 'nothing', ['refactor.rewrite']), []);
    } finally {
      await asking.stop();
    }
  });

  it('lists the languages, the guessed one first and with its reason, and their systems', async () => {
    const found = await choices('Навқотий дар Ош', 'Хабаровск');
    assert.deepEqual(
      found?.ranges,
      ['Навқотий дар Ош', 'Хабаровск'].map((one) => client.rangeOf(REPORT, one)),
    );
    assert.deepEqual(found?.names, ['Navqotiy']);
    const [first, ...others] = found?.languages ?? [];
    assert.equal(first?.name, 'Tajik');
    assert.match(first?.guess ?? '', /^(?:perhaps: )?guessed from the letter қ and the word дар$/);
    assert.deepEqual(first?.systems[0], {
      system: 'bgn-pcgn',
      name: 'BGN/PCGN',
      standard: 'Romanization of Tajik, BGN/PCGN 1994 System',
    });
    assert.equal(others.length, 6);
    assert.ok(others.every(({ guess }) => guess === undefined));
  });

  it('takes a caret for the words around it, and two carets in them for one', async () => {
    const { start } = client.rangeOf(REPORT, 'абаровск');
    const { end } = client.rangeOf(REPORT, 'Хабар');
    const ranges = [start, end].map((at) => ({ start: at, end: at }));
    const found = await client.request<Romanisations | null>(ROMANISATIONS, { uri, ranges });
    assert.deepEqual(found?.ranges, [client.rangeOf(REPORT, 'Хабаровск')]);
  });

  it('has no choices without Cyrillic, or outside a report', async () => {
    assert.equal(await choices('nothing'), null);
    const ranges = [client.rangeOf(REPORT, 'Хабаровск')];
    assert.equal(await client.request(ROMANISATIONS, { uri: 'file:///desk/none.md', ranges }), null);
  });

  it('romanises a text that is no report, whatever it would mean in Markdown', async () => {
    const text = '    Навқотий, `Ош`';
    const ranges = [{ start: { line: 0, character: 4 }, end: { line: 0, character: 18 } }];
    const place = { uri: 'untitled:Untitled-1', text, ranges };
    const found = await client.request<Romanisations | null>(ROMANISATIONS, place);
    assert.deepEqual(found?.names, ['Navqotiy']);
    const how = { language: 'tg', system: 'bgn-pcgn', house: true };
    assert.deepEqual(await client.request(ROMANISE, { ...place, ranges: found?.ranges, ...how }), [
      { range: ranges[0], newText: 'Navqotiy, `Osh`' },
    ]);
  });

  it('romanises the ranges as it is told', async () => {
    const ranges = ['Навқотий дар Ош', 'Хабаровск'].map((one) => client.rangeOf(REPORT, one));
    const ask = (language: string, system: string, house: boolean) =>
      client.request<RomanisedRange[]>(ROMANISE, { uri, ranges, language, system, house });
    const texts = async (...how: Parameters<typeof ask>) => (await ask(...how)).map(({ newText }) => newText);
    assert.deepEqual(await texts('tg', 'ala-lc', true), ['Navqotiy dar Osh', 'Khabarovsk']);
    assert.deepEqual(await texts('ru', 'iso-9', false), ['Navķotij dar Oš', 'Habarovsk']);
    assert.deepEqual(
      (await ask('ru', 'iso-9', false)).map(({ range }) => range),
      ranges,
    );
    assert.deepEqual(await texts('uz', 'icao', false), []);
    assert.deepEqual(await texts('de', 'bgn-pcgn', false), []);
  });
});
