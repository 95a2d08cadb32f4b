/** Installs the project's npm packages when they are absent or not those of the lock file. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ofPackage, ROOT } from './paths.mjs';
import { NPM, runQuietly } from './run.mjs';
import { Unavailable, withProgress } from './steps.mjs';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Whether every package of the lock file is installed in exactly its version; platform-bound ones may be absent. */
function areInstalled() {
  const installedPath = ofPackage('.package-lock.json');
  if (!existsSync(installedPath)) return false;
  const installed = read(installedPath).packages;
  return Object.entries(read(join(ROOT, 'package-lock.json')).packages).every(
    ([path, { version, optional, peer }]) =>
      path === '' || installed[path]?.version === version || (!installed[path] && (optional || peer)),
  );
}

/** Makes sure that the npm packages are there; throws `Unavailable` where they can't be had. */
export async function ensureDependencies() {
  if (areInstalled()) return;
  await withProgress('Installing npm packages', async () => {
    const { code, output } = await runQuietly(
      NPM.command,
      ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
      NPM.options,
    );
    if (code !== 0) {
      throw new Unavailable(
        `The npm packages could not be installed: check that npm can reach its registry.\n${output}`,
      );
    }
  });
}
