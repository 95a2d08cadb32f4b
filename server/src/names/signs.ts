/** Keeps the signs of a form that are no part of a word and do not join two: *Gen. Ali*, *Sport & Culture*, *Ltd.* */

import { APOSTROPHE, classOf } from './letters';
import { JOINED, type Words } from './words';

/** The signs of a form that are no part of a word and do not join two: *Gen. Ali*, *Sport & Culture*, *Ltd.* */
export interface Signs {
  readonly before: string;
  readonly after: string;
  /** What stands before each word, without white space; empty where the two words are joined in any text. */
  readonly gaps: readonly string[];
}

/** The signs of a form that do not merely join its words; undefined for nearly every form. */
export function signsOf(text: string, words: Words): Signs | undefined {
  if (isPlain(text, words)) return undefined;
  const last = words.count - 1;
  const before = text.slice(0, words.start[0]);
  const after = text.slice(words.end[last]);
  const gaps = [''];
  let hasGaps = false;
  for (let k = 1; k <= last; k++) {
    const isJoined = (words.shape[k]! & JOINED) !== 0;
    const gap = text.slice(words.end[k - 1], words.start[k]);
    // A period that joins two words in one text (*St. Petersburg*) may part them in another (*ST. PETERSBURG*).
    gaps.push(isJoined && !gap.includes('.') ? '' : withoutSpace(gap));
    hasGaps ||= gaps[k] !== '';
  }
  return hasGaps || before !== '' || after !== '' ? { before, after, gaps } : undefined;
}

const PERIOD = 46;

/** Whether one character stands between any two words, and nothing around them: so it is with nearly every form. */
function isPlain(text: string, words: Words): boolean {
  const last = words.count - 1;
  if (words.start[0] !== 0 || words.end[last] !== text.length) return false;
  for (let k = 1; k <= last; k++) {
    const end = words.end[k - 1]!;
    if (words.start[k] !== end + 1 || (words.shape[k]! & JOINED) === 0) return false;
    if (text.charCodeAt(end) === PERIOD) return false;
  }
  return true;
}

/** Whether `signs` stand at an offset; any apostrophe stands for any other. */
export function standsAt(text: string, offset: number, signs: string): boolean {
  if (offset < 0 || signs === '') return false;
  for (let k = 0; k < signs.length; k++) {
    const own = signs.charCodeAt(k);
    const theirs = text.charCodeAt(offset + k);
    if (own !== theirs && (classOf(own) & classOf(theirs) & APOSTROPHE) === 0) return false;
  }
  return true;
}

export const withoutSpace = (text: string): string => text.replace(/\s+/g, '');
