/** Finds in what language a source is, where a note says so: “(in Russian)”. */

import { languageTag } from '../reading/languageTags';

/** Few, as in parentheses there may also stand places and names: “(Greek)”. */
const NAMES =
  'russian|tajik|uzbek|kyrgyz|kazakh|turkmen|uyghur|arabic|persian|farsi|dari|pashto|turkish|chinese|german|french|english|urdu';

/** Where it is said; `\u0000` and `\u0001` stand for what has been read already. */
export const LANGUAGE = new RegExp(
  `[\\s,]*[([](?:in )?(${NAMES})(?: language)?[)\\]]|,\\s+in (${NAMES})(?=\\s*(?:[,.;\u0000\u0001]|$))`,
  'i',
);

/** The code of the language that `LANGUAGE` has found. */
export const languageCode = (found: RegExpExecArray): string => languageTag(found[1] ?? found[2]!);
