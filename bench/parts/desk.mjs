/** A desk with a large glossary as the server loads it: cold, from the cache, and after one entry has changed. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { timed } from '../lib/measure.mjs';
import { makeEntities, makeNames, toCsv, toJsonLines, toYaml } from '../lib/names.mjs';
import { scratchDesk } from '../lib/scratchDesk.mjs';
import { megabytes, ms, printTable, times } from '../lib/table.mjs';

const LOAD = fileURLToPath(new URL('../lib/deskLoad.mjs', import.meta.url));
const FORMATS = { yaml: toYaml, csv: toCsv, jsonl: toJsonLines };

export function benchDesk({ quick }) {
  const loads = quick
    ? [['yaml', 20_000]]
    : [
        ['yaml', 25_000],
        ['yaml', 100_000],
        ['csv', 100_000],
        ['jsonl', 100_000],
        ['csv', 250_000],
      ];
  const rows = [];
  const memoryRows = [];
  for (const [format, size] of loads) {
    const { rows: own, memory } = loadsOf(format, size);
    rows.push(...own);
    memoryRows.push(memory);
  }
  printTable(
    'A desk as the server loads it: how long, and the longest time for which nothing else is answered',
    ['', 'time', 'against js-yaml', 'longest pause'],
    rows,
  );
  printTable(
    'Memory after loading, and after everything that is built behind it; garbage collected',
    ['', 'heap', 'arrays', 'all: heap', 'arrays'],
    memoryRows,
  );
}

function loadsOf(format, size) {
  const entities = makeEntities(makeNames(size), { spellings: 2, aliases: 1 });
  const text = FORMATS[format](entities);
  const bare = format === 'yaml' ? timed(() => load(text)).took : undefined;
  const desk = scratchDesk({ [`glossary/names.${format}`]: text });
  const cache = mkdtempSync(join(tmpdir(), 'nomenclator-bench-'));
  try {
    const path = join(desk.root, 'glossary', `names.${format}`);
    const name = entities[Math.floor(size / 2)].name;
    const changed = `${name.split(' ')[0]} Bench ${name.split(' ').at(-1)}`;
    const run = () => loadIn([desk.root, path, cache, name, changed]);
    const cold = run();
    const cached = run();
    if (cold.found === 0 || cached.found === 0) throw new Error('The changed name is not found.');
    const title = `${format}, ${cold.claims.toLocaleString('en')} names, ${megabytes(text.length)}`;
    const row = (what, { took, pause }) => [
      `${title}: ${what}`,
      ms(took),
      bare === undefined ? '' : times(took / bare),
      ms(pause),
    ];
    return {
      rows: [
        ...(bare === undefined ? [] : [[`${title}: js-yaml alone`, ms(bare), times(1), '']]),
        row('cold', cold.load),
        row('what is built behind it', cold.settle),
        row('from the cache', cached.load),
        row('after one entry has changed', cached.change),
      ],
      memory: [title, ...memoryOf(cold, 'loaded'), ...memoryOf(cold, 'settled')],
    };
  } finally {
    desk.remove();
    rmSync(cache, { recursive: true, force: true });
  }
}

const memoryOf = (result, when) =>
  ['heapUsed', 'arrayBuffers'].map((key) => megabytes(result[when][key] - result.empty[key]));

function loadIn(args) {
  const node = ['--expose-gc', '--max-old-space-size=8192', LOAD];
  const { stdout, stderr } = spawnSync(process.execPath, [...node, ...args], { encoding: 'utf8' });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}
