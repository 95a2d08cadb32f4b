/** `npm run check`: everything that is checked without an editor. */

import { ensureDependencies } from './lib/dependencies.mjs';
import { buildForTests, runFastChecks } from './lib/fastChecks.mjs';
import { main } from './lib/steps.mjs';
import { single, summary } from './lib/tally.mjs';

await main(async () => {
  await ensureDependencies();
  const tally = (await buildForTests()) ? await runFastChecks() : single(false);
  console.log(`\n${summary(tally)}`);
  return tally.failed > 0 ? 1 : 0;
});
