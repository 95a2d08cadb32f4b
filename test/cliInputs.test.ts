/** What the command line takes for a report, what it says of what is none, and what it does when one cannot be read. */

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, symlinkSync, watch } from 'node:fs';
import { join } from 'node:path';
import { nodeFiles, writeText } from '../server/src/desk/nodeFiles';
import { type CallOptions, call, MAIN, type Ran } from './support/commandLine';
import { type ScratchDesk, scratchDesk } from './support/scratchDesk';

const GLOSSARY = 'version: 1\npeople:\n  a: { name: Abu Saloh, spellings: [Abu Salah] }\n';
const MARK = '\uFEFF';

describe('what the command line is given', function () {
  this.timeout(60_000);
  let desk: ScratchDesk;
  afterEach(() => desk.remove());
  beforeEach(() => {
    desk = scratchDesk({
      'nomenclator.yaml': 'version: 1\nreports: ["**/*.md", notes/*.txt]\nignore: [drafts/**]\n',
      'glossary/a.yaml': GLOSSARY,
      'reports/wrong.md': 'Abu Salah.\n',
      'notes/one.txt': 'Abu Salah.\n',
      'notes/one.log': 'Abu Salah.\n',
      'drafts/four.md': 'Abu Salah.\n',
    });
  });

  const run = (args: readonly string[], options?: CallOptions) => call(desk.root, args, options);
  const runIn = (folder: string, ...args: string[]) => call(join(desk.root, folder), args);
  const pathsOf = ({ stdout }: Ran): string[] =>
    JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
  const cannotRun = ({ status, stdout, stderr }: Ran, says: RegExp) => {
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, says);
    assert.match(stderr, /^[^\n]+\n$/);
  };

  describe('a desk’s own files', () => {
    it('are never mended, whatever names them', async () => {
      const everything = ['nomenclator.yaml', 'glossary', 'reports', 'notes/one.txt'];
      for (const paths of [['**/*'], ['glossary/a.yaml'], everything, ['.']]) {
        const { status } = await run(['check', '--fix', ...paths]);
        assert.equal(status, 0, paths.join(' '));
        assert.equal(desk.read('glossary/a.yaml'), GLOSSARY);
      }
      assert.equal(desk.read('reports/wrong.md'), 'Abu Saloh.\n');
      assert.equal(desk.read('notes/one.txt'), 'Abu Saloh.\n');
      assert.equal(desk.read('notes/one.log'), 'Abu Salah.\n');
    });

    it('are checked as such where they are named', async () => {
      const { stdout, status } = await run(['check', 'glossary/a.yaml']);
      assert.deepEqual([stdout, status], ['2 files of the desk checked: nothing to mend.\n', 0]);
      desk.write('glossary/a.yaml', 'people: [\n');
      const broken = await run(['check', 'glossary']);
      assert.match(broken.stdout, /^glossary\/a\.yaml:\d+:\d+ error /);
      assert.equal(broken.status, 1);
    });

    it('are no reports to other commands, to standard input, and to rules', async () => {
      for (const command of [
        ['mentions'],
        ['abbreviations'],
        ['bib'],
        ['report'],
        ['check', '--rule', 'name/*', '--'],
      ])
        cannotRun(
          await run([...command, 'glossary/a.yaml']),
          /^glossary\/a\.yaml is one of the desk’s own files, and no/,
        );
      const named = ['--stdin', '--stdin-filename', 'glossary/a.yaml'];
      cannotRun(await run(['check', '--fix', ...named], { input: GLOSSARY }), /one of the desk’s own files/);
    });

    it('are none either where a pattern of “reports:” takes them in', async () => {
      desk.write('nomenclator.yaml', 'reports: ["**/*"]\n');
      assert.equal((await run(['check', '--fix'])).status, 0);
      assert.equal(desk.read('glossary/a.yaml'), GLOSSARY);
      assert.equal(desk.read('notes/one.log'), 'Abu Saloh.\n');
    });
  });

  describe('what is no report', () => {
    it('is refused where it is named, and passed over in folders and patterns', async () => {
      cannotRun(
        await run(['check', '--fix', 'reports/wrong.md', 'notes/one.log']),
        /^notes\/one\.log is no report: it is not Markdown, .* Leave it out/,
      );
      assert.equal(desk.read('reports/wrong.md'), 'Abu Salah.\n');
      assert.deepEqual(pathsOf(await run(['check', '--format', 'json', 'notes', 'notes/*'])), [
        'notes/one.txt',
      ]);
    });

    it('is a report by any name of Markdown', async () => {
      for (const name of ['A.MD', 'b.markdown', 'c.qmd']) {
        desk.write(name, 'Abu Salah.\n');
        assert.deepEqual(pathsOf(await run(['check', '--format', 'json', name])), [name]);
      }
    });
  });

  it('is found once, however folders lead to each other', async () => {
    const folders = Array.from({ length: 12 }, (_, k) => `maze/${k}`);
    for (const folder of folders) desk.write(`${folder}/x.md`, 'Abu Salah.\n');
    for (const [k, folder] of folders.entries()) {
      symlinkSync('..', join(desk.root, folder, 'up'));
      for (const other of folders.keys())
        if (other !== k) symlinkSync(`../${other}`, join(desk.root, folder, `to-${other}`));
    }
    assert.deepEqual(
      pathsOf(await run(['check', '--format', 'json', 'maze'])),
      folders.map((folder) => `${folder}/x.md`).sort(),
    );
    const { reports } = JSON.parse((await run(['report', 'maze', '--format', 'json'])).stdout);
    assert.equal(reports.length, folders.length);
  });

  describe('what gives no report', () => {
    it('is told: ignored, empty, or no desk', async () => {
      desk.write('empty/a.txt', '');
      cannotRun(await run(['check', 'drafts']), /^Every report in drafts is left out by “ignore:”/);
      cannotRun(await run(['check', 'drafts/*.md']), /^Every report in drafts\/\*\.md is left out/);
      cannotRun(await run(['check', 'empty']), /^There is no report in empty: .* Check the name\.$/m);
      cannotRun(await run(['report', 'empty']), /^There is no report in empty/);
      const beside = await run(['check', 'drafts', 'reports']);
      assert.equal(beside.status, 1);
      assert.match(beside.stderr, /^Every report in drafts is left out/);
      desk.write('nomenclator.yaml', '');
      const elsewhere = scratchDesk({ 'a.txt': '' });
      cannotRun(
        await call(elsewhere.root, ['check']),
        /^There is no desk here, and no report\. Name reports/,
      );
      elsewhere.remove();
    });

    it('is nothing to be told where a file is left out as it was asked for', async () => {
      const { status, stdout } = await run(['check', '--force-ignore', 'drafts/four.md']);
      assert.deepEqual([status, stdout], [0, '0 reports checked: nothing to mend.\n']);
    });
  });

  it('from standard input is left alone where its name is ignored and --force-ignore is given', async () => {
    const args = ['check', '--stdin', '--stdin-filename', 'drafts/new.md'];
    const input = `${MARK}Abu Salah.\n`;
    assert.equal((await run(args, { input })).status, 1);
    const left = await run([...args, '--force-ignore'], { input });
    assert.deepEqual([left.status, left.stdout], [0, '0 reports checked: nothing to mend.\n']);
    assert.equal((await run([...args, '--force-ignore', '--fix'], { input })).stdout, input);
    assert.equal((await run([...args, '--fix'], { input })).stdout, `${MARK}Abu Saloh.\n`);
  });

  describe('a desk without a configuration', () => {
    it('is the folder with the glossary, from wherever in it the command is called', async () => {
      const bare = scratchDesk({ 'glossary/a.yaml': GLOSSARY, 'sub/deep/x.md': 'Abu Salah.\n' });
      try {
        const { status, stdout } = await call(join(bare.root, 'sub'), ['check', 'deep/x.md']);
        assert.match(stdout, /^deep\/x\.md:1:1 warning Write “Abu Saloh”/);
        assert.equal(status, 1);
        assert.match(
          (await call(join(bare.root, 'sub'), ['glossary'])).stdout,
          /^1 file of the desk checked/,
        );
      } finally {
        bare.remove();
      }
    });

    it('is no folder whose glossary/ holds something else, and none below a configuration', async () => {
      desk.write('reports/glossary/readme.html', '');
      assert.equal((await runIn('reports', 'check', 'wrong.md')).status, 1);
      desk.write('reports/glossary/b.yaml', 'people: { b: { name: Somebody Else } }\n');
      assert.equal((await runIn('reports', 'check', 'wrong.md')).status, 1);
    });
  });

  describe('a report that cannot be read', () => {
    beforeEach(() => desk.write('reports/latin.md', Buffer.from([0x41, 0xe9, 0x0a])));

    it('is told by its path from here, and the others are checked', async () => {
      const { status, stdout, stderr } = await run(['check', 'reports']);
      assert.equal(stderr, 'reports/latin.md is not UTF-8 text. Save it as UTF-8.\n');
      assert.match(stdout, /^reports\/wrong\.md:1:1 warning /);
      assert.match(stdout, /^1 report checked/m);
      assert.equal(status, 2);
      for (const command of ['mentions', 'abbreviations', 'bib'])
        assert.deepEqual((await run([command, 'reports'])).status, 2);
      assert.match((await run(['report', 'reports'])).stdout, /reports\/latin\.md/);
      assert.doesNotMatch((await run(['report', 'reports'])).stdout, new RegExp(desk.root));
      assert.equal((await run(['check', '--fix', 'reports'])).status, 2);
      assert.equal(desk.read('reports/wrong.md'), 'Abu Saloh.\n');
    });

    it('stops the run where it is the only one', async () =>
      cannotRun(await run(['check', 'reports/latin.md']), /^reports\/latin\.md is not UTF-8 text/));

    it('keeps what a baseline knows of it', async () => {
      desk.write('reports/latin.md', 'Abu Salah.\n');
      await run(['check', '--baseline', 'known.json', '--update-baseline']);
      desk.write('reports/latin.md', Buffer.from([0x41, 0xe9, 0x0a]));
      await run(['check', '--baseline', 'known.json', '--update-baseline']);
      assert.match(desk.read('known.json'), /latin\.md/);
    });
  });

  describe('a patch', () => {
    const applied = (patch: string, program: string, ...args: string[]) =>
      spawnSync(program, args, { cwd: desk.root, input: patch, encoding: 'utf8' });

    it('is applied by Git and by patch: marks, line ends, spaces, folders and links', async () => {
      const texts = {
        'reports/marked.md': `${MARK}Abu Salah wrote.\n\n- -- a\n`,
        'reports/b c.md': '-- a b\r\nAbu Salah.\r\n',
        'reports/né "x".md': 'Abu Salah without an end',
        'top.md': '---\ntitle: A\n---\n\nAbu Salah.\n',
      };
      for (const [path, text] of Object.entries(texts)) desk.write(path, text);
      symlinkSync('b c.md', join(desk.root, 'reports/link.md'));
      symlinkSync('reports', join(desk.root, 'also'));
      const { stdout, stderr } = await run(['check', '--fix', '--dry-run']);
      assert.match(stderr, /^6 changes in 6 of 6 reports\.$/m);
      assert.doesNotMatch(stdout, /link|also/);
      const linked = await run(['check', '--fix', '--dry-run', 'reports/link.md', 'reports/b c.md']);
      assert.match(linked.stderr, /^1 change in 1 of 1 report\.$/m);
      assert.match(linked.stdout, /^--- a\/reports\/b c\.md\t\n\+\+\+ b\/reports\/b c\.md\t\n/);
      const programs = [
        ['git', 'apply'],
        ['patch', '-p1', '--binary'],
      ] as const;
      for (const [program, ...args] of programs) {
        if (spawnSync(program, ['--version']).status !== 0) {
          console.log(`        There is no ${program} here.`);
          continue;
        }
        for (const [path, text] of Object.entries(texts)) desk.write(path, text);
        desk.write('reports/wrong.md', 'Abu Salah.\n');
        desk.write('notes/one.txt', 'Abu Salah.\n');
        const { status, stderr: complaint, stdout: said } = applied(stdout, program, ...args);
        assert.equal(status, 0, `${program}: ${complaint}${said}`);
        for (const [path, text] of Object.entries(texts))
          assert.equal(desk.read(path), text.replace('Salah', 'Saloh'), `${program}: ${path}`);
      }
    });

    it('cannot be made of UTF-16, which is mended as what it is', async () => {
      const bytes = Buffer.from(`${MARK}Abu Salah.\n`, 'utf16le');
      for (const [path, content] of [
        ['reports/le.md', bytes],
        ['reports/be.md', Buffer.from(bytes).swap16()],
      ] as const) {
        desk.write(path, content);
        const { stdout, stderr } = await run(['check', '--fix', '--dry-run', path]);
        assert.equal(stdout, '');
        assert.match(stderr, new RegExp(`^${path} is written in UTF-16, of which no patch can be made\\.`));
        await run(['check', '--fix', path]);
        const mended = Buffer.from(`${MARK}Abu Saloh.\n`, 'utf16le');
        const now = readFileSync(join(desk.root, path));
        assert.deepEqual(path.includes('be') ? now.swap16() : now, mended);
      }
    });
  });

  describe('a run that is stopped while it writes', () => {
    it('takes back what it has written, and says so', async () => {
      desk.write('reports/second.md', 'Abu Salah.\n');
      let writes = 0;
      const world: CallOptions['world'] = {
        files: nodeFiles,
        write: (path, text) => {
          writes++;
          return writeText(path, text);
        },
        guarded: (work) => work(() => writes > 0),
      };
      cannotRun(
        await run(['check', '--fix', 'reports'], { world }),
        /^It was stopped, so that nothing was changed\. Run the command again\.$/m,
      );
      for (const path of ['reports/second.md', 'reports/wrong.md'])
        assert.equal(desk.read(path), 'Abu Salah.\n');
    });

    it('leaves all or nothing when it is interrupted', async () => {
      const paths = Array.from({ length: 600 }, (_, k) => `many/${k}.md`);
      for (const path of paths) desk.write(path, 'Abu Salah.\n');
      const watching = watch(join(desk.root, 'many'));
      const running = spawn(process.execPath, [MAIN, 'check', '--fix', 'many'], { cwd: desk.root });
      watching.once('change', () => running.kill('SIGINT'));
      running.stdout.resume();
      await once(running, 'close');
      watching.close();
      const texts = new Set(paths.map(desk.read));
      assert.equal(texts.size, 1, [...texts].join());
    });
  });

  describe('what cannot be known', () => {
    it('fails a run whatever rule it asks for, and no baseline hides it', async () => {
      desk.write('glossary/a.yaml', 'people: [\n');
      const { status, stdout } = await run(['check', '--rule', 'name/spelling']);
      assert.match(stdout, /^glossary\/a\.yaml:\d+:\d+ error .*\[glossary\/syntax\]$/m);
      assert.equal(status, 1);
      assert.equal((await run(['check', '--baseline', 'known.json', '--update-baseline'])).status, 1);
      assert.equal((await run(['check', '--baseline', 'known.json'])).status, 1);
    });

    it('is a glossary that is not where the desk says', async () => {
      desk.write(
        'nomenclator.yaml',
        'glossary:\n  - glossary/*.yaml\n  - nosuch/*.yaml\nsources: [none.bib]\n',
      );
      const { status, stdout } = await run(['check', 'reports']);
      assert.match(
        stdout,
        /^nomenclator\.yaml:3:5 warning “nosuch\/\*\.yaml” names no file that can be read\./m,
      );
      assert.match(stdout, /^nomenclator\.yaml:4:11 information “none\.bib” names no file/m);
      assert.doesNotMatch(stdout, /“glossary/);
      assert.equal(status, 1);
    });

    it('is not an empty file where another program reads: --quiet leaves out only words', async () => {
      for (const format of ['json', 'sarif']) {
        const { stdout, stderr } = await run([
          'check',
          'reports',
          '--quiet',
          '--format',
          format,
          '--max-findings',
          '0',
        ]);
        assert.ok(JSON.parse(stdout));
        assert.equal(stderr, '');
      }
      assert.equal((await run(['check', 'reports', '--quiet'])).stdout, '');
    });
  });
});
