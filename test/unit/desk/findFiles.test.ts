/** Files by glob patterns: inside the desk, beside it, ignored, and hidden. */

import assert from 'node:assert/strict';
import { basesOf, findFiles, matches } from '../../../server/src/desk/findFiles';
import { MemoryFiles } from '../../support/memoryFiles';

const FILES = [
  '/team/glossary/people.yaml',
  '/team/glossary/deep/er/places.yml',
  '/team/desk/glossary/own.yaml',
  '/team/desk/glossary/notes.txt',
  '/team/desk/reports/one.md',
  '/team/desk/reports/old/two.md',
  '/team/desk/node_modules/x/readme.md',
  '/team/desk/.git/x.md',
  '/team/desk/.hidden/x.md',
  '/team/desk/top.md',
];
const files = new MemoryFiles(Object.fromEntries(FILES.map((path) => [path, ''])));
const find = (patterns: string[], ignored: string[] = []) =>
  findFiles(files, '/team/desk', patterns, ignored);

describe('findFiles', () => {
  it('finds what patterns name below the desk', async () => {
    assert.deepEqual(await find(['glossary/**/*.yaml']), ['/team/desk/glossary/own.yaml']);
    assert.deepEqual(await find(['**/*.md']), [
      '/team/desk/reports/old/two.md',
      '/team/desk/reports/one.md',
      '/team/desk/top.md',
    ]);
    assert.deepEqual(await find(['*.md']), ['/team/desk/top.md']);
  });

  it('finds a team’s files beside the desk', async () => {
    assert.deepEqual(await find(['../glossary/**/*.{yaml,yml}']), [
      '/team/glossary/deep/er/places.yml',
      '/team/glossary/people.yaml',
    ]);
    assert.deepEqual(await find(['/team/glossary/*.yaml']), ['/team/glossary/people.yaml']);
  });

  it('finds one file by its name, and a file that two patterns name once', async () => {
    assert.deepEqual(await find(['reports/one.md', 'reports/*.md', './reports/one.md']), [
      '/team/desk/reports/one.md',
    ]);
  });

  it('leaves out what is ignored: a file, a folder, all below one', async () => {
    assert.deepEqual(await find(['**/*.md'], ['reports/old/**', 'top.md']), ['/team/desk/reports/one.md']);
    assert.deepEqual(await find(['**/*.md'], ['reports']), ['/team/desk/top.md']);
    assert.deepEqual(await find(['../glossary/**/*.yaml'], ['../glossary/people.yaml']), []);
  });

  it('never looks into packages, version control and hidden folders', async () => {
    const found = await find(['**/*.md']);
    assert.ok(!found.some((path) => /node_modules|\.git|\.hidden/.test(path)), found.join());
  });

  it('finds nothing where there is nothing', async () => {
    assert.deepEqual(await find(['none/**/*.md']), []);
    assert.deepEqual(await find([]), []);
  });

  it('survives a folder that holds itself', async () => {
    const endless = {
      read: async () => ({ text: '' }),
      list: async () => [{ name: 'again', isFolder: true }],
      isWritable: async () => false,
    };
    assert.deepEqual(await findFiles(endless, '/x', ['**/*.md']), []);
  });
});

describe('matches', () => {
  it('agrees with what is found', () => {
    assert.ok(matches('/team/desk', ['../glossary/**/*.yaml'], '/team/glossary/people.yaml'));
    assert.ok(!matches('/team/desk', ['glossary/**/*.yaml'], '/team/glossary/people.yaml'));
    assert.ok(!matches('/team/desk', ['**/*.yaml'], '/team/glossary/people.yaml'));
    assert.ok(matches('C:/desk', ['glossary/*.yaml'], 'C:/desk/glossary/a.yaml'));
    assert.ok(matches('x://h/desk', ['../g/*.yaml'], 'x://h/g/a.yaml'));
  });
});

describe('basesOf', () => {
  it('gives the folders to look in, and none inside another', () => {
    assert.deepEqual(basesOf('/d', ['a/**/*.yaml', 'a/b/*.yaml', '../t/x.yaml']), ['/d/a', '/t']);
    assert.deepEqual(basesOf('/d', ['**/*.md', 'a/*.md']), ['/d']);
  });
});
