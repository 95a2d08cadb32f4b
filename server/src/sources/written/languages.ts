/** Finds in what language a source is, where a note says so: “(in Russian)”. */

/** The codes of languages by their English names, in small letters. */
const LANGUAGES: Readonly<Record<string, string>> = {
  russian: 'ru',
  tajik: 'tg',
  uzbek: 'uz',
  kyrgyz: 'ky',
  kazakh: 'kk',
  turkmen: 'tk',
  uyghur: 'ug',
  arabic: 'ar',
  persian: 'fa',
  farsi: 'fa',
  dari: 'prs',
  pashto: 'ps',
  turkish: 'tr',
  chinese: 'zh',
  german: 'de',
  french: 'fr',
  english: 'en',
  urdu: 'ur',
};
const NAMES = Object.keys(LANGUAGES).join('|');

/** Where it is said; `\u0000` and `\u0001` stand for what has been read already. */
export const LANGUAGE = new RegExp(
  `[\\s,]*[([](?:in )?(${NAMES})(?: language)?[)\\]]|,\\s+in (${NAMES})(?=\\s*(?:[,.;\u0000\u0001]|$))`,
  'i',
);

/** The code of the language that `LANGUAGE` has found. */
export const languageCode = (found: RegExpExecArray): string | undefined =>
  LANGUAGES[(found[1] ?? found[2]!).toLowerCase()];
