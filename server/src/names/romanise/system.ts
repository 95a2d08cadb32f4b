/** Names the languages and the systems of romanisation, and what a standard is. */

import type { Table } from './table';

/** A language written in Cyrillic, by its ISO 639-1 code. */
export type Language = 'ru' | 'uz' | 'tg' | 'ky' | 'kk' | 'tk' | 'uk';

export const LANGUAGES: readonly Language[] = ['ru', 'uz', 'tg', 'ky', 'kk', 'tk', 'uk'];

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  ru: 'Russian',
  uz: 'Uzbek',
  tg: 'Tajik',
  ky: 'Kyrgyz',
  kk: 'Kazakh',
  tk: 'Turkmen',
  uk: 'Ukrainian',
};

/**
 * A system of romanisation. `national` is the national Latin alphabet or the national standard; `bgn-pcgn-1965`
 * (Ukrainian) and `national-2018` (Kazakh) are superseded but still met with; `icao` is that of passports.
 */
export type System =
  | 'bgn-pcgn'
  | 'ala-lc'
  | 'iso-9'
  | 'national'
  | 'icao'
  | 'bgn-pcgn-1965'
  | 'national-2018';

/** How the systems are called in a list of choices. */
export const SYSTEM_NAMES: Readonly<Record<System, string>> = {
  'bgn-pcgn': 'BGN/PCGN',
  'ala-lc': 'ALA-LC',
  'iso-9': 'ISO 9',
  national: 'national',
  icao: 'ICAO, passports',
  'bgn-pcgn-1965': 'BGN/PCGN 1965',
  'national-2018': 'national, 2018',
};

export const SYSTEMS = Object.keys(SYSTEM_NAMES) as readonly System[];

/** One standard for one language. */
export interface Standard {
  readonly system: System;
  /** The standard's own title, with year and body, as a reader would cite it. */
  readonly title: string;
  readonly table: Table;
}

/** What a language file says: the alphabet in its order, lower case, and the standards, the default one first. */
export interface Script {
  readonly language: Language;
  readonly alphabet: string;
  readonly standards: readonly Standard[];
}
