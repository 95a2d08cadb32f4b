/** Folds a string to what two spellings of one form have in common. */

import { readWords, type Vocabulary } from './words';

/**
 * The folded words of a text: lower case, without marks, apostrophes, invisible characters and possessives.
 * *Hay’at*, *Hay'at* and *Hayʼat* are one word; *al-Tawhid* and *al Tawhid* are the same two.
 */
export function foldWords(text: string): string[] {
  const folded: string[] = [];
  const collector: Vocabulary = {
    find(_hash, units, length) {
      folded.push(String.fromCharCode(...units.subarray(0, length)));
      return -1;
    },
  };
  readWords(text, collector);
  return folded;
}

/** The folded words, one space between them; empty for a text without a letter or digit. */
export const foldText = (text: string): string => foldWords(text).join(' ');
