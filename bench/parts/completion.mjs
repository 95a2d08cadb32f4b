/** Completion over many names and many sources, and the search for sources by itself. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { analyze, completeAt, makeSourceSearch, worksOf } from '../lib/core.mjs';
import { median, p95, timed } from '../lib/measure.mjs';
import { makeEntities, makeNames, respelt, toYaml } from '../lib/names.mjs';
import { makeReport } from '../lib/prose.mjs';
import { pick, seeded } from '../lib/random.mjs';
import { makeSources } from '../lib/sources.mjs';
import { ms, printTable } from '../lib/table.mjs';

/** What somebody has typed: every beginning of a few words, and every beginning with a slip. */
function beginnings(words, shortest) {
  return words.flatMap((word) =>
    Array.from({ length: Math.max(0, Math.min(10, word.length) - shortest + 1) }, (_, k) =>
      word.slice(0, shortest + k),
    ),
  );
}

const withSlip = (word) =>
  word.length < 5 ? word : `${word.slice(0, 2)}${word.slice(3, 4)}${word.slice(2, 3)}${word.slice(4)}`;

export function benchCompletion({ quick }) {
  const [nameCount, sourceCount] = quick ? [20_000, 2000] : [100_000, 10_000];
  const names = makeNames(nameCount);
  const sources = makeSources(sourceCount);
  const works = { ...worksOf(toYaml(makeEntities(names)), JSON.stringify(sources)), citations: 'footnote' };
  const context = { search: makeSourceSearch(works.library), policy: { labels: 'number' } };
  const report = makeReport(20_000, names.slice(0, 300));
  const random = seeded(13);
  const some = Array.from({ length: quick ? 10 : 40 }, () => pick(random, names).split(' ').at(-1));
  const cited = Array.from({ length: quick ? 10 : 40 }, () => pick(random, sources));
  const kinds = {
    'a name, by its beginning': beginnings(some, 2),
    'a name, with a slip': some.map(withSlip),
    'a source, by author': beginnings(
      cited.map(({ author }) => author[0].family),
      1,
    ).map((typed) => `[^${typed}`),
    'a source, by words of its title and year, and a page': cited.map(
      ({ title, issued }) =>
        `[^${title.split(' ').slice(2, 4).join(' ')} ${issued['date-parts'][0][0]}, p. 20`,
    ),
    'a source, with a slip': cited.map(({ author }) => `[^${withSlip(author[0].family)}`),
  };
  // What is built once is measured below.
  complete(report, works, context, 'Ab');
  complete(report, works, context, '[^ab');
  const rows = Object.entries(kinds).map(([kind, typed]) => {
    const times = typed.map((one) => complete(report, works, context, one));
    return [kind, times.length, ms(median(times)), ms(p95(times)), ms(Math.max(...times))];
  });
  printTable(
    `Completion over ${nameCount.toLocaleString('en')} entities and ${sourceCount.toLocaleString('en')} sources`,
    ['', 'queries', 'median', '95th percentile', 'longest'],
    rows,
  );
  benchSearch(quick ? [100, 1000] : [100, 1000, 10_000, 100_000], quick ? 20 : 60);
}

function complete(report, works, context, typed) {
  const text = `${report}\n\nAnd so ${typed}`;
  const analysis = analyze(text, works);
  return timed(() => completeAt(analysis, text.length, context)).took;
}

/** What a writer types who looks for a source. */
const TYPED = {
  nothing: () => '',
  'one letter': ({ author }) => author[0].family.charAt(0),
  'four letters of the author': ({ author }) => author[0].family.slice(0, 4),
  'a year': ({ issued }) => String(issued['date-parts'][0][0]),
  'five words': fiveWords,
  'the author in another romanisation': ({ author }, random) =>
    respelt(author[0].family.toLowerCase(), random),
  'five words, respelt': (source, random) => eachWord(source, (word) => respelt(word, random)),
  'the author with a slip': ({ author }) => withSlip(author[0].family),
  'five words, each with a slip': (source) => eachWord(source, withSlip),
};

function fiveWords({ author, title, issued }) {
  const words = title.split(' ').slice(2, 5).join(' ');
  return `${words} ${author[0].family.split(' ').at(-1)} ${issued['date-parts'][0][0]}`;
}

const eachWord = (source, change) =>
  fiveWords(source)
    .split(' ')
    .map((word) => (/\d/.test(word) ? word : change(word)))
    .join(' ');

const SHOWN = 40;

function benchSearch(sizes, queries) {
  const columns = sizes.map((size) => searchOver(size, queries));
  printTable(
    'Finding a source: median / 95th percentile, and how many of the sources meant are among the 40 shown',
    ['typed', ...sizes.map((size) => `${size.toLocaleString('en')} sources`)],
    Object.keys(TYPED).map((kind) => [kind, ...columns.map(({ cells }) => cells[kind])]),
  );
  printTable(
    'The index behind it, built when somebody first cites',
    ['', ...sizes.map((size) => `${size.toLocaleString('en')} sources`)],
    [
      ['built in', ...columns.map(({ built }) => ms(built))],
      ['longest step', ...columns.map(({ longest }) => ms(longest))],
      ['memory', ...columns.map(({ bytes }) => `${(bytes / 1e6).toFixed(1)} MB`)],
    ],
  );
}

function searchOver(size, queries) {
  const sources = makeSources(size);
  const { library } = worksOf('version: 1\n', JSON.stringify(sources));
  const before = memory();
  const search = makeSourceSearch(library);
  let longest = 0;
  const { took: built } = timed(() => {
    for (const steps = search.steps(); ; ) {
      const step = timed(() => steps.next());
      longest = Math.max(longest, step.took);
      if (step.result.done) return;
    }
  });
  const bytes = memory() - before;
  const random = seeded(17);
  const meant = Array.from({ length: queries }, () => pick(random, sources));
  const cells = {};
  for (const [kind, typedFor] of Object.entries(TYPED)) {
    for (const source of meant.slice(0, 10)) search.search(typedFor(source, random), SHOWN);
    let found = 0;
    const times = meant.map((source) => {
      const typed = typedFor(source, random);
      const { took, result } = timed(() => search.search(typed, SHOWN));
      if (result.some(({ source: { key } }) => key === source.id)) found++;
      return took;
    });
    cells[kind] = `${ms(median(times))} / ${ms(p95(times))}, ${Math.round((100 * found) / queries)} %`;
  }
  return { built, longest, bytes, cells };
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

function memory() {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
