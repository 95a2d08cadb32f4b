/**
 * `npm run bench:names`: prints how well names are told apart, on lists of real people that are not part of this project.
 * They are looked for in the folder that NOMENCLATOR_NAMES names, else in `../shared/names`.
 */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compile } from '../scripts/lib/bundles.mjs';
import { ensureDependencies } from '../scripts/lib/dependencies.mjs';
import { ROOT } from '../scripts/lib/paths.mjs';
import { main, Unavailable } from '../scripts/lib/steps.mjs';
import { whyNotInstalled } from './lib/installed.mjs';
import { entitiesFile, pairsFile } from './lib/realNames.mjs';

const folder = resolve(ROOT, process.env.NOMENCLATOR_NAMES ?? join('..', 'shared', 'names'));

await main(async () => {
  const missing = [pairsFile(folder), entitiesFile(folder)].find((path) => !existsSync(path));
  if (missing) {
    console.log(`Skipped: there are no real names to measure on (${missing} does not exist).`);
    return 0;
  }
  await ensureDependencies();
  const reason = await whyNotInstalled(['any-ascii', 'bmpm', 'talisman']);
  if (reason) throw new Unavailable(`What to compare with could not be installed: ${reason}`);
  if (!(await compile())) return 1;
  // Imported once there is something installed and compiled to import.
  const { benchPairs } = await import('./parts/namePairs.mjs');
  const { benchOpenSet } = await import('./parts/nameSearch.mjs');
  benchPairs(folder);
  benchOpenSet(folder);
  return 0;
});
