/** The files by which build servers call us, tried: the GitHub Action’s own steps in a shell, and the hooks of pre-commit. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml, type YamlValue } from '../server/src/text/yaml';
import { MAIN, nomenclator } from './support/commandLine';
import { type ScratchDesk, scratchDesk } from './support/scratchDesk';

const ROOT = join(__dirname, '..', '..');

const read = (path: string): YamlValue => {
  const { value, problems } = readYaml(readFileSync(join(ROOT, path), 'utf8'), 'strings');
  assert.deepEqual(problems, []);
  return value;
};
/** What stands at a path of keys and positions. */
const at = (value: YamlValue | undefined, ...path: (string | number)[]): YamlValue | undefined =>
  path.reduce<YamlValue | undefined>(
    (one, key) =>
      one instanceof Map ? one.get(String(key)) : Array.isArray(one) ? one[Number(key)] : undefined,
    value,
  );
const keysOf = (value: YamlValue | undefined): string[] =>
  value instanceof Map ? [...value.keys()].map(String) : [];

describe('what build servers call', function () {
  this.timeout(60_000);
  let desk: ScratchDesk;

  beforeEach(() => {
    desk = scratchDesk({
      'nomenclator.yaml': 'version: 1\nignore: [drafts/**]\n',
      'glossary/people.yaml': 'version: 1\npeople:\n  a: { name: Abu Saloh, spellings: [Abu Salah] }\n',
      'reports/wrong.md': 'Abu Salah.\n',
      'reports/right one.md': 'Abu Saloh.\n',
      'drafts/old.md': 'Abu Salah.\n',
      // What the action finds in its own folder: here, what was compiled.
      'action/dist/nomenclator.js': `require(${JSON.stringify(MAIN)});\n`,
      output: '',
    });
  });
  afterEach(() => desk.remove());

  describe('action.yml', () => {
    const action = read('action.yml');
    const step = (k: number) => at(action, 'runs', 'steps', k);

    before(function () {
      if (spawnSync('bash', ['--version']).status === 0) return;
      console.log('      There is no bash here.');
      this.skip();
    });

    /** Runs the step that checks, as GitHub’s runner does, with these inputs beside the defaults. */
    function check(inputs: Readonly<Record<string, string>> = {}) {
      desk.write('output', '');
      const values = new Map(
        keysOf(at(action, 'inputs')).map((name) => [
          name,
          inputs[name] ?? at(action, 'inputs', name, 'default'),
        ]),
      );
      for (const name of Object.keys(inputs)) assert.ok(values.has(name), `There is no input ${name}.`);
      const filled = (text: string) =>
        text.replace(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, name) => {
          assert.ok(values.has(name), name);
          return String(values.get(name));
        });
      const env = Object.fromEntries(
        keysOf(at(step(1), 'env')).map((key) => [key, filled(String(at(step(1), 'env', key)))]),
      );
      const { status, stdout, stderr } = spawnSync(
        'bash',
        ['--noprofile', '--norc', '-eo', 'pipefail', '-c', String(at(step(1), 'run'))],
        {
          cwd: join(desk.root, filled(String(at(step(1), 'working-directory')))),
          env: {
            PATH: process.env.PATH,
            GITHUB_ACTION_PATH: join(desk.root, 'action'),
            GITHUB_OUTPUT: join(desk.root, 'output'),
            ...env,
          },
          encoding: 'utf8',
        },
      );
      return { status, stdout, stderr, output: desk.read('output') };
    }

    it('is a composite action whose steps say their shell', () => {
      assert.equal(at(action, 'runs', 'using'), 'composite');
      for (const k of [0, 1]) assert.equal(at(step(k), 'shell'), 'bash');
      for (const name of keysOf(at(action, 'inputs')))
        assert.match(String(at(action, 'inputs', name, 'description')), /\.$/);
    });

    it('puts no input into a script, where it might be taken for a command', () => {
      for (const k of [0, 1]) assert.doesNotMatch(String(at(step(k), 'run')), /\$\{\{/);
    });

    it('annotates the reports of the desk, and fails', () => {
      const { status, stdout, stderr, output } = check();
      assert.equal(stderr, '');
      assert.match(stdout, /^::warning file=reports\/wrong\.md,line=1,/m);
      assert.doesNotMatch(stdout, /old\.md/);
      assert.match(stdout, /^2 reports checked: 1 finding \(1 warning\)\.$/m);
      assert.deepEqual([status, output], [1, 'exit-code=1\n']);
    });

    it('takes paths and rules by the line, with spaces and quotes in them', () => {
      const { status, stdout } = check({ paths: 'reports/right one.md\n\n', rules: 'name/*\nnote/unused\n' });
      assert.match(stdout, /^1 report checked: nothing to mend\.$/m);
      assert.equal(status, 0);
      const odd = check({ paths: '"; echo $(echo pwned) `id` \'\n' });
      assert.equal(odd.status, 2);
      assert.match(odd.stderr, /There is no file or folder "; echo \$\(echo pwned\)/);
      assert.equal(odd.output, 'exit-code=2\n');
      assert.match(check({ paths: '--fix' }).stderr, /There is no file or folder --fix/);
    });

    it('hands on every other wish', () => {
      const { status, output, stdout } = check({
        desk: '..',
        'working-directory': 'reports',
        'output-file': 'found.sarif',
        format: 'sarif',
        'min-severity': 'information',
        'max-findings': '1',
        fail: 'false',
      });
      assert.deepEqual([status, stdout, output], [0, '', 'exit-code=1\n']);
      assert.equal(JSON.parse(desk.read('reports/found.sarif')).version, '2.1.0');
      assert.match(check({ baseline: 'none.json', fail: 'false' }).stderr, /There is no baseline none\.json/);
      assert.equal(check({ 'min-severity': 'loud', fail: 'false' }).status, 2);
    });

    it('builds what is not built by what is there', () => {
      const script = String(at(step(0), 'run'));
      for (const [path] of script.matchAll(/scripts\/\S+\.mjs/g))
        assert.ok(existsSync(join(ROOT, path)), path);
      assert.ok(script.includes('scripts/prepare.mjs'));
    });
  });

  describe('.pre-commit-hooks.yaml', () => {
    const hooks = read('.pre-commit-hooks.yaml');
    const entryOf = (id: string): string[] => {
      const hook = Array.isArray(hooks) ? hooks.find((one) => at(one, 'id') === id) : undefined;
      const [program, ...args] = String(at(hook, 'entry')).split(' ');
      assert.equal(program, 'nomenclator');
      return args;
    };
    const run = (id: string, ...files: string[]) => nomenclator(desk.root, [...entryOf(id), ...files]);

    it('check the reports that are named, and leave out what the desk ignores', () => {
      const { status, stdout } = run('nomenclator', 'reports/wrong.md', 'drafts/old.md');
      assert.match(stdout, /^reports\/wrong\.md:1:1 warning /m);
      assert.match(stdout, /^1 report checked/m);
      assert.equal(status, 1);
      assert.equal(run('nomenclator', 'drafts/old.md').status, 0);
    });

    it('mend them', () => {
      assert.equal(run('nomenclator-fix', 'reports/wrong.md', 'drafts/old.md').status, 0);
      assert.equal(desk.read('reports/wrong.md'), 'Abu Saloh.\n');
      assert.equal(desk.read('drafts/old.md'), 'Abu Salah.\n');
    });

    it('check the desk’s own files when one of them changes', () => {
      assert.equal(run('nomenclator-glossary').status, 0);
      const hook = Array.isArray(hooks)
        ? hooks.find((one) => at(one, 'id') === 'nomenclator-glossary')
        : undefined;
      assert.equal(at(hook, 'pass_filenames'), 'false');
      const isWatched = (path: string) => new RegExp(String(at(hook, 'files'))).test(path);
      for (const path of ['nomenclator.yaml', 'a/nomenclator.yaml', 'glossary/x/y.csv', 'a/sources/z.bib'])
        assert.ok(isWatched(path), path);
      for (const path of ['reports/a.md', 'nomenclator.yaml.md', 'myglossary/x.yaml'])
        assert.ok(!isWatched(path), path);
    });

    it('find the command that the package brings', () => {
      const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
      assert.deepEqual(Object.keys(manifest.bin), ['nomenclator']);
      assert.equal(manifest.scripts.prepare, 'node scripts/prepare.mjs');
    });
  });
});
