/**
 * `npm run bench:shape`: fails where a cost grows faster than it should with the glossary or with the text. Only times of
 * one run are compared with each other, so that the machine does not matter.
 */

import { bundle } from '../scripts/lib/bundles.mjs';
import { ensureDependencies } from '../scripts/lib/dependencies.mjs';
import { main } from '../scripts/lib/steps.mjs';

await main(async () => {
  await ensureDependencies();
  await bundle();
  const { checkShape } = await import('./parts/shape.mjs');
  return checkShape().failed > 0 ? 1 : 0;
});
