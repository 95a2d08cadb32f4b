/** Reads what stands around a person’s name: an initial, a given name, or what makes of it a mere modifier. */

import type { Entity } from '../../glossary/entity';
import type { Report } from '../../markdown/report';
import { foldText } from '../../names/fold';
import type { Span } from '../../text/span';
import { isFunctionWord, isOrdinary, isTitle, looksEnglish } from '../ordinaryWords';
import { isOwnWord } from '../otherPeople';
import { atSentenceStart } from '../rewrite';

const INITIAL = /(?:^|[^\p{L}\p{N}])(?!(?:Mr|Ms|Dr)\.)\p{Lu}\p{Ll}?\.[\s\u00a0]?$/u;

/** Whether an initial stands before the name: *A. Yuldashev*. */
export const atInitial = ({ text }: Report, { start }: Span): boolean =>
  INITIAL.test(text.slice(Math.max(0, start - 5), start));

const ARTICLE = /(?:^|[^\p{L}])(?:the|an?)[\s\u00a0]+$/iu;
const HYPHEN = /^[*_]{0,3}[-‐‑–]\p{L}/u;
const BEHIND_HYPHEN = /[\p{L}\p{N}][’'*_]{0,3}[-‐‑–][*_]{0,3}$/u;

/**
 * Whether the name says of which time, government or party something is, rather than who somebody is: *the Karimov era*,
 * and either half of *Navqotiy–Karimov talks*.
 */
export const isModifier = ({ text }: Report, { start, end }: Span): boolean =>
  ARTICLE.test(text.slice(Math.max(0, start - 6), start)) ||
  HYPHEN.test(text.slice(end, end + 5)) ||
  BEHIND_HYPHEN.test(text.slice(Math.max(0, start - 8), start));

const NAME_BEFORE = /(\p{Lu}[\p{L}\p{M}’'-]*)[\s\u00a0]+[*_]*$/u;
const NAME_BEHIND = /^[*_]*[\s\u00a0]+(\p{Lu}[\p{L}\p{M}’'-]*)/u;
/** A name is no longer. */
const FARTHEST = 40;
/** A nickname between two names, and no quotation: *Akhliddin “Abu Saloh” Navqotiy*. */
const QUOTED_BEFORE = /[“"'‘«](?:the\s)?\p{Lu}[^“”"«»\r\n().,!?;:]{0,38}[”"'’»][*_]*[\s\u00a0]+[*_]*$/u;
const BRACKETED_BEFORE = /(?:\([^()\r\n]{1,40}\)|\[[^[\]\r\n]{1,40}\])[*_]*[\s\u00a0]+[*_]*$/u;
/** *Navqotiy, U.S. officials* are no initials. */
const GIVEN_BEHIND = /^[*_]*,[\s\u00a0]+[*_]*(?!U\.[SKN]|E\.U)(\p{Lu}[\p{L}\p{M}’'-]*)(\.?)/u;
const INITIALS_BEHIND = /^[*_]*[\s\u00a0]+(?!U\.[SKN]|E\.U|(?:Mr|Ms|Dr|St)\.)\p{Lu}\p{Ll}?\.(?!\p{Ll})/u;
const FARTHEST_NICKNAME = 60;

/** Whether a short form stands in a longer name, in a spelling that no glossary has: *Ilmurod Hikmatov*. */
export function isPartOfName(report: Report, entity: Entity, { start, end }: Span): boolean {
  const { text } = report;
  const isName = (word: string) => {
    const folded = foldText(word);
    return !isOrdinary(folded) && !isTitle(folded);
  };
  const isNameBefore = (found: RegExpExecArray | null, until: number): boolean => {
    if (!found || !isName(found[1]!)) return false;
    const at = until - found[0].length;
    // *Then Hikmatov left* is no name, and *Ilmurod Hikmatov left* is one.
    return !atSentenceStart(report, { start: at, end: at }) || !looksEnglish(foldText(found[1]!));
  };
  const before = text.slice(Math.max(0, start - FARTHEST), start);
  if (isNameBefore(NAME_BEFORE.exec(before), start)) return true;
  const nickname = nicknameBefore(text, start);
  if (nickname) {
    const until = start - nickname.length;
    const given = NAME_BEFORE.exec(text.slice(Math.max(0, until - FARTHEST), until));
    // Parentheses may say something else: *in Idlib (Syria) Navqotiy said*.
    if (given && isOwnWord(entity, given[1]!)) return true;
    if (nickname.isQuoted && isNameBefore(given, until)) return true;
  }
  const inverted = GIVEN_BEHIND.exec(text.slice(end, end + FARTHEST));
  if (inverted && isGivenBehind(entity, inverted[1]!, inverted[2] === '.')) return true;
  const behind = NAME_BEHIND.exec(text.slice(end, end + FARTHEST));
  if (INITIALS_BEHIND.test(text.slice(end, end + FARTHEST))) return true;
  return behind !== null && (isName(behind[1]!) || isOwnWord(entity, behind[1]!));
}

/** How long the nickname is that stands right before an offset. */
function nicknameBefore(
  text: string,
  offset: number,
): { readonly length: number; readonly isQuoted: boolean } | undefined {
  const near = text.slice(Math.max(0, offset - FARTHEST_NICKNAME), offset);
  const quoted = QUOTED_BEFORE.exec(near);
  const found = quoted ?? BRACKETED_BEFORE.exec(near);
  return found ? { length: found[0].length, isQuoted: quoted !== null } : undefined;
}

const TITLE = /^(?:Mr|Dr|Ms|St)$/;

/** *Navqotiy, Akhliddin*, or *Navqotiy, A.*, as lists have it. */
const isGivenBehind = (entity: Entity, word: string, isAbbreviated: boolean): boolean =>
  word.length <= 2 ? isAbbreviated && !TITLE.test(word) : isOwnWord(entity, word);

/** Whether a nickname stands right before the name, so that its given name may be further before. */
export const isBehindNickname = ({ text }: Report, { start }: Span): boolean =>
  nicknameBefore(text, start)?.isQuoted === true;

/** Whether something is called by the name: *Karimov Street*, *Karimov International Airport*. */
export function namesThing({ text }: Report, entity: Entity, { end }: Span): boolean {
  const next = NAME_BEHIND.exec(text.slice(end, end + FARTHEST))?.[1];
  if (next === undefined || !/^[*_]*[ \n\u00a0]/.test(text.slice(end))) return false;
  const folded = foldText(next);
  return isOrdinary(folded) && !isFunctionWord(folded) && !isOwnWord(entity, next);
}
