/** Sorts very many things in steps. */

import type { Steps } from './steps';

/** So many are sorted at once, and so many merged. */
const AT_ONCE = 1000;

/** A sorted copy; what compares as equal keeps its order. */
export function* sortSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let runs: T[][] = [];
  for (let start = 0; start < items.length; start += AT_ONCE) {
    runs.push(items.slice(start, start + AT_ONCE).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let k = 0; k < runs.length; k += 2) {
      const [some, others] = [runs[k]!, runs[k + 1]];
      merged.push(others ? yield* mergeSteps(some, others, compare) : some);
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergeSteps<T>(
  some: readonly T[],
  others: readonly T[],
  compare: (a: T, b: T) => number,
): Steps<T[]> {
  const merged: T[] = [];
  for (let a = 0, b = 0; a < some.length || b < others.length; ) {
    const isOther = a === some.length || (b < others.length && compare(some[a]!, others[b]!) > 0);
    merged.push(isOther ? others[b++]! : some[a++]!);
    if (merged.length % AT_ONCE === 0) yield;
  }
  return merged;
}
