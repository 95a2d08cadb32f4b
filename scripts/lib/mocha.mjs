/** Runs compiled Mocha tests in a process of their own, and counts them. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { OUT, ofPackage, ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { withScratch } from './scratch.mjs';
import { fromMocha, single } from './tally.mjs';

const REPORTER = join(ROOT, 'scripts', 'lib', 'countingReporter.mjs');

/** Tests that need a program beside Node, and have parts of their own. */
const WITH_OTHER_PROGRAMS = ['browser', 'vscode', 'neovim', 'pandoc'];

/** The compiled files of the tests in a folder of `test/`; what was compiled from a source since deleted is left out. */
function testsIn(folder) {
  return readdirSync(join(ROOT, 'test', folder), { recursive: true })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join(OUT, 'test', folder, path.replace(/\.ts$/, '.js')))
    .sort();
}

/** Every test that needs nothing but Node. */
export const fastTests = () =>
  testsIn('').filter(
    (path) => !WITH_OTHER_PROGRAMS.some((folder) => path.includes(`${sep}test${sep}${folder}${sep}`)),
  );

/** The tests of the page that Chromium shows. */
export const browserTests = () => testsIn('browser');

/** The tests that Neovim's client drives. */
export const neovimTests = () => testsIn('neovim');

/** The tests that compare our notes with those that Pandoc prints. */
export const pandocTests = () => testsIn('pandoc');

/** Runs these files and gives the tally; `env` is added to the environment. */
export function runMocha(files, env = {}) {
  if (files.length === 0) return single(false);
  return withScratch(async (folder) => {
    const countsFile = join(folder, 'counts.json');
    await run(
      process.execPath,
      [
        '--enable-source-maps',
        ofPackage('mocha', 'bin', 'mocha.js'),
        '--reporter',
        REPORTER,
        '--reporter-option',
        `countsFile=${countsFile}`,
        ...files,
      ],
      { env: { ...process.env, ...env } },
    );
    return fromMocha(existsSync(countsFile) && JSON.parse(readFileSync(countsFile, 'utf8')));
  });
}
