/** Tells a note that is certainly no more than a remark from one that may name a source, in whatever words. */

import { foldText } from '../../names/fold';
import { isFunctionWord, isKnownPlace, isOrdinary } from '../ordinaryWords';

/** Marks of a source: an address, a title, a number, a key. */
const MARK = /https?:|www\.|[“”«»„"*_@[\]\d]/;
/** What a source may be called that has no title: an interview, a letter, a channel, what somebody said. */
const SOURCE_WORD =
  /\b(?:interview|conversation|convers|correspond|communicat|e-?mail|letter|archiv|telegram|statement|testimon|cable|memo|report|op|loc|supra|ibid|accord|told|confirm|sourc|interlocut|respond|inform|witness|resident|personal|author|observ|field|data|survey|poll|website|site|page|channel|video|audio|record|speech|post|tweet|message|book|article|study|studies|paper|law|act|code|treat|convention|constitution|resolution|decree|order|chapter|section|table|annex|appendi|figure|map|document|file|note|quot|cit|see|press|release|publi|text|translat|account|transcript|agenc|news)/i;
/** What makes a sentence of words in English: nobody cites in sentences. */
const SENTENCE =
  /\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|said|says|remains?|never|not)\b/i;
/** “The CSTO is an alliance …” says what the subject is. */
const DEFINITION = /^(?:The )?\p{Lu}{2,}s? (?=(?:is|are|was|were) (?:an?|the|one) )/u;
const FEWEST_WORDS = 3;

/**
 * Only English sentences in which nothing could be a source are sure to be remarks, and notes without a word. Of all
 * others, those in other languages too, it cannot be said: the source may be named in words that are not known here.
 */
export function isPlainRemark(written: string): boolean {
  const text = written.replace(/<!--[\s\S]*?-->/g, ' ').trim();
  // Who means to fill it is told no longer then.
  if (text === '') return true;
  if (MARK.test(text) || SOURCE_WORD.test(text) || /[^\p{Script=Latin}\p{Script=Common}]/u.test(text))
    return false;
  const words = text.replace(DEFINITION, 'It ').split(/\s+/);
  if (words.length < FEWEST_WORDS || !/[.!?]$/.test(text) || !SENTENCE.test(text)) return false;
  return words.every((word) => !/^\p{Lu}/u.test(word) || isNoSource(word));
}

/** A capitalised word that begins a sentence, or names a country: no newspaper, no author. */
function isNoSource(word: string): boolean {
  const folded = foldText(word);
  return isOrdinary(folded) || isFunctionWord(folded) || isKnownPlace(folded);
}
