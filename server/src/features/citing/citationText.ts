/** Writes citations as reports have them: `see @key, p. 20; @other`, the reverse of what `markdown/citations.ts` reads. */

import { type Citation, citationsOfGroup, citedKey } from '../../markdown/citations';
import type { CitedSource, CitedSources } from '../../sources/formatting/format';

/** `see @key, p. 20; @other`; undefined if there is no source, or one whose key cannot be cited. */
export function citationText(cited: CitedSources): string | undefined {
  const parts = cited.map(partText);
  return parts.length > 0 && parts.every((part) => part !== undefined) ? parts.join('; ') : undefined;
}

/** The same in brackets, as Pandoc has it. */
export function groupText(cited: CitedSources): string | undefined {
  const inner = citationText(cited);
  return inner === undefined ? undefined : `[${inner}]`;
}

/** What stands behind the key of a citation, with its comma; empty if nothing does. */
export function tailText({ locator, suffix }: Pick<CitedSource, 'locator' | 'suffix'>): string {
  const at = placeWords(locator);
  const behind = plainWords(suffix);
  // What would not be read as a place in a source stands in braces.
  const place = at === '' ? '' : isLocator(at) ? `, ${at}` : `, {${at}}`;
  return place + (behind === '' || behind.startsWith(',') ? behind : ` ${behind}`);
}

/** Whether a text behind a key and a comma is read as a place in the source, all of it. */
function isLocator(text: string): boolean {
  const { locator, suffix } = placeIn(text);
  return locator === text.trim() && suffix === undefined;
}

/** What a text behind a key and a comma is read as: “p. 20” and “and passim”; nothing if it holds another key. */
export function placeIn(text: string): Pick<Citation, 'locator' | 'suffix'> {
  const written = `[@key, ${text}]`;
  const [cite, another] = citationsOfGroup(written, { start: 0, end: written.length });
  return cite && !another ? cite : {};
}

function partText(cited: CitedSource): string | undefined {
  const key = citedKey(cited.source.key);
  if (key === undefined) return undefined;
  const before = plainWords(cited.prefix);
  return `${before && `${before} `}${cited.suppressesAuthor ? '-' : ''}${key}${tailText(cited)}`;
}

/** Without the signs that divide citations, or would end the comment or the brackets around them. */
const plainWords = (words = ''): string =>
  words
    .replace(/--+>/g, '')
    .replace(/[;@[\]\s]+/g, ' ')
    .trim();

/** The same of a place: in braces, a semicolon is one of its signs. */
const placeWords = (words = ''): string =>
  words
    .replace(/--+>|[{}]/g, '')
    .replace(/[@[\]\s]+/g, ' ')
    .trim();
