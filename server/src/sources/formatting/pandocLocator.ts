/** Takes what follows a key in Pandoc's citations (“, p. 20 and passim”) apart into a locator and the words behind it. */

import type { LocatorTerms } from './localeTerms';
import type { Locator } from './locator';

export interface Following {
  readonly locator?: Locator;
  /** With the space or comma that it begins with. */
  readonly suffix?: string;
}

/** No word for a place in a book is longer, all its parts taken together. */
const LONGEST_TERM = 40;

/**
 * `rest` is all between a key and the next `;` or the end of its group, as written. What is in braces, or begins with a
 * number or with a word for a locator, is the locator; without such a word it is a page.
 */
export function takeFollowingApart(rest: string, terms: LocatorTerms): Following {
  const text = rest.replace(/---/g, '—').replace(/--/g, '–').replace(/\s+/g, ' ').trimEnd();
  const start = /^,? ?/.exec(text)![0].length;
  const found = inBraces(text, start, terms) ?? inText(text, start, terms);
  // What begins with a letter follows the brackets of `@key [passim]`; without them it has a space before it.
  const suffix = found ? text.slice(found.end) : text.replace(/^(?=[\p{L}\p{N}])/u, ', ');
  return {
    ...(found && found.locator.value !== '' ? { locator: ranged(found.locator) } : {}),
    ...(suffix.trim() === '' ? {} : { suffix }),
  };
}

/** The processor writes ranges of numbers by the rules of the style where they come with a plain hyphen, and only those. */
const ranged = ({ label, value }: Locator): Locator => ({
  label,
  value: value.replace(/(\d) ?– ?(?=\d)/g, '$1-').replace(/\)-(?=\()/g, ')–'),
});

interface Found {
  readonly locator: Locator;
  readonly end: number;
}

/** `{p. 20}`: everything between the braces. */
function inBraces(text: string, start: number, terms: LocatorTerms): Found | undefined {
  if (text[start] !== '{') return undefined;
  const open: string[] = [];
  for (let at = start; at < text.length; at++) {
    const char = text[at]!;
    if (char === '{' || char === '[') open.push(char === '{' ? '}' : ']');
    else if (char === open.at(-1)) open.pop();
    if (open.length > 0) continue;
    const content = text.slice(start + 1, at).trim();
    const word = longestTerm(content, 0, terms, (end) => end <= content.length);
    const value = content.slice(word?.end ?? 0).trim();
    return { locator: { label: word?.label ?? 'page', value }, end: at + 1 };
  }
  return undefined;
}

/** `p. 20, 30`: a word for a locator, then numbers; or numbers alone, of which the first has a digit. */
function inText(text: string, start: number, terms: LocatorTerms): Found | undefined {
  const word = longestTerm(
    text,
    start,
    terms,
    (end) => numberAt(text, skipSpace(text, end))?.isNumber === true,
  );
  const from = skipSpace(text, word?.end ?? start);
  let end = from;
  for (let at = from; ; ) {
    const number = numberAt(text, at);
    if (!number || !(word ? number.isNumber : number.hasDigit)) break;
    end = number.end;
    at = skipSpace(text, /[,;]/.test(text[end] ?? '') ? end + 1 : end);
    if (at === end) {
      // Two numbers have something between them.
      break;
    }
  }
  if (end === from) return undefined;
  return { locator: { label: word?.label ?? 'page', value: text.slice(from, end) }, end };
}

/** The longest of the words that begins here, and behind which `goesOn` holds. */
function longestTerm(
  text: string,
  start: number,
  terms: LocatorTerms,
  goesOn: (end: number) => boolean,
): { label: string; end: number } | undefined {
  for (let end = Math.min(text.length, start + LONGEST_TERM); end > start; end--) {
    const label = terms.get(text.slice(start, end).toLowerCase());
    if (label === undefined || /^[\p{L}\p{N}]{2}/u.test(text.slice(end - 1, end + 1))) continue;
    if (goesOn(end)) return { label, end };
  }
  return undefined;
}

const skipSpace = (text: string, at: number): number =>
  text[at] === ' ' || text[at] === '\u00a0' ? at + 1 : at;

const NUMBER_PART = /[([{](?:[^\s\p{P}]|[-–:.])*[)\]}]|(?:[^\s\p{P}]|[-–:]|\.(?=[^\s\p{P}]))+/uy;
const ROMAN = /^(?=[mdclxvi])m*(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;

/** What may be a number: “20”, “3–5”, “12a”, “34(1)(i)”, “xii”. */
function numberAt(
  text: string,
  start: number,
): { end: number; isNumber: boolean; hasDigit: boolean } | undefined {
  let end = start;
  NUMBER_PART.lastIndex = start;
  while (NUMBER_PART.test(text)) end = NUMBER_PART.lastIndex;
  if (end === start) return undefined;
  const written = text.slice(start, end);
  const hasDigit = /\p{Nd}/u.test(written);
  return {
    end,
    hasDigit,
    isNumber: hasDigit || written.split(/[^\p{L}]+/u).some((part) => ROMAN.test(part)),
  };
}
