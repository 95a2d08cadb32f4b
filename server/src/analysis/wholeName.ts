/** Tells whether a name in a report is the whole of a form: each part has its counterpart, or may go without. */

import type { Entity } from '../glossary/entity';
import type { Guess } from '../glossary/nameGuesser';
import { foldText } from '../names/fold';
import { type Alignment, alignNames } from '../names/likeness/alignment';
import { nameParts } from '../names/likeness/nameParts';
import type { NamePart } from '../names/likeness/preparedName';
import { isParticle } from '../names/particles';
import { isGroupWord } from './groupWords';
import { isOrdinary } from './ordinaryWords';
import { nameCount } from './otherPeople';
import { isDerived } from './placeCases';
import { slip } from './typos';

/** A name that lacks more than a patronymic must be very much alike in the rest. */
const LEAST_WITHOUT = 0.85;
/** Each part of a group's name, or of one with ordinary words, must be as like its own counterpart. */
const LEAST_PART = 0.68;
const LEAST_PART_OF_PERSON = 0.62;
const LEAST_PART_OF_KUNYA = 0.8;
/** Beside a given name that many bear, the surname has to tell. */
const LEAST_ONLY_SURNAME = 0.72;
/** One word that says which group it is must be as like as if it stood alone. */
const ALIKE = 0.84;
/** A slip of the pen is known for one only in a word of so many letters. */
const LONG_ENOUGH = 6;
/** An initial and a shorter name are not enough to go by. */
const SHORTEST_BESIDE_INITIAL = 5;
/** *Abu Saloh* is neither *Saloh Abu* nor *Abu Bakr Saloh*. */
export const KUNYA = /^(?:ab[uoi]|abou|aboo|o?umm?)[\s-]/i;
export const LATIN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** What stands between and among the words of a name in a report. */
export interface Among {
  /** Whether there are ordinary words among them: *Security*. */
  readonly ordinary: boolean;
  /** Whether *and*, *of* … stand between them: a person's name has none. */
  readonly linked: boolean;
}

/** Whether a name may be all of the form that was guessed. */
export function isWhole(seen: string, guess: Guess, among: Among): boolean {
  const { claim, text, isSurname } = guess;
  const isPerson = claim.entity.type === 'person';
  if (
    isSurname ||
    isDerived(foldText(seen), foldText(text)) ||
    !LATIN.test(text) ||
    (AND.test(seen) && !AND.test(text))
  )
    return false;
  if (isPerson && (among.linked || isShortened(seen, text))) return false;
  const found = alignNames(nameParts(withoutPeriods(seen)), nameParts(withoutPeriods(text)));
  const { a, b } = found;
  if (b.length < 2 && a.length < 2 && nameCount(text) < 2) return false;
  // An initial and a short name are not enough to go by.
  const inFull = a.filter(({ role }) => role !== 'initial');
  if (inFull.length < a.length && inFull.length === 1 && inFull[0]!.text.length < SHORTEST_BESIDE_INITIAL)
    return false;
  return isEachAlike(found, claim.entity, text, among) && lacksNothing(found, guess, seen, among);
}

/** Whether each part is as like its counterpart as it has to be. */
function isEachAlike(found: Alignment, { type }: Entity, text: string, { ordinary, linked }: Among): boolean {
  const { a, b, pairs, likeness } = found;
  const isGroup = type !== 'person';
  const least = KUNYA.test(text)
    ? LEAST_PART_OF_KUNYA
    : ordinary || linked || isGroup
      ? LEAST_PART
      : LEAST_PART_OF_PERSON;
  const telling = a.filter((part, k) =>
    isGroup
      ? !isGroupWord(part.text) && !isOrdinary(foldText(part.text))
      : part.role === 'name' && !isSharedGivenName(part, b[pairs[k]!]),
  );
  return a.every((part, k) => {
    const other = b[pairs[k]!];
    // *RIA*, *US*: letters do not sound alike.
    if (IN_CAPITALS.test(part.text)) return foldText(other?.text ?? '') === foldText(part.text);
    if (!other || isSharedGivenName(part, other) || hasSlip(part.text, other.text)) return true;
    const isOnly = telling.length === 1 && telling[0] === part;
    return likeness[k]! >= (isOnly ? Math.max(least, isGroup ? ALIKE : LEAST_ONLY_SURNAME) : least);
  });
}

