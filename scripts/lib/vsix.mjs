/** Packages the extension, and says what is in the package. */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ofPackage, ROOT } from './paths.mjs';
import { run, runQuietly } from './run.mjs';
import { Unavailable } from './steps.mjs';

const VSCE = ofPackage('@vscode', 'vsce', 'vsce');
const MAX_BYTES = 2 * 1024 * 1024;

/** Packages `dist/` as it is into the given file; gives its size in bytes, and throws `Unavailable` when that fails. */
export async function makePackage(file) {
  const { code, output } = await runQuietly(process.execPath, [
    VSCE,
    'package',
    // Everything that runs is in the bundles.
    '--no-dependencies',
    '--allow-missing-repository',
    '--skip-license',
    // The README's pictures are for readers of the checkout; there is no address to fetch them from.
    '--no-rewrite-relative-links',
    '--out',
    file,
  ]);
  if (code !== 0) throw new Unavailable(`The extension could not be packaged:\n${output}`);
  const bytes = statSync(file).size;
  if (bytes > MAX_BYTES)
    throw new Unavailable(`${file} has ${bytes} bytes: more than the 2 MB that we allow ourselves.`);
  return bytes;
}

/** Prints the files that a package of the current state holds. */
export const printContents = () => run(process.execPath, [VSCE, 'ls', '--no-dependencies']);

export const PACKAGE_FILE = join(ROOT, 'nomenclator.vsix');
