/** `nomenclator romanise`: prints Cyrillic text in Latin letters, by a standard. */

import { analyzeListed } from '../analysis/analyze';
import { romaniseWhole } from '../features/romaniseAt';
import { guessLanguage } from '../names/romanise/guessLanguage';
import { romanise } from '../names/romanise/romanise';
import { LANGUAGE_NAMES, type Language, type System } from '../names/romanise/system';
import { Desks } from './desks';
import { VERSION } from './json';
import { CannotRun, EXIT, type ExitCode, type Terminal } from './terminal';

export interface RomaniseOptions {
  readonly texts: readonly string[];
  readonly stdin: boolean;
  /** Guessed for each text where it is not given. */
  readonly language?: Language | undefined;
  readonly system?: System | undefined;
  /** Whether names of the glossary come out in the house form. */
  readonly house: boolean;
  readonly desk?: string | undefined;
  readonly format: 'text' | 'json';
}

export async function romaniseTexts(terminal: Terminal, options: RomaniseOptions): Promise<ExitCode> {
  const { language, system = 'bgn-pcgn', house, stdin, format } = options;
  if (options.texts.length === 0 && !stdin)
    throw new CannotRun('Give a text: nomenclator romanise "Навқотий", or --stdin.');
  const texts = stdin ? [await terminal.input()] : options.texts;
  const works = house ? (await new Desks(terminal, options.desk).of(terminal.cwd)).works : undefined;
  const results = texts.map((text) => {
    const guess = language
      ? { language, confident: true, why: 'the option --language' }
      : guessLanguage(text);
    const plain = inSystem(text, guess.language, system);
    const romanised = works
      ? romaniseWhole(analyzeListed(text, works), { language: guess.language, system, house })
      : plain.text;
    const { confident, why } = guess;
    return {
      text: romanised,
      language: guess.language,
      confident,
      why,
      system,
      standard: plain.standard.title,
    };
  });
  if (format === 'json') {
    terminal.out(`${JSON.stringify({ version: VERSION, results })}\n`);
    return EXIT.clean;
  }
  if (!language) {
    for (const [at, { language: guessed, confident, why }] of results.entries())
      terminal.error(
        CYRILLIC.test(texts[at]!)
          ? `${confident ? '' : 'Perhaps '}${LANGUAGE_NAMES[guessed]}, guessed from ${why}. --language chooses another.`
          : 'No Cyrillic letter in it.',
      );
  }
  // What came in by standard input goes out with the line ends that it had.
  for (const { text } of results) terminal.out(stdin ? text : `${text}\n`);
  return EXIT.clean;
}

const CYRILLIC = /\p{Script=Cyrillic}/u;

function inSystem(text: string, language: Language, system: System) {
  try {
    return romanise(text, { language, system });
  } catch (error) {
    if (error instanceof RangeError) throw new CannotRun(error.message);
    throw error;
  }
}
