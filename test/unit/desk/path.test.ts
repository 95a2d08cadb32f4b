/** Arithmetic on paths: of Unix, of Windows, and URIs. */

import assert from 'node:assert/strict';
import { isAbsolute, join, nameOf, parentOf, relativeTo } from '../../../server/src/desk/path';

describe('join', () => {
  const cases: [folder: string, relative: string, whole: string][] = [
    ['/a/b', 'c/d.md', '/a/b/c/d.md'],
    ['/a/b', '../c', '/a/c'],
    ['/a/b', './c/./d', '/a/b/c/d'],
    ['/a/b', '../../../..', '/'],
    ['/a', '/c/../d', '/d'],
    ['/', 'a', '/a'],
    ['C:/a', '../b', 'C:/b'],
    ['C:/a', '../../b', 'C:/b'],
    ['/a', 'C:/b', 'C:/b'],
    ['vscode-vfs://github/a/b', '../c', 'vscode-vfs://github/a/c'],
    ['vscode-vfs://github/a', '../../../c', 'vscode-vfs://github/c'],
    ['memfs://', 'a', 'memfs:///a'],
  ];
  for (const [folder, relative, whole] of cases)
    it(`${relative} in ${folder} is ${whole}`, () => assert.equal(join(folder, relative), whole));
});

describe('parentOf', () => {
  const cases: [path: string, parent: string][] = [
    ['/a/b.md', '/a'],
    ['/a', '/'],
    ['/', '/'],
    ['C:/a/b', 'C:/a'],
    ['C:/a', 'C:/'],
    ['C:/', 'C:/'],
    ['vscode-vfs://github/a/b', 'vscode-vfs://github/a'],
    ['vscode-vfs://github/a', 'vscode-vfs://github/'],
    ['vscode-vfs://github/', 'vscode-vfs://github/'],
  ];
  for (const [path, parent] of cases)
    it(`${path} is in ${parent}`, () => assert.equal(parentOf(path), parent));

  it('comes to an end from anywhere', () => {
    for (let path of ['/a/b/c', 'C:/a/b', 'x://h/a/b', 'a/b', '', 'x://h']) {
      const start = path;
      let steps = 0;
      for (let above = parentOf(path); above !== path; above = parentOf(path)) {
        path = above;
        assert.ok(++steps < 10, `From ${start} there is no end: ${path}`);
      }
    }
  });
});

describe('relativeTo', () => {
  const cases: [folder: string, path: string, relative: string][] = [
    ['/a/b', '/a/b/c.md', 'c.md'],
    ['/a/b', '/a/c.md', '../c.md'],
    ['/a/b', '/a/b', '.'],
    ['/a/b', '/a', '..'],
    ['/a', '/x/y', '/x/y'],
    ['C:/a', 'D:/a', 'D:/a'],
    ['C:/a', 'C:/b', '../b'],
    ['x://h/a', 'x://h/a/b', 'b'],
  ];
  for (const [folder, path, relative] of cases)
    it(`${path} from ${folder} is ${relative}`, () => assert.equal(relativeTo(folder, path), relative));
});

describe('isAbsolute and nameOf', () => {
  it('know roots', () => {
    for (const path of ['/', '/a', 'C:/', 'c:/a', 'vscode-vfs://github/a']) assert.ok(isAbsolute(path), path);
    for (const path of ['a', './a', '../a', 'a:b/c', '']) assert.ok(!isAbsolute(path), path);
  });

  it('name what a path ends with', () => {
    assert.equal(nameOf('/a/b.md'), 'b.md');
    assert.equal(nameOf('b.md'), 'b.md');
  });
});
