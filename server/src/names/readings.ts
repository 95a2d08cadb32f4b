/** Reads a word that is not in Latin letters alone as the words of an index that it may stand for. */

import { compose } from './romanise/compose';
import { mixedScript } from './romanise/confusables';
import { romaniseLetters } from './romanise/romanise';
import { alphabetOf, systemsFor } from './romanise/scripts';
import { LANGUAGES, type System } from './romanise/system';
import type { Table } from './romanise/table';
import { readWords } from './words';
import type { WordTable } from './wordTable';

/** Longer words are no part of a name. */
const LONGEST_READ = 40;
const MOST_REMEMBERED = 20_000;
/** Names in reports are romanised for readers, by these; libraries' systems have marks that fold to the same letters. */
const READ_BY: readonly System[] = ['bgn-pcgn', 'bgn-pcgn-1965', 'national', 'national-2018'];

/** The tables to read by, and the letters of the language that each is for. */
const READERS: readonly { readonly alphabet: ReadonlySet<string>; readonly tables: ReadonlySet<Table> }[] =
  LANGUAGES.map((language) => ({
    alphabet: new Set(alphabetOf(language)),
    tables: new Set(
      systemsFor(language)
        .filter(({ system }) => READ_BY.includes(system))
        .map(({ table }) => table),
    ),
  }));
const HAS_CYRILLIC = /\p{Script=Cyrillic}/u;
const HAS_LATIN_OR_GREEK = /[\p{Script=Latin}\p{Script=Greek}]/u;
const NO_LETTER = /[^\p{L}\p{N}]/gu;
const NONE: readonly number[] = [];

export class Readings {
  readonly #table: WordTable;
  /** The same names come again and again in a text. */
  readonly #known = new Map<string, readonly number[]>();

  constructor(table: WordTable) {
    this.#table = table;
  }

  /** The numbers of the words that `word` may stand for, each once: itself repaired, and romanised by any table. */
  of(word: string): readonly number[] {
    if (word.length > LONGEST_READ) return NONE;
    const known = this.#known.get(word);
    if (known) return known;
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    const ids = new Set<number>();
    // Each reading is one word, so that all of them are looked up in one reading of them.
    const words = readWords([...readingsOf(word)].join('. '));
    for (let k = 0; k < words.count; k++) {
      const id = this.#table.find(words, k);
      if (id !== 0) ids.add(id);
    }
    const found = ids.size === 0 ? NONE : [...ids];
    this.#known.set(word, found);
    return found;
  }
}

/** The texts that a word may stand for, each a single word. */
function readingsOf(word: string): Set<string> {
  const readings = new Set<string>([word]);
  const mixed = HAS_LATIN_OR_GREEK.test(word) ? mixedScript(word) : undefined;
  if (mixed) readings.add(mixed.repaired);
  if (mixed?.latin !== undefined) readings.add(mixed.latin);
  const repaired = mixed?.repaired ?? word;
  if (!HAS_CYRILLIC.test(repaired)) return readings;
  const letters = [...compose(repaired).toLowerCase().replace(NO_LETTER, '')];
  for (const { alphabet, tables } of READERS) {
    if (!letters.every((letter) => alphabet.has(letter))) continue;
    // Signs for ъ and ь would end the word, and are not in most forms.
    for (const table of tables) readings.add(romaniseLetters(letters, table).replace(NO_LETTER, ''));
  }
  return readings;
}
