/** Reads the lists of real names, and says in which script a name is. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const pairsFile = (folder) => join(folder, 'pairs.dev.jsonl');
export const entitiesFile = (folder) => join(folder, 'entities.dev.jsonl');

const readLines = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

/** `{a, b, same, kind}`: `kind` is `spelling`, `script`, or for two people `neg-…`. */
export const readPairs = (folder) => readLines(pairsFile(folder));

/** `{id, type, primary, variants: [{text, kind, note}]}`: `type` is `person` or `group`. */
export const readEntities = (folder) => readLines(entitiesFile(folder));

/** `Arabic`, `Cyrillic`, or `Latin` for all else. */
export function scriptOf(name) {
  if (/\p{Script=Arabic}/u.test(name)) return 'Arabic';
  return /\p{Script=Cyrillic}/u.test(name) ? 'Cyrillic' : 'Latin';
}

/** The words of a name in small letters, without marks and apostrophes. */
export const plainWords = (name) =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼʻ`]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Equal for names that differ in capitals, marks, apostrophes and order alone. */
export const plainKey = (name) => plainWords(name).sort().join(' ');
