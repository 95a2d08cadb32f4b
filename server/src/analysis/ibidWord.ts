/** Knows the words that stand for the source of the note before: *Ibid.* and its like in other languages. */

import type { Span } from '../text/span';

const WORDS =
  'ibid(?:em)?|ib[ií]d(?:em)?|id(?:em)?|ebd|ebenda|ebendort|там же|там само|tam zhe|tam samo|tamt[eé]ž|tamże|同上|同前';
/** What may stand before it in a note. */
const SIGNAL = String.raw`(?:(?:see(?: also| generally)?|also|but(?: see)?|and|again|cf|compare|accord|contra|e\.?g|quoted in|cited in|vgl|siehe|см)\b[.,:]?\s+)*`;
/** What ends it, or goes on with a page; another word makes it part of a sentence. */
const BEHIND = String.raw`(?=[.,;:)\]*_”"]|\s*$|\s+(?:at|pp?\.|paras?\.|§|с\.|S\.|\d))`;
/** Within emphasis too. */
const AT_START = new RegExp(String.raw`^[\s*_(\[“"]*${SIGNAL}[*_]*(${WORDS})${BEHIND}\.?`, 'iu');

/** Where such a word stands at the beginning of a citation in Markdown, with its period; undefined if none does. */
export function ibidAt(text: string): Span | undefined {
  const found = AT_START.exec(text);
  if (!found || found[1] === 'ID') return undefined;
  const end = found[0].length;
  const word = found[1]!.length + (found[0].endsWith('.') ? 1 : 0);
  return { start: end - word, end };
}
