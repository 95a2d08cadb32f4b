/** Names in spellings that no entry lists, looked up among tens of thousands, with people among them that have no entry. */

import { compileLexicon, makeGlossary, parseGlossaryFile, whoIs } from '../lib/compiled.mjs';
import { timed } from '../lib/measure.mjs';
import { pick, seeded } from '../lib/random.mjs';
import { plainKey, readEntities, scriptOf } from '../lib/realNames.mjs';
import { peopleOf, roughKey } from '../lib/samePeople.mjs';
import { printTable } from '../lib/table.mjs';

const NAMES = 43_000;
const LEFT_OUT = 0.2;
const WRONGLY_GIVEN = [0.03, 0.015];
const SCRIPTS = ['Latin', 'Cyrillic', 'Arabic'];
/** Who is left out decides much: a threshold hangs on ten people or so. */
const DRAWS = [1, 2, 3, 4];

export function benchOpenSet(folder) {
  const people = peopleOf(readEntities(folder));
  const draws = DRAWS.map((seed) => lookUp(people, seeded(seed)));
  const rows = SCRIPTS.map((script, k) => {
    const [names, took, ...found] = draws
      .map(({ tallies }) => tallies[k])
      .reduce((sums, tally) => sums.map((sum, at) => sum + tally[at]));
    const shares = found.map((count) => `${((100 * count) / names).toFixed(1)} %`);
    return [script, names, ...shares, Math.round((1000 * names) / took)];
  });
  const unlisted = draws.reduce((sum, draw) => sum + draw.unlisted, 0);
  const [{ names, real }] = draws;
  printTable(
    `Unlisted spellings, by \`who\` among ${names} names: right entity first, where so many of ${unlisted} people without an entry are given to somebody`,
    ['', 'names', ...WRONGLY_GIVEN.map((share) => `at ${100 * share} %`), 'names a second'],
    rows,
  );
  console.log(
    `\nSums of ${DRAWS.length} draws of who has no entry. Some ${real} of the names are real; the others put the last word of one of them after the first words of another.`,
  );
}

/** One draw; a tally a script: names looked up, milliseconds taken, names found at each share wrongly given. */
function lookUp(people, random) {
  const { entries, probes, unlisted } = setUp(people, random);
  const real = countNames(entries);
  entries.push(...madeUp(NAMES - real, entries, new Set(unlisted.map(roughKey)), random));
  const lexicon = lexiconOf(entries);
  whoIs('Nobody', lexicon); // The index is built when it is first asked.

  const answer = ({ name, id }) => {
    const [best] = whoIs(name, lexicon);
    return { score: best?.score ?? 0, isRight: best?.claim.entity.id === id };
  };
  const scores = unlisted.map((name) => answer({ name }).score).sort((a, b) => b - a);
  const thresholds = WRONGLY_GIVEN.map((share) => scores[Math.floor(scores.length * share)]);
  const tallies = SCRIPTS.map((script) => {
    const ofScript = probes.filter(({ name }) => scriptOf(name) === script);
    const { took, result } = timed(() => ofScript.map(answer));
    const found = thresholds.map(
      (threshold) => result.filter(({ score, isRight }) => isRight && score > threshold).length,
    );
    return [ofScript.length, took, ...found];
  });
  return { tallies, unlisted: unlisted.length, names: lexicon.claimCount, real };
}

/** What has an entry, which names of people with an entry are looked up, and which people have none. */
function setUp(people, random) {
  const entries = [];
  const probes = [];
  const unlisted = [];
  for (const { id, type, primary, variants } of people) {
    if (type !== 'person') {
      entries.push({ id, type, names: [primary, ...variants.map(({ text }) => text)] });
      continue;
    }
    if (random() < LEFT_OUT) {
      unlisted.push(primary);
      continue;
    }
    const held = heldBack(primary, variants, random);
    const names = [primary, ...variants.map(({ text }) => text)].filter((name) => !held.has(name));
    entries.push({ id, type, names });
    const listed = new Set(names.map(plainKey));
    for (const name of held) if (!listed.has(plainKey(name))) probes.push({ id, name });
  }
  return { entries, probes, unlisted };
}

/** One Latin spelling, and the name in its original script, of somebody who is listed in Latin letters. */
function heldBack(primary, variants, random) {
  if (scriptOf(primary) !== 'Latin') return new Set();
  const spellings = variants.filter(({ kind, text }) => kind === 'spelling' && scriptOf(text) === 'Latin');
  const others = variants.filter(({ kind, text }) => kind !== 'alias' && scriptOf(text) !== 'Latin');
  const held = new Set(others.map(({ text }) => text));
  if (spellings.length > 0) held.add(pick(random, spellings).text);
  held.delete(primary);
  return held;
}

const countNames = (entries) => entries.reduce((sum, { names }) => sum + new Set(names).size, 0);

/** People who do not exist: the first words of one name, the last of another, if that is not what somebody of `taken` is called. */
function madeUp(count, entries, taken, random) {
  const parts = entries
    .filter(({ type }) => type === 'person')
    .flatMap(({ names }) => names.map((name) => name.split(/\s+/)))
    .filter((words) => words.length > 1 && words.length < 5 && words.every((word) => word.length > 2));
  const made = [];
  while (made.length < count) {
    const name = [...pick(random, parts).slice(0, -1), pick(random, parts).at(-1)].join(' ');
    if (!taken.has(roughKey(name))) made.push({ id: `m${made.length}`, type: 'person', names: [name] });
  }
  return made;
}

function lexiconOf(entries) {
  const sections = { people: {}, groups: {} };
  for (const { id, type, names } of entries) {
    const [name, ...more] = new Set(names);
    sections[type === 'person' ? 'people' : 'groups'][id] = { name, spellings: more };
  }
  const text = JSON.stringify({ version: 1, ...sections });
  return compileLexicon(makeGlossary([parseGlossaryFile('/names.yaml', text)]));
}
