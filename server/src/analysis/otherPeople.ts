/** Tells a person's name from that of somebody else who bears a part of it: *Avaz Yuldashev* is not Tahir Yuldashev. */

import type { Entity } from '../glossary/entity';
import { foldText } from '../names/fold';
import { nameParts } from '../names/likeness/nameParts';
import { wordRole } from '../names/likeness/nameWords';
import type { NameParts } from '../names/likeness/preparedName';
import { similarity } from '../names/likeness/similarity';
import { isParticle } from '../names/particles';
import { FIRST_UPPER, HAS_LOWER, HAS_UPPER, JOINED, type Words } from '../names/words';
import { hasFamilyEnding } from './familyNames';
import { isOrdinary, isTitle, looksEnglish } from './ordinaryWords';

/** From here on a word may be one of the person's own: where it is in doubt, nobody else is meant. */
const MAYBE_OWN = 0.4;
/** From here on a word is one of them, as it is spelt by somebody else. */
const OWN = 0.6;
const MOST_BEFORE = 3;
const CAPITAL = FIRST_UPPER | HAS_UPPER;

/** The words before and after a word that may belong to the same name. */
export interface Beside {
  /** The nearest last. */
  readonly before: readonly string[];
  readonly after?: string;
}

/** How many words of a name count, besides articles and what joins others: one in *al-Julani*, two in *Abd al-Haq*. */
export const nameCount = (name: string): number =>
  foldText(name)
    .split(' ')
    .filter((word) => word === 'abd' || !isParticle(word)).length;

/**
 * The capitalised words that stand directly beside some words and may be a given name or a surname to go with them.
 * Titles, roles, nations and what opens a sentence are none.
 *
 * @param of the numbers of the first and the last of the words.
 * @param free number of the first word that may belong to them: what stands before is another name.
 * @param inTitle whether they stand where every word may be capitalised: then only known given names count.
 */
export function namesBeside(
  text: string,
  words: Words,
  of: { readonly from: number; readonly to: number },
  free: number,
  inTitle: boolean,
): Beside {
  const before: string[] = [];
  const from = withArticle(text, words, of.from);
  for (let at = from - 1; at >= Math.max(free, from - MOST_BEFORE); at--) {
    const word = text.slice(words.start[at], words.end[at]);
    const gap = text.slice(words.end[at], words.start[at + 1]);
    if ((words.shape[at + 1]! & JOINED) === 0 || !isGap(gap, word)) break;
    if (!mayBeName(word, words.shape[at]!) || (inTitle && !isGivenName(word))) break;
    before.unshift(word);
  }
  const next = of.to + 1;
  if (inTitle || next >= words.count || (words.shape[next]! & JOINED) === 0) return { before };
  const word = text.slice(words.start[next], words.end[next]);
  const isAfter =
    /^\s+$/.test(text.slice(words.end[of.to], words.start[next])) &&
    mayBeName(word, words.shape[next]!) &&
    hasFamilyEnding(word);
  return isAfter ? { before, after: word } : { before };
}

const ARTICLE = /^(?:[ae]l|[aeu][dnrstz]|a?sh|ul)$/u;

/** Those that are no English words, so that a space may stand behind them. */
const BEFORE_SPACE = /^(?:[ae]l|bin|ibn)$/u;

/** The number of the article, or the *bin*, that belongs to a word, else that of the word: *al-Julani*, *bin Laden*. */
export function withArticle(text: string, words: Words, at: number): number {
  if (at === 0 || (words.shape[at]! & JOINED) === 0) return at;
  const gap = text.slice(words.end[at - 1], words.start[at]);
  const article = foldText(text.slice(words.start[at - 1], words.end[at - 1]));
  const belongs = /^[-‐‑–]$/u.test(gap) ? ARTICLE.test(article) : BEFORE_SPACE.test(article);
  return belongs ? at - 1 : at;
}

/** White space, signs of emphasis, and the period of an initial. */
const isGap = (gap: string, word: string): boolean =>
  /^[\s*_]+$/.test(gap) || (word.length === 1 && /^\.\s*$/.test(gap));

function mayBeName(word: string, shape: number): boolean {
  if ((shape & CAPITAL) !== CAPITAL) return false;
  if (word.length === 1) return true;
  if ((shape & HAS_LOWER) === 0) return false;
  const folded = foldText(word);
  return (
    !isOrdinary(folded) &&
    !isTitle(folded) &&
    !isParticle(folded) &&
    wordRole(folded) === 'name' &&
    (!looksEnglish(folded) || isGivenName(word))
  );
}

/** Whether a word is a given name that is known in several languages. */
export const isGivenName = (word: string): boolean =>
  word.length === 1 || nameParts(word).parts.some(({ given }) => given >= 0);

/**
 * Whether the names beside a part of a person's name make it somebody else's: none of them is, or could be, one of the
 * person's own. A person of whom only that part is known is never contradicted.
 *
 * @param least how like one of the person's own names a name has to be.
 */
export function isSomebodyElse(entity: Entity, part: string, beside: Beside, least = MAYBE_OWN): boolean {
  const { before, after } = beside;
  if (before.length === 0 && after === undefined) return false;
  const ofPart = ownWord(part);
  const own = ownWords(entity).filter((one) => !isLike(one, ofPart, MAYBE_OWN));
  if (own.length === 0) return false;
  const isOwn = (word: string) => own.some((one) => isLike(one, ownWord(word), least));
  if (before.length > 0) return !before.some(isOwn);
  // A person's given name with another surname; behind a surname, what follows begins something else.
  return after !== undefined && !hasFamilyEnding(part) && !isOwn(after);
}

/** Whether a word is, or could be, one of the person's own names. */
export const isOwnWord = (entity: Entity, word: string): boolean => {
  const one = ownWord(word);
  return ownWords(entity).some((own) => isLike(own, one, OWN));
};

interface OwnWord {
  readonly folded: string;
  readonly parts: NameParts;
}

const ownWord = (word: string): OwnWord => ({ folded: foldText(word), parts: nameParts(word) });

const isLike = (a: OwnWord, b: OwnWord, least: number): boolean =>
  a.folded.length === 1 || b.folded.length === 1
    ? isSameInitial(a.folded.charAt(0), b.folded.charAt(0))
    : similarity(a.parts, b.parts) >= least;

/** Letters at a beginning that stand for one another: *Yevgeny* and *Eugene*, *Dzhamal* and *Jamal*, *Khasan* and *Hassan*. */
const INITIALS = ['aeiouyj', 'djgzyi', 'khqcgx', 'sczt', 'bpvfwu'];

/** Whether two small letters may begin the same name. */
export const isSameInitial = (a: string, b: string): boolean =>
  a === b || INITIALS.some((letters) => letters.includes(a) && letters.includes(b));

const known = new WeakMap<Entity, OwnWord[]>();

/** Each word of each name of a person. */
function ownWords(entity: Entity): OwnWord[] {
  let own = known.get(entity);
  if (!own) {
    const { name, shorts, spellings, aliases } = entity;
    const names = [name, ...shorts, ...spellings];
    for (const alias of aliases) names.push(alias.name, ...alias.shorts, ...alias.spellings);
    const words = new Set(names.flatMap((one) => one.split(/[\s-]+/)));
    own = [...words].map(ownWord).filter(({ folded }) => !isParticle(folded));
    known.set(entity, own);
  }
  return own;
}
