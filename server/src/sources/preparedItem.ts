/** The item of a source as the citation processor is to get it. */

import type { CslItem } from './source';

/**
 * A copy of the item under an id of our own.
 * - A style capitalises titles in the English way unless told of another language. Most romanised titles carry no
 *   `language`, and capitals in other people's titles are not ours to change: only items that say that they are
 *   English are capitalised, all others keep their titles as written.
 * - `translated-title` stands in brackets behind the title, and is left out of short forms.
 * For Pandoc, which knows nothing of this, it stays as it is.
 */
export function preparedItem(item: CslItem, id: string, isForPandoc: boolean): object {
  const kept = Object.entries(item).flatMap(([variable, value]): [string, unknown][] => {
    if (typeof value === 'string') return [[variable, value.replace(CONTROL, ' ')]];
    return isKnownShape(value) ? [[variable, value]] : [];
  });
  const prepared: Record<string, unknown> = { ...Object.fromEntries(kept), id };
  if (isForPandoc) return prepared;
  prepared.language = typeof item.language === 'string' ? item.language : 'und';
  if (typeof item.URL === 'string') prepared.URL = addressOf(item.URL.trim());
  const translation = item['translated-title'];
  if (typeof translation === 'string' && translation.trim() !== '' && typeof item.title === 'string') {
    prepared['title-short'] ??= prepared.title;
    prepared.title = `${prepared.title} [${prepared['translated-title']}]`;
  }
  return prepared;
}

/** Ends of lines and other signs that print nothing. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Names and dates; anything else that isn't text is nothing that a style could print. */
function isKnownShape(value: unknown): boolean {
  if (typeof value === 'number') return true;
  if (Array.isArray(value)) return value.every((name) => typeof name === 'object' && name !== null);
  return (
    typeof value === 'object' &&
    value !== null &&
    ['date-parts', 'raw', 'literal', 'season'].some((key) => key in value)
  );
}

/** A URL that ends where it should: what cannot stand in one is percent-encoded. */
export const addressOf = (url: string): string =>
  url.replace(/[\s<>"`\\^{|}]/g, (char) => encodeURIComponent(char));
