/** Notes that stay right: all of a report's notes made anew, one edit after another; and what waits until it is needed. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMMAND_LINE } from '../../scripts/lib/paths.mjs';
import {
  analyze,
  makeFormatter,
  makeLibrary,
  readSourceFile,
  styleOrDefault,
  updateNotes,
  worksOf,
} from '../lib/core.mjs';
import { median, timed, timedAsync } from '../lib/measure.mjs';
import { seeded } from '../lib/random.mjs';
import { scratchDesk } from '../lib/scratchDesk.mjs';
import { startServer } from '../lib/server.mjs';
import { makeSources } from '../lib/sources.mjs';
import { ms, printTable, times } from '../lib/table.mjs';

const STYLES = [
  'chicago-fullnote-bibliography-with-ibid',
  'modern-humanities-research-association',
  'apa',
  'ieee',
];
const FIRST_NOTE = fileURLToPath(new URL('../lib/firstNote.mjs', import.meta.url));
const LOADED_FILES = fileURLToPath(new URL('../lib/loadedFiles.cjs', import.meta.url));
const LAZY = ['citeproc.js', 'csl-styles.json', 'csl-locales.json'];

export async function benchNotes({ quick }) {
  const sizes = quick ? [125, 250] : [125, 500, 2000];
  printTable(
    'The notes of a report, in the process: anew, beside the citation processor by itself, and after an edit',
    [
      'style, notes',
      'anew',
      'the processor by itself',
      'ratio',
      'nothing changed',
      'a page changed',
      'a note more',
      'a source more',
      'a source less',
      '20 notes moved',
    ],
    STYLES.flatMap((style) => sizes.map((size) => formatting(style, size, quick || size > 1000 ? 1 : 3))),
  );
  printTable(
    'Updating all notes of a report whose notes are empty',
    ['notes', 'length', 'time'],
    sizes.map(updating),
  );
  printTable(
    'The first note, in a process of its own: the processor is loaded and reads the style',
    ['style', 'first note', 'next note'],
    STYLES.map((style) => {
      const { stdout, stderr } = spawnSync(process.execPath, [FIRST_NOTE, style], { encoding: 'utf8' });
      if (!stdout) throw new Error(stderr);
      const { first, second } = JSON.parse(stdout);
      return [style, ms(first), ms(second)];
    }),
  );
  const plain = await serving('Text without a note.\n');
  const cited = await serving('Text.[^1]\n\n[^1]: <!-- @doe-2020 -->\n');
  printTable(
    'The server, from its start to the first findings, and what it has loaded by then and a second later',
    ['a report', 'time', ...LAZY],
    [
      ['without generated notes', ...plain],
      ['with a generated note', ...cited],
    ],
  );
}

/** A report that cites `size` times out of half as many sources. */
function citations(size, citesInNotes) {
  const random = seeded(5);
  const sources = makeSources(size / 2).map((item) => ({ key: item.id, item }));
  let last = 0;
  return Array.from({ length: size }, (_, k) => {
    // Every third citation is of the source before.
    last = random() < 0.33 ? last : Math.floor(random() * sources.length);
    const locator = random() < 0.5 ? String(1 + Math.floor(random() * 90)) : undefined;
    return { note: citesInNotes ? k + 1 : 0, cited: [{ source: sources[last], locator }] };
  });
}

