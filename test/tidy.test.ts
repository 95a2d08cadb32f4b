/** Holds what a reader of the code relies on: the arrows between folders, one file a library, a sentence on top. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { RULES } from '../server/src/analysis/rules';

const ROOT = join(__dirname, '..', '..');
const MOST_LINES = 400;

interface SourceFile {
  /** From the project's folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** What it imports, as written. */
  readonly imports: readonly string[];
}

const IMPORT =
  /^(?:import|export)\s[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\b(?:import|require)\(\s*'([^']+)'\s*\)/gm;

function filesIn(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return { path, text, imports: [...text.matchAll(IMPORT)].map((one) => (one[1] ?? one[2] ?? one[3])!) };
    });
}

const server = filesIn('server/src');
const client = filesIn('client/src');
const page = filesIn('client/page');

/** DESIGN section 3: what the files of a folder may import of ours beside their own folder. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  names: ['text'],
  glossary: ['text', 'names'],
  sources: ['text', 'names'],
  markdown: ['text'],
  analysis: ['text', 'names', 'glossary', 'sources', 'markdown'],
  features: ['text', 'names', 'glossary', 'sources', 'markdown', 'analysis'],
  desk: ['text', 'names', 'glossary', 'sources', 'markdown', 'analysis'],
  lsp: ['text', 'names', 'glossary', 'sources', 'markdown', 'analysis', 'features', 'desk'],
  cli: ['text', 'names', 'glossary', 'sources', 'markdown', 'analysis', 'features', 'desk'],
};

/** Each of these is known to one file, so that it can be replaced there. */
const ONE_FILE_EACH = [
  'yaml',
  'js-yaml',
  'jsonc-parser',
  'fuse.js',
  'citeproc',
  '#bibtex-parser',
  '@lezer/markdown',
  'picomatch',
  'diff',
  'ignore',
];

/** They know Node so that nobody else need. */
const NODE_ONLY = ['server/src/desk/nodeFiles.ts', 'server/src/desk/nodeCache.ts'];
const ENTRY_POINTS = [
  'server/src/lsp/main.ts',
  'server/src/cli/main.ts',
  // Takes arguments apart as Node does.
  'server/src/cli/commands.ts',
  // Of the threads that the command line starts.
  'server/src/cli/surveyThreads.ts',
];

/** Matches an import that takes more than types from a package. */
const valuesFrom = (library: string): RegExp => {
  const name = `'${library.replace(/[./]/g, '\\$&')}(?:/[^']*)?'`;
  return new RegExp(
    `^import (?!type\\b)[^;]*?from ${name}|(?<!typeof )\\b(?:import|require)\\(${name}\\)`,
    'm',
  );
};

const isOurs = (name: string): boolean => name.startsWith('.');
const folderOf = (path: string): string => path.split('/')[2] ?? '';
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
const resolved = (from: string, name: string): string => posix.join(posix.dirname(from), name);

describe('The arrows between folders', () => {
  it('know every folder of the server', () => {
    const folders = [...new Set(server.map(({ path }) => folderOf(path)))].sort();
    assert.deepEqual(folders, Object.keys(ARROWS).sort());
  });

  for (const [folder, allowed] of Object.entries(ARROWS)) {
    it(`${folder} imports ${allowed.join(', ') || 'nothing of ours'}`, () => {
      const wrong = server
        .filter(({ path }) => folderOf(path) === folder)
        .flatMap(({ path, imports }) =>
          imports
            .filter(isOurs)
            .map((name) => resolved(path, name))
            .filter((target) => folderOf(target) !== folder && !allowed.includes(folderOf(target)))
            // The command line starts the server, and knows nothing else of it.
            .filter((target) => !(path === 'server/src/cli/main.ts' && target === 'server/src/lsp/main.js'))
            .map((target) => `${path} imports ${target}`),
        );
      assert.deepEqual(wrong, []);
    });
  }

  it('the client imports VS Code, its language client, and the types of our own requests', () => {
    const wrong = client.flatMap(({ path, text, imports }) =>
      imports
        .filter((name) => !isOurs(name) || !resolved(path, name).startsWith('client/src/'))
        .filter((name) => packageOf(name) !== 'vscode' && packageOf(name) !== 'vscode-languageclient')
        // What VS Code's preview is given is known to one file.
        .filter((name) => name !== 'markdown-it-footnote' || path !== 'client/src/notePreview.ts')
        .filter((name) => resolved(path, name) !== 'server/src/lsp/requests')
        // What Node or a browser calls may be known to the file that starts there.
        .filter((name) => !(isBuiltin(name) && /^\/\*\*[^*]*Node/.test(text)))
        .map((name) => `${path} imports ${name}`),
    );
    assert.deepEqual(wrong, []);
  });
});

describe('The page of the Name Consistency Report', () => {
  it('imports no library, and of the rest only what it is shown with and what it is about', () => {
    const known = [
      'client/src/consistencyMessages',
      'server/src/features/consistency/consistencyReport',
      'server/src/glossary/entity',
    ];
    const wrong = page.flatMap(({ path, imports }) =>
      imports
        .map((name) => (isOurs(name) ? resolved(path, name) : name))
        .filter((target) => !target.startsWith('client/page/') && !known.includes(target))
        .map((target) => `${path} imports ${target}`),
    );
    assert.deepEqual(wrong, []);
  });
});

