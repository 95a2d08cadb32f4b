/**
 * What npm runs when this project is installed from its repository, as pre-commit does: bundles the command line. Nothing is
 * compiled or fetched; where the bundler is not installed, nothing is done.
 */

import { existsSync } from 'node:fs';
import { bundle } from './lib/bundles.mjs';
import { ofPackage } from './lib/paths.mjs';
import { main } from './lib/steps.mjs';

await main(async () => {
  if (existsSync(ofPackage('esbuild'))) await bundle();
  return 0;
});
