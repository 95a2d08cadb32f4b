/** Everything that is checked without an editor: compiling, style, fast tests, and our own examples. */

import { bundle, compile } from './bundles.mjs';
import { checkExamples } from './examples.mjs';
import { fastTests, runMocha } from './mocha.mjs';
import { ofPackage } from './paths.mjs';
import { run } from './run.mjs';
import { announce } from './steps.mjs';
import { single, sum } from './tally.mjs';

/** Runs all of it and gives the tally; what does not compile is not tested. */
export async function runFastChecks() {
  announce('Compiling and bundling');
  if (!(await compile())) return single(false);
  await bundle();

  announce('Style');
  const biome = [ofPackage('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings'];
  const style = (await run(process.execPath, biome)) === 0;

  announce('Fast tests');
  const tests = await runMocha(fastTests());

  announce('Our own examples through our own command line');
  const examples = await checkExamples();
  console.log(examples ? 'as expected' : 'not as expected');

  return sum([single(true), single(style), tests, single(examples)]);
}