describe('What is known to few files', () => {
  const importersOf = (wanted: (name: string) => boolean) =>
    server
      .filter(({ imports }) => imports.some((name) => !isOurs(name) && wanted(name)))
      .map(({ path }) => path);

  it('Node’s own modules: the entry points, and the files and the cache of a disk', () => {
    const wrong = importersOf(isBuiltin).filter((path) => ![...ENTRY_POINTS, ...NODE_ONLY].includes(path));
    assert.deepEqual(wrong, []);
  });

  it('Node’s own globals: the same', () => {
    const wrong = server
      .filter(({ path }) => !['lsp', 'cli'].includes(folderOf(path)) && !NODE_ONLY.includes(path))
      .filter(({ text }) => /\b(?:process\.|Buffer\.|__dirname|Date\.now\(|new Date\(\))/.test(text))
      .map(({ path }) => path);
    assert.deepEqual(wrong, []);
  });

  it('the files and the cache of a disk: the entry points', () => {
    const wrong = server
      .filter(({ path, imports }) =>
        imports.some((name) => isOurs(name) && NODE_ONLY.includes(`${resolved(path, name)}.ts`)),
      )
      .map(({ path }) => path)
      .filter((path) => ![...ENTRY_POINTS, ...NODE_ONLY].includes(path));
    assert.deepEqual(wrong, []);
  });

  it('the protocol: the folder of the server', () => {
    const wrong = importersOf((name) => packageOf(name).startsWith('vscode-languageserver')).filter(
      (path) => folderOf(path) !== 'lsp',
    );
    assert.deepEqual(wrong, []);
  });

  for (const library of ONE_FILE_EACH) {
    it(`${library}: one file`, () => {
      // A file beside it may name its types: they are gone when compiled.
      const [importer, ...others] = server
        .filter(({ text }) => valuesFrom(library).test(text))
        .map(({ path }) => path);
      assert.ok(importer, 'Nobody imports it.');
      assert.deepEqual(others, []);
      const elsewhere = importersOf((name) => packageOf(name) === library).filter(
        (path) => folderOf(path) !== folderOf(importer),
      );
      assert.deepEqual(elsewhere, []);
    });
  }

  it('every library that is imported is a declared dependency', () => {
    const { dependencies, imports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const used = [...server, ...client].flatMap(({ imports }) => imports.filter((name) => !isOurs(name)));
    const undeclared = [...new Set(used.map(packageOf))].filter(
      (name) =>
        !isBuiltin(name) && name !== 'vscode' && !Object.hasOwn({ ...dependencies, ...imports }, name),
    );
    assert.deepEqual(undeclared, []);
  });
});

describe('Every source file', () => {
  for (const { path, text } of [...server, ...client, ...page, ...filesIn('test')]) {
    it(path, () => {
      const opening = /^(?:#!.*\n)?\/\*\*\s([\s\S]*?)\s?\*\//.exec(text)?.[1];
      assert.ok(opening, 'It does not open with a sentence about itself in /** … */.');
      assert.match(opening, /^\S.{15,}[.!?…)*”_]$/s, 'Its first comment is no sentence.');
      const lines = text.split('\n').length - 1;
      const longest = path.startsWith('test/') ? MOST_LINES * 2 : MOST_LINES;
      assert.ok(lines <= longest, `It has ${lines} lines; more than ${longest} hide what it is about.`);
      const name = posix.basename(path);
      assert.doesNotMatch(
        name,
        /util|helper|manager|data|misc|common/i,
        'Its name does not say what it exports.',
      );
    });
  }
});

describe('The documents', () => {
  it('have a row for every rule', function () {
    const readme = join(ROOT, 'README.md');
    if (!existsSync(readme)) {
      console.log('      There is no README.md yet.');
      this.skip();
    }
    const text = readFileSync(readme, 'utf8');
    const missing = RULES.map(({ code }) => code).filter(
      (code) => !new RegExp(`^\\|.*\`${code}\``, 'm').test(text),
    );
    assert.deepEqual(missing, []);
  });

  it('and the table says what each rule’s severity is', function () {
    const readme = join(ROOT, 'README.md');
    if (!existsSync(readme)) {
      console.log('      There is no README.md yet.');
      this.skip();
    }
    const rows = readFileSync(readme, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('|'));
    const wrong = RULES.filter(
      ({ code, defaultSeverity }) =>
        !rows.some((row) => row.includes(`\`${code}\``) && row.includes(defaultSeverity)),
    );
    assert.deepEqual(
      wrong.map(({ code }) => code),
      [],
    );
  });
});

describe('The settings', () => {
  it('of package.json are those that the server and the client read', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const declared = Object.keys(manifest.contributes.configuration.properties).sort();
    const all = [...server, ...client].map(({ text }) => text).join('\n');
    const sections = [...all.matchAll(/(?:section: |get<\w+>\()'(nomenclator\.[\w.]+)'/g)].map(
      (one) => one[1]!,
    );
    // The language client of VS Code reads `<its id>.trace.server` by itself.
    const trace = /\bID = '(\w+)'/.exec(all)?.[1];
    assert.deepEqual(declared, [...new Set([...sections, `${trace}.trace.server`])].sort());
  });

  it('each have a default and a description', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const [key, setting] of Object.entries<Record<string, unknown>>(
      manifest.contributes.configuration.properties,
    )) {
      assert.notEqual(setting.default, undefined, key);
      assert.match(String(setting.markdownDescription ?? setting.description), /\.$/, key);
    }
  });
});
