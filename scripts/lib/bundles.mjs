/** Compiles the sources and bundles what runs: the extension, the language server and the command line. */

import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, ofPackage, ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { Unavailable } from './steps.mjs';

const BIBTEX = 'bibtex.js';

/** Each bundle: the compiled module it starts from, the file it makes, and what is provided from outside. */
const BUNDLES = [
  { entry: 'client/src/extension.ts', file: 'client.js', external: ['vscode'] },
  { entry: 'server/src/lsp/main.ts', file: 'server.js', external: [] },
  { entry: 'server/src/cli/main.ts', file: 'nomenclator.js', external: [], executable: true },
  // Large, and read when the first BibTeX file with LaTeX in it is met.
  { entry: 'server/bibtexParser.mjs', file: BIBTEX, external: [] },
];

/**
 * The citation processor stays a file of its own, byte for byte as its authors publish it: its licence asks that it can
 * be told apart and replaced.
 */
const CITEPROC = { from: ofPackage('citeproc', 'citeproc_commonjs.js'), file: 'citeproc.js' };

/** Styles and locales stay files of their own too: they are large, and read when the first note is formatted. */
const CSL = join(ROOT, 'server', 'src', 'sources', 'formatting', 'csl');
const STYLES = { from: join(CSL, 'styles.json'), file: 'csl-styles.json' };
const LOCALES = { from: join(CSL, 'locales.json'), file: 'csl-locales.json' };
const BESIDE = [CITEPROC, STYLES, LOCALES];

/** What the Name Consistency Report is shown in, by VS Code and by the command line. */
const PAGE = 'consistency.html';

const filesBeside = {
  name: 'files-beside',
  setup: (build) => {
    const beside = ({ file }) => ({ path: `./${file}`, external: true });
    build.onResolve({ filter: /^#bibtex-parser$/ }, () => beside({ file: BIBTEX }));
    build.onResolve({ filter: /^#consistency-page$/ }, () => beside({ file: PAGE }));
    build.onResolve({ filter: /^citeproc$/ }, () => beside(CITEPROC));
    build.onResolve({ filter: /\/csl\/styles\.json$/ }, () => beside(STYLES));
    build.onResolve({ filter: /\/csl\/locales\.json$/ }, () => beside(LOCALES));
  },
};

/** The BibTeX parser's tables for writing LaTeX do nothing when they are imported, so they need not be. */
const tablesAsked = {
  name: 'tables-asked',
  setup: (build) => {
    build.onResolve({ filter: /\/tables\/[\w-]+\.js$/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === tablesAsked) return undefined;
      return { ...(await build.resolve(path, { ...from, pluginData: tablesAsked })), sideEffects: false };
    });
  },
};

/** Compiles everything with the TypeScript compiler; gives whether that went without an error. */
export async function compile() {
  return (await run(process.execPath, [ofPackage('typescript', 'bin', 'tsc'), '-b'])) === 0;
}

/** Makes `dist/` anew and gives the files made with their sizes in bytes; throws `Unavailable` when an entry is missing. */
export async function bundle() {
  const missing = BUNDLES.filter(({ entry }) => !existsSync(join(ROOT, entry)));
  if (missing.length > 0) {
    throw new Unavailable(
      `Nothing to bundle: ${missing.map(({ entry }) => entry).join(', ')} does not exist.`,
    );
  }
  const { build } = await import('esbuild');
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST);
  await Promise.all(BUNDLES.map((one) => build(optionsOf(one)))).catch(() => {
    throw new Unavailable('The bundles could not be made: see the errors above.');
  });
  for (const { file } of BUNDLES.filter(({ executable }) => executable)) chmodSync(join(DIST, file), 0o755);
  for (const { from, file } of BESIDE) copyFileSync(from, join(DIST, file));
  const { makeReportPage } = await import('./reportPage.mjs');
  writeFileSync(join(DIST, PAGE), await makeReportPage());
  return [...BUNDLES, ...BESIDE, { file: PAGE }].map(({ file }) => ({
    file,
    bytes: statSync(join(DIST, file)).size,
  }));
}

/** Bundles start from the TypeScript sources: esbuild follows them without the compiler's output. */
const optionsOf = ({ entry, file, external }) => ({
  entryPoints: [join(ROOT, entry)],
  outfile: join(DIST, file),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // The module builds of the libraries let esbuild leave out what is never called.
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  external,
  plugins: [filesBeside, tablesAsked],
  logLevel: 'warning',
});

/** The sizes as lines of text. */
export const describeSizes = (files) =>
  files
    .map(({ file, bytes }) => `  dist/${file.padEnd(16)} ${(bytes / 1024).toFixed(0).padStart(5)} KB`)
    .join('\n');