/** Whether no part is left out that has to be there. */
function lacksNothing(
  { a, b, pairs }: Alignment,
  { claim, text, score }: Guess,
  seen: string,
  among: Among,
): boolean {
  const { entity } = claim;
  const ofFirst = a.filter((part, k) => pairs[k]! < 0 && counts(part, entity));
  const ofSecond = b.filter((part, k) => !pairs.includes(k) && counts(part, entity));
  const hasAll = ofFirst.length === 0 && ofSecond.length === 0;
  if (entity.type !== 'person' || among.ordinary) return hasAll;
  if (KUNYA.test(seen) !== KUNYA.test(text)) return false;
  if (hasAll) return true;
  // A person may go without a patronymic; a group, or a kunya, that lacks a word is another one.
  const matched = pairs.filter((other) => other >= 0).length;
  if (matched < 2 || KUNYA.test(text) || (ofFirst.length > 0 && ofSecond.length > 0)) return false;
  return score >= LEAST_WITHOUT || [...ofFirst, ...ofSecond].every(({ role }) => role === 'patronymic');
}

/** How a name differs from a form of as many words, if it is by a slip of the pen in one of them; undefined else. */
export function slipIn(seen: string, listed: string): string | undefined {
  const [words, known] = [foldText(seen).split(' '), foldText(listed).split(' ')];
  if (words.length !== known.length) return undefined;
  const wrong = words.findIndex((word, k) => word !== known[k]);
  if (wrong < 0 || words.some((word, k) => k !== wrong && word !== known[k])) return undefined;
  return hasSlip(words[wrong]!, known[wrong]!) ? slip(words[wrong]!, known[wrong]!) : undefined;
}

/** Whether a long word differs from another by a slip, and not at its beginning. */
function hasSlip(word: string, other: string): boolean {
  const [seen, listed] = [foldText(word), foldText(other)];
  return seen.length >= LONG_ENOUGH && seen[0] === listed[0] && slip(seen, listed) !== undefined;
}

/** Many bear it, so that it says little. */
const isSharedGivenName = (a: NamePart, b: NamePart | undefined): boolean =>
  b !== undefined && a.given >= 0 && a.given === b.given;

/** *U.S.* and *US* are written alike. */
const withoutPeriods = (name: string): string =>
  name.replace(/(?:\b\p{Lu}\.){2,}/gu, (letters) => letters.replaceAll('.', ''));

/** *T. Yuldashev*: with initials, and otherwise written right. */
function isShortened(seen: string, listed: string): boolean {
  const words = foldText(seen).split(' ');
  if (!words.some((word) => word.length === 1)) return false;
  const known = new Set(foldText(listed).split(' '));
  return words.every((word) => word.length === 1 || known.has(word));
}

const AND = /[\s-](?:and|und|et|wa|va|wal|val)[\s-]|&/iu;
const IN_CAPITALS = /^\p{Lu}{2,}$/u;

/** Words of a group's name that may be left out, besides particles: what kind of company it is. */
const LEFT_OUT = new Set(
  'fi li l for on to by with against co company ltd limited llc inc corp corporation jsc ojsc ooo oao ao pjsc zao plc sa sal sarl gmbh fze fzco cc'.split(
    ' ',
  ),
);

/** Whether a part of a name has to have its counterpart: *Bank-e Tat* is *Bank Tat*. */
function counts({ text }: NamePart, { type }: Entity): boolean {
  const folded = foldText(text);
  if (folded.length === 1) return !'ei'.includes(folded);
  return !isParticle(folded) && (type === 'person' || !LEFT_OUT.has(folded));
}
