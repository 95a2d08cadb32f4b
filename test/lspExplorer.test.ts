/** Tests what the server tells VS Code's side bar over the protocol: names, cards, mentions, findings, and what a new desk is. */

import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver/node';
import {
  ENTITY_CARD,
  EXPLORED,
  type ExploredParams,
  FINDINGS_BY_NAME,
  type FindingGroupParams,
  MEND_FINDING,
  MENTIONS_OF,
  type MendedFinding,
  NAMES_BELOW,
  type NameLine,
  type NamesBelow,
  type NamesBelowParams,
  type NewDeskPlan,
  PLAN_DESK,
} from '../server/src/lsp/requests';
import { type ClientOptions, LanguageClient, uriOf } from './support/languageClient';

const GLOSSARY = '/desk/glossary/all.yaml';
const ONE = '/desk/reports/one.md';
const TWO = '/desk/reports/two.md';
const FILES = {
  '/desk/nomenclator.yaml': 'version: 1\n',
  [GLOSSARY]: `people:
  abu-saloh:
    name: Abu Saloh
    spellings: [Abu Salah]
    roles: [{ group: ktj, title: leader, until: 2019-04 }]
groups:
  ktj: { name: Katibat al-Tawhid wal-Jihad, acronym: KTJ }
`,
  [ONE]: '---\ndate: 2018-06-01\n---\n\nAbu Salah led Katibat al-Tawhid wal-Jihad (KTJ).\n',
  [TWO]: 'Abu Saloh left.\n',
};
const VSCODE = { explores: true };

