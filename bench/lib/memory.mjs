/** Loads one glossary file in a process of its own, and prints what that took of the memory, as JSON. */

import { readFileSync } from 'node:fs';
import { worksOf } from './core.mjs';

const used = () => {
  for (let k = 0; k < 3; k++) globalThis.gc();
  return process.memoryUsage();
};

const before = used();
const works = worksOf(readFileSync(process.argv[2], 'utf8'));
const after = used();
console.log(JSON.stringify({ before, after, entities: works.lexicon.glossary.entities.size }));
