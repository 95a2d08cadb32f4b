/** Finding mentions against the bare loop that only folds, splits and hashes the same text. */

import { compileLexicon, findMentions, NameIndex, readReport, readWords } from '../lib/core.mjs';
import { median, timed } from '../lib/measure.mjs';
import { makeNames } from '../lib/names.mjs';
import { makeProse } from '../lib/prose.mjs';
import { perSecond, printTable, times } from '../lib/table.mjs';

/** From each UTF-16 unit to its folded unit; 0 for what is no letter or digit. */
const FOLDED = Uint16Array.from({ length: 0x10000 }, (_, unit) => {
  const letter = String.fromCharCode(unit);
  return /[\p{L}\p{N}]/u.test(letter) ? letter.normalize('NFKD').toLowerCase().charCodeAt(0) : 0;
});

/** Folds every letter, splits at everything else, and hashes every word. */
function bareLoop(text) {
  let sum = 0;
  let hash = 0;
  for (let k = 0; k < text.length; k++) {
    const folded = FOLDED[text.charCodeAt(k)];
    if (folded !== 0) hash = Math.imul(hash ^ folded, 0x01000193);
    else {
      sum = (sum + hash) | 0;
      hash = 0x811c9dc5 | 0;
    }
  }
  return sum;
}

/** Entities without anything but a name: a million of them fit in memory beside everything else. */
function lexiconOf(names) {
  const none = [];
  const entities = names.map((name, k) => ({
    ...{ id: `p${k}`, type: 'person', name, acronyms: none, shorts: none, spellings: none, scripts: none },
    ...{ aliases: none, roles: none, parents: none, not: none, links: none, tags: none, sources: none },
    ...{ examples: none, origin: { path: '/glossary.yaml', yamlPath: none } },
  }));
  return compileLexicon({
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    problems: new Map(),
  });
}

function matchesIn(text, index) {
  const words = readWords(text);
  let count = 0;
  for (let at = 0; at < words.count; ) {
    const match = index.matchAt(text, words, at);
    if (match) count++;
    at += match ? match.wordCount : 1;
  }
  return count;
}

export function benchMentions({ quick }) {
  const length = quick ? 1_000_000 : 4_000_000;
  const sizes = quick ? [1000, 100_000] : [1000, 10_000, 100_000, 1_000_000];
  const runs = quick ? 3 : 5;
  const names = makeNames(sizes.at(-1));
  // The same names are met whatever the size, so that only the search grows.
  const text = makeProse(length, names.slice(0, 1000));
  const rows = sizes.map((size) => {
    const lexicon = lexiconOf(names.slice(0, size));
    const index = NameIndex.of(names.slice(0, size).map((name) => ({ text: name, capitals: 'name' })));
    const took = { bare: [], matches: [], mentions: [] };
    let found = 0;
    for (let run = 0; run < runs; run++) {
      took.bare.push(timed(() => bareLoop(text)).took);
      took.matches.push(timed(() => matchesIn(text, index)).took);
      const report = readReport(text);
      const { took: time, result } = timed(() => findMentions(report, lexicon));
      took.mentions.push(time);
      found = result.length;
    }
    const speed = (series) => (length / median(series)) * 1000;
    const ratio = (series) => times(speed(series) / speed(took.bare));
    return [
      size.toLocaleString('en'),
      found.toLocaleString('en'),
      perSecond(speed(took.bare)),
      perSecond(speed(took.matches)),
      ratio(took.matches),
      perSecond(speed(took.mentions)),
      ratio(took.mentions),
    ];
  });
  printTable(
    `Finding mentions in ${length / 1e6} M characters, per second, and against the bare loop`,
    ['names', 'mentions', 'bare loop', 'words and trie', 'ratio', 'mentions of a report', 'ratio'],
    rows,
  );
}
