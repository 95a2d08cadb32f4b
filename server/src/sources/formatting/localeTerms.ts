/** Reads the words of a language out of a CSL style and its locale, as far as we need them beside the processor. */

/** From the words of a language for pages, chapters … in small letters to CSL's names of them. */
export type LocatorTerms = ReadonlyMap<string, string>;

/** In these, a language's words are looked for. */
const TERMS = [
  'book',
  'chapter',
  'column',
  'figure',
  'folio',
  'issue',
  'line',
  'note',
  'opus',
  'page',
  'paragraph',
  'part',
  'section',
  'sub verbo',
  'verse',
  'volume',
];
/** The words for locators in a CSL style and its locale (XML): long and short, of one and of many, and signs. */
export function locatorTermsOf(styleXml: string, localeXml: string): LocatorTerms {
  const terms = new Map<string, string>();
  for (const [, attributes = '', content = ''] of `${styleXml}${localeXml}`.matchAll(
    /<term\b([^>]*[^/])>([\s\S]*?)<\/term>/g,
  )) {
    const name = /\bname="([^"]*)"/.exec(attributes)?.[1]?.replace('sub-verbo', 'sub verbo');
    if (name === undefined || !TERMS.includes(name)) continue;
    for (const word of content.split(/<[^>]*>/)) {
      const key = word.trim().toLowerCase();
      if (key !== '' && !terms.has(key)) terms.set(key, name);
    }
  }
  return terms;
}

/** The word for *ibid.*, as the style or else its locale has it. */
export function ibidOf(styleXml: string, localeXml: string): string {
  const term = /<term\b[^>]*\bname="ibid"[^>]*>\s*([^<]*?)\s*</.exec(`${styleXml}${localeXml}`);
  return term?.[1] || 'ibid.';
}
