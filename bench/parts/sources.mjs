/** From the text of a source file to a library, against the time that the parser of its format alone needs. */

import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { load } from 'js-yaml';
import { makeLibrary, readSourceSteps } from '../lib/core.mjs';
import { median, timed } from '../lib/measure.mjs';
import { toBibtex, toJson, toRis, toYaml } from '../lib/sourceFiles.mjs';
import { makeSources } from '../lib/sources.mjs';
import { megabytes, ms, printTable, times } from '../lib/table.mjs';

const FORMATS = [
  { ending: 'bib', write: toBibtex, bare: ['@retorquere/bibtex-parser', parseAlone], bareRuns: 1 },
  { ending: 'ris', write: toRis, bare: ['split into lines', (text) => text.split(/\r?\n/)] },
  { ending: 'json', write: toJson, bare: ['JSON.parse', JSON.parse] },
  { ending: 'yaml', write: toYaml, bare: ['js-yaml', (text) => load(text.replace(/---\n$/, ''))] },
];

function parseAlone(text) {
  return parseBibtex(text, { sentenceCase: false, english: false });
}

export function benchSources({ quick }) {
  const size = quick ? 1_000 : 10_000;
  const runs = quick ? 2 : 5;
  const items = makeSources(size);
  const rows = FORMATS.map(({ ending, write, bare: [name, parse], bareRuns = runs }) => {
    const text = write(items);
    const took = { bare: [], read: [], longest: [], library: [] };
    for (let run = 0; run < runs; run++) {
      if (run < bareRuns) took.bare.push(timed(() => parse(text)).took);
      const { file, all, longest } = readInSteps(`/library.${ending}`, text);
      if (file.sources.length !== size || file.problems.length > 0) throw new Error(`.${ending} is not read`);
      took.read.push(all);
      took.longest.push(longest);
      took.library.push(timed(() => makeLibrary([file])).took);
    }
    const bare = median(took.bare);
    const read = median(took.read);
    return [
      `.${ending}, ${megabytes(text.length)}`,
      ms(took.read[0]),
      ms(read),
      ms(median(took.longest)),
      ms(median(took.library)),
      name,
      ms(bare),
      times(read / bare),
    ];
  });
  printTable(
    `${size.toLocaleString('en')} sources: from the text of a file to a library`,
    ['', 'read first', 'read again', 'longest step', 'library', 'beside', 'alone', 'against it'],
    rows,
  );
}

function readInSteps(path, text) {
  const reading = readSourceSteps(path, text);
  const began = performance.now();
  let longest = 0;
  for (let last = began; ; ) {
    const step = reading.next();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (step.done) return { file: step.value, all: now - began, longest };
  }
}
