/** Installs the packages that only the bench needs, where they are missing. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NPM, runQuietly } from '../../scripts/lib/run.mjs';
import { withProgress } from '../../scripts/lib/steps.mjs';

const HOME = fileURLToPath(new URL('..', import.meta.url));

/** Gives the reason where they can't be had, else nothing. */
export async function whyNotInstalled(packages) {
  if (packages.every((name) => existsSync(join(HOME, 'node_modules', name)))) return undefined;
  const { code, output } = await withProgress('Installing what to compare with', () =>
    runQuietly(NPM.command, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: HOME,
      ...NPM.options,
    }),
  );
  return code === 0 ? undefined : output.trim().split('\n').at(-1);
}
