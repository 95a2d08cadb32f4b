/** The baseline of `nomenclator check`, from the command line: written, obeyed, moved, broken. */

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { call } from './support/commandLine';
import { type ScratchDesk, scratchDesk } from './support/scratchDesk';

const GLOSSARY = `version: 1
people:
  abu-saloh: { name: Abu Saloh, spellings: [Abu Salah], aliases: [Sirojiddin Mukhtarov] }
  anvar: { name: Anvar Rahimov, short: Rahimov }
  bobur: { name: Bobur Rahimov, short: Rahimov }
`;

describe('the baseline', function () {
  this.timeout(60_000);
  let desk: ScratchDesk;

  beforeEach(() => {
    desk = scratchDesk({
      'nomenclator.yaml': 'version: 1\n',
      'glossary/people.yaml': GLOSSARY,
      'reports/a.md': 'Abu Salah wrote. Abu Salah left, and Sirojiddin Mukhtarov.\n',
      'reports/b.md': 'Then Abu Salah wrote.\n',
    });
  });
  afterEach(() => desk.remove());

  const run = (args: readonly string[], folder = '') =>
    call(join(desk.root, folder), ['check', '--baseline', 'known.json', ...args]);
  const rows = (stdout: string) => stdout.split('\n').filter((line) => /:\d+:\d+ /.test(line));
  const cannotRun = ({ status, stdout, stderr }: Awaited<ReturnType<typeof run>>, says: RegExp) => {
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^[^\n]+\n$/);
    assert.match(stderr, says);
  };

  it('hides what it knows, wherever lines move, and tells what is new', async () => {
    const written = await run(['--update-baseline']);
    assert.deepEqual([written.status, written.stderr], [0, '']);
    assert.match(
      written.stdout,
      /^2 reports checked: nothing to mend\.\n6 findings not shown: the baseline knows them\.\nThe baseline known\.json was written\.\n$/,
    );
    assert.equal((await run([])).status, 0);
    desk.write('reports/a.md', `# Title\n\n${desk.read('reports/a.md')}\nAbu Salah again.\n`);
    const { stdout, status } = await run([]);
    assert.deepEqual(
      rows(stdout).map((row) => row.split(' ')[0]),
      ['reports/a.md:5:1'],
    );
    assert.match(stdout, /6 findings not shown: the baseline knows them\./);
    assert.equal(status, 1);
  });

  it('is the same file when nothing has changed, and holds no place', async () => {
    await run(['--update-baseline']);
    const before = desk.read('known.json');
    await run(['--update-baseline']);
    assert.equal(desk.read('known.json'), before);
    assert.doesNotMatch(before, /"(?:line|offset|start)"/);
    assert.match(
      before,
      /^ {4}\{"path":"reports\/a\.md","rule":"name\/spelling","severity":"warning","text":"Abu Salah","count":2\},?$/m,
    );
    assert.match(before, /"path":"glossary\/people\.yaml","rule":"glossary\/shared-form"/);
  });

  it('says what is no longer there, of what the run has looked at, and forgets it when asked', async () => {
    await run(['--update-baseline']);
    desk.write('reports/a.md', 'Nothing.\n');
    const gone = /^(\d+) findings? of the baseline (?:is|are) no longer there/m;
    assert.equal(gone.exec((await run([])).stdout)?.[1], '3');
    assert.equal(gone.exec((await run(['--min-severity', 'warning'])).stdout)?.[1], '2');
    assert.equal(gone.exec((await run(['reports/b.md'])).stdout), null);
    assert.equal(gone.exec((await run(['--rule', 'name/alias'])).stdout)?.[1], '1');
    await run(['--update-baseline', 'reports/b.md']);
    assert.match(desk.read('known.json'), /reports\/a\.md/);
    await run(['--update-baseline']);
    assert.doesNotMatch(desk.read('known.json'), /reports\/a\.md/);
    assert.match(desk.read('known.json'), /reports\/b\.md/);
    assert.doesNotMatch((await run([])).stdout, gone);
  });

  it('forgets reports that are gone', async () => {
    await run(['--update-baseline']);
    desk.write('other/nomenclator.yaml', '');
    desk.write('known.json', desk.read('known.json').replaceAll('reports/b.md', 'reports/gone.md'));
    assert.match((await run(['reports/a.md'])).stdout, /^1 finding of the baseline is no longer there/m);
    await run(['--update-baseline', 'reports/a.md']);
    assert.doesNotMatch(desk.read('known.json'), /gone\.md/);
  });

  it('keeps its paths from its own folder, wherever it is called', async () => {
    await run(['--update-baseline']);
    const { stdout, status } = await call(join(desk.root, 'reports'), [
      'check',
      '--baseline',
      '../known.json',
      'a.md',
    ]);
    assert.deepEqual([rows(stdout), status], [[], 0]);
  });

  it('serves every format, and glossary', async () => {
    await run(['--update-baseline']);
    desk.write('reports/b.md', 'Sirojiddin Mukhtarov.\n');
    for (const format of ['json', 'sarif', 'junit']) {
      const { stdout, stderr } = await run(['--format', format]);
      assert.match(stderr, /^5 findings not shown: the baseline knows them\.$/m);
      assert.match(stdout, /name\/alias/);
      assert.doesNotMatch(stdout, /not “Abu Salah”/);
    }
    assert.deepEqual(JSON.parse((await run(['--format', 'json'])).stdout).notShown, {
      byLimit: 0,
      byBaseline: 5,
    });
    const glossary = await call(desk.root, ['glossary', '--baseline', 'known.json']);
    assert.deepEqual([glossary.status, rows(glossary.stdout)], [0, []]);
    assert.doesNotMatch(glossary.stdout, /no longer there/);
  });

  it('writes with --fix what is left, and with --quiet without a word', async () => {
    assert.equal((await run(['--fix', '--update-baseline', '--quiet'])).stdout, '');
    assert.doesNotMatch(desk.read('known.json'), /name\/spelling/);
    assert.match(desk.read('known.json'), /shared-form/);
  });

  describe('that cannot serve', () => {
    it('is not there', async () =>
      cannotRun(await run([]), /There is no baseline known\.json\. Add --update-baseline/));

    it('is broken: it is neither obeyed nor overwritten', async () => {
      for (const text of ['{"version":1,"findings":[{"path', '{"name":"a project of somebody"}', '']) {
        desk.write('known.json', text);
        cannotRun(await run([]), /known\.json is no baseline/);
        cannotRun(
          await run(['--update-baseline']),
          /Remove it and write it anew with --update-baseline, or name another file/,
        );
        assert.equal(desk.read('known.json'), text);
      }
    });

    it('is of another version', async () => {
      desk.write('known.json', '{"version":7,"findings":[]}');
      cannotRun(await run([]), /version 7, and this program reads version 1/);
    });

    it('is not UTF-8', async () => {
      desk.write('known.json', Buffer.from([0x22, 0xff, 0x22]));
      cannotRun(await run([]), /known\.json is not UTF-8/);
    });

    it('is a folder, or in none', async () => {
      mkdirSync(join(desk.root, 'known.json'));
      cannotRun(await run(['--update-baseline']), /known\.json is a folder/);
      const nowhere = await call(desk.root, ['check', '--baseline', 'no/such/b.json', '--update-baseline']);
      cannotRun(nowhere, /no\/such\/b\.json could not be written \(.*\)\. Name a file in a folder/);
    });

    it('is not named, or asked of a run that writes nothing', async () => {
      cannotRun(
        await call(desk.root, ['check', '--update-baseline']),
        /--baseline nomenclator-baseline\.json/,
      );
      cannotRun(await call(desk.root, ['glossary', '--update-baseline']), /--baseline/);
      cannotRun(await run(['--update-baseline', '--dry-run']), /--dry-run/);
      cannotRun(await run(['--update-baseline', '--stdin']), /--stdin/);
    });
  });
});
