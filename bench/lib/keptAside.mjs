/** Says which pairs were kept aside when our weights were fitted: those of one person in five, whom no other pair names. */

import { Groups } from './groups.mjs';

/** Persons with a number from here on, of a hundred, were kept aside. */
const KEPT_FROM = 80;
const SALT = 'seed7';

/** `{fitted, keptAside}`; pairs that tie somebody of the one to somebody of the other are in neither. */
export function divide(pairs) {
  const persons = new Groups();
  for (const { a, b, same } of pairs) if (same) persons.join(a, b);
  const isKept = (name) => numberOf(SALT + persons.of(name)) >= KEPT_FROM;
  const divided = { fitted: [], keptAside: [] };
  for (const pair of pairs) {
    const [a, b] = [isKept(pair.a), isKept(pair.b)];
    if (a) divided.keptAside.push(pair);
    else if (!b) divided.fitted.push(pair);
  }
  return divided;
}

/** From 0 to 99: FNV-1a over code points, mixed. The fit used just this, so it must not change. */
function numberOf(text) {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0), 16777619) >>> 0;
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 2246822519) >>> 0;
  hash ^= hash >>> 13;
  return (hash >>> 0) % 100;
}
