/** The library of several files: one source a key, and what to say of keys given twice. */

import assert from 'node:assert/strict';
import { makeLibrary, nearestKeys } from '../../../server/src/sources/library';
import { readSourceFile } from '../../../server/src/sources/reading/read';

const file = (path: string, ...titles: [key: string, title: string][]) =>
  readSourceFile(path, JSON.stringify(titles.map(([id, title]) => ({ id, type: 'book', title }))));

describe('makeLibrary', () => {
  const early = file('a/one.json', ['x', 'From one'], ['only-one', 'One']);
  const late = file('b/two.json', ['only-two', 'Two'], ['x', 'From two']);

  it('takes files by path, whatever their order', () => {
    for (const files of [
      [early, late],
      [late, early],
    ]) {
      const library = makeLibrary(files);
      assert.equal(library.sources.get('x')?.item.title, 'From one');
      assert.deepEqual(
        library.all.map(({ key }) => key),
        ['x', 'only-one', 'only-two'],
      );
    }
  });

  it('reports a key given in two files at both places, naming the other file', () => {
    const { problems } = makeLibrary([early, late]);
    const [inEarly] = problems.get('a/one.json') ?? [];
    const [inLate] = problems.get('b/two.json') ?? [];
    assert.equal(inEarly?.rule, 'source/duplicate-key');
    assert.match(inEarly?.message ?? '', /b\/two\.json/);
    assert.match(inLate?.message ?? '', /a\/one\.json/);
    assert.deepEqual(inLate?.span, late.sources[1]?.locate('key'));
  });

  it('names the other file without the folders that both lie in', () => {
    const told = (...paths: [string, string]) => {
      const { problems } = makeLibrary(paths.map((path) => file(path, ['x', path])));
      return paths.map((path) => / source in (\S+)\. /.exec(problems.get(path)?.[0]?.message ?? '')?.[1]);
    };
    assert.deepEqual(told('/desk/sources/a.json', '/desk/sources/b.json'), ['b.json', 'a.json']);
    assert.deepEqual(told('/desk/a.json', '/desk/sources/b.json'), ['sources/b.json', 'a.json']);
    assert.deepEqual(told('/desk/a/b/c.json', '/desk/a/c.json'), ['c.json', 'b/c.json']);
    assert.deepEqual(told('/desk/x/a.json', '/team/x/a.json'), ['team/x/a.json', 'desk/x/a.json']);
  });

  it('carries what the reader found', () => {
    const { problems } = makeLibrary([readSourceFile('c.bib', '')]);
    assert.deepEqual(
      problems.get('c.bib')?.map(({ rule }) => rule),
      ['source/not-a-list'],
    );
  });
});

describe('nearestKeys', () => {
  const library = makeLibrary([
    file(
      'a.json',
      ['un-s-2021-486', 'A'],
      ['un-s-2021-68', 'B'],
      ['rferl-2021-returnees', 'C'],
      ['__proto__', 'D'],
    ),
  ]);

  it('offers the nearest keys, nearest first', () => {
    assert.deepEqual(nearestKeys(library, 'un-s-2012-486', 2), ['un-s-2021-486', 'un-s-2021-68']);
    assert.deepEqual(nearestKeys(library, 'rferl-2021-returnes', 3), ['rferl-2021-returnees']);
    assert.deepEqual(nearestKeys(library, 'RFERL-2021', 3), ['rferl-2021-returnees']);
  });

  it('offers nothing where nothing is near', () => {
    assert.deepEqual(nearestKeys(library, 'completely-different-thing', 3), []);
    assert.deepEqual(nearestKeys(library, 'x'.repeat(10_000), 3), []);
  });
});
