/** The reports of a desk: what its configuration and the ignore files in its folders leave out. */

import assert from 'node:assert/strict';
import { DEFAULT_CONFIG } from '../../../server/src/desk/config';
import { findReports, IgnoredReports } from '../../../server/src/desk/reportFiles';
import { MemoryFiles } from '../../support/memoryFiles';

const REPORTS = ['top.md', 'a/one.md', 'a/old/two.md', 'a/old/deep/three.md', 'b/four.md'];

/** The reports that are left, beside what stands in the given files. */
async function left(texts: Readonly<Record<string, string>>, ignore: readonly string[] = []) {
  const all = { ...Object.fromEntries(REPORTS.map((path) => [path, ''])), ...texts };
  const files = new MemoryFiles(
    Object.fromEntries(Object.entries(all).map(([p, text]) => [`/desk/${p}`, text])),
  );
  const found = await findReports(files, '/desk', { ...DEFAULT_CONFIG, ignore });
  return found.map((path) => path.slice('/desk/'.length)).sort();
}
const without = (...gone: string[]) => REPORTS.filter((path) => !gone.includes(path)).sort();

describe('findReports', () => {
  it('finds all where nothing is ignored', async () => {
    assert.deepEqual(await left({}), without());
    assert.deepEqual(await left({ '.nomenclatorignore': '' }), without());
  });

  it('leaves out what an ignore file names, with the syntax of .gitignore', async () => {
    const ignoring = (text: string) => left({ '.nomenclatorignore': text });
    assert.deepEqual(await ignoring('# A comment.\n\n/top.md\r\n'), without('top.md'));
    assert.deepEqual(await ignoring('old/\n'), without('a/old/two.md', 'a/old/deep/three.md'));
    assert.deepEqual(await ignoring('*.md\n!four.md\n'), ['b/four.md']);
    assert.deepEqual(
      await ignoring('a/**/*.md\n'),
      without('a/one.md', 'a/old/two.md', 'a/old/deep/three.md'),
    );
    assert.deepEqual(await ignoring('two.md'), without('a/old/two.md'));
    assert.deepEqual(await ignoring('/two.md'), without());
    assert.deepEqual(await ignoring('Two.md\nB/\n'), without());
  });

  it('reads those of every folder, of which the nearest decides', async () => {
    assert.deepEqual(await left({ 'a/.nomenclatorignore': '*.md\n' }), ['b/four.md', 'top.md']);
    assert.deepEqual(
      await left({ 'a/.nomenclatorignore': '*.md\n', 'a/old/.nomenclatorignore': '!two.md\n' }),
      ['a/old/two.md', 'b/four.md', 'top.md'],
    );
    assert.deepEqual(
      await left({ '.nomenclatorignore': '*.md\n!*.md\n', 'a/.nomenclatorignore': '/one.md\n' }),
      without('a/one.md'),
    );
  });

  it('takes nothing back in of a folder that is left out', async () => {
    const texts = { '.nomenclatorignore': 'old/\n', 'a/old/.nomenclatorignore': '!two.md\n' };
    assert.deepEqual(await left(texts), without('a/old/two.md', 'a/old/deep/three.md'));
    assert.deepEqual(
      await left({ '.nomenclatorignore': '/a/old\n!two.md\n' }),
      without('a/old/two.md', 'a/old/deep/three.md'),
    );
  });

  it('obeys the configuration beside them', async () => {
    assert.deepEqual(
      await left({ '.nomenclatorignore': 'top.md\n' }, ['b/**']),
      without('top.md', 'b/four.md'),
    );
  });
});

describe('IgnoredReports', () => {
  it('answers for folders that the configuration names, and for nothing outside the desk', async () => {
    const files = new MemoryFiles({ '/desk/.nomenclatorignore': '*.md', '/other/x.md': '' });
    const ignored = new IgnoredReports(files, '/desk', ['drafts']);
    assert.equal(await ignored.ignores('/desk/drafts/deep/x.txt'), true);
    assert.equal(await ignored.ignores('/desk/x.txt'), false);
    assert.equal(await ignored.ignores('/desk/x.md'), true);
    assert.equal(await ignored.ignores('/other/x.md'), false);
  });

  it('reads an ignore file once, and tells of one that cannot be read', async () => {
    const files = new MemoryFiles({ '/desk/.nomenclatorignore': '*.md', '/desk/a/x.md': '' });
    const ignored = new IgnoredReports(files, '/desk', []);
    assert.deepEqual(await ignored.without(['/desk/a/x.md', '/desk/a/y.md']), []);
    assert.deepEqual(files.reads, ['/desk/.nomenclatorignore']);
    files.makeUnreadable('/desk/.nomenclatorignore');
    const again = new IgnoredReports(files, '/desk', []);
    assert.deepEqual(await again.without(['/desk/a/x.md']), ['/desk/a/x.md']);
    assert.equal(again.failures.length, 1);
    assert.match(again.failures[0]!, /\.nomenclatorignore may not be read/);
  });
});
