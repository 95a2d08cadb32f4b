/** Takes a locator as people write it (“p. 20”, “§ 4”, “ch. 2”) apart into CSL's label and value. */

export interface Locator {
  /** A locator term of CSL. */
  readonly label: string;
  readonly value: string;
}

const LABELS: readonly (readonly [label: string, written: RegExp])[] = [
  ['page', /^(?:pp?\.\s*|pages?\s+|p(?=\d))/i],
  ['section', /^(?:§+\s*|sec(?:s|t)?\.\s*|sections?\s+)/i],
  ['chapter', /^(?:chs?\.\s*|chaps?\.\s*|chapters?\s+)/i],
  ['paragraph', /^(?:¶+\s*|paras?\.?\s+|paras?\.\s*|paragraphs?\s+)/i],
  ['volume', /^(?:vols?\.\s*|volumes?\s+)/i],
  ['issue', /^(?:nos?\.\s*|№\s*|issues?\s+)/i],
  ['note', /^(?:nn?\.\s*|fn\.\s*|notes?\s+|footnotes?\s+)/i],
  ['figure', /^(?:figs?\.\s*|figures?\s+)/i],
  ['line', /^(?:ll?\.\s*|lines?\s+)/i],
  ['verse', /^(?:vv?\.\s*|verses?\s+)/i],
  ['book', /^(?:bks?\.\s*|books?\s+)/i],
  ['part', /^(?:pts?\.\s*|parts?\s+)/i],
  ['column', /^(?:cols?\.\s*|columns?\s+)/i],
  ['folio', /^(?:fols?\.\s*|ff?\.\s*|folios?\s+)/i],
  ['opus', /^op\.\s*/i],
  // What Russian and German writers write; the style prints it in the desk's language.
  ['page', /^(?:сс?\.\s*|стр\.\s*|S\.\s*(?=\d))/u],
  ['chapter', /^(?:гл\.\s*|Kap\.\s*)/u],
  ['volume', /^(?:т\.\s*|Bd\.\s*)(?=[\dIVXLC])/u],
  ['paragraph', /^(?:пп?\.\s*|Abs\.\s*|Rn\.\s*)(?=\d)/u],
  ['section', /^(?:разд\.\s*|Abschn\.\s*)/u],
  ['issue', /^(?:вып\.\s*|Nr\.\s*|H\.\s*(?=\d))/u],
  ['sub-verbo', /^(?:s\.\s?v\.\s*|sub verbo\s+)/i],
];

/** A locator without a known label is a page (“20”, “xii”, “3–5”). Gives nothing for a blank text. */
export function parseLocator(written: string): Locator | undefined {
  const text = written.replace(/[\s\u0000-\u001f]+/g, ' ').trim();
  if (text === '') return undefined;
  for (const [label, pattern] of LABELS) {
    const match = pattern.exec(text);
    const value = match ? text.slice(match[0].length) : '';
    if (value !== '') return { label, value: plainRange(value) };
  }
  return { label: 'page', value: plainRange(text) };
}

/** The processor writes ranges of numbers by the rules of the style when they come with a plain hyphen. */
const plainRange = (value: string): string => value.replace(/(\d)\s*(?:-{2,3}|[–—‒−])\s*(?=\d)/g, '$1-');
