/** Loads a desk in a process of its own as the server does, changes an entry, and prints what that took, as JSON. */

import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DeskKeeper, makeRest, nodeCache, nodeFiles } from './core.mjs';

const SLICE = 10;
const [root, glossaryPath, cacheFolder, before, after] = process.argv.slice(2);
const delay = monitorEventLoopDelay({ resolution: 1 });

/** How long it took, and the longest time for which nothing else was answered. */
async function watched(work) {
  await new Promise((resolve) => setTimeout(resolve, 50));
  delay.reset();
  delay.enable();
  const began = performance.now();
  await work();
  const took = performance.now() - began;
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  return { took, pause: delay.max / 1e6 };
}

const memory = () => {
  for (let k = 0; k < 3; k++) globalThis.gc();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heapUsed, arrayBuffers, rss };
};

const keeper = new DeskKeeper(nodeFiles, root, {
  rest: makeRest(() => performance.now(), { slice: SLICE, turns: 1 }),
  cache: nodeCache(cacheFolder, process.argv[1]),
});
const empty = memory();
const load = await watched(() => keeper.load());
const loaded = memory();
const settle = await watched(() => keeper.settle());
const settled = memory();
const text = (await nodeFiles.read(glossaryPath)).text;
writeFileSync(glossaryPath, text.replace(before, after));
const change = await watched(() => keeper.load());
writeFileSync(glossaryPath, text);
const found = keeper.desk.works.lexicon.formsFoldedAs(after).length;
console.log(
  JSON.stringify({
    load,
    settle,
    change,
    found,
    claims: keeper.desk.works.lexicon.claimCount,
    empty,
    loaded,
    settled,
  }),
);
