/** Finds who stands in several lists, without the engine that is measured. */

import { createRequire } from 'node:module';
import anyAscii from 'any-ascii';
import { Groups } from './groups.mjs';
import { plainWords } from './realNames.mjs';

const doubleMetaphone = createRequire(import.meta.url)('talisman/phonetics/double-metaphone');

/** Romanisations that lists mix, brought to one; coarse. */
const ROUGHLY = [
  [/sch|sh|sj/g, 's'],
  [/tch|ch|tj/g, 'c'],
  [/kh/g, 'h'],
  [/zh/g, 'z'],
  [/dj/g, 'j'],
  [/([tgd])h/g, '$1'],
  [/[yij]+e?/g, 'i'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/q/g, 'k'],
  [/x/g, 'ks'],
  [/e/g, 'a'],
  [/(.)\1/gu, '$1'],
];

const roughly = (word) => ROUGHLY.reduce((text, [from, to]) => text.replace(from, to), word);
const roughWords = (name) => plainWords(anyAscii(name)).map(roughly);

/** Equal for names that differ in order and common romanisations alone. */
export const roughKey = (name) => roughWords(name).sort().join(' ');

/** A name of three words is rare enough that two of the same sound are one. */
function keysOf(name) {
  const words = roughWords(name);
  if (words.length < 2) return [];
  const sound = words
    .map((word) => doubleMetaphone(word)[0])
    .sort()
    .join('-');
  return words.length > 2 ? [roughKey(name), `sound ${sound}`] : [roughKey(name)];
}

/** The entities, those with a key in common as one; a weak alias says nothing of who somebody is. */
export function peopleOf(entities) {
  const groups = new Groups();
  const first = new Map();
  for (const [k, { primary, variants }] of entities.entries()) {
    const strong = variants.filter(({ kind, note }) => kind !== 'alias' || !/low/i.test(note ?? ''));
    for (const key of [primary, ...strong.map(({ text }) => text)].flatMap(keysOf)) {
      if (first.has(key)) groups.join(k, first.get(key));
      else first.set(key, k);
    }
  }
  const joined = new Map();
  for (const [k, { type, primary, variants }] of entities.entries()) {
    const root = groups.of(k);
    const known = joined.get(root);
    if (known) known.variants.push({ text: primary, kind: 'alias' }, ...variants);
    else joined.set(root, { id: `e${root}`, type, primary, variants: [...variants] });
  }
  return [...joined.values()];
}
