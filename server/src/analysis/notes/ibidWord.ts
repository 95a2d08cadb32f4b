/** Knows the words that stand for the source of the note before: *Ibid.* and its like in other languages. */

import type { Span } from '../../text/span';
import { SIGNALS } from './signalWords';

const WORDS =
  'ibid(?:em)?|ib[ií]d(?:em)?|id(?:em)?|ebd|ebda|ebenda|ebendort|там же|там само|tam zhe|tam samo|tamt[eé]ž|tamże|同上|同前';
/** What ends it, or goes on with a page; another word makes it part of a sentence. */
const BEHIND = String.raw`(?=[.,;:)\]*_”"]|\s*$|\s+(?:at|pp?\.|paras?\.|§|с\.|S\.|\d))`;
/** Within emphasis too. */
const AT_START = new RegExp(String.raw`^[\s*_(\[“"]*${SIGNALS}[*_]*(${WORDS})${BEHIND}\.?`, 'iu');
/** “Id., *Another Book*, 2001”: here the word stands for the author alone. */
const TITLE_BEHIND = /^[*_]*,?\s*(?:[“"«„‘]|[*_]+\p{L}|\p{Lu}\p{L}{2})/u;

/** Where such a word stands at the beginning of a citation in Markdown, with its period; undefined if none does. */
export function ibidAt(text: string): Span | undefined {
  const found = AT_START.exec(text);
  if (!found || found[1] === 'ID') return undefined;
  const end = found[0].length;
  if (/^id/i.test(found[1]!) && TITLE_BEHIND.test(text.slice(end))) return undefined;
  const word = found[1]!.length + (found[0].endsWith('.') ? 1 : 0);
  return { start: end - word, end };
}
