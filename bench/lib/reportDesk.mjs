/** Makes up a desk with very many reports: its glossary, and reports that name what is in it, what is not, and both misspelt. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { makeEntities, makeNames, respelt, toYaml } from './names.mjs';
import { makeReport } from './prose.mjs';
import { pick, seeded } from './random.mjs';

const ENTITIES = 500;
/** Names that the glossary does not have. */
const OTHERS = 3000;
/** A report speaks of so many. */
const NAMES_A_REPORT = 120;

/** What stands between the names: the words of our own documents, as often as they stand there. */
function englishWords() {
  const examples = join(ROOT, 'examples', 'reports');
  const paths = [
    ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'].map((name) => join(ROOT, name)),
    ...readdirSync(examples).map((name) => join(examples, name)),
  ];
  const words = paths.flatMap((path) => readFileSync(path, 'utf8').match(/(?<=\s)[a-z]+(?=[\s,.])/g) ?? []);
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  // As the prose draws the first words most often.
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

/** Of so many, the first ones are drawn most often. */
const often = (random, all) => all[Math.floor(random() ** 3 * all.length)];

/** `count` reports of about `length` characters each, made one after another: `{glossary, reports()}`. */
export function makeReportDesk(count, length, seed = 5) {
  const random = seeded(seed);
  const entities = makeEntities(makeNames(ENTITIES, seed), { spellings: 2, aliases: 1 });
  const others = makeNames(OTHERS, seed + 1);
  const words = englishWords();
  const nameOf = () => {
    const chance = random();
    if (chance < 0.25) return often(random, others);
    const { name, spellings, aliases } = often(random, entities);
    if (chance < 0.3) return respelt(name, random);
    if (chance < 0.4) return pick(random, [...spellings, ...aliases]);
    return name;
  };
  function* reports() {
    for (let k = 0; k < count; k++) {
      const names = Array.from({ length: NAMES_A_REPORT }, nameOf);
      yield {
        path: `reports/${String(k).padStart(5, '0')}.md`,
        text: makeReport(length, names, seed + k, words),
      };
    }
  }
  return { glossary: toYaml(entities), reports };
}
