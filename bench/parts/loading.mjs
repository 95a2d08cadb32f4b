/** From the YAML of a large glossary to a compiled index, against the time that js-yaml alone needs; and the memory. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { compileLexicon, makeGlossary, parseGlossaryFile } from '../lib/core.mjs';
import { median, timed } from '../lib/measure.mjs';
import { makeEntities, makeNames, toYaml } from '../lib/names.mjs';
import { scratchDesk } from '../lib/scratchDesk.mjs';
import { megabytes, ms, printTable, times } from '../lib/table.mjs';

const MEMORY = fileURLToPath(new URL('../lib/memory.mjs', import.meta.url));

export function benchLoading({ quick }) {
  const size = quick ? 20_000 : 100_000;
  const runs = quick ? 2 : 3;
  const yaml = toYaml(makeEntities(makeNames(size), { spellings: 2, aliases: 1 }));
  const took = { yaml: [], parse: [], check: [], compile: [] };
  for (let run = 0; run < runs; run++) {
    took.yaml.push(timed(() => load(yaml)).took);
    const file = timed(() => parseGlossaryFile('/glossary.yaml', yaml));
    const glossary = timed(() => makeGlossary([file.result]));
    const lexicon = timed(() => compileLexicon(glossary.result));
    took.parse.push(file.took);
    took.check.push(glossary.took);
    took.compile.push(lexicon.took);
  }
  const bare = median(took.yaml);
  const all = median(took.parse.map((time, k) => time + took.check[k] + took.compile[k]));
  const row = (what, time) => [what, ms(time), times(time / bare)];
  printTable(
    `${size.toLocaleString('en')} entities, ${megabytes(yaml.length)} of YAML: from the text to a compiled index`,
    ['', 'median', 'against js-yaml'],
    [
      row('js-yaml alone', bare),
      row('read and shape', median(took.parse)),
      row('check the whole', median(took.check)),
      row('compile', median(took.compile)),
      row('all of it', all),
    ],
  );
  printMemory(yaml);
}

function printMemory(yaml) {
  const desk = scratchDesk({ 'names.yaml': yaml });
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', MEMORY, `${desk.root}/names.yaml`], {
    encoding: 'utf8',
  });
  desk.remove();
  if (!stdout) throw new Error(stderr);
  const { before, after } = JSON.parse(stdout);
  printTable(
    'Memory for that glossary, after collecting garbage',
    ['', 'before', 'after', 'more'],
    ['heapUsed', 'arrayBuffers', 'rss'].map((key) => [
      { heapUsed: 'heap', arrayBuffers: 'index arrays', rss: 'whole process' }[key],
      megabytes(before[key]),
      megabytes(after[key]),
      megabytes(after[key] - before[key]),
    ]),
  );
}