function formatting(name, size, runs) {
  const style = styleOrDefault(name);
  const { isNoteStyle } = style;
  const sequence = citations(size, isNoteStyle);
  const numbered = (all) => all.map((one, k) => ({ ...one, note: isNoteStyle ? k + 1 : 0 }));
  const took = { anew: [], alone: [] };
  let formatter;
  for (let run = 0; run < runs; run++) {
    formatter = makeFormatter({ style, language: 'en-US' });
    formatter.note(sequence[0].cited[0]);
    took.anew.push(timed(() => formatter.format(sequence)).took);
    took.alone.push(alone(style, sequence));
  }
  const half = size >> 1;
  const [fresh] = makeSources(1).map((item) => ({
    key: 'fresh',
    item: { ...item, id: 'fresh', title: 'Fresh' },
  }));
  const page = sequence.with(half, {
    ...sequence[half],
    cited: [{ ...sequence[half].cited[0], locator: '999' }],
  });
  const more = numbered(sequence.toSpliced(half, 0, sequence[half - 9]));
  const source = numbered(sequence.toSpliced(half, 0, { cited: [{ source: fresh }] }));
  const moved = numbered(sequence.toSpliced(half, 20).toSpliced(10, 0, ...sequence.slice(half, half + 20)));
  const after = [sequence, page, more, source, sequence, moved].map((one) =>
    ms(timed(() => formatter.format(one)).took),
  );
  return [
    `${name}, ${size}`,
    ms(median(took.anew)),
    ms(median(took.alone)),
    times(median(took.anew) / median(took.alone)),
    ...after,
  ];
}

/** The processor without us: it is told of the citations one after another, and looks at all before each time. */
function alone(style, sequence) {
  const require = createRequire(import.meta.url);
  const { Engine } = require('citeproc');
  const locales = require('../../server/src/sources/formatting/csl/locales.json');
  const items = new Map(
    sequence.flatMap(({ cited }) => cited.map(({ source }) => [source.key, source.item])),
  );
  const system = { retrieveLocale: () => locales['en-US'], retrieveItem: (id) => items.get(id) };
  const engine = new Engine(system, style.xml(), 'en-US', true);
  const clusters = sequence.map(({ note, cited }, k) => ({
    citationID: `c${k}`,
    citationItems: cited.map(({ source, locator }) => ({ id: source.key, locator, label: 'page' })),
    properties: { noteIndex: note },
  }));
  return timed(() => engine.rebuildProcessorState(clusters, 'text', [])).took;
}

function updating(size) {
  const sequence = citations(size, true);
  const sources = [...new Set(sequence.flatMap(({ cited }) => cited.map(({ source }) => source.item)))];
  const works = {
    ...worksOf('version: 1\n'),
    library: makeLibrary([readSourceFile('/library.json', JSON.stringify(sources))]),
    formatter: makeFormatter({ style: styleOrDefault(STYLES[0]) }),
    citations: 'footnote',
  };
  const text = [
    ...sequence.map((_, k) => `Sentence number ${k + 1}.[^${k + 1}]\n\n`),
    ...sequence.map(({ cited: [{ source, locator }] }, k) => {
      return `[^${k + 1}]: <!-- @${source.key}${locator ? `, ${locator}` : ''} -->\n`;
    }),
  ].join('');
  const analysis = analyze('', works);
  works.formatter.note({ source: sequence[0].cited[0].source });
  const { took, result } = timed(() => updateNotes(analyze(text, works, analysis)));
  if (result.length !== size) throw new Error(`Of ${size} notes, ${result.length} were made.`);
  return [size, `${(text.length / 1000).toFixed(0)} KB`, ms(took)];
}

async function serving(report) {
  const sources = '- { id: doe-2020, type: book, title: Letters }\n';
  const desk = scratchDesk({ 'sources/library.yaml': sources, 'report.md': report });
  const loaded = join(desk.root, 'loaded.json');
  process.env.NOMENCLATOR_BENCH_LOADED = loaded;
  try {
    const { took, result: server } = await timedAsync(async () => {
      const started = await startServer(
        ['--require', LOADED_FILES, COMMAND_LINE, 'lsp', '--stdio'],
        desk.root,
      );
      const uri = started.uriOf(join(desk.root, 'report.md'));
      started.open(uri, report);
      await started.published(uri, 1);
      return started;
    });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await server.stop();
    const files = JSON.parse(readFileSync(loaded, 'utf8'));
    return [ms(took), ...LAZY.map((file) => (files.includes(file) ? 'loaded' : 'not loaded'))];
  } finally {
    delete process.env.NOMENCLATOR_BENCH_LOADED;
    desk.remove();
  }
}
