/** Finding mentions against the bare loop that only folds, splits and hashes the same text. */

import { compileLexicon, findMentions, NameIndex, readReport, readWords, Words } from '../lib/core.mjs';
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

/** Paragraph by paragraph, as reports are read. */
function matchesIn(paragraphs, index) {
  const room = new Words(1000);
  let count = 0;
  for (const paragraph of paragraphs) {
    const words = readWords(paragraph, undefined, undefined, room);
    for (let at = 0; at < words.count; ) {
      const match = index.matchAt(paragraph, words, at);
      if (match) count++;
      at += match ? match.wordCount : 1;
    }
  }
  return count;
}

/** Runs that are not counted: whoever writes has had the server running for a while. */
const WARM_UP = 3;

export function benchMentions({ quick }) {
  const length = quick ? 1_000_000 : 4_000_000;
  const sizes = quick ? [1000, 100_000] : [1000, 10_000, 100_000, 1_000_000];
  const runs = quick ? 3 : 5;
  const names = makeNames(sizes.at(-1));
  // The same names are met whatever the size, so that only the search grows.
  const text = makeProse(length, names.slice(0, 1000));
  const paragraphs = text.split('\n\n');
  const rows = sizes.map((size) => {
    const lexicon = lexiconOf(names.slice(0, size));
    const index = NameIndex.of(names.slice(0, size).map((name) => ({ text: name, capitals: 'name' })));
    const took = { bare: [], matches: [], mentions: [] };
    let found = 0;
    for (let run = -WARM_UP; run < runs; run++) {
      const report = readReport(text);
      const bare = timed(() => bareLoop(text)).took;
      const matches = timed(() => matchesIn(paragraphs, index)).took;
      const mentions = timed(() => findMentions(report, lexicon));
      found = mentions.result.length;
      if (run < 0) continue;
      took.bare.push(bare);
      took.matches.push(matches);
      took.mentions.push(mentions.took);
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
