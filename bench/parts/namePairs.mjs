/** Pairs of names that are one person's or two people's: how many of the former are found without taking the latter. */

import { nameParts, similarity } from '../lib/compiled.mjs';
import { Groups } from '../lib/groups.mjs';
import { divide } from '../lib/keptAside.mjs';
import { METHODS } from '../lib/likenessMethods.mjs';
import { seeded } from '../lib/random.mjs';
import { plainKey, readPairs } from '../lib/realNames.mjs';
import { thresholdFor, worthOf } from '../lib/recall.mjs';
import { printTable } from '../lib/table.mjs';

const OURS = { title: 'Nomenclator', prepare: nameParts, likeness: similarity };
const PRECISIONS = [0.95, 0.99];
const SEED = 11;

export function benchPairs(folder) {
  const { fitted, keptAside } = divide(readPairs(folder));
  const [known, unknown] = [fitted, keptAside].map((pairs) =>
    pairs.filter(({ a, b }) => plainKey(a) !== plainKey(b)),
  );
  const [chosenOn, appliedTo] = halvesOf(known);
  const kinds = [isSpelling, (pair) => !isSpelling(pair)];
  const rows = [OURS, ...METHODS].map((method) => {
    const score = scorerOf(method);
    const cells = (train, test) =>
      kinds.flatMap((belongs) => {
        const scored = test.filter(belongs).map(score);
        const trained = train.filter(belongs).map(score);
        return PRECISIONS.map((precision) => cellOf(thresholdFor(precision, trained), scored));
      });
    return [method.title, ...cells(chosenOn, appliedTo), ...cells(known, unknown)];
  });
  const columns = ['spelling .95', '.99', 'script .95', '.99'];
  printTable(
    'Pairs of real names: recall in % (precision reached), at the thresholds for precision .95 and .99',
    ['', ...columns, ...columns.map((column) => `kept aside: ${column}`)],
    rows,
  );
  console.log(
    `
First four columns: thresholds chosen on ${chosenOn.length} pairs, applied to ${appliedTo.length} others. Our weights were fitted on all of these people, which
flatters our figures. Last four: thresholds chosen on those ${known.length} pairs, applied to ${unknown.length} of people who were kept aside from the fit.
For the other methods only the settings of fuse.js were chosen. Beider-Morse is the package bmpm, whose rules are the general ones.`,
  );
}

const isSpelling = ({ kind }) => kind !== 'script' && kind !== 'neg-script';

/** No name is in both halves, nor is anybody whom a pair, of whatever kind, ties to somebody of the other half. */
function halvesOf(pairs) {
  const groups = new Groups();
  for (const { a, b } of pairs) groups.join(a, b);
  const random = seeded(SEED);
  const sides = new Map();
  const halves = [[], []];
  for (const pair of pairs) {
    const group = groups.of(pair.a);
    if (!sides.has(group)) sides.set(group, random() < 0.5 ? 0 : 1);
    halves[sides.get(group)].push(pair);
  }
  return halves;
}

function scorerOf({ prepare, likeness }) {
  const prepared = new Map();
  const ready = (name) => {
    if (!prepared.has(name)) prepared.set(name, prepare(name));
    return prepared.get(name);
  };
  return ({ a, b, same }) => ({ score: likeness(ready(a), ready(b)), same });
}

function cellOf(threshold, scored) {
  if (!scored.some(({ score }) => score >= threshold)) return '–';
  const { recall, precision } = worthOf(threshold, scored);
  return `${(100 * recall).toFixed(1)} (${(100 * precision).toFixed(1)})`;
}
