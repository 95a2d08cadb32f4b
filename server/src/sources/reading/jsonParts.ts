/** Parses a long JSON list some elements at a time. */

import type { Steps } from '../../text/steps';

const USUAL_PART = 400_000;

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [
  0x22, 0x5c, 0x2c, 0x5b, 0x5d, 0x7b, 0x7d,
];

/**
 * The elements of a text that is a list and nothing else; undefined for any other text, sound or not.
 *
 * @param part so many UTF-16 units, about, are parsed together, and looked at between two rests.
 */
export function* parseJsonList(text: string, part = USUAL_PART): Steps<readonly unknown[] | undefined> {
  const open = text.search(/\S/);
  if (text.charCodeAt(open) !== OPEN_LIST) return undefined;
  const elements: unknown[] = [];
  /** Whether what was read up to `end` is sound. */
  const take = (start: number, end: number): boolean => {
    const written = text.slice(start, end);
    if (!/\S/.test(written)) return false;
    try {
      for (const element of JSON.parse(`[${written}]`) as unknown[]) elements.push(element);
      return true;
    } catch {
      return false;
    }
  };
  let depth = 0;
  let start = open + 1;
  let rested = start;
  for (let at = open + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) at = closingQuote(text, at + 1);
    else if (unit === OPEN_LIST || unit === OPEN_MAP) depth++;
    else if (depth > 0 && (unit === CLOSE_LIST || unit === CLOSE_MAP)) depth--;
    else if (unit === CLOSE_LIST) {
      const isEnd = !/\S/.test(text.slice(at + 1));
      const isEmpty = elements.length === 0 && !/\S/.test(text.slice(start, at));
      return isEnd && (isEmpty || take(start, at)) ? elements : undefined;
    } else if (unit === COMMA && depth === 0 && at - start > part) {
      if (!take(start, at)) return undefined;
      start = at + 1;
    }
    if (at - rested < part) continue;
    rested = at;
    yield;
  }
  return undefined;
}

/** Where a text ends: at its quote that no backslash escapes. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at;
    while (before > from && text.charCodeAt(before - 1) === BACKSLASH) before--;
    if ((at - before) % 2 === 0) return at;
  }
  return text.length;
}
