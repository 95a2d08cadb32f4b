/** Completion over many names and many sources. */

import { analyze, completeAt, makeSourceSearch, worksOf } from '../lib/core.mjs';
import { median, p95, timed } from '../lib/measure.mjs';
import { makeEntities, makeNames, syllables, toYaml } from '../lib/names.mjs';
import { makeReport } from '../lib/prose.mjs';
import { pick, seeded } from '../lib/random.mjs';
import { ms, printTable } from '../lib/table.mjs';

function makeSources(count) {
  const random = seeded(11);
  const authors = makeNames(Math.ceil(count / 5), 12);
  const words = Array.from({ length: 3000 }, () => syllables(random));
  return Array.from({ length: count }, (_, k) => {
    const [given, ...family] = pick(random, authors).split(' ');
    const title = Array.from({ length: 7 }, () => pick(random, words)).join(' ');
    const year = 1990 + Math.floor(random() * 34);
    return {
      id: `${family.at(-1).toLowerCase()}-${year}-${k}`,
      type: 'article-newspaper',
      title: title.charAt(0).toUpperCase() + title.slice(1),
      author: [{ family: family.join(' '), given }],
      'container-title': pick(random, words),
      issued: { 'date-parts': [[year, 1 + (k % 12), 1 + (k % 28)]] },
    };
  });
}

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
  const works = worksOf(toYaml(makeEntities(names)), JSON.stringify(sources));
  const context = { search: makeSourceSearch(works.library), citations: 'footnote' };
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
    'a source, by words of its title and year': cited.map(
      ({ title, issued }) => `[^${title.split(' ').slice(2, 4).join(' ')} ${issued['date-parts'][0][0]}`,
    ),
    'a source, with a slip': cited.map(({ title }) => `[^${withSlip(title.split(' ')[3])}`),
  };
  const rows = Object.entries(kinds).map(([kind, typed]) => {
    const times = typed.map((one) => complete(report, works, context, one));
    return [kind, times.length, ms(median(times)), ms(p95(times)), ms(Math.max(...times))];
  });
  printTable(
    `Completion over ${nameCount.toLocaleString('en')} entities and ${sourceCount.toLocaleString('en')} sources`,
    ['', 'queries', 'median', '95th percentile', 'longest'],
    rows,
  );
}

function complete(report, works, context, typed) {
  const text = `${report}\n\nAnd so ${typed}`;
  const analysis = analyze(text, works);
  return timed(() => completeAt(analysis, text.length, context)).took;
}
