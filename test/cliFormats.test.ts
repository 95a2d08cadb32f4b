/** The formats of `nomenclator check`: what each prints of the same findings, and that others can read it. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { RULES } from '../server/src/analysis/rules';
import type { CheckedFinding } from '../server/src/cli/checking/checkedFile';
import { asGithub } from '../server/src/cli/checking/formats/github';
import { asJson } from '../server/src/cli/checking/formats/json';
import { asJunit } from '../server/src/cli/checking/formats/junit';
import { asSarif } from '../server/src/cli/checking/formats/sarif';
import { asText } from '../server/src/cli/checking/formats/text';
import { countsOf, limited, type Told } from '../server/src/cli/checking/told';
import { LineIndex } from '../server/src/text/lineIndex';
import { call, nomenclator } from './support/commandLine';
import { type ScratchDesk, scratchDesk } from './support/scratchDesk';

const ROOT = join(__dirname, '..', '..');

const GLOSSARY = `version: 1
people:
  abu-saloh:
    name: Abu Saloh
    spellings: [Abu Salah]
    aliases: [Sirojiddin Mukhtarov]
  angled: { name: Angled <Name> & Co, spellings: ["<Angl> & 'Co'"] }
`;
const WRONG =
  'Then Abu Salah wrote, and Sirojiddin Mukhtarov.[^1]\r\n\r\nAnd <b>𐐷</b> Abu\r\nSalah, 100%: “a, b”.\r\n';

const {
  id: _,
  $schema: __,
  ...schema
} = JSON.parse(readFileSync(join(ROOT, 'test', 'sarif', 'sarif-2.1.0-rtm.5.json'), 'utf8'));
// The schema is of draft 4, and uses nothing of it that is not the same today; one pattern is broken as Unicode.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);
const logOf = (stdout: string) => {
  const log = JSON.parse(stdout);
  validate(log);
  assert.deepEqual(validate.errors, null);
  return log.runs[0];
};

describe('the formats of check', function () {
  this.timeout(60_000);
  let desk: ScratchDesk;

  beforeEach(() => {
    desk = scratchDesk({
      'nomenclator.yaml': 'version: 1\n',
      'glossary/people.yaml': GLOSSARY,
      'reports/wrong.md': WRONG,
      'reports/right.md': 'Then Abu Saloh wrote.\n',
    });
  });
  afterEach(() => desk.remove());

  const run = (...args: string[]) => call(desk.root, ['check', ...args]);

  describe('text', () => {
    it('has a finding a line, and a summary by severity', async () => {
      const { status, stdout, stderr } = await run('reports');
      assert.deepEqual(
        stdout.split('\n').map((line) => line.replace(/(warning|information|error) .*\[/, '$1 [')),
        [
          'reports/wrong.md:1:6 warning [name/spelling]',
          'reports/wrong.md:1:27 information [name/alias]',
          'reports/wrong.md:1:48 error [note/undefined]',
          'reports/wrong.md:3:15 warning [name/spelling]',
          '2 reports checked: 4 findings (1 error, 2 warnings, 1 information).',
          '--fix mends 3 of them.',
          '',
        ],
      );
      assert.deepEqual([status, stderr], [1, '']);
    });

    it('has colours where they are asked for, and none in a pipe', async () => {
      assert.doesNotMatch((await run('reports')).stdout, /\u001b/);
      const coloured = nomenclator(desk.root, ['check', 'reports'], { env: { FORCE_COLOR: '1' } }).stdout;
      assert.match(coloured, /\u001b\[33mwarning\u001b\[39m/);
      assert.equal(coloured.replace(/\u001b\[\d+m/g, ''), (await run('reports')).stdout);
    });

    it('prints no orders to the terminal that a report holds', async () => {
      desk.write('reports/wrong.md', 'Abu\u001b[31m[^\u001b]8;;x] Salah Abu\u00a0Salah.[^\u001bx]\n');
      const { stdout } = await run('reports');
      assert.match(stdout, /\[note\/undefined\]/);
      assert.doesNotMatch(stdout, /\u001b/);
    });
  });

  describe('sarif', () => {
    it('is valid, of findings and of problems of the desk', async () => {
      desk.write('glossary/broken.yaml', 'people:\n  x: { name: Abu Saloh, foo: 1 }\n  - [\n');
      desk.write('nomenclator.yaml', 'version: 1\nrules: { name/nothing: warning }\n');
      const { results, tool } = logOf((await run('--format', 'sarif')).stdout);
      const rules = tool.driver.rules.map((rule: { id: string }) => rule.id);
      assert.deepEqual(
        rules.slice(0, RULES.length),
        RULES.map(({ code }) => code),
      );
      assert.ok(results.some(({ ruleId }: { ruleId: string }) => ruleId.startsWith('glossary/')));
      assert.ok(results.some(({ ruleId }: { ruleId: string }) => ruleId.startsWith('desk/')));
      for (const { ruleId, ruleIndex } of results) assert.equal(rules[ruleIndex], ruleId);
      for (const { shortDescription, help } of tool.driver.rules) {
        assert.match(shortDescription.text, /\.$/);
        assert.ok(help.text.length > shortDescription.text.length);
      }
    });

    it('is valid where nothing was found', async () => {
      assert.deepEqual(logOf((await run('--format', 'sarif', 'reports/right.md')).stdout).results, []);
    });

    it('says where, what, and how to mend it', async () => {
      const { results, columnKind } = logOf((await run('--format', 'sarif', 'reports/wrong.md')).stdout);
      assert.equal(columnKind, 'utf16CodeUnits');
      const [first] = results;
      const region = {
        startLine: 1,
        startColumn: 6,
        endLine: 1,
        endColumn: 15,
        charOffset: 5,
        charLength: 9,
      };
      const artifactLocation = { uri: 'reports/wrong.md', uriBaseId: '%SRCROOT%' };
      assert.deepEqual(first, {
        ruleId: 'name/spelling',
        ruleIndex: 0,
        level: 'warning',
        message: { text: 'Write “Abu Saloh”, not “Abu Salah”: the glossary lists it as another spelling.' },
        locations: [{ physicalLocation: { artifactLocation, region } }],
        partialFingerprints: { 'nomenclatorFinding/v1': 'name/spelling:Abu Salah:1' },
        fixes: [
          {
            description: { text: 'Write “Abu Saloh”' },
            artifactChanges: [
              {
                artifactLocation,
                replacements: [{ deletedRegion: region, insertedContent: { text: 'Abu Saloh' } }],
              },
            ],
          },
        ],
        properties: { entity: 'abu-saloh', form: 'Abu Salah', house: 'Abu Saloh' },
      });
      const over = results.at(-1).locations[0].physicalLocation.region;
      assert.deepEqual([over.startLine, over.endLine, over.endColumn], [3, 4, 6]);
    });

    it('has the same fingerprints when lines move', async () => {
      const prints = async () =>
        logOf((await run('--format', 'sarif', 'reports/wrong.md')).stdout).results.map(
          (result: { partialFingerprints: object }) => result.partialFingerprints,
        );
      const before = await prints();
      assert.equal(new Set(before.map((one: object) => JSON.stringify(one))).size, before.length);
      desk.write('reports/wrong.md', `A line above.\r\n\r\n${WRONG}`);
      assert.deepEqual(await prints(), before);
    });

    it('names files from the folder of the repository, with every sign that an address may not hold', async () => {
      desk.write('.git/HEAD', '');
      desk.write('a b/nomenclator.yaml', 'glossary: ../glossary/*.yaml\n');
      desk.write('a b/né %#?[x].md', 'Abu Salah.\n');
      const { stdout } = await call(join(desk.root, 'a b'), ['check', '--format', 'sarif']);
      const { artifactLocation } = logOf(stdout).results[0].locations[0].physicalLocation;
      assert.deepEqual(artifactLocation, {
        uri: 'a%20b/n%C3%A9%20%25%23%3F%5Bx%5D.md',
        uriBaseId: '%SRCROOT%',
      });
    });

    it('gives the whole address of a file outside', async () => {
      desk.write('inner/.git/HEAD', '');
      const { stdout } = await call(join(desk.root, 'inner'), ['check', '--format', 'sarif', '../reports']);
      const { artifactLocation } = logOf(stdout).results[0].locations[0].physicalLocation;
      assert.deepEqual(artifactLocation, { uri: `file://${desk.root}/reports/wrong.md` });
    });
  });

  describe('github', () => {
    it('has a command for each finding, the most severe first, and the summary', async () => {
      const lines = (await run('--format', 'github', 'reports')).stdout.trim().split('\n');
      assert.deepEqual(
        lines.map((line) => line.replace(/^(::\S+ \S+?)::.*$/, '$1')),
        [
          '::error file=reports/wrong.md,line=1,endLine=1,col=48,endColumn=52,title=note/undefined',
          '::warning file=reports/wrong.md,line=1,endLine=1,col=6,endColumn=15,title=name/spelling',
          '::warning file=reports/wrong.md,line=3,endLine=4,title=name/spelling',
          '::notice file=reports/wrong.md,line=1,endLine=1,col=27,endColumn=47,title=name/alias',
          '2 reports checked: 4 findings (1 error, 2 warnings, 1 information).',
          '--fix mends 3 of them.',
        ],
      );
    });

    it('cannot be made to say another command by a name', async () => {
      desk.write('reports/a, b%3A.md', 'X.[^a%0A::error::b]\n\n[^c::]: Y.\n');
      const { stdout } = await run('--format', 'github', 'reports/a, b%3A.md');
      assert.match(stdout, /^::error file=reports\/a%2C b%253A\.md,line=1,/m);
      assert.equal(stdout.split('\n').filter((line) => line.startsWith('::error')).length, 1);
      assert.match(stdout, /%250A/);
    });

    it('names files from the folder of the repository', async () => {
      desk.write('.git', 'gitdir: elsewhere\n');
      const { stdout } = await call(join(desk.root, 'reports'), ['check', '--format', 'github', 'wrong.md']);
      assert.match(stdout, /^::error file=reports\/wrong\.md,/m);
    });
  });

  describe('junit', () => {
    it('has a suite for each file; what fails the run is a failure', async () => {
      const { stdout } = await run('--format', 'junit', 'reports');
      assert.match(
        stdout,
        /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="nomenclator" tests="5" failures="3" errors="0">/,
      );
      assert.match(
        stdout,
        /<testsuite name="reports\/right\.md" tests="1" failures="0" errors="0" skipped="0">\s+<testcase name="nothing to mend"/,
      );
      assert.equal(stdout.match(/<failure type="(?:warning|error)"/g)?.length, 3);
      assert.match(stdout, /<testcase name="name\/alias 1:27"[^>]*><system-out>/);
      const strict = (await run('--format', 'junit', 'reports', '--min-severity', 'error')).stdout;
      assert.match(strict, /tests="2" failures="1"/);
    });

    it('is well-formed whatever a name holds', async () => {
      desk.write('reports/<&">.md', "X.[^\u0001<&]]>\"'\ufffe]\n\nAnd <Angl> & 'Co'.\n");
      const { stdout } = await run('--format', 'junit', 'reports/<&">.md');
      const markup = stdout.replace(/<\?xml [^>]*\?>|<\/?[a-z-]+(?: [a-z]+="[^"<]*")* ?\/?>/g, '');
      assert.doesNotMatch(markup, /[<>]/);
      assert.doesNotMatch(stdout, /&(?!(?:amp|lt|gt|quot|apos|#\d+);)/);
      assert.doesNotMatch(stdout, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      assert.match(stdout, /reports\/&lt;&amp;&quot;&gt;\.md/);
    });
  });

  describe('--max-findings', () => {
    it('prints the most severe, and counts and fails by all', async () => {
      const { stdout, status } = await run('reports', '--max-findings', '2');
      const rows = stdout.split('\n').filter((line) => line.includes('.md:'));
      assert.deepEqual(
        rows.map((row) => row.split(' ')[1]),
        ['warning', 'error'],
      );
      assert.match(stdout, /4 findings \(1 error, 2 warnings, 1 information\)/);
      assert.match(stdout, /^2 more findings not shown/m);
      assert.equal(status, 1);
      const none = await run('reports', '--max-findings', '0');
      assert.equal(none.status, 1);
      assert.doesNotMatch(none.stdout, /\.md:/);
    });

    it('is said beside a format that has no place for it', async () => {
      for (const format of ['sarif', 'junit', 'json']) {
        const { stdout, stderr } = await run('reports', '--format', format, '--max-findings', '1');
        assert.equal(stderr, '3 more findings not shown: --max-findings shows the most severe.\n');
        assert.match(stdout, /note\/undefined/);
        assert.doesNotMatch(stdout, /not “Abu Salah”/);
      }
      const json = JSON.parse((await run('reports', '--format', 'json', '--max-findings', '1')).stdout);
      assert.deepEqual(json.notShown, { byLimit: 3, byBaseline: 0 });
    });

    it('takes no more than a number', async () => {
      for (const most of ['-1', '1e3']) {
        const { status, stderr } = await run('reports', `--max-findings=${most}`);
        assert.equal(status, 2);
        assert.match(stderr, /--max-findings is a number of findings, such as 100/);
      }
      assert.equal((await run('reports', '--max-findings', '999999999999999')).status, 1);
    });
  });

  describe('many findings', () => {
    it('are printed whole to a pipe', async () => {
      desk.write('reports/many.md', 'Then Abu Salah wrote.\n\n'.repeat(10_000));
      const args = ['check', 'reports/many.md', '--format', 'sarif', '--rule', 'name/spelling'];
      const { stdout, status } = nomenclator(desk.root, args);
      assert.equal(logOf(stdout).results.length, 10_000);
      assert.equal(status, 1);
    });

    it('are printed in every format, however many', async () => {
      const findings: CheckedFinding[] = Array.from({ length: 130_000 }, (_, k) => ({
        code: 'name/spelling',
        severity: 'warning',
        message: 'Write.',
        span: { start: k, end: k },
        fixes: [],
        written: `${k}`,
      }));
      const lines = new LineIndex('\n'.repeat(findings.length));
      const files = [{ path: 'a.md', absolutePath: '/a.md', isReport: true, lines, findings }];
      const told: Told = {
        files,
        subject: '1 report',
        counts: countsOf(files),
        mendable: 0,
        omitted: 0,
        known: 0,
        gone: 0,
        failsFrom: 'warning',
        root: '/',
        coloured: false,
      };
      for (const [format, sign] of [
        [asText, ' warning Write.'],
        [asJson, '"severity":"warning"'],
        [asSarif, '"ruleId":"name/spelling"'],
        [asGithub, '::warning file'],
        [asJunit, '<failure '],
      ] as const)
        assert.equal(format(told).split(sign).length - 1, findings.length, format.name);
      assert.equal(limited(files, 7)[0]?.findings.length, 7);
    });
  });
});
