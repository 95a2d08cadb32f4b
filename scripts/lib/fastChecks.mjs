/** Everything that is checked without an editor: compiling, style, fast tests, and our own examples. */

import { bundle, compile } from './bundles.mjs';
import { checkExamples } from './examples.mjs';
import { fastTests, runMocha } from './mocha.mjs';
import { ofPackage } from './paths.mjs';
import { run } from './run.mjs';
import { announce } from './steps.mjs';
import { single, sum } from './tally.mjs';

/** Compiles and bundles; gives whether that worked. Without it there is nothing to test. */
export async function buildForTests() {
  announce('Compiling and bundling');
  if (!(await compile())) return false;
  await bundle();
  return true;
}

/** Runs all that needs no editor, on what has been built, and gives the tally; the build itself counts as a test. */
export async function runFastChecks() {
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
