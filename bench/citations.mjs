/**
 * `npm run bench:citations -- [FILE]`: prints how well notes written by hand are taken apart, and whether the notes of a
 * published report come back from a library that is made of its labels.
 *
 * FILE holds labels, a line of JSON for each source (see `lib/publishedNotes.mjs`); without it, a small made-up sample is
 * measured. Options: `--style NAME` (else that of a new desk), `--all` (same notes too).
 */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from '../scripts/lib/paths.mjs';
import { main, Unavailable } from '../scripts/lib/steps.mjs';

const args = process.argv.slice(2);
const styleAt = args.indexOf('--style');
const style = styleAt < 0 ? undefined : args[styleAt + 1];
const [named] = args.filter((arg, k) => !arg.startsWith('--') && (styleAt < 0 || k !== styleAt + 1));
const file = named === undefined ? join(ROOT, 'bench', 'samples', 'citations.jsonl') : resolve(named);

await main(async () => {
  if (!existsSync(file)) throw new Unavailable(`There is no file ${file}. Name a file of labels.`);
  const { benchTakingApart } = await import('./parts/takingApart.mjs');
  const { benchReturning } = await import('./parts/returning.mjs');
  const { readLabels } = await import('./lib/publishedNotes.mjs');
  const labels = readLabels(file);
  benchTakingApart(labels);
  benchReturning(labels, { style, isTold: args.includes('--all') });
  return 0;
});
