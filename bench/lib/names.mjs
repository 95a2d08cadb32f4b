/** Makes up names and the glossaries that hold them; nobody is called so. */

import { pick, seeded } from './random.mjs';

const ONSETS = 'b ch d f g gh h j k kh l m n p q r s sh t v y z zh'.split(' ');
const VOWELS = 'a a e i o u ay ov uy'.split(' ');
const CODAS = ['', '', '', 'b', 'd', 'kh', 'l', 'm', 'n', 'r', 's', 't', 'v', 'z'];
const PARTICLES = ['al-', 'ibn ', 'abu '];

/** A word of two to four syllables, in small letters. */
export function syllables(random) {
  let word = '';
  for (let count = 2 + Math.floor(random() * 3); count > 0; count--)
    word += pick(random, ONSETS) + pick(random, VOWELS) + (random() < 0.3 ? pick(random, CODAS) : '');
  return word;
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/** `count` different names of two or three words. */
export function makeNames(count, seed = 1) {
  const random = seeded(seed);
  const names = new Set();
  while (names.size < count) {
    const particle = random() < 0.2 ? pick(random, PARTICLES) : '';
    const more = random() < 0.3 ? ` ${capital(syllables(random))}` : '';
    names.add(`${capital(syllables(random))} ${particle}${capital(syllables(random))}${more}`);
  }
  return [...names];
}

/** Another way of writing a name: some of its sounds in another romanisation. */
export function respelt(name, random) {
  const changes = [
    [/kh/, 'h'],
    [/q/, 'k'],
    [/gh/, 'g'],
    [/zh/, 'j'],
    [/o/, 'a'],
    [/i(?!b)/, 'y'],
    [/u(?! )/, 'oo'],
    [/s(?!h)/, 'ss'],
    [/l(?!-)/, 'll'],
  ].filter(([from]) => from.test(name));
  if (changes.length === 0) return `${name}n`;
  const [from, to] = pick(random, changes);
  return name.replace(from, to);
}

/** Entities with so many other spellings and aliases each: `{id, name, spellings, aliases}`. */
export function makeEntities(names, { spellings = 1, aliases = 1, seed = 2 } = {}) {
  const random = seeded(seed);
  const others = makeNames(names.length * aliases, seed + 1);
  return names.map((name, k) => {
    const written = new Set();
    for (let tries = 0; written.size < spellings && tries < 40; tries++) {
      const other = respelt([...written].at(-1) ?? name, random);
      if (other !== name) written.add(other);
    }
    return {
      id: `p${k}`,
      name,
      spellings: [...written],
      aliases: others.slice(k * aliases, (k + 1) * aliases),
    };
  });
}

/** The glossary file that holds the entities, as somebody would write it. */
export function toYaml(entities) {
  const lines = ['version: 1', 'people:'];
  for (const { id, name, spellings, aliases } of entities) {
    lines.push(`  ${id}:`, `    name: ${name}`);
    if (spellings.length > 0) lines.push(`    spellings: [${spellings.join(', ')}]`);
    if (aliases.length > 0)
      lines.push('    aliases:', ...aliases.map((alias) => `      - { name: ${alias}, kind: kunya }`));
  }
  return `${lines.join('\n')}\n`;
}

/** The same as a table. */
export function toCsv(entities) {
  const rows = entities.map(({ id, name, spellings, aliases }) =>
    [name, 'person', id, spellings.join(';'), aliases.join(';')].join(','),
  );
  return `name,type,id,spellings,aliases\n${rows.join('\n')}\n`;
}

/** The same, an entry a line. */
export const toJsonLines = (entities) =>
  entities
    .map(({ id, name, spellings, aliases }) =>
      JSON.stringify({
        type: 'person',
        id,
        name,
        spellings,
        aliases: aliases.map((alias) => ({ name: alias, kind: 'kunya' })),
      }),
    )
    .join('\n');
