/** Proposes a key for a source: who and when, as people recognise it in a citation. */

import { foldWords } from '../../names/fold';
import { shortName } from '../label';
import type { Library } from '../library';
import type { CslName } from '../source';
import type { UnnamedItem } from '../written/takenItem';

const SMALL_WORDS = new Set(
  'a an and at by for from in of on the to v na i o s de la le der die das'.split(' '),
);
const MOST_WORDS = 4;

/** A key that no source of the library has: `doe-2021`, `doe-roe-2021`, `example-post-2021-06-01`, `un-s-2021-486`. */
export function proposeKey(item: UnnamedItem, library: Library): string {
  const isTaken = (key: string) => library.sources.has(key);
  const key = joined(wordsOfKey(item), library);
  if (!isTaken(key)) return key;
  for (const letter of 'bcdefghijklmnopqrstuvwxyz') if (!isTaken(`${key}${letter}`)) return `${key}${letter}`;
  let count = 2;
  while (isTaken(`${key}-${count}`)) count++;
  return `${key}-${count}`;
}

function wordsOfKey(item: UnnamedItem): string[] {
  const [year, month, day] = (item.issued?.['date-parts']?.[0] ?? []).map((part) => String(part));
  const names = (item.author ?? (item.editor as readonly CslName[] | undefined) ?? []) as readonly CslName[];
  const number = typeof item.number === 'string' && /\/.*\d/.test(item.number) ? item.number : undefined;
  if (number !== undefined) {
    const isOfUn = /^united nations|^un\b/i.test(names[0]?.literal ?? 'united nations');
    return [...(isOfUn ? ['un'] : []), ...slug(number)];
  }
  const who =
    names.length > 2
      ? [...slug(shortName(names[0]!)).slice(0, MOST_WORDS), 'et', 'al']
      : names.flatMap((name) => slug(shortName(name)).slice(0, MOST_WORDS));
  if (who.length > 0) return [...who, ...(year ? [year] : [])];
  const outlet = slug(String(item['container-title'] ?? item.publisher ?? '')).slice(0, MOST_WORDS);
  const date = [year, month, day].filter((part) => part !== undefined).map((part) => part!.padStart(2, '0'));
  if (outlet.length > 0) return [...outlet, ...date];
  const title = slug(item.title ?? '').filter((word) => !SMALL_WORDS.has(word));
  if (title.length > 0) return [...title.slice(0, MOST_WORDS), ...(year ? [year] : [])];
  const host = /^(?:https?:\/\/)?(?:www\.)?([^/?#:]+)/i.exec(item.URL ?? '')?.[1];
  const words = slug(host ?? '').slice(0, MOST_WORDS);
  return [...(words.length > 0 ? words : ['source']), ...date];
}

/** Words of plain letters, as every program takes them in a key. */
const slug = (text: string): string[] =>
  foldWords(text)
    .flatMap((word) => word.normalize('NFKD').split(/[^a-z0-9]+/))
    .filter((word) => word !== '' && !['the', 'and', 'of'].includes(word));

/** With hyphens, unless most keys of the library have none, as *doe2021*. */
function joined(words: readonly string[], library: Library): string {
  const keys = [...library.sources.keys()].slice(0, 200);
  const bare = keys.filter((key) => /^[\p{L}]+\d{4}[a-z]?$/u.test(key)).length;
  return words.join(keys.length > 0 && bare * 2 > keys.length ? '' : '-');
}
