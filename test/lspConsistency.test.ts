/** Tests that VS Code is given the Name Consistency Report over the protocol: with progress, as reports now stand. */

import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import {
  CONSISTENCY_PAGE,
  CONSISTENCY_REPORT,
  type ConsistencyPage,
  type DeskConsistency,
} from '../server/src/lsp/requests';
import { LanguageClient, uriOf } from './support/languageClient';

const ONE = '/desk/reports/one.md';
const FILES = {
  '/desk/nomenclator.yaml': 'version: 1\n',
  '/desk/glossary/people.yaml':
    'version: 1\npeople:\n  abu-saloh: { name: Abu Saloh, spellings: [Abu Salah] }\n  nobody: { name: Davlat Nobodiev }\n',
  [ONE]: 'Abu Salah was seen.\n',
  '/desk/reports/two.md': 'Abu Saloh was not.\n',
};

describe('The Name Consistency Report over the protocol', () => {
  let client: LanguageClient;
  beforeEach(async () => {
    client = await LanguageClient.start({ files: FILES });
  });
  afterEach(() => client.stop());

  const ask = async (uri = uriOf(ONE)) => {
    const answer = await client.request<DeskConsistency>(CONSISTENCY_REPORT, { uri });
    assert.ok(answer && 'report' in answer);
    return answer;
  };

  it('is of the desk of a report, whichever are open', async () => {
    const { report, root, uri, desk, made } = await ask();
    assert.deepEqual(
      { root, uri, desk, made },
      { root: '/desk', uri: 'file:///desk', desk: 'desk', made: '2023-01-01' },
    );
    assert.deepEqual(
      report.reports.map(({ path, mentions, off }) => [path, mentions, off]),
      [
        ['reports/one.md', 1, 1],
        ['reports/two.md', 1, 0],
      ],
    );
    assert.deepEqual(
      report.neverMentioned.map(({ id }) => id),
      ['nobody'],
    );
  });

  it('is of the desk of a folder, by a file in it', async () => {
    assert.equal((await ask('file:///desk/nomenclator.yaml')).root, '/desk');
  });

  it('is of a report as it stands in the editor', async () => {
    await client.open(ONE);
    await client.edit(ONE, 'Abu Salah', 'Abu Salah, Abu Salah, Abu Salah');
    assert.equal((await ask()).report.entities[0]?.off, 3);
  });

  it('is a page that is complete, where the client hands over an empty one', async () => {
    const emptyPage = '<script type="application/json" id="report">null</script>';
    const answer = await client.request<ConsistencyPage>(CONSISTENCY_PAGE, { uri: uriOf(ONE), emptyPage });
    assert.ok(answer && 'page' in answer);
    assert.match(answer.page, /"entities":\[\{.*"desk":"desk","made":"2023-01-01"\}<\/script>$/);
    assert.deepEqual(
      await client.request<ConsistencyPage>(CONSISTENCY_PAGE, { uri: uriOf(ONE), emptyPage: '' }),
      { refusal: 'The reports could not be read. The output says why.' },
    );
    client.errors.length = 0;
  });

  it('tells how far it is', async () => {
    const told: string[] = [];
    client.progressOf('p1', (message) => told.push(message));
    await client.request(CONSISTENCY_REPORT, { uri: uriOf(ONE), workDoneToken: 'p1' });
    assert.deepEqual(told, ['1 of 2 reports', '2 of 2 reports']);
  });

  it('is nothing when it was cancelled on the way, and is whole when it is asked for again', async () => {
    await client.stop();
    const many = Array.from({ length: 300 }, (_, i) => [
      `/desk/many/${i}.md`,
      'Abu Salah was seen.\n'.repeat(50),
    ]);
    client = await LanguageClient.start({ files: { ...FILES, ...Object.fromEntries(many) } });
    const cancelling = new CancellationTokenSource();
    client.progressOf('p1', () => cancelling.cancel());
    const params = { uri: uriOf(ONE), workDoneToken: 'p1' };
    assert.equal(await client.request(CONSISTENCY_REPORT, params, cancelling.token), null);
    assert.equal((await ask()).report.reports.length, 302);
  });
});
