/**
 * What npm runs when this project is installed from its repository, as pre-commit does: bundles the command line. Where the
 * packages for that were left out on purpose, nothing is done.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './lib/bundles.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ofPackage, ROOT } from './lib/paths.mjs';
import { main } from './lib/steps.mjs';

await main(async () => {
  // A global installation from a repository is prepared without its packages, and its options are not meant for them.
  if (!existsSync(join(ROOT, 'node_modules'))) {
    for (const name of ['global', 'prefix', 'global_prefix', 'globalconfig']) {
      for (const key of [`npm_config_${name}`, `NPM_CONFIG_${name.toUpperCase()}`]) delete process.env[key];
    }
    await ensureDependencies();
  }
  if (existsSync(ofPackage('esbuild'))) await bundle();
  return 0;
});
