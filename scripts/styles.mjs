/** Writes the citation styles and locales of server/src/sources/formatting/csl from the npm packages that publish them. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CACHE, ofPackage, ROOT } from './lib/paths.mjs';
import { NPM, runQuietly } from './lib/run.mjs';
import { main, Unavailable, withProgress } from './lib/steps.mjs';

/** Each package, and the styles that are taken from it: where several have one, the package with its newest state. */
const SOURCES = [
  ...[
    'chicago-fullnote-bibliography',
    'chicago-fullnote-bibliography-with-ibid',
    'chicago-note-bibliography',
    'modern-humanities-research-association',
    'turabian-fullnote-bibliography',
  ].map((style) => ({
    package: `@citation/csl-style-${style}`,
    version: '1.0.0',
    styles: { [style]: (from) => from('info.json').content },
  })),
  {
    package: '@citation-js/plugin-csl',
    version: '0.7.21',
    styles: {
      apa: (from) => from('lib/styles.json').apa,
      'harvard-cite-them-right': (from) => from('lib/styles.json').harvard1,
      vancouver: (from) => from('lib/styles.json').vancouver,
    },
  },
  {
    package: '@manuscripts/csl-styles',
    version: '0.2.1',
    styles: Object.fromEntries(
      [
        'chicago-author-date',
        'chicago-note-bibliography-with-ibid',
        'ieee',
        'modern-language-association',
        'oscola',
        'oscola-no-ibid',
        'turabian-author-date',
      ].map((style) => [
        style,
        (from) => from(`dist/${style[0]}.json`)[`http://www.zotero.org/styles/${style}`],
      ]),
    ),
  },
];

const LOCALES = { package: '@manuscripts/csl-locales', version: '0.0.5' };
const FOLDER = join(ROOT, 'server', 'src', 'sources', 'formatting', 'csl');
const DOWNLOADED = join(CACHE, 'styles');

const XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

const require = createRequire(import.meta.url);
const fromPackage = (name) => (path) => require(join(DOWNLOADED, 'node_modules', name, path));

await main(async () => {
  await withProgress('Fetching styles and locales', async () => {
    mkdirSync(DOWNLOADED, { recursive: true });
    writeFileSync(join(DOWNLOADED, 'package.json'), '{ "private": true }\n');
    const wanted = [...SOURCES, LOCALES].map((one) => `${one.package}@${one.version}`);
    const { code, output } = await runQuietly(
      NPM.command,
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--omit=peer', ...wanted],
      { ...NPM.options, cwd: DOWNLOADED },
    );
    if (code !== 0) throw new Unavailable(`The packages with the styles could not be fetched.\n${output}`);
  });
  const styles = SOURCES.flatMap((source) =>
    Object.entries(source.styles).map(([name, read]) => [name, read(fromPackage(source.package))]),
  );
  const [newer, all] = [
    fromPackage('@citation-js/plugin-csl')('lib/locales.json'),
    fromPackage(LOCALES.package)('dist/locales.json'),
  ];
  const locales = Object.entries(all).map(([name, tree]) => [name, newer[name] ?? XML_HEAD + xmlOf(tree)]);
  mkdirSync(FOLDER, { recursive: true });
  write('styles.json', styles);
  write('locales.json', locales);
  return 0;
});

function write(file, entries) {
  const path = join(FOLDER, file);
  const sorted = Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify(sorted, null, 2)}\n`);
  spawnSync(process.execPath, [ofPackage('@biomejs/biome', 'bin', 'biome'), 'format', '--write', path]);
  console.log(`${file}: ${Object.keys(sorted).join(', ')}`);
}

/** The XML of a locale as its package has it: a tree of `{name, attrs, children}`. */
function xmlOf(node) {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attrs).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const inner = node.children.map(xmlOf).join('');
  return `<${node.name}${attributes.join('')}${inner === '' ? '/>' : `>${inner}</${node.name}>`}`;
}

function escaped(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
