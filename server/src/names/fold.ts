/** Folds a string to what two spellings of one form have in common. */

import { readWords, Words } from './words';

/** Longer texts get room of their own. */
const LONGEST_SHARED = 1000;
const shared = new Words(LONGEST_SHARED);

/**
 * The folded words of a text: lower case, without marks, apostrophes, invisible characters and possessives.
 * *Hay’at*, *Hay'at* and *Hayʼat* are one word; *al-Tawhid* and *al Tawhid* are the same two.
 */
export function foldWords(text: string): string[] {
  const words = readWords(text, undefined, undefined, text.length > LONGEST_SHARED ? undefined : shared);
  const folded: string[] = [];
  for (let k = 0; k < words.count; k++) folded.push(words.wordOf(k));
  return folded;
}

/** The folded words, one space between them; empty for a text without a letter or digit. */
export const foldText = (text: string): string => foldWords(text).join(' ');
