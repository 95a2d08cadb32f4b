/** Finds the alphabet and the standards of a language. */

import { KAZAKH } from './kazakh';
import { KYRGYZ } from './kyrgyz';
import { RUSSIAN } from './russian';
import type { Language, Script, Standard, System } from './system';
import { TAJIK } from './tajik';
import { TURKMEN } from './turkmen';
import { UKRAINIAN } from './ukrainian';
import { UZBEK } from './uzbek';

const SCRIPTS: Readonly<Record<Language, Script>> = {
  ru: RUSSIAN,
  uz: UZBEK,
  tg: TAJIK,
  ky: KYRGYZ,
  kk: KAZAKH,
  tk: TURKMEN,
  uk: UKRAINIAN,
};

/** The letters of the language’s Cyrillic alphabet, lower case, in its order. */
export const alphabetOf = (language: Language): string => SCRIPTS[language].alphabet;

/** The standards there are for the language, the default one (BGN/PCGN) first. */
export const systemsFor = (language: Language): readonly Standard[] => SCRIPTS[language].standards;

/** The standard of that system for the language, or `undefined` where there is none. */
export const standardFor = (language: Language, system: System): Standard | undefined =>
  SCRIPTS[language].standards.find((standard) => standard.system === system);
