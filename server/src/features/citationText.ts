/** Writes citations as reports have them: `see @key, p. 20; @other`, the reverse of what `markdown/citations.ts` reads. */

import type { CitedSource, CitedSources } from '../sources/format';

/** A key that needs no braces: begins with a letter, digit or underscore; inner punctuation is single. */
const PLAIN_KEY = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u;
/** One that can be cited between braces. */
const BRACED_KEY = /^[^{}\s]+$/;
const LONGEST_KEY = 200;

/** How a key is written, with its sign; undefined for one that Markdown cannot cite. */
export function keyText(key: string): string | undefined {
  // A comment would end there.
  if (key.length > LONGEST_KEY || key.includes('-->')) return undefined;
  if (PLAIN_KEY.test(key)) return `@${key}`;
  return BRACED_KEY.test(key) ? `@{${key}}` : undefined;
}

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

function partText({ source, locator, prefix, suffix, suppressesAuthor }: CitedSource): string | undefined {
  const key = keyText(source.key);
  if (key === undefined) return undefined;
  const before = plainWords(prefix);
  const at = plainWords(locator);
  const behind = plainWords(suffix);
  return [
    before && `${before} `,
    suppressesAuthor ? '-' : '',
    key,
    at && `, ${at}`,
    behind && ` ${behind}`,
  ].join('');
}

/** Without the signs that divide citations, or would end the comment or the brackets around them. */
const plainWords = (words = ''): string =>
  words
    .replace(/--+>/g, '')
    .replace(/[;@[\]\s]+/g, ' ')
    .trim();
