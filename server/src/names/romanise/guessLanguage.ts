/** Guesses the language of a Cyrillic text from its letters, and from frequent words where letters do not tell. */

import { compose } from './compose';
import { alphabetOf } from './scripts';
import { LANGUAGES, type Language } from './system';

export interface LanguageGuess {
  readonly language: Language;
  /** What it was guessed from, as the end of a sentence “guessed from …”. */
  readonly why: string;
  /** Whether no other language of ours fits as well. */
  readonly confident: boolean;
  /** The next best guess. */
  readonly next: Language;
}

/** Where everything else is equal, the language that stands earlier here wins. */
const ORDER: readonly Language[] = ['ru', 'uz', 'tg', 'ky', 'uk', 'kk', 'tk'];

/** Words that are frequent in the language and, as far as possible, in no other; parts of names among them. */
const WORDS: Readonly<Record<Language, string>> = {
  ru: 'и в на не что с по для из как это от его был при или за',
  uk: 'та це що з у від й до є або між після проти про',
  uz: 'ва билан учун бу эди деб бир бўлган ҳам эса ўғли қизи ул',
  tg: 'ва дар аз ба ки бо барои аст ин он буд писари духтари',
  ky: 'жана менен үчүн бул бир эле деп жөнүндө уулу кызы боюнча',
  kk: 'және мен үшін бұл бір еді деп туралы ұлы қызы бойынша бойын',
  tk: 've ве билен үчин бу хем бир диен барада оглы гызы боюнча',
};

/** Endings and letter groups that are frequent in one language and rare in the others. */
const SHAPES: Readonly<Record<Language, RegExp>> = {
  ru: /(?:ский|ского|ской|ская|ович|евич|овна|евна)$/u,
  uk: /(?:енко|ський|ська|ського)$/u,
  uz: /(?:нинг|лари|лиги|ўғли)$/u,
  tg: /(?:зода|ҳои|ҳоро|онро)$/u,
  ky: /ээ|(?:уулу|нун|дын|луу)$/u,
  kk: /(?:ұлы|қызы|ның|нің|дың)$/u,
  tk: /(?:гулы|мырат|ниң|ларың)$/u,
};

/**
 * The share of letters beyond the Russian alphabet that a text in one of the other languages has at the very least.
 * Without it, Kazakh, whose alphabet has all of Russian’s, would be a better guess than Russian for a Russian text
 * with a Kazakh name in it. Ordinary text has a good deal more.
 */
const LEAST_SHARE = 0.03;
/** How far ahead of the next language the guess must be to be sure: about one letter or one word. */
const CLEAR_LEAD = 0.9;

/** What a word of one letter tells, of what a longer one does: less than a letter that the language does not have. */
const OF_ONE_LETTER = 0.5;

const ALPHABETS: ReadonlyMap<Language, ReadonlySet<string>> = new Map(
  LANGUAGES.map((language) => [language, new Set(alphabetOf(language))]),
);
const FREQUENT: ReadonlyMap<Language, ReadonlySet<string>> = new Map(
  LANGUAGES.map((language) => [language, new Set(WORDS[language].split(' '))]),
);
const RUSSIAN_LETTERS = ALPHABETS.get('ru')!;
const LETTER = /(?=\p{L})\p{Script=Cyrillic}/gu;
const WORD = /(?:(?=\p{L})\p{Script=Cyrillic})+/gu;

interface Score {
  readonly language: Language;
  /** Telling words, less letters that the language does not have, less its own letters that are missing. */
  readonly score: number;
  /** Letters that the language does not have, counted as often as they stand. */
  readonly foreign: number;
  readonly words: readonly string[];
}

/**
 * Guesses the language. Letters tell most: those that a language does not have speak against it, and so does a want
 * of its own; then frequent words and endings. A text without any Cyrillic is called Russian, without confidence.
 * Only the first 20,000 code units are read, which is more than enough to tell.
 */
export function guessLanguage(text: string): LanguageGuess {
  const sample = compose(text.slice(0, 20_000)).toLowerCase();
  const counts = new Map<string, number>();
  for (const [letter] of sample.matchAll(LETTER)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const length = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const words = new Set(Array.from(sample.matchAll(WORD), ([word]) => word));
  const scores = ORDER.map((language) => scoreOf(language, counts, length, words));
  const [best, second] = scores.sort((a, b) => b.score - a.score) as [Score, Score];
  const letters = [...counts.keys()].filter(
    (letter) => !RUSSIAN_LETTERS.has(letter) && ALPHABETS.get(best.language)?.has(letter),
  );
  return {
    language: best.language,
    why: reason(length > 0, letters, best.words),
    confident: length > 0 && best.foreign <= length * LEAST_SHARE && best.score - second.score >= CLEAR_LEAD,
    next: second.language,
  };
}

function scoreOf(
  language: Language,
  counts: ReadonlyMap<string, number>,
  length: number,
  words: ReadonlySet<string>,
): Score {
  const alphabet = ALPHABETS.get(language)!;
  let foreign = 0;
  let own = 0;
  for (const [letter, count] of counts) {
    if (!alphabet.has(letter)) foreign += count;
    else if (!RUSSIAN_LETTERS.has(letter)) own += count;
  }
  const telling = [...words].filter(
    (word) => FREQUENT.get(language)?.has(word) || SHAPES[language].test(word),
  );
  const missing = language === 'ru' ? 0 : Math.max(0, length * LEAST_SHARE - own);
  const told = telling.reduce((sum, word) => sum + (word.length === 1 ? OF_ONE_LETTER : 1), 0);
  return { language, score: told - foreign - missing, foreign, words: telling };
}

function reason(cyrillic: boolean, letters: readonly string[], words: readonly string[]): string {
  if (!cyrillic) return 'no Cyrillic letter at all';
  const list = (kind: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : [`the ${kind}${items.length === 1 ? '' : 's'} ${items.slice(0, 4).join(', ')}`];
  const found = [...list('letter', letters), ...list('word', words)];
  return found.length === 0 ? 'letters that Russian has too' : found.join(' and ');
}
