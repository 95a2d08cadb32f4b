/** Tests `nomenclator abbreviations` as a process: each format, several reports, what does not count. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type ScratchDesk, scratchDesk } from './support/scratchDesk';

const MAIN = join(__dirname, '..', 'server', 'src', 'cli', 'main.js');

const GLOSSARY = `version: 1
groups:
  ktj: { name: Katibat al-Tawhid wal-Jihad, acronym: [KTJ, KTB] }
  hts: { name: Hayʼat Tahrir al-Sham, acronym: HTS }
  imu: { name: Islamic Movement of Uzbekistan, acronym: IMU }
`;

describe('nomenclator abbreviations', function () {
  this.timeout(60_000);
  let desk: ScratchDesk;

  before(() => {
    desk = scratchDesk({
      'nomenclator.yaml': 'version: 1\nreports: [reports/*.md]\n',
      'glossary/groups.yaml': GLOSSARY,
      'reports/one.md': 'KTB met HTS.\n\n`IMU`\n',
      'reports/two.md': 'HTS alone, and Katibat al-Tawhid wal-Jihad.\n',
    });
  });
  after(() => desk.remove());

  function run(...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'abbreviations', ...args], {
      cwd: desk.root,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  it('lists what the desk’s reports use, as Markdown', () =>
    assert.deepEqual(run(), {
      status: 0,
      stdout: '- **HTS**: Hayʼat Tahrir al-Sham\n- **KTJ**: Katibat al-Tawhid wal-Jihad\n',
      stderr: '',
    }));

  it('and what one of them uses, as text', () =>
    assert.equal(run('reports/two.md', '--format', 'text').stdout, 'HTS\tHayʼat Tahrir al-Sham\n'));

  it('and as JSON, with counts', () =>
    assert.deepEqual(JSON.parse(run('--format', 'json').stdout), {
      version: 1,
      abbreviations: [
        { acronym: 'HTS', name: 'Hayʼat Tahrir al-Sham', entity: 'hts', count: 2 },
        { acronym: 'KTJ', name: 'Katibat al-Tawhid wal-Jihad', entity: 'ktj', count: 1 },
      ],
    }));

  it('says which formats there are', () => {
    const { status, stderr } = run('--format', 'csv');
    assert.equal(status, 2);
    assert.equal(stderr, '--format is markdown, text, json; not “csv”.\n');
  });
});