describe('The side bar', function () {
  this.timeout(15_000);
  let client: LanguageClient;
  let told: ExploredParams[];
  const start = async (options: Partial<ClientOptions> = {}) => {
    client = await LanguageClient.start({ files: FILES, initializationOptions: VSCODE, ...options });
    told = client.notifications<ExploredParams>(EXPLORED);
  };
  afterEach(async () => {
    await client.stop();
    assert.deepEqual(client.errors, []);
  });

  const names = (params: Partial<NamesBelowParams> = {}) =>
    client.request<NamesBelow>(NAMES_BELOW, { mentionedOnly: false, ...params });
  const shown = (lines: readonly NameLine[]) =>
    lines.map(({ label, description }) => `${label} ${description}`);

  it('has names before any report is open', async () => {
    await start();
    const { state, lines } = await names();
    assert.equal(state, 'ready');
    assert.deepEqual(shown(lines), ['Groups 1', 'People 1']);
  });

  it('tells where there is no desk, and where its glossary is empty', async () => {
    await start({ files: { '/desk/notes.md': 'Text.\n' } });
    assert.deepEqual(await names(), { state: 'noDesk', lines: [] });
    await client.stop();
    await start({ files: { '/desk/nomenclator.yaml': 'version: 1\n' } });
    assert.deepEqual(await names(), { state: 'noNames', lines: [] });
    await client.stop();
    await start({ folders: [] });
    assert.deepEqual(await names(), { state: 'noDesk', lines: [] });
  });

  it('has the counts of the report, level by level', async () => {
    await start();
    await client.open(ONE);
    const uri = uriOf(ONE);
    const { lines: top } = await names({ uri });
    assert.deepEqual(shown(top), ['Groups 1 of 1', 'People 1 of 1']);
    const { lines: groups } = await names({ uri, parent: top[0]!.place });
    assert.deepEqual(groups[0]?.entity, { root: '/desk', id: 'ktj' });
    assert.deepEqual(groups[0]?.forms, ['Katibat al-Tawhid wal-Jihad', 'KTJ']);
    assert.equal(groups[0]?.count, 2);
    const { lines: people } = await names({ uri, parent: groups[0]!.place });
    assert.deepEqual(shown(people), ['Abu Saloh leader until Apr 2019']);
    const gone = await names({ uri, parent: { kind: 'entity', id: 'nobody' } });
    assert.deepEqual(gone, { state: 'ready', lines: [] });
  });

  it('has cards, as of the report’s date where there is one', async () => {
    await start();
    await client.open(ONE);
    await client.open(TWO);
    const card = (path?: string) =>
      client.request<string | null>(ENTITY_CARD, {
        root: '/desk',
        id: 'abu-saloh',
        ...(path === undefined ? {} : { uri: uriOf(path) }),
      });
    assert.match(
      (await card(ONE)) ?? '',
      /^\*\*Abu Saloh\*\* — person.*later than this report.*1 mention here/s,
    );
    assert.match((await card()) ?? '', /formerly leader of.*as of 1 January 2023/s);
    assert.equal(await client.request(ENTITY_CARD, { root: '/desk', id: 'nobody' }), null);
  });

  it('finds mentions in all reports of the desk, open or not', async () => {
    await start();
    await client.open(ONE);
    const found = await client.request<Location[]>(MENTIONS_OF, { root: '/desk', id: 'abu-saloh' });
    assert.deepEqual(
      found.map(({ uri, range }) => [uri, range.start]),
      [
        [uriOf(ONE), { line: 4, character: 0 }],
        [uriOf(TWO), { line: 0, character: 0 }],
      ],
    );
    assert.deepEqual(await client.request(MENTIONS_OF, { root: '/nowhere', id: 'abu-saloh' }), []);
  });

  it('has the findings by name, and mends one of them', async () => {
    await start();
    await client.open(ONE);
    const groups = await client.request<FindingGroupParams[]>(FINDINGS_BY_NAME, { uri: uriOf(ONE) });
    const group = groups.find(({ label }) => label === 'Abu Saloh');
    assert.deepEqual(group?.entity, { root: '/desk', id: 'abu-saloh' });
    const finding = group?.findings[0];
    assert.ok(finding);
    assert.deepEqual(
      [finding.text, finding.instead, finding.code, finding.isMendable],
      ['Abu Salah', 'Abu Saloh', 'name/spelling', true],
    );
    const { range, code } = finding;
    const mend = (at: typeof range) =>
      client.request<MendedFinding>(MEND_FINDING, { uri: uriOf(ONE), range: at, code });
    const edits = await mend(range);
    assert.ok(edits?.every(({ range: { start } }) => start.line === 4));
    assert.equal(await mend({ start: range.start, end: range.start }), null);
  });

  it('is told of each report that was read, and of nothing where nobody looks', async () => {
    await start();
    await client.open(ONE);
    await client.diagnosticsWhen(ONE, (found) => found.length > 0);
    await client.request(NAMES_BELOW, { mentionedOnly: false });
    const state = told.at(-1)?.report;
    assert.equal(state?.uri, uriOf(ONE));
    assert.equal(state?.hasGlossary, true);
    assert.equal(state?.off, 1);
    await client.stop();
    await start({ initializationOptions: {} });
    await client.open(ONE);
    await client.diagnosticsWhen(ONE, (found) => found.length > 0);
    await client.request(NAMES_BELOW, { mentionedOnly: false });
    assert.deepEqual(told, []);
  });

  it('is told when the glossary changes, with no report open', async () => {
    await start();
    await names();
    client.files.write(GLOSSARY, 'people: { abu-saloh: { name: Abu Saloh }, rahmon: { name: Rahmon } }\n');
    await client.watched(GLOSSARY);
    for (let turn = 0; turn < 100 && told.length === 0; turn++) await names();
    assert.deepEqual(told, [{}]);
    assert.deepEqual(shown((await names()).lines), ['People 2']);
  });

  it('plans a desk, and leaves what is there as it is', async () => {
    await start();
    const plan = (folder: string) => client.request<NewDeskPlan>(PLAN_DESK, { uri: uriOf(folder) });
    const made = await plan('/new');
    assert.ok(made.files.some(({ uri }) => uri === uriOf('/new/nomenclator.yaml')));
    assert.ok(made.files.some(({ uri }) => uri === made.open));
    assert.deepEqual(made.kept, []);
    const there = await plan('/desk');
    assert.deepEqual(there.kept.includes('nomenclator.yaml'), true);
    assert.ok(!there.files.some(({ path }) => path === 'nomenclator.yaml' || path.startsWith('glossary/')));
  });
});
