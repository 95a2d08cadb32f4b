/** The citation styles and locales that come with Nomenclator; their texts are loaded when a note is first formatted. */

import { type CslStyle, parentOf } from './cslStyle';

/** The style of a desk that names none. */
export const DEFAULT_STYLE = 'chicago-fullnote-bibliography-with-ibid';
export const DEFAULT_LANGUAGE = 'en-US';

/** Each style by its name, and whether it cites in notes: known without its text. */
const STYLES = new Map<string, 'notes' | 'text'>([
  ['chicago-fullnote-bibliography-with-ibid', 'notes'],
  ['chicago-fullnote-bibliography', 'notes'],
  ['chicago-note-bibliography-with-ibid', 'notes'],
  ['chicago-note-bibliography', 'notes'],
  ['chicago-author-date', 'text'],
  ['turabian-fullnote-bibliography', 'notes'],
  ['turabian-author-date', 'text'],
  ['modern-humanities-research-association', 'notes'],
  ['modern-language-association', 'text'],
  ['oscola', 'notes'],
  ['oscola-no-ibid', 'notes'],
  ['apa', 'text'],
  ['harvard-cite-them-right', 'text'],
  ['ieee', 'text'],
  ['vancouver', 'text'],
]);

const LANGUAGES: readonly string[] = (
  'af-ZA ar bg-BG ca-AD cs-CZ cy-GB da-DK de-AT de-CH de-DE el-GR en-GB en-US es-CL es-ES es-MX et-EE eu fa-IR fi-FI ' +
  'fr-CA fr-FR he-IL hr-HR hu-HU id-ID is-IS it-IT ja-JP km-KH ko-KR la lt-LT lv-LV mn-MN nb-NO nl-NL nn-NO pl-PL ' +
  'pt-BR pt-PT ro-RO ru-RU sk-SK sl-SI sr-RS sv-SE th-TH tr-TR uk-UA vi-VN zh-CN zh-TW'
).split(' ');

/** Where a language alone does not say which of its countries is meant. */
const USUAL_COUNTRY: ReadonlyMap<string, string> = new Map([
  ['de', 'de-DE'],
  ['en', 'en-US'],
  ['es', 'es-ES'],
  ['fr', 'fr-FR'],
  ['pt', 'pt-PT'],
  ['zh', 'zh-CN'],
]);

export const styleNames = (): readonly string[] => [...STYLES.keys()];

/** What people call styles, in the words of their names. */
const EVERYDAY: ReadonlyMap<string, readonly string[]> = new Map([
  ['mhra', ['modern-humanities-research-association']],
  ['mla', ['modern-language-association']],
  ['cms', ['chicago']],
  ['cmos', ['chicago']],
  ['note', ['fullnote', 'note']],
  ['notes', ['fullnote', 'note']],
  ['footnote', ['fullnote', 'note']],
  ['footnotes', ['fullnote', 'note']],
]);

/** The styles that a name such as “MHRA”, “Chicago 17th ed.” or “harvard” may mean, the usual first; often none. */
export function stylesCalled(name: string): readonly string[] {
  // Editions have no names here: each style is that of its present one.
  const bare = name.toLowerCase().replace(/\d+(?:st|nd|rd|th)?|\b(?:ed|edn|edition|style)\b/g, ' ');
  const wanted = (bare.match(/\p{L}{3,}/gu) ?? []).map((word) => EVERYDAY.get(word) ?? [word]);
  if (wanted.length === 0) return [];
  const isCalled = (style: string) =>
    wanted.every((meant) => meant.some((word) => `-${style}-`.includes(`-${word}-`)));
  return [...STYLES.keys()].filter(isCalled);
}

export const languageNames = (): readonly string[] => LANGUAGES;

/** The CSL style of that name, or nothing where it isn't bundled. */
export function styleNamed(name: string): CslStyle | undefined {
  return STYLES.has(name) ? styleOrDefault(name) : undefined;
}

/** The CSL style of that name; of one that isn't bundled, the style of a desk that names none. */
export function styleOrDefault(name: string): CslStyle {
  const known = STYLES.has(name) ? name : DEFAULT_STYLE;
  return { isNoteStyle: STYLES.get(known) === 'notes', xml: () => independent(known) };
}

function independent(name: string): string {
  const xml = styleTexts()[name] ?? '';
  const parent = parentOf(xml);
  return parent !== undefined && STYLES.has(parent) ? independent(parent) : xml;
}

/** The name of the locale for a language, else of the usual country with that language; nothing for a language without one. */
export function localeFor(language: string): string | undefined {
  const wanted = language.toLowerCase().replaceAll('_', '-');
  const exact = LANGUAGES.find((name) => name.toLowerCase() === wanted);
  if (exact !== undefined) return exact;
  const base = wanted.split('-')[0] ?? '';
  return USUAL_COUNTRY.get(base) ?? LANGUAGES.find((name) => name.toLowerCase().split('-')[0] === base);
}

/** The CSL locale (XML) for a language, American English for one that has none. */
export function localeNamed(language: string): string {
  return localeTexts()[localeFor(language) ?? DEFAULT_LANGUAGE] ?? '';
}

type Texts = Readonly<Record<string, string>>;

// Each of the two is a file of its own, as it is large and most who open a desk never format a note.
const styleTexts = () => require('./csl/styles.json') as typeof import('./csl/styles.json') as Texts;
const localeTexts = () => require('./csl/locales.json') as typeof import('./csl/locales.json') as Texts;
