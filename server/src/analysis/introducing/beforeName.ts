/** Reads what stands around a person’s name: an initial before it, or what makes of it a mere modifier. */

import type { Report } from '../../markdown/report';
import { foldText } from '../../names/fold';
import type { Span } from '../../text/span';
import { isOrdinary, isTitle, looksEnglish } from '../ordinaryWords';
import { atSentenceStart } from '../rewrite';

const INITIAL = /(?:^|[^\p{L}\p{N}])\p{Lu}\p{Ll}?\.[\s\u00a0]?$/u;

/** Whether an initial stands before the name: *A. Yuldashev*. */
export const atInitial = ({ text }: Report, { start }: Span): boolean =>
  INITIAL.test(text.slice(Math.max(0, start - 5), start));

const ARTICLE = /(?:^|[^\p{L}])(?:the|an?)[\s\u00a0]+$/iu;
const HYPHEN = /^[-‐‑–]\p{L}/u;

/** Whether the name says of which time or government something is, rather than who somebody is: *the Karimov era*. */
export const isModifier = ({ text }: Report, { start, end }: Span): boolean =>
  ARTICLE.test(text.slice(Math.max(0, start - 6), start)) || HYPHEN.test(text.slice(end, end + 2));

const NAME_BEFORE = /(\p{Lu}[\p{L}\p{M}’'-]*)[\s\u00a0]+[*_]*$/u;
const NAME_BEHIND = /^[*_]*[\s\u00a0]+(\p{Lu}[\p{L}\p{M}’'-]*)/u;
/** A name is no longer. */
const FARTHEST = 40;

/** Whether a short form stands in a longer name, in a spelling that no glossary has: *Ilmurod Hikmatov*. */
export function isPartOfName(report: Report, { start, end }: Span): boolean {
  const { text } = report;
  const isName = (word: string) => {
    const folded = foldText(word);
    return !isOrdinary(folded) && !isTitle(folded);
  };
  const before = NAME_BEFORE.exec(text.slice(Math.max(0, start - FARTHEST), start));
  if (before && isName(before[1]!)) {
    const at = start - before[0].length;
    // *Then Hikmatov left* is no name, and *Ilmurod Hikmatov left* is one.
    if (!atSentenceStart(report, { start: at, end: at }) || !looksEnglish(foldText(before[1]!))) return true;
  }
  const behind = NAME_BEHIND.exec(text.slice(end, end + FARTHEST));
  return behind !== null && isName(behind[1]!);
}
