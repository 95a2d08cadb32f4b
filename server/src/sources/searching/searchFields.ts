/** What a source is searched by: its words in fields, each with what it counts to find one there. */

import { fullName, sourceYear } from '../label';
import type { CslItem, CslName, Source } from '../source';

/** A text in which words are looked for, and what a word found there counts, up to 1. */
export interface SearchField {
  readonly text: string;
  readonly weight: number;
}

const NAMES = ['author', 'editor', 'translator'];
const TITLES = ['title', 'title-short', 'translated-title', 'original-title'];
const OUTLETS = ['container-title', 'container-title-short', 'publisher', 'collection-title', 'number'];

/** The fields of a source, those that count most first. */
export function searchFields({ key, item }: Source): SearchField[] {
  const names = NAMES.flatMap((variable) => {
    const value = item[variable];
    return Array.isArray(value) ? (value as CslName[]).map(fullName) : [];
  });
  return [
    { text: names.join(', '), weight: 1 },
    { text: key, weight: 0.95 },
    { text: textOf(item, TITLES), weight: 0.9 },
    { text: textOf(item, OUTLETS), weight: 0.75 },
    { text: sourceYear(item), weight: 0.7 },
    { text: `${textOf(item, ['keyword', 'note'])}, ${siteOf(item)}`, weight: 0.5 },
  ];
}

/** The name of the site that a source stands on: “rferl” of `https://www.rferl.org/…`. */
const siteOf = ({ URL: address }: CslItem): string =>
  /^https?:\/\/(?:www\d?\.)?([^/:?#]*)\./i.exec(typeof address === 'string' ? address : '')?.[1] ?? '';

function textOf(item: CslItem, variables: readonly string[]): string {
  const texts = variables.map((variable) => {
    const value = item[variable];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
  return texts.join(', ').replace(/<[^<>]*>/g, '');
}
