/** Makes a CSL item of the parts of a citation, however they were come by. */

import type { CslDate, CslItem, CslName } from '../source';

/** What is known of a source; everything may be missing. */
export interface SourceParts {
  readonly names: readonly CslName[];
  readonly areEditors?: boolean;
  readonly title?: string | undefined;
  /** How the title is set off: an article is quoted, a book or report is emphasised, or stands as it is. */
  readonly mark: 'quoted' | 'italic' | 'none';
  /** In English, printed in brackets behind the title. */
  readonly translation?: string | undefined;
  /** Newspaper, site, journal, series. */
  readonly outlet?: string | undefined;
  readonly date?: CslDate | undefined;
  readonly place?: string | undefined;
  readonly publisher?: string | undefined;
  readonly edition?: string | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly pages?: string | undefined;
  readonly symbol?: string | undefined;
  readonly url?: string | undefined;
  readonly doi?: string | undefined;
  readonly archivedAt?: string | undefined;
  readonly accessed?: CslDate | undefined;
  readonly language?: string | undefined;
  readonly genre?: string | undefined;
  readonly book?: string | undefined;
  readonly editors?: readonly CslName[] | undefined;
}

/** An item that has no key yet. */
export type UnnamedItem = Pick<
  CslItem,
  'type' | 'title' | 'author' | 'issued' | 'container-title' | 'publisher' | 'URL'
> & { readonly [variable: string]: unknown };

const SITES =
  /\b(?:academy|agency for|association|bureau|cent(?:er|re)|college|commission|committee|council|department|foundation|fund|government|institut(?:e|ion)?|labs?|ministry|mission|nations|network|office|organi[sz]ation|parliament|president|program(?:me)?|service for|society|treasury|university|working paper|policy brief|blog|commentary|youtube|website)\b/i;
const POSTS = /^(?:twitter|x|facebook|telegram|instagram|vk|vkontakte|tiktok|mastodon|odnoklassniki)\b/i;
const THESIS = /thesis|diss/i;

/** The item that a style prints as these parts were printed. */
export function itemOf(parts: SourceParts): UnnamedItem {
  const type = typeOf(parts);
  const outlet = outletOf(parts, type);
  const {
    title,
    translation,
    date,
    edition,
    volume,
    issue,
    pages,
    symbol,
    doi,
    archivedAt,
    accessed,
    language,
  } = parts;
  const all: Record<string, unknown> = {
    type,
    ...(parts.names.length > 0 && { [parts.areEditors ? 'editor' : 'author']: parts.names }),
    ...(parts.editors?.length && { editor: parts.editors }),
    title,
    'translated-title': translation,
    ...outlet,
    'publisher-place': parts.place,
    edition,
    volume,
    issue,
    page: pages,
    number: symbol,
    issued: date,
    genre: parts.genre,
    DOI: doi,
    URL: parts.url,
    accessed,
    language,
    note: archivedAt === undefined ? undefined : `Archived at ${archivedAt}`,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as UnnamedItem;
}

function typeOf(parts: SourceParts): string {
  const { mark, outlet, volume, issue, genre, book, doi, publisher, place, title, symbol } = parts;
  if (genre !== undefined && THESIS.test(genre)) return 'thesis';
  if (book !== undefined) return 'chapter';
  if (
    volume !== undefined ||
    (issue !== undefined && mark === 'quoted') ||
    (doi !== undefined && outlet !== undefined)
  )
    return 'article-journal';
  if (title === undefined) return 'webpage';
  if (mark === 'quoted') return typeOfArticle(parts);
  const isBody = parts.names.some(({ literal }) => literal !== undefined);
  if (isBody || symbol !== undefined) return 'report';
  if (publisher !== undefined || place !== undefined) return 'book';
  return outlet === undefined || mark === 'italic' ? 'report' : typeOfArticle(parts);
}

function typeOfArticle({ outlet, date }: SourceParts): string {
  if (outlet === undefined) return 'webpage';
  if (POSTS.test(outlet)) return 'post';
  if (SITES.test(outlet)) return 'webpage';
  const [parts] = date?.['date-parts'] ?? [];
  return parts !== undefined && parts.length === 3 ? 'article-newspaper' : 'article-magazine';
}

/** A book's house is its publisher; everything else stands in something that has a title. */
function outletOf({ outlet, publisher, book }: SourceParts, type: string): Record<string, unknown> {
  if (book !== undefined)
    return { 'container-title': book, ...((publisher ?? outlet) && { publisher: publisher ?? outlet }) };
  if (['book', 'report', 'thesis'].includes(type))
    return { publisher: publisher ?? outlet, ...(publisher && { 'collection-title': outlet }) };
  return { 'container-title': outlet, ...(publisher && { publisher }) };
}
