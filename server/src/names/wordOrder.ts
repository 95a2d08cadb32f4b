/** Sorts the words of a dictionary by their units, in steps, without making strings of them. */

import type { Steps } from '../text/steps';
import type { WordTable } from './wordTable';

/** So many units of a word are compared at once, as one number. */
const UNITS_IN_KEY = 3;
/** Units are below 65,536; 0 says that the word has ended. */
const KEY_BASE = 65_537;
const FEW = 12;
const KEYED_AT_ONCE = 1 << 12;

/** The numbers of all words in the order of their units: a word comes before those that go on from it. */
export function* sortedWords(table: WordTable): Steps<Int32Array> {
  const order = new Int32Array(table.count);
  for (let k = 0, word = table.first; k < order.length; k++, word = table.after(word)) {
    order[k] = word;
    if (k % KEYED_AT_ONCE === 0) yield;
  }
  const keys = new Float64Array(order.length);
  /** Stretches to be sorted, whose words are alike before `depth`; of some, the keys are still to be made. */
  const waiting: Stretch[] = [{ from: 0, to: order.length, depth: 0, hasKeys: false }];
  let compared = 0;
  for (let stretch = waiting.pop(); stretch; stretch = waiting.pop()) {
    const { from, to, depth, hasKeys } = stretch;
    compared += to - from;
    if (compared > KEYED_AT_ONCE) {
      compared = 0;
      yield;
    }
    if (to - from <= FEW) {
      sortFew(table, order, stretch);
      continue;
    }
    if (!hasKeys) {
      for (let at = from; at < to; at++) {
        keys[at] = keyOf(table, order[at]!, depth);
        if ((at - from + 1) % KEYED_AT_ONCE === 0) yield;
      }
    }
    const pivot = middleOf(keys[from]!, keys[(from + to) >> 1]!, keys[to - 1]!);
    const [below, above] = divide(keys, order, from, to, pivot);
    waiting.push({ from, to: below, depth, hasKeys: true });
    // Words that have ended alike are the same word.
    waiting.push({ from: below, to: above, depth: depth + UNITS_IN_KEY, hasKeys: false });
    waiting.push({ from: above, to, depth, hasKeys: true });
  }
  return order;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly hasKeys: boolean;
}

function keyOf(table: WordTable, word: number, depth: number): number {
  const length = table.lengthOf(word);
  let key = 0;
  for (let k = depth; k < depth + UNITS_IN_KEY; k++)
    key = key * KEY_BASE + (k < length ? table.unitOf(word, k) + 1 : 0);
  return key;
}

const middleOf = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

/** Puts smaller keys before the pivot's, and greater ones behind; where those that are equal begin and end. */
function divide(
  keys: Float64Array,
  order: Int32Array,
  from: number,
  to: number,
  pivot: number,
): [below: number, above: number] {
  let below = from;
  let above = to;
  for (let at = from; at < above; ) {
    const key = keys[at]!;
    if (key === pivot) at++;
    else swap(keys, order, at, key < pivot ? below : above - 1);
    if (key < pivot) {
      below++;
      at++;
    } else if (key > pivot) above--;
  }
  return [below, above];
}

function swap(keys: Float64Array, order: Int32Array, a: number, b: number): void {
  const key = keys[a]!;
  const word = order[a]!;
  keys[a] = keys[b]!;
  order[a] = order[b]!;
  keys[b] = key;
  order[b] = word;
}

function sortFew(table: WordTable, order: Int32Array, { from, to, depth }: Stretch): void {
  for (let at = from + 1; at < to; at++) {
    const word = order[at]!;
    let place = at;
    for (; place > from && isBefore(table, word, order[place - 1]!, depth); place--)
      order[place] = order[place - 1]!;
    order[place] = word;
  }
}

/** Whether word a comes before word b, which is the same in the first `depth` units. */
export function isBefore(table: WordTable, a: number, b: number, depth: number): boolean {
  const ofA = table.lengthOf(a);
  const ofB = table.lengthOf(b);
  const length = Math.min(ofA, ofB);
  for (let k = depth; k < length; k++) {
    const difference = table.unitOf(a, k) - table.unitOf(b, k);
    if (difference !== 0) return difference < 0;
  }
  return ofA < ofB;
}
