/** Tests `nomenclator bib` as a process: lists in every format, keys that no source has, desks of different styles. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type ScratchDesk, scratchDesk } from './support/scratchDesk';

const MAIN = join(__dirname, '..', 'server', 'src', 'cli', 'main.js');

const SOURCES = `
- { id: roe, type: book, title: Second Letters, author: [{ family: Roe, given: Ann }], publisher: Press, issued: 2019 }
- { id: doe, type: book, title: First Letters, author: [{ family: Doe, given: Jane }], publisher: Press, issued: 2020 }
- { id: not-cited, type: book, title: Never, author: [{ family: Adams }] }
`;
const REPORT = 'A.[^1] B [@doe, 5].\n\n[^1]: Ann Roe, *Second Letters*. <!-- @roe, 3 -->\n';

describe('nomenclator bib', function () {
  this.timeout(60_000);
  let desk: ScratchDesk;

  before(() => {
    desk = scratchDesk({
      'nomenclator.yaml': 'version: 1\nreports: [good.md]\n',
      'sources/library.yaml': SOURCES,
      'good.md': REPORT,
      'again.md': 'See [@roe].\n',
      'bad.md': 'See [@doo; @roe; @xxxxxxxx].\n',
      'none.md': 'Nothing, not even <!-- @todo later, please -->.\n',
      'other/nomenclator.yaml': 'style: { csl: apa, citations: pandoc }\n',
      'other/sources/library.yaml': SOURCES,
      'other/report.md': 'As @doe [p. 3] says.\n',
    });
  });
  after(() => desk.remove());

  function run(...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'bib', ...args], {
      cwd: desk.root,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  it('prints a paragraph of Markdown for each source that the desk’s reports cite', () =>
    assert.deepEqual(run(), {
      status: 0,
      stdout: 'Doe, Jane. *First Letters*. Press, 2020.\n\nRoe, Ann. *Second Letters*. Press, 2019.\n',
      stderr: '',
    }));

  it('prints a line of plain text for each, once', () =>
    assert.equal(
      run('good.md', 'again.md', '--format', 'text').stdout,
      'Doe, Jane. First Letters. Press, 2020.\nRoe, Ann. Second Letters. Press, 2019.\n',
    ));

  it('prints CSL-JSON of exactly the cited sources', () => {
    const items = JSON.parse(run('--format', 'csl-json').stdout);
    assert.deepEqual(
      items.map(({ id, title }: { id: string; title: string }) => [id, title]),
      [
        ['doe', 'First Letters'],
        ['roe', 'Second Letters'],
      ],
    );
  });

  it('prints JSON with the keys, and names those that no source has', () => {
    const { status, stdout, stderr } = run('bad.md', '--format', 'json');
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      entries: [{ key: 'roe', text: 'Roe, Ann. *Second Letters*. Press, 2019.' }],
      unknown: [
        { path: 'bad.md', key: 'doo' },
        { path: 'bad.md', key: 'xxxxxxxx' },
      ],
    });
    assert.equal(status, 1);
    assert.equal(
      stderr,
      'bad.md: No source has the key @doo. Did you mean @doe?\n' +
        'bad.md: No source has the key @xxxxxxxx. Add the source to the library.\n',
    );
  });

  it('prints nothing of a report that cites nothing', () =>
    assert.deepEqual(run('none.md'), { status: 0, stdout: '', stderr: '' }));

  it('reads citations in the text, where they stay for Pandoc', () =>
    assert.equal(run('other/report.md').stdout, 'Doe, J. (2020). *First Letters*. Press.\n'));

  it('has one style', () => {
    const { status, stdout, stderr } = run('good.md', 'other/report.md');
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^These reports belong to several desks.* --desk\.\n$/);
    assert.match(run('good.md', 'other/report.md', '--desk', 'other').stdout, /^Doe, J\. \(2020\)/);
  });

  it('says which formats there are', () =>
    assert.deepEqual(run('--format', 'html'), {
      status: 2,
      stdout: '',
      stderr: '--format is markdown, text, csl-json, json; not “html”.\n',
    }));
});
