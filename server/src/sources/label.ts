/** Names a source in a few words, for lists: its author (or title) and year. */

import type { CslItem, CslName } from './source';

const LONGEST_TITLE = 40;

/** For example “Elkeeva and Najibullah 2021” or “UN Security Council 2021”. */
export const sourceLabel = (item: CslItem): string => labelWith(item, sourceYear(item));

/** The same for sources that are shown together: those that would be called alike have their whole date. */
export function labelsApart(items: Iterable<CslItem>): (item: CslItem) => string {
  const counts = new Map<string, number>();
  for (const item of new Set(items)) {
    const label = sourceLabel(item);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return (item) => {
    const label = sourceLabel(item);
    return (counts.get(label) ?? 0) > 1 ? labelWith(item, sourceDate(item)) : label;
  };
}

function labelWith(item: CslItem, date: string): string {
  const names = item.author ?? (item.editor as readonly CslName[] | undefined) ?? [];
  const who = Array.isArray(names) ? namesInShort(names) : '';
  const what = who || shortTitle(item) || String(item['container-title'] ?? '') || item.id;
  return date ? `${what} ${date}` : what;
}

/** The year in which the source came out, as text; empty where it isn't known. */
export function sourceYear(item: CslItem): string {
  const { issued } = item;
  const year = issued?.['date-parts']?.[0]?.[0];
  if (year !== undefined) return String(year);
  return /\d{4}/.exec(issued?.raw ?? issued?.literal ?? '')?.[0] ?? '';
}

/** As much of the date as is known: “2021-06-01”. */
function sourceDate(item: CslItem): string {
  const [year, ...days] = item.issued?.['date-parts']?.[0] ?? [];
  if (year === undefined) return sourceYear(item);
  return [year, ...days.map((part) => String(part).padStart(2, '0'))].join('-');
}

/** One name as it is written out: “Kanymgul Elkeeva”. */
export function fullName(name: CslName): string {
  if (name.literal) return name.literal;
  const parts = [
    name.given,
    name['dropping-particle'],
    name['non-dropping-particle'],
    name.family,
    name.suffix,
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
}

function namesInShort(names: readonly CslName[]): string {
  const [first, second, ...more] = names.map(shortName).filter(Boolean);
  if (!first) return '';
  if (!second) return first;
  return more.length > 0 ? `${first} et al.` : `${first} and ${second}`;
}

/** The family name, or whatever else there is of a name; empty if nothing is. */
export function shortName(name: CslName): string {
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return (family || name.literal || name.given || '').replace(/^United Nations (?=\S)/, 'UN ');
}

function shortTitle(item: CslItem): string {
  const title = String(item['title-short'] ?? item.title ?? '').replace(/<[^>]*>/g, '');
  if (title.length <= LONGEST_TITLE) return title;
  const cut = title.lastIndexOf(' ', LONGEST_TITLE);
  return `${title.slice(0, cut > 0 ? cut : LONGEST_TITLE).replace(/[\s,;:.–—-]+$/, '')}…`;
}
