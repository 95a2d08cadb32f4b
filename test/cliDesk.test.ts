/** What the command line does with a desk itself: starts one, checks its own files, obeys what it ignores. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, MAIN } from './support/commandLine';
import { type ScratchDesk, scratchDesk } from './support/scratchDesk';

describe('a desk on the command line', function () {
  this.timeout(60_000);
  let desk: ScratchDesk;
  afterEach(() => desk.remove());

  const run = (...args: string[]) => call(desk.root, args);
  const cannotRun = ({ status, stdout, stderr }: Awaited<ReturnType<typeof run>>, says: RegExp) => {
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, says);
    assert.match(stderr, /^[^\n]+\n$/);
  };

  describe('init', () => {
    beforeEach(() => {
      desk = scratchDesk({});
    });

    it('starts a desk that can be checked at once', async () => {
      const { stdout, status, stderr } = await run('init', 'new desk');
      assert.deepEqual([status, stderr], [0, '']);
      assert.deepEqual(stdout.split('\n'), [
        'Written: new desk/nomenclator.yaml',
        'Written: new desk/glossary/names.yaml',
        'Written: new desk/sources/library.yaml',
        'Written: new desk/reports/first-report.md',
        'Open new desk/reports/first-report.md to begin, or run: nomenclator check --desk "new desk"',
        '',
      ]);
      assert.match(desk.read('new desk/reports/first-report.md'), /^date: \d{4}-\d\d-\d\d$/m);
      const checked = await run('check', '--desk', 'new desk');
      assert.match(checked.stdout, /first-report\.md:10:1 warning .*Michael of Strelsau/);
      assert.equal(checked.status, 1);
      assert.equal((await run('glossary', '--desk', 'new desk')).status, 0);
    });

    it('replaces nothing', async () => {
      desk.write('nomenclator.yaml', 'version: 1\n# Mine.\n');
      desk.write('glossary/own.yaml', 'version: 1\n');
      const { stdout } = await run('init');
      assert.match(
        stdout,
        /^Left alone: nomenclator\.yaml\nLeft alone: glossary\/\nWritten: sources\/library\.yaml\nOpen nomenclator\.yaml/,
      );
      assert.equal(desk.read('nomenclator.yaml'), 'version: 1\n# Mine.\n');
      const again = await run('init', '.');
      assert.match(again.stdout, /This is a desk already: nothing was written\.\n$/);
      assert.equal(again.status, 0);
    });

    it('says when the folder leaves another desk', async () => {
      await run('init');
      assert.match(
        (await run('init', 'inner')).stdout,
        /^This folder now has a desk of its own, apart from the one in \.\.?\.$/m,
      );
    });

    it('refuses what is no folder, or several', async () => {
      desk.write('file', '');
      cannotRun(await run('init', 'file'), /file is a file\. Name a folder/);
      cannotRun(await run('init', 'a', 'b'), /leave out b/);
      cannotRun(await run('init', '--desk', 'a'), /nomenclator init a/);
      const inside = await run('init', 'file/desk');
      assert.equal(inside.status, 2);
      assert.match(inside.stderr, /could not be written \(.*\)\. Name a folder that may be written\.\n$/);
    });
  });

  describe('glossary', () => {
    beforeEach(() => {
      desk = scratchDesk({
        'nomenclator.yaml': 'version: 1\nstyel: {}\n',
        'glossary/people.yaml': 'version: 1\npeople:\n  a: { name: Abu Saloh, nmae: x }\n',
        'sources/library.bib': '@book{a, title = {A}}\n',
        'reports/wrong.md': 'A note.[^1]\n',
      });
    });

    it('checks the desk’s own files alone', async () => {
      const { stdout, status } = await run('glossary');
      assert.match(stdout, /^nomenclator\.yaml:2:1 warning /m);
      assert.match(stdout, /^glossary\/people\.yaml:3:25 (?:warning|error) /m);
      assert.doesNotMatch(stdout, /wrong\.md/);
      assert.match(stdout, /^3 files of the desk checked: 2 findings /m);
      assert.equal(status, 1);
    });

    it('is clean where they are, whatever the reports hold', async () => {
      desk.write('nomenclator.yaml', 'version: 1\n');
      desk.write('glossary/people.yaml', 'version: 1\npeople:\n  a: { name: Abu Saloh }\n');
      assert.deepEqual(await run('glossary'), {
        status: 0,
        stdout: '3 files of the desk checked: nothing to mend.\n',
        stderr: '',
      });
    });

    it('has the formats of check', async () => {
      const { problems, files } = JSON.parse((await run('glossary', '--format', 'json')).stdout);
      assert.deepEqual([problems.length, files], [2, []]);
      assert.match(
        (await run('glossary', '--format', 'github')).stdout,
        /^::(?:warning|error) file=nomenclator\.yaml,/m,
      );
      assert.equal((await run('glossary', '--quiet')).stdout, '');
    });

    it('does not take a folder without a desk for one in which all is well', async () => {
      cannotRun(await call(join(desk.root, 'reports'), ['glossary', '--desk', '.']), /There is no desk here/);
    });

    it('takes no paths', async () =>
      cannotRun(await run('glossary', 'glossary'), /leave out glossary, or name a desk with --desk/));
  });

  describe('what is ignored', () => {
    beforeEach(() => {
      desk = scratchDesk({
        'nomenclator.yaml': 'version: 1\nignore: [drafts/**]\n',
        'glossary/people.yaml': 'version: 1\npeople:\n  a: { name: Abu Saloh, spellings: [Abu Salah] }\n',
        '.nomenclatorignore': '# Not ours.\n*.copy.md\n/reports/old/\n',
        'reports/one.md': 'Abu Salah.\n',
        'reports/two.copy.md': 'Abu Salah.\n',
        'reports/old/three.md': 'Abu Salah.\n',
        'drafts/four.md': 'Abu Salah.\n',
      });
    });
    const checked = async (...args: string[]) =>
      JSON.parse((await run('check', '--format', 'json', ...args)).stdout).files.map(
        ({ path }: { path: string }) => path,
      );

    it('is left out of the desk, of folders and of globs', async () => {
      assert.deepEqual(await checked(), ['reports/one.md']);
      assert.deepEqual(await checked('.'), ['reports/one.md']);
      assert.deepEqual(await checked('reports'), ['reports/one.md']);
      assert.deepEqual(await checked('**/*.md'), ['reports/one.md']);
    });

    it('is checked where it is named itself, unless told otherwise', async () => {
      const named = ['drafts/four.md', 'reports/two.copy.md', 'reports/one.md'];
      assert.deepEqual(await checked(...named), named);
      assert.deepEqual(await checked('--force-ignore', ...named), ['reports/one.md']);
    });

    it('is not mended', async () => {
      await run('check', '--fix');
      assert.equal(desk.read('reports/one.md'), 'Abu Saloh.\n');
      assert.equal(desk.read('reports/two.copy.md'), 'Abu Salah.\n');
    });

    it('cannot be said by a file that cannot be read', async () => {
      desk.write('.nomenclatorignore', Buffer.from([0x2a, 0xff]));
      cannotRun(await run('check'), /\.nomenclatorignore is not UTF-8/);
    });
  });

  describe('rules', () => {
    beforeEach(() => {
      desk = scratchDesk({});
    });

    it('are listed, and explained by code or by group', async () => {
      assert.match((await run('rules')).stdout, /^name\/spelling +warning +\S/m);
      const { stdout } = await run('rules', 'note/*', 'name/alias');
      assert.match(stdout, /^note\/ibid \(warning\)$/m);
      assert.match(stdout, /^name\/alias \(information\)\n\n.+\n\n.+/m);
      assert.doesNotMatch(stdout, /^name\/spelling/m);
      const { rules } = JSON.parse((await run('rules', '--format', 'json')).stdout);
      assert.deepEqual(Object.keys(rules[0]), ['code', 'severity', 'summary', 'help']);
      cannotRun(await run('rules', 'name/speling'), /no rule name\/speling\. Did you mean name\/spelling\?/);
    });

    it('are chosen by group in a check', async () => {
      desk.write('a.md', 'X.[^1]\n');
      assert.equal((await run('check', '--rule', 'name/*', 'a.md')).status, 0);
      assert.equal((await run('check', '--rule', 'name/*', 'note/*', 'a.md')).status, 1);
      cannotRun(await run('check', '--rule', 'nothing/*', 'a.md'), /There is no rule nothing\/\*/);
    });

    it('and the version is that of the manifest', async () => {
      const { version } = require(join(__dirname, '..', '..', 'package.json'));
      assert.equal((await run('--version')).stdout, `${version}\n`);
    });
  });

  it('ends without a word when who reads it has seen enough', async () => {
    desk = scratchDesk({ 'glossary/p.yaml': 'people: { a: { name: Abu Saloh, spellings: [Abu Salah] } }\n' });
    mkdirSync(join(desk.root, 'reports'));
    writeFileSync(join(desk.root, 'reports/many.md'), 'Then Abu Salah wrote.\n\n'.repeat(5_000));
    for (const format of ['text', 'sarif']) {
      const running = spawn(process.execPath, [MAIN, 'check', 'reports', '--format', format], {
        cwd: desk.root,
      });
      let complaint = '';
      running.stderr.setEncoding('utf8').on('data', (text) => {
        complaint += text;
      });
      await once(running.stdout, 'data');
      running.stdout.destroy();
      assert.deepEqual(await once(running, 'close'), [1, null]);
      assert.equal(complaint, '');
    }
    const deaf = spawn(process.execPath, [MAIN, 'check', 'none.md'], { cwd: desk.root });
    deaf.stderr.destroy();
    deaf.stdout.destroy();
    assert.deepEqual(await once(deaf, 'close'), [2, null]);
  });
});
