/** Reads a word that is not in Latin letters alone as the words of an index that it may stand for. */

import { compose } from './romanise/compose';
import { mixedScript } from './romanise/confusables';
import { romanise } from './romanise/romanise';
import { alphabetOf, systemsFor } from './romanise/scripts';
import { LANGUAGES, type Language, type System } from './romanise/system';
import { readWords, type Vocabulary } from './words';

/** Longer words are no part of a name. */
const LONGEST_READ = 40;
const MOST_REMEMBERED = 20_000;
/** Names in reports are romanised for readers, by these; libraries' systems have marks that fold to the same letters. */
const READ_BY: readonly System[] = ['bgn-pcgn', 'bgn-pcgn-1965', 'national', 'national-2018'];
const ALPHABETS: ReadonlyMap<Language, ReadonlySet<string>> = new Map(
  LANGUAGES.map((language) => [language, new Set(alphabetOf(language))]),
);
const CYRILLIC = /(?=\p{L})\p{Script=Cyrillic}/gu;
const HAS_CYRILLIC = /\p{Script=Cyrillic}/u;
const NO_LETTER = /[^\p{L}\p{M}\p{N}]/gu;
const NONE: readonly number[] = [];

export class Readings {
  readonly #vocabulary: Vocabulary;
  /** The same names come again and again in a text. */
  readonly #known = new Map<string, readonly number[]>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** The numbers of the words that `word` may stand for, each once: itself repaired, and romanised by any table. */
  of(word: string): readonly number[] {
    if (word.length > LONGEST_READ) return NONE;
    const known = this.#known.get(word);
    if (known) return known;
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    const ids = new Set<number>();
    for (const reading of readingsOf(word)) {
      const words = readWords(reading, this.#vocabulary);
      if (words.count === 1 && words.id[0]! >= 0) ids.add(words.id[0]!);
    }
    const found = ids.size === 0 ? NONE : [...ids];
    this.#known.set(word, found);
    return found;
  }
}

/** The texts that a word may stand for, each a single word. */
function readingsOf(word: string): Set<string> {
  const readings = new Set<string>([word]);
  const mixed = mixedScript(word);
  if (mixed) readings.add(mixed.repaired);
  if (mixed?.latin !== undefined) readings.add(mixed.latin);
  const repaired = mixed?.repaired ?? word;
  if (!HAS_CYRILLIC.test(repaired)) return readings;
  const letters = compose(repaired).toLowerCase().match(CYRILLIC) ?? [];
  for (const language of LANGUAGES) {
    if (!letters.every((letter) => ALPHABETS.get(language)?.has(letter))) continue;
    for (const { system } of systemsFor(language)) {
      if (!READ_BY.includes(system)) continue;
      // Signs for ъ and ь would end the word, and are not in most forms.
      readings.add(romanise(repaired, { language, system }).text.replace(NO_LETTER, ''));
    }
  }
  return readings;
}
