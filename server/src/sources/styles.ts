/** The citation styles and locales that come with Nomenclator. */

import chicagoFullnoteIbid from '@citation/csl-style-chicago-fullnote-bibliography-with-ibid/info.json';
import locales from '@citation-js/plugin-csl/lib/locales.json';

/** The style of a desk that names none. */
export const DEFAULT_STYLE = 'chicago-fullnote-bibliography-with-ibid';
export const DEFAULT_LANGUAGE = 'en-US';

const STYLES: ReadonlyMap<string, string> = new Map([[DEFAULT_STYLE, chicagoFullnoteIbid.content]]);
const LOCALES: ReadonlyMap<string, string> = new Map(Object.entries(locales));

export const styleNames = (): readonly string[] => [...STYLES.keys()];

/** The CSL style (XML) of that name, or nothing where it isn't bundled. */
export const styleNamed = (name: string): string | undefined => STYLES.get(name);

/** The CSL locale (XML) of a language, else of another country with that language, else American English. */
export function localeNamed(language: string): string {
  const exact = LOCALES.get(language);
  if (exact !== undefined) return exact;
  const base = language.toLowerCase().split('-')[0];
  const related = [...LOCALES.keys()].find((name) => name.toLowerCase().split('-')[0] === base);
  return LOCALES.get(related ?? DEFAULT_LANGUAGE) ?? '';
}
