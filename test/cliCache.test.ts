/** Tests what the command line keeps of a large glossary: the same answers, in a private folder, and nothing if told so. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ScratchDesk, scratchDesk } from './support/scratchDesk';

const MAIN = join(__dirname, '..', 'server', 'src', 'cli', 'main.js');
const ENTRIES = Array.from(
  { length: 4000 },
  (_, k) => `  p${k}: { name: Person Numbered${k}, spellings: [Persona Numberd${k}] }\n`,
);
const GLOSSARY = `version: 1\npeople:\n${ENTRIES.join('')}  abu-saloh: { name: Abu Saloh, spellings: [Abu Salah] }\n`;

describe('the command line with a large glossary', function () {
  this.timeout(120_000);
  let desk: ScratchDesk;
  let home: string;

  beforeEach(() => {
    desk = scratchDesk({
      'glossary/people.yaml': GLOSSARY,
      'report.md': 'Then Abu Salah met Persona Numberd77 and Person Numberedd88.\n',
    });
    home = join(desk.root, 'caches');
  });
  afterEach(() => desk.remove());

  function run(...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
      cwd: desk.root,
      encoding: 'utf8',
      env: { ...process.env, HOME: home, USERPROFILE: home, XDG_CACHE_HOME: home, LOCALAPPDATA: home },
    });
    return { status, stdout, stderr };
  }
  const kept = () =>
    existsSync(home)
      ? readdirSync(home, { recursive: true, encoding: 'utf8' })
          .filter((path) => path.endsWith('.index'))
          .sort()
      : [];

  it('answers from the cache as it did without', () => {
    for (const args of [['mentions'], ['check', '--min-severity', 'hint'], ['who', 'Persona Numbered99']]) {
      const first = run(...args);
      const files = kept();
      assert.ok(files.length > 0);
      assert.deepEqual(run(...args), first);
      assert.deepEqual(kept(), files, 'nothing is kept twice');
      assert.deepEqual(run(...args, '--no-cache'), first);
    }
    assert.match(run('mentions').stdout, /Abu Salah/);
    writeFileSync(join(desk.root, 'glossary', 'people.yaml'), GLOSSARY.replace('Abu Salah', 'Abu Selah'));
    assert.doesNotMatch(run('mentions').stdout, /Abu Salah/);
  });

  it('keeps nothing if it is told so', () => {
    assert.equal(run('mentions', '--no-cache').status, 0);
    assert.deepEqual(kept(), []);
  });
});
