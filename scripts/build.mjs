/** `npm run build`: compiles and bundles, and prints what came out. */

import { bundle, compile, describeSizes } from './lib/bundles.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { main } from './lib/steps.mjs';

await main(async () => {
  await ensureDependencies();
  if (!(await compile())) return 1;
  console.log(describeSizes(await bundle()));
  return 0;
});
