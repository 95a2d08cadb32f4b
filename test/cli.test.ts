/** Tests the command line as a process: what it prints, what it writes, and how it ends. */

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { type ScratchDesk, scratchDesk } from './support/scratchDesk';

const MAIN = join(__dirname, '..', 'server', 'src', 'cli', 'main.js');

const GLOSSARY = `version: 1
people:
  abu-saloh:
    name: Abu Saloh
    spellings: [Abu Salah]
    aliases: [Sirojiddin Mukhtarov]
  anvar: { name: Anvar Rahimov, short: Rahimov }
  bobur: { name: Bobur Rahimov, short: Rahimov }
`;
const SOURCES = `references:
  - id: doe-2020
    type: book
    title: A Short History of Letters
    author: [{ family: Doe, given: Jane }]
    publisher: Example Press
    issued: 2020
  - id: roe-2019
    type: book
    title: Names of Rivers
    author: [{ family: Roe, given: Richard }]
    publisher: Example Press
    issued: 2019
`;

describe('the command line', function () {
  this.timeout(60_000);
  let desk: ScratchDesk;

  beforeEach(() => {
    desk = scratchDesk({
      'nomenclator.yaml': 'version: 1\nignore: [drafts/**]\n',
      'glossary/people.yaml': GLOSSARY,
      'sources/library.yaml': SOURCES,
      'reports/wrong.md': 'Then Abu Salah wrote.\n',
      'reports/right.md': 'Then Abu Saloh wrote.\n',
      'reports/deep/alias.md': 'Then Sirojiddin Mukhtarov wrote.\n',
      'drafts/old.md': 'Then Abu Salah wrote.\n',
    });
  });
  afterEach(() => desk.remove());

  function run(args: readonly string[], input = '', folder = '') {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
      cwd: join(desk.root, folder),
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    return { status, stdout, stderr };
  }

  /** The command could not run: nothing on standard output, one line on standard error that says what to do. */
  function cannotRun(args: readonly string[], says: RegExp, input = '') {
    const { status, stdout, stderr } = run(args, input);
    assert.equal(stdout, '');
    assert.match(stderr, /^[^\n]+\n$/);
    assert.match(stderr, says);
    assert.equal(status, 2);
  }

  /** Without the problems of the glossary, whose two Rahimovs are told of in each run. */
  const findingsIn = (stdout: string) => stdout.split('\n').filter((line) => /\.md:\d/.test(line));
  const jsonOf = (stdout: string) => {
    assert.match(stdout, /^[^\n]+\n$/, 'JSON is one line.');
    return JSON.parse(stdout);
  };

  describe('check', () => {
    it('prints a finding a line, and ends with 1', () => {
      const { status, stdout, stderr } = run(['check', 'reports/wrong.md']);
      assert.deepEqual(findingsIn(stdout), [
        'reports/wrong.md:1:6 warning Write “Abu Saloh”, not “Abu Salah”: the glossary lists it as another spelling. [name/spelling]',
      ]);
      assert.equal(stderr, '');
      assert.equal(status, 1);
    });

    it('ends with 0 where there is nothing of at least a warning', () => {
      desk.write('glossary/people.yaml', GLOSSARY.replace(/ {2}bobur.*\n/, ''));
      const right = run(['check', 'reports/right.md']);
      assert.equal(right.stdout, '1 report checked: nothing to mend.\n');
      assert.equal(right.status, 0);
      const alias = run(['check', 'reports/deep/alias.md']);
      assert.match(alias.stdout, /alias\.md:1:6 information .*\[name\/alias\]/);
      assert.equal(alias.status, 0);
    });

    it('covers the reports of the desk where no path is named', () => {
      const files = jsonOf(run(['check', '--format', 'json']).stdout).files;
      const paths = files.map(({ path }: { path: string }) => path);
      assert.deepEqual(paths, ['reports/deep/alias.md', 'reports/right.md', 'reports/wrong.md']);
    });

    it('takes files, folders and globs, and each file once', () => {
      const pathsOf = (...paths: string[]) => {
        const { files } = jsonOf(run(['check', '--format', 'json', ...paths]).stdout);
        return files.map(({ path }: { path: string }) => path);
      };
      assert.deepEqual(pathsOf('reports'), ['reports/deep/alias.md', 'reports/right.md', 'reports/wrong.md']);
      assert.deepEqual(pathsOf('reports/*.md'), ['reports/right.md', 'reports/wrong.md']);
      assert.deepEqual(pathsOf('reports/wrong.md', './reports/wrong.md'), ['reports/wrong.md']);
      assert.deepEqual(pathsOf('drafts/old.md'), ['drafts/old.md']);
      assert.deepEqual(pathsOf(`${desk.root}/reports/wrong.md`), ['reports/wrong.md']);
    });

    it('finds the desk above the report, wherever it is called', () => {
      const { stdout, status } = run(['check', '../wrong.md'], '', 'reports/deep');
      assert.match(stdout, /^\.\.\/wrong\.md:1:6 warning /m);
      assert.equal(status, 1);
    });

    it('takes the desk that --desk names', () => {
      const other = scratchDesk({ 'glossary/g.yaml': 'version: 1\npeople: { x: { name: Nobody } }\n' });
      try {
        assert.deepEqual(findingsIn(run(['check', 'reports/wrong.md', '--desk', other.root]).stdout), []);
        const elsewhere = spawnSync(
          process.execPath,
          [MAIN, 'check', '--desk', desk.root, `${desk.root}/reports/wrong.md`],
          { cwd: other.root, encoding: 'utf8' },
        );
        assert.equal(elsewhere.status, 1);
      } finally {
        other.remove();
      }
    });

    it('has a stable JSON, in UTF-16 code units from 0', () => {
      desk.write('reports/wrong.md', '# 𐐷\n\n𐐷𐐷 said Abu Salah.\n');
      const { stdout, status } = run(['check', '--format', 'json', 'reports/wrong.md']);
      const { version, files, problems, ...rest } = jsonOf(stdout);
      assert.equal(version, 1);
      assert.deepEqual(rest, {});
      const range = {
        start: { line: 2, character: 10, offset: 16 },
        end: { line: 2, character: 19, offset: 25 },
      };
      assert.deepEqual(files, [
        {
          path: 'reports/wrong.md',
          findings: [
            {
              rule: 'name/spelling',
              severity: 'warning',
              message: 'Write “Abu Saloh”, not “Abu Salah”: the glossary lists it as another spelling.',
              range,
              entity: 'abu-saloh',
              form: 'Abu Salah',
              house: 'Abu Saloh',
              fixes: [{ title: 'Write “Abu Saloh”', edits: [{ range, newText: 'Abu Saloh' }] }],
            },
          ],
        },
      ]);
      assert.equal(problems.length, 2);
      for (const problem of problems) {
        assert.deepEqual(Object.keys(problem), ['path', 'range', 'rule', 'severity', 'message']);
        assert.equal(problem.path, 'glossary/people.yaml');
        assert.equal(problem.rule, 'glossary/shared-form');
        assert.deepEqual(Object.keys(problem.range.start), ['line', 'character', 'offset']);
      }
      assert.equal(status, 1);
    });

    it('counts and prints what is at or above --min-severity', () => {
      const least = (severity: string) => run(['check', 'reports/deep/alias.md', '--min-severity', severity]);
      assert.equal(least('information').status, 1);
      assert.equal(findingsIn(least('information').stdout).length, 1);
      assert.equal(least('error').status, 0);
      assert.equal(findingsIn(least('error').stdout).length, 0);
    });

    it('counts guesses where the desk has made them severe, and only there', () => {
      desk.write('reports/guess.md', 'Then Sirojidin Mukhtorov wrote.\n');
      const guess = (...args: string[]) =>
        run(['check', 'reports/guess.md', '--rule', 'name/variant', ...args]);
      assert.equal(findingsIn(guess().stdout).length, 1);
      assert.deepEqual(findingsIn(guess('--min-severity', 'warning').stdout), []);
      assert.equal(guess('--quiet').status, 0);
      desk.write('nomenclator.yaml', 'version: 1\nrules: { name/variant: warning }\n');
      assert.equal(findingsIn(guess('--min-severity', 'warning').stdout).length, 1);
      assert.equal(guess('--quiet').status, 1);
    });

    it('keeps to the rules that --rule names, in any way of writing a list', () => {
      desk.write('reports/wrong.md', 'Then Abu Salah wrote, and Sirojiddin Mukhtarov.[^1]\n');
      const rules = (...args: string[]) =>
        findingsIn(run(['check', 'reports/wrong.md', ...args]).stdout).map(
          (line) => /\[([a-z/-]+)\]$/.exec(line)?.[1],
        );
      assert.deepEqual(rules(), ['name/spelling', 'name/alias', 'note/undefined']);
      assert.deepEqual(rules('--rule', 'name/alias'), ['name/alias']);
      assert.deepEqual(rules('--rule', 'name/alias', 'note/undefined'), ['name/alias', 'note/undefined']);
      assert.deepEqual(rules('--rule', 'name/alias', '--rule', 'note/undefined'), [
        'name/alias',
        'note/undefined',
      ]);
      assert.deepEqual(rules('--rule=name/alias', '--rule=note/undefined'), ['name/alias', 'note/undefined']);
      assert.deepEqual(rules('--rule', 'name/alias', 'reports/deep'), ['name/alias', 'name/alias']);
      assert.equal(run(['check', 'reports/wrong.md', '--rule', 'note/unused']).status, 0);
    });

    it('prints nothing with --quiet, and ends as it would', () => {
      assert.deepEqual(run(['check', 'reports/wrong.md', '--quiet']), { status: 1, stdout: '', stderr: '' });
    });

    it('mends with --fix, and reports what is left', () => {
      desk.write('reports/wrong.md', 'Then Abu Salah wrote to Rahimov.\n');
      const { stdout, status } = run(['check', '--fix', 'reports/wrong.md', '--min-severity', 'information']);
      assert.equal(desk.read('reports/wrong.md'), 'Then Abu Saloh wrote to Rahimov.\n');
      assert.deepEqual(
        findingsIn(stdout).map((line) => line.replace(/ .*\[/, ' [')),
        ['reports/wrong.md:1:25 [name/ambiguous]'],
      );
      assert.equal(status, 1);
    });

    it('mends only the rules that --rule names', () => {
      desk.write('reports/wrong.md', 'Then Abu Salah wrote, and Sirojiddin Mukhtarov.\n');
      run(['check', '--fix', 'reports/wrong.md', '--rule', 'name/alias']);
      assert.equal(desk.read('reports/wrong.md'), 'Then Abu Salah wrote, and Abu Saloh.\n');
    });

    it('keeps line ends and the byte-order mark of a file that it mends', () => {
      desk.write('reports/wrong.md', '\uFEFFThen Abu Salah\r\nwrote.\r\n\rAbu Salah\n');
      const found = jsonOf(run(['check', 'reports/wrong.md', '--format', 'json']).stdout).files[0].findings;
      assert.equal(found[0].range.start.character, 5, 'The mark is no character of the text.');
      run(['check', '--fix', 'reports/wrong.md']);
      assert.equal(desk.read('reports/wrong.md'), '\uFEFFThen Abu Saloh\r\nwrote.\r\n\rAbu Saloh\n');
    });

    it('does not touch a file in which there is nothing to mend', () => {
      // Not UTF-8 when written anew: the two bytes are kept as they are.
      const bytes = Buffer.from([0xff, 0xfe, ...Buffer.from('Abu Saloh\n', 'utf16le')]);
      desk.write('reports/right.md', bytes);
      run(['check', '--fix', 'reports/right.md']);
      assert.equal(
        Buffer.compare(Buffer.from(desk.read('reports/right.md')), Buffer.from(bytes.toString())),
        0,
      );
    });

    it('shows with --dry-run what it would mend, and writes nothing', () => {
      const { stdout, status } = run(['check', '--dry-run', 'reports/wrong.md']);
      assert.match(stdout, /^-Then Abu Salah wrote\.$/m);
      assert.match(stdout, /^\+Then Abu Saloh wrote\.$/m);
      assert.equal(desk.read('reports/wrong.md'), 'Then Abu Salah wrote.\n');
      assert.equal(status, 1);
    });

    it('prints with --fix and --dry-run a patch and nothing else, and says beside it what would be left', () => {
      desk.write('reports/wrong.md', 'Then Abu Salah wrote.\n\nRahimov wrote back.\n');
      const { stdout, stderr, status } = run(['check', '--fix', '--dry-run', 'reports/wrong.md']);
      assert.match(stdout, /^--- a\/reports\/wrong\.md\n\+\+\+ b\/reports\/wrong\.md\n@@ /);
      assert.match(stdout, /^-Then Abu Salah wrote\.\n\+Then Abu Saloh wrote\.$/m);
      assert.doesNotMatch(stdout, /checked|name\//);
      assert.equal(
        stderr,
        [
          '1 change in 1 of 1 report.',
          'Left as it is: 1 name that may mean several entities (name/ambiguous)',
          '  reports/wrong.md:3:1 “Rahimov” may mean Anvar Rahimov or Bobur Rahimov. Write out whom you mean, here or earlier in the report.',
          '',
        ].join('\n'),
      );
      assert.equal(desk.read('reports/wrong.md'), 'Then Abu Salah wrote.\n\nRahimov wrote back.\n');
      assert.equal(status, 1);
      const quiet = run(['check', '--fix', '--dry-run', '--quiet', 'reports/wrong.md']);
      assert.deepEqual([quiet.stdout, quiet.stderr], [stdout, '']);
    });

    it('writes with --fix all that it mends or nothing', () => {
      const files = ['reports/locked-1.md', 'reports/locked-2.md'];
      for (const file of files) desk.write(file, 'Then Abu Salah wrote.\n');
      chmodSync(join(desk.root, files[1]!), 0o444);
      const { stderr, status } = run(['check', '--fix', ...files]);
      assert.match(stderr, /^reports\/locked-2\.md may not be written, so that nothing was\./);
      assert.equal(status, 2);
      for (const file of files) assert.equal(desk.read(file), 'Then Abu Salah wrote.\n');
    });

    it('reads a report from standard input, under the name it is given', () => {
      const args = ['check', '--stdin', '--stdin-filename', 'reports/new.md', '--format', 'json'];
      const { stdout, status } = run(args, 'Then Abu Salah wrote.\n');
      const [file] = jsonOf(stdout).files;
      assert.equal(file.path, 'reports/new.md');
      assert.equal(file.findings.length, 1);
      assert.equal(status, 1);
    });

    it('mends standard input to standard output', () => {
      const args = ['check', '--stdin', '--stdin-filename', 'reports/new.md', '--fix'];
      const { stdout } = run(args, 'Then Abu Salah wrote.\r\n');
      assert.equal(stdout, 'Then Abu Saloh wrote.\r\n');
    });

    it('runs the examples that entries carry', () => {
      desk.write(
        'glossary/more.yaml',
        'version: 1\nplaces:\n  osh:\n    name: Osh\n    spellings: [Oš]\n    examples: [{ text: In Oš., expect: In Ösh. }]\n',
      );
      const { stdout, status } = run(['check', 'reports/right.md']);
      assert.match(stdout, /^glossary\/more\.yaml:6:16 error This example gives “In Osh\.”/m);
      assert.equal(status, 1);
    });

    it('checks many reports without cutting off what it prints to a pipe', () => {
      for (let k = 0; k < 60; k++) desk.write(`reports/many/${k}.md`, 'Then Abu Salah wrote.\n'.repeat(60));
      const { files } = jsonOf(run(['check', '--format', 'json', 'reports/many']).stdout);
      const count = files.reduce((sum: number, one: { findings: unknown[] }) => sum + one.findings.length, 0);
      assert.equal(count, 3600);
    });
  });

  describe('what it cannot run', () => {
    const cases: [name: string, args: string[], says: RegExp][] = [
      ['no command', [], /nomenclator --help/],
      ['an unknown command', ['chekc'], /no command chekc/],
      ['an unknown option', ['check', '--fixx'], /--fixx/],
      ['an option without its value', ['check', '--desk'], /--desk/],
      ['an option of another command', ['who', 'Abu Saloh', '--fix'], /--fix/],
      ['an unknown format', ['check', '--format', 'xml'], /--format .*text, json.*“xml”/],
      ['an unknown severity', ['check', '--min-severity', 'loud'], /hint, information, warning, error/],
      ['an unknown rule', ['check', '--rule', 'name/spleling'], /no rule name\/spleling.*name\/spelling/],
      ['a file that is not there', ['check', 'reports/none.md'], /reports\/none\.md.*Check the name/],
      ['a glob that nothing matches', ['check', 'reports/*.txt'], /No file matches/],
      ['a desk that is not there', ['check', '--desk', 'nowhere'], /nowhere/],
      ['--stdin with paths', ['check', '--stdin', 'reports/wrong.md'], /--stdin/],
      ['--stdin-filename without --stdin', ['check', '--stdin-filename', 'a.md'], /--stdin/],
      ['who without a name', ['who'], /Give a name/],
      ['cite without a word', ['cite'], /nomenclator cite/],
      ['cite with an unknown key', ['cite', '@doe-2021'], /@doe-2020/],
      ['lsp without --stdio', ['lsp'], /--stdio/],
    ];
    for (const [name, args, says] of cases) it(name, () => cannotRun(args, says));

    it('a report that is not UTF-8', () => {
      desk.write('reports/wrong.md', Buffer.from([0x41, 0xff, 0x42]));
      cannotRun(['check', 'reports/wrong.md'], /wrong\.md is not UTF-8 text\. Save it as UTF-8/);
    });

    it('a desk whose configuration is broken', () => {
      desk.write('nomenclator.yaml', 'glossary: [\n');
      cannotRun(['check'], /nomenclator\.yaml/);
    });
  });

  describe('mentions', () => {
    it('prints every mention, in text', () => {
      const { stdout, status } = run(['mentions', 'reports/wrong.md', 'reports/right.md']);
      assert.equal(
        stdout,
        'reports/wrong.md:1:6 Abu Salah → abu-saloh (spelling, prose)\n' +
          'reports/right.md:1:6 Abu Saloh → abu-saloh (house, prose)\n',
      );
      assert.equal(status, 0);
    });

    it('and in JSON, with the entities of a form that stays open', () => {
      desk.write(
        'reports/wrong.md',
        '---\ntitle: Rahimov\n---\n\n# 𐐷 Abu\nSalah\n\n“We met Abu\nSalah there”, `Rahimov` https://a.org/Rahimov\n\n<!-- Rahimov -->\n\n- Rahimov[^1]\n\n[^1]: Bobur Rahimov.\n',
      );
      const { version, files } = jsonOf(run(['mentions', '--format', 'json', 'reports/wrong.md']).stdout);
      assert.equal(version, 1);
      assert.equal(files[0].path, 'reports/wrong.md');
      type Row = { text: string; entity?: string; entities?: string[]; zone: string };
      const rows = files[0].mentions.map(({ text, entity, entities, zone }: Row) => [
        text,
        entity ?? entities,
        zone,
      ]);
      assert.deepEqual(rows, [
        ['Rahimov', ['anvar', 'bobur'], 'front-matter'],
        ['Abu\nSalah', 'abu-saloh', 'quotation'],
        ['Rahimov', ['anvar', 'bobur'], 'code'],
        ['Rahimov', ['anvar', 'bobur'], 'url'],
        ['Rahimov', ['anvar', 'bobur'], 'html'],
        ['Rahimov', ['anvar', 'bobur'], 'prose'],
        ['Bobur Rahimov', 'bobur', 'note'],
      ]);
      const [first] = files[0].mentions;
      assert.deepEqual(Object.keys(first), ['range', 'text', 'entities', 'form', 'kind', 'zone']);
      assert.deepEqual(Object.keys(files[0].mentions[1]), [
        'range',
        'text',
        'entity',
        'form',
        'kind',
        'zone',
      ]);
      assert.equal(first.form, 'Rahimov');
      assert.equal(first.kind, 'short');
    });
  });

  describe('who', () => {
    const exact = { entity: 'abu-saloh', form: 'Abu Saloh', kind: 'house', score: 1 };

    it('says whom a name may mean, in JSON', () => {
      const { stdout, status } = run([
        'who',
        'Abu Saloh',
        'ABU-SALAH',
        'Rahimov',
        'Nobody',
        '--format',
        'json',
      ]);
      const { version, names } = jsonOf(stdout);
      assert.equal(version, 1);
      assert.deepEqual(
        names.map(({ name }: { name: string }) => name),
        ['Abu Saloh', 'ABU-SALAH', 'Rahimov', 'Nobody'],
      );
      const { reason, ...candidate } = names[0].candidates[0];
      assert.deepEqual(candidate, exact);
      assert.equal(typeof reason, 'string');
      const folded = names[1].candidates[0];
      assert.deepEqual([folded.entity, folded.form, folded.kind], ['abu-saloh', 'Abu Salah', 'spelling']);
      assert.ok(folded.score > 0 && folded.score < 1);
      assert.deepEqual(
        names[2].candidates.map(({ entity }: { entity: string }) => entity),
        ['anvar', 'bobur'],
      );
      assert.deepEqual(names[3].candidates, []);
      assert.equal(status, 0);
    });

    it('and in text', () => {
      const { stdout } = run(['who', 'Abu Salah', 'Nobody']);
      assert.match(stdout, /^Abu Salah\n {2}1\.00 Abu Saloh \(abu-saloh, spelling\): .+\nNobody: no entity/);
    });

    it('reads a name a line, and writes a line of JSON for each', () => {
      const { stdout } = run(['who', '--stdin'], 'Abu Saloh\r\n\nNobody\n');
      const lines = stdout.split('\n');
      assert.equal(lines.pop(), '');
      const answers = lines.map((line) => JSON.parse(line));
      assert.deepEqual(
        answers.map((answer) => [Object.keys(answer).join(), answer.name, answer.candidates.length]),
        [
          ['name,candidates', 'Abu Saloh', 1],
          ['name,candidates', '', 0],
          ['name,candidates', 'Nobody', 0],
        ],
      );
    });

    it('answers a line before the next has come', async () => {
      const running = spawn(process.execPath, [MAIN, 'who', '--stdin'], { cwd: desk.root });
      running.stdin.write('Abu Salokh\n');
      const [answer] = await once(running.stdout.setEncoding('utf8'), 'data');
      assert.equal(JSON.parse(answer).candidates[0].entity, 'abu-saloh');
      running.stdin.end();
      assert.deepEqual(await once(running, 'close'), [0, null]);
    });

    it('ranks by initials and single parts too', () => {
      const { stdout } = run(['who', '--stdin'], 'S. Mukhtarov\nMukhtarof\nA. Rahimov\nX. Rahimov\n');
      const answers = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).candidates);
      const found = answers.map((one) => one.map(({ entity }: { entity: string }) => entity));
      assert.deepEqual(found.slice(0, 2), [['abu-saloh'], ['abu-saloh']]);
      assert.equal(found[2][0], 'anvar');
      // Another initial is probably another person: shown, and not the same.
      assert.ok(found[3].includes('anvar'));
      assert.ok(answers[3][0].score < 0.5);
      assert.match(answers[3][0].reason, /surname alone; the initial is that of none of the full names/);
    });
  });

  describe('same', () => {
    it('answers the pairs among the lines, and tells which lines are none', () => {
      const { status, stdout, stderr } = run(
        ['same', '--stdin'],
        'A. Karimov\tB. Karimov\n\njust one\nAbu Saloh\tAbu Salokh\n',
      );
      const verdicts = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).same);
      assert.deepEqual(verdicts, [false, true]);
      assert.match(stderr, /^Line 3 is no pair/u);
      assert.equal(status, 2);
    });

    it('does not call two empty names the same', () => {
      const { score, same } = jsonOf(run(['same', '', '']).stdout);
      assert.deepEqual([score, same], [0, false]);
    });
  });

  describe('cite', () => {
    it('finds sources by words in any order, best first', () => {
      const { version, results } = jsonOf(run(['cite', '--format', 'json', 'letters', 'doe']).stdout);
      assert.equal(version, 1);
      assert.deepEqual(Object.keys(results[0]), ['key', 'note', 'insert', 'score']);
      assert.equal(results[0].key, 'doe-2020');
      assert.equal(results[0].note, 'Jane Doe, *A Short History of Letters* (Example Press, 2020).');
      assert.ok(results[0].score > 0 && results[0].score <= 1);
    });

    it('takes sources by their keys, in the order given, each as a first citation', () => {
      const { results } = jsonOf(
        run(['cite', '--format', 'json', '@roe-2019', '@doe-2020', '@roe-2019']).stdout,
      );
      const insertable = (key: string, note: string) => ({ key, note, insert: `${note} <!-- @${key} -->` });
      const roe = insertable('roe-2019', 'Richard Roe, *Names of Rivers* (Example Press, 2019).');
      assert.deepEqual(results, [
        roe,
        insertable('doe-2020', 'Jane Doe, *A Short History of Letters* (Example Press, 2020).'),
        roe,
      ]);
    });

    it('takes pages, several sources and words before them, as completion does', () => {
      const citations = (...args: string[]) =>
        jsonOf(run(['cite', '--format', 'json', ...args]).stdout).results.map(
          ({ citation, note }: { citation: string; note: string }) => [citation, note],
        );
      const page = ['@doe-2020, p. 20', 'Jane Doe, *A Short History of Letters* (Example Press, 2020), 20.'];
      assert.deepEqual(citations('@doe-2020, p. 20'), [page]);
      assert.deepEqual(citations('@doe-2020,', 'p.', '20'), [page]);
      assert.deepEqual(citations('letters', 'doe,', 'p.', '20'), [page]);
      const both = [
        'See @doe-2020, 3; @roe-2019',
        'See Jane Doe, *A Short History of Letters* (Example Press, 2020), 3; Richard Roe, *Names of Rivers* (Example Press, 2019).',
      ];
      assert.deepEqual(citations('see @doe-2020, 3; @roe-2019'), [both]);
      assert.deepEqual(citations('see letters, 3; rivers'), [both]);
      assert.equal(
        run(['cite', '@doe-2020, p. 20']).stdout,
        '@doe-2020, p. 20\n  Jane Doe, *A Short History of Letters* (Example Press, 2020), 20. <!-- @doe-2020, p. 20 -->\n',
      );
    });

    it('prints text', () => {
      assert.equal(
        run(['cite', 'rivers']).stdout,
        '@roe-2019\n  Richard Roe, *Names of Rivers* (Example Press, 2019). <!-- @roe-2019 -->\n',
      );
      assert.equal(run(['cite', 'zzzzzz']).stdout, 'No source has these words. Try fewer, or others.\n');
    });
  });

  it('prints its commands with --help', () => {
    for (const args of [['--help'], ['help'], ['check', '--help']]) {
      const { status, stdout } = run(args);
      for (const command of ['check', 'mentions', 'who', 'cite', 'lsp'])
        assert.match(stdout, new RegExp(command));
      assert.equal(status, 0);
    }
  });
});
