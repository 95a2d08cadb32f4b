/**
 * `npm run bench`: prints how fast Nomenclator is, each figure beside what it is to be compared with, measured in the
 * same run. `--quick` takes smaller inputs; names of parts (`npm run bench -- peers sizes`) run only those.
 */

import { cpus } from 'node:os';
import { bundle } from '../scripts/lib/bundles.mjs';
import { ensureDependencies } from '../scripts/lib/dependencies.mjs';
import { main, Unavailable } from '../scripts/lib/steps.mjs';

/** Imported once there is something compiled to import. */
const PARTS = {
  mentions: async () => (await import('./parts/mentions.mjs')).benchMentions,
  keystroke: async () => (await import('./parts/keystroke.mjs')).benchKeystroke,
  loading: async () => (await import('./parts/loading.mjs')).benchLoading,
  sources: async () => (await import('./parts/sources.mjs')).benchSources,
  desk: async () => (await import('./parts/desk.mjs')).benchDesk,
  completion: async () => (await import('./parts/completion.mjs')).benchCompletion,
  notes: async () => (await import('./parts/notes.mjs')).benchNotes,
  report: async () => (await import('./parts/report.mjs')).benchReport,
  peers: async () => (await import('./parts/peers.mjs')).benchPeers,
  sizes: async () => (await import('./parts/sizes.mjs')).benchSizes,
};

await main(async () => {
  const args = process.argv.slice(2);
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const unknown = wanted.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown)
    throw new Unavailable(`There is no part ${unknown}. Known are ${Object.keys(PARTS).join(', ')}.`);
  await ensureDependencies();
  await bundle();
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'an unknown processor'} × ${cpus().length}`);
  for (const name of wanted.length > 0 ? wanted : Object.keys(PARTS)) {
    const bench = await PARTS[name]();
    await bench({ quick: args.includes('--quick') });
  }
  return 0;
});
