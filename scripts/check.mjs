/** `npm run check`: everything that is checked without an editor. */

import { ensureDependencies } from './lib/dependencies.mjs';
import { runFastChecks } from './lib/fastChecks.mjs';
import { main } from './lib/steps.mjs';
import { summary } from './lib/tally.mjs';

await main(async () => {
  await ensureDependencies();
  const tally = await runFastChecks();
  console.log(`\n${summary(tally)}`);
  return tally.failed > 0 ? 1 : 0;
});
