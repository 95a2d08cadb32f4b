/** Takes pictures of the sample desk in VS Code into `screenshots/`. */

import { bundle, compile } from './lib/bundles.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { takePictures } from './lib/pictures.mjs';
import { findChromium } from './lib/programs.mjs';
import { main, Unavailable } from './lib/steps.mjs';

await main(async () => {
  await ensureDependencies();
  if (!(await compile())) return 1;
  await bundle();
  const { path: chromium, reason } = await findChromium();
  if (!chromium) throw new Unavailable(`No pictures without a browser: ${reason}.`);
  await takePictures(chromium);
  return 0;
});
