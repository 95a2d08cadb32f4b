/** `npm test`: everything. Parts whose programs can't be had here are skipped, and the reason is printed. */

import { ensureDependencies } from './lib/dependencies.mjs';
import { buildForTests, runFastChecks } from './lib/fastChecks.mjs';
import { browserTests, neovimTests, pandocTests, runMocha } from './lib/mocha.mjs';
import { takePictures } from './lib/pictures.mjs';
import { findChromium, findNeovim, findPandoc } from './lib/programs.mjs';
import { announce, main } from './lib/steps.mjs';
import { single, skip, sum, summary } from './lib/tally.mjs';
import { findVscode, runVscodeSuite } from './lib/vscodeSuite.mjs';
import { makePackage, PACKAGE_FILE } from './lib/vsix.mjs';

await main(async () => {
  await ensureDependencies();
  const tally = (await buildForTests()) ? await runEverything() : single(false);
  console.log(`\n${summary(tally)}`);
  return tally.failed > 0 ? 1 : 0;
});

async function runEverything() {
  return sum([
    await runFastChecks(),
    await guarded(runShape),
    await guarded(runInChromium),
    await guarded(runInNeovim),
    await guarded(runBesidePandoc),
    ...(await runInVscode()),
  ]);
}

async function runShape() {
  announce('How costs grow');
  // Imported once there is something installed to import.
  const { checkShape } = await import('../bench/parts/shape.mjs');
  return checkShape();
}

async function runInChromium() {
  const { path, reason } = await findChromium();
  if (!path) return skip('The report page in Chromium', reason);
  announce('The report page in Chromium');
  return runMocha(browserTests(), { NOMENCLATOR_CHROMIUM: path });
}

async function runInNeovim() {
  const { path, reason } = await findNeovim();
  if (!path) return skip('The server, driven by Neovim', reason);
  announce('The server, driven by Neovim');
  return runMocha(neovimTests(), { NOMENCLATOR_NEOVIM: path });
}

async function runBesidePandoc() {
  const { path, reason } = await findPandoc();
  if (!path) return skip('Notes beside Pandoc’s', reason);
  announce('Notes beside Pandoc’s');
  return runMocha(pandocTests(), { NOMENCLATOR_PANDOC: path });
}

/** The same suite twice: with the extension from its sources, and from the package that users install. */
async function runInVscode() {
  const vscode = await findVscode();
  if (vscode.reason) return [skip('The extension in VS Code', vscode.reason)];
  return [
    await guarded(() => {
      announce('The extension in VS Code, from its sources');
      return runVscodeSuite(vscode);
    }),
    await guarded(async () => {
      announce('The extension in VS Code, from its package');
      await makePackage(PACKAGE_FILE);
      return sum([single(true), await runVscodeSuite(vscode, { vsix: PACKAGE_FILE })]);
    }),
    await guarded(() => runTour(vscode)),
  ];
}

/** Card, underlines, fix and completions of the sample desk, each seen on the screen. */
async function runTour(vscode) {
  const title = 'Pictures of the sample desk';
  if (vscode.kind !== 'npm') return skip(title, 'they are taken in the VS Code that npm carries');
  announce(title);
  await takePictures(vscode.chromium);
  return single(true);
}

/** A part that can't be started has failed, and the parts after it still run. */
async function guarded(part) {
  try {
    return await part();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return single(false);
  }
}
