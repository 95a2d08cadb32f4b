/** Judges which form of the glossary a name in a report spells, if any: among the guesses, the one that nothing speaks against. */

import type { Entity } from '../glossary/entity';
import type { Lexicon } from '../glossary/lexicon';
import { foldText } from '../names/fold';
import { alignNames } from '../names/likeness/alignment';
import { nameParts } from '../names/likeness/nameParts';
import type { NamePart } from '../names/likeness/preparedName';
import { compareNames } from '../names/likeness/similarity';
import { isParticle } from '../names/nameIndex';
import { otherWordings } from './abbreviations';
import { hasFamilyEnding, otherFamilyNames } from './familyNames';
import { isGroupWord, splitGroupName } from './groupWords';
import { type Guess, guesserOf } from './nameGuess';
import type { Run } from './nameRuns';
import { isKnownPlace, isOrdinary as isOrdinaryWord, looksEnglish } from './ordinaryWords';
import { type Beside, isGivenName, isSomebodyElse, nameCount } from './otherPeople';

/** A name of several words may differ more than one of a single word: there is more to go by. */
const LEAST_OF_SEVERAL = 0.8;
/** With ordinary words in it (*Security*, *Organisation*), a name must be nearly the same. */
const LEAST_OF_ORDINARY = 0.885;
const LEAST_OF_ONE = 0.8;
/** How like a form the sounds of a single word have to be. */
const ALIKE = 0.84;
/** A word that may be capitalised for where it stands must be more alike. */
const ALIKE_FIRST = 0.9;
/** In a report that names the person or the thing elsewhere. */
const ALIKE_IF_NAMED = 0.78;
/** A given name beside a surname that is a listed form. */
const ALIKE_GIVEN = 0.8;
/** A name that lacks more than a patronymic must be very much alike in the rest. */
const LEAST_WITHOUT = 0.85;
/** With the ending of a family name exchanged, nothing else may differ much. */
const LEAST_OF_FAMILY = 0.87;
const FAMILY = 0.9;
/** A surname that the glossary does not list as a form counts in any report if it is as long and as much alike. */
const LONG_SURNAME = 8;
/** A second entity this near makes the guess no better than a toss. */
const MARGIN = 0.03;
/** How much less alike a long word may be, a hundredth for each letter from here on. */
const LESS_FOR_LONG = 0.08;
const SHORTEST_LONG = 7;
const SHORTEST_SINGLE = 5;
/** Each part of a group's name, or of one with ordinary words, must be as like its own counterpart. */
const LEAST_PART = 0.68;
const LEAST_PART_OF_PERSON = 0.62;
const LEAST_PART_OF_KUNYA = 0.8;
/** *Abu Saloh* is neither *Saloh Abu* nor *Abu Bakr Saloh*. */
const KUNYA = /^(?:ab[uoi]|abou|aboo|o?umm?)[\s-]/i;
const LATIN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** A guess that holds. */
export interface Judged {
  readonly guess: Guess;
  readonly reason: string;
  /** Whether it holds only in a report that names the entity elsewhere. */
  readonly needsMention: boolean;
}

export class GuessJudge {
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /**
   * Judges a name of one word, perhaps with an article.
   *
   * @param beside the names directly beside it.
   * @param isCapitalised whether any word would be capitalised where it stands.
   */
  ofOne(visible: string, beside: Beside, isCapitalised: boolean): Judged | undefined {
    const seen = foldText(visible);
    if (seen.length < SHORTEST_SINGLE || isKnownPlace(seen)) return undefined;
    const isEnglish = looksEnglish(seen);
    const fits =
      (word: string) =>
      ({ claim: { entity, form }, text, isSurname }: Guess) => {
        if (
          !LATIN.test(text) ||
          nameCount(text) !== 1 ||
          (isSurname && (KUNYA.test(form.text) || isGivenName(word)))
        )
          return false;
        const listed = foldText(text);
        if (listed.startsWith('the ') || likenessOf(word, text) < aboutLength(ALIKE_IF_NAMED, seen))
          return false;
        if (isEnglish && !looksEnglish(listed)) return false;
        if (entity.type === 'person')
          return isSurname ? beside.before.length === 0 : !isSomebodyElse(entity, text, beside, ALIKE_GIVEN);
        // Of a person, the article may be left out.
        if (withoutArticle(seen) === withoutArticle(listed)) return false;
        return entity.type !== 'place' || !isInflected(seen, listed);
      };
    const guess = this.#best(visible, LEAST_OF_ONE, fits(visible));
    // Every sentence begins with a word: to ask once must do.
    if (!guess) return isCapitalised || isEnglish ? undefined : this.#ofFamily(visible, fits, true);
    const { isSurname, claim } = guess;
    const alike = likenessOf(visible, guess.text);
    const isAlike = alike >= aboutLength(isCapitalised ? ALIKE_FIRST : ALIKE, seen);
    const isRare =
      visible.length >= LONG_SURNAME && alike >= ALIKE_FIRST && !isCapitalised && hasFamilyEnding(guess.text);
    const isEnough = isSurname ? isRare && claim.entity.type === 'person' : isAlike;
    return { guess, reason: reasonOf(visible, guess.text), needsMention: !isEnough };
  }

  /** Judges a name of several words. */
  ofSeveral(visible: string, run: Run): Judged | undefined {
    const isOrdinary = hasInside(run.ordinary, run);
    const isLinked = [...run.links].some((at) => run.from < at && at < run.to);
    const fits = (seen: string) => (guess: Guess) => isWhole(seen, guess, isOrdinary || isLinked, isLinked);
    const guess = this.#best(visible, isOrdinary ? LEAST_OF_ORDINARY : LEAST_OF_SEVERAL, fits(visible));
    if (guess) return { guess, reason: reasonOf(visible, guess.text), needsMention: false };
    const mayBeFamily = !isOrdinary && !isLinked && hasFamilyEnding(visible);
    const family = mayBeFamily ? this.#ofFamily(visible, fits, false) : undefined;
    return family ?? this.#ofGroup(visible) ?? this.#ofWording(visible, fits);
  }

  /** With another ending of the family name: *Yuldash* for *Yuldashev*, *Rahimov* for *Rahimzoda*. */
  #ofFamily(visible: string, fits: Fits, needsMention: boolean): Judged | undefined {
    for (const other of otherFamilyNames(visible)) {
      const isFit = fits(other);
      const guess = this.#best(other, LEAST_OF_FAMILY, (one) => isPerson(one) && isFit(one));
      if (!guess || (needsMention && likenessOf(other, guess.text) < ALIKE_FIRST)) continue;
      const family = `“${lastWord(visible)}” and “${likestWord(lastWord(other), guess.text)}” are one family name`;
      const reason = reasonOf(other, guess.text);
      return {
        guess: { ...guess, score: guess.score * FAMILY },
        reason: reason === SAME ? family : `${reason}; ${family}`,
        needsMention,
      };
    }
    return undefined;
  }

  /** With a word in full, or cut short: *Saint Petersburg* for *St Petersburg*. */
  #ofWording(visible: string, fits: Fits): Judged | undefined {
    for (const { text, from, to } of otherWordings(visible)) {
      const guess = this.#best(text, LEAST_OF_FAMILY, fits(text));
      if (!guess) continue;
      const reason = reasonOf(text, guess.text);
      const wording = `“${from}” = “${to}”`;
      return {
        guess: { ...guess, score: guess.score * FAMILY },
        reason: reason === SAME ? wording : `${wording}, ${reason}`,
        needsMention: false,
      };
    }
    return undefined;
  }

  /** With the word for what it is translated: *Imam Bukhari Brigade* for *Katibat Imam al-Bukhari*. */
  #ofGroup(visible: string): Judged | undefined {
    const seen = splitGroupName(visible);
    if (!seen || !isTelling(seen.rest)) return undefined;
    const guess = this.#best(seen.rest, LEAST_OF_ONE, (one) => {
      const listed = isPerson(one) ? undefined : splitGroupName(one.text);
      if (listed?.kind !== seen.kind || foldText(listed.word) === foldText(seen.word)) return false;
      const { a, b, pairs } = alignNames(nameParts(seen.rest), nameParts(listed.rest));
      const hasAll = a.length === b.length && pairs.every((other) => other >= 0);
      return hasAll && compareNames(seen.rest, listed.rest).score >= LEAST_OF_FAMILY;
    });
    if (!guess) return undefined;
    const { word, rest } = splitGroupName(guess.text)!;
    const reason = reasonOf(seen.rest, rest);
    const group = `“${seen.word}” and “${word}” are one thing`;
    return {
      guess: { ...guess, score: compareNames(seen.rest, rest).score * FAMILY },
      reason: reason === SAME ? group : `${reason}; ${group}`,
      needsMention: false,
    };
  }

  /** The best guess that fits, if no other entity is as good. */
  #best(visible: string, least: number, fits: (guess: Guess) => boolean): Guess | undefined {
    const guesses = guesserOf(this.#lexicon).guess(visible, least).filter(fits);
    const [first] = guesses;
    const other = guesses.find(({ claim }) => claim.entity.id !== first?.claim.entity.id);
    return first && (!other || first.score - other.score >= MARGIN) ? first : undefined;
  }
}

/** Whether each part of a name has its counterpart in the form that was guessed, or may go without. */
function isWhole(
  seen: string,
  { claim: { entity }, text, isSurname, score }: Guess,
  isOrdinary: boolean,
  isLinked: boolean,
): boolean {
  if (
    isSurname ||
    !LATIN.test(text) ||
    (entity.type === 'person' && isShortened(seen, text)) ||
    (AND.test(seen) && !AND.test(text))
  )
    return false;
  const { a, b, pairs, likeness } = alignNames(
    nameParts(withoutPeriods(seen)),
    nameParts(withoutPeriods(text)),
  );
  if (b.length < 2 && a.length < 2 && nameCount(text) < 2) return false;
  if (
    a.some(
      (part, k) => IN_CAPITALS.test(part.text) && foldText(b[pairs[k]!]?.text ?? '') !== foldText(part.text),
    )
  )
    return false;
  const matched = pairs.filter((other) => other >= 0).length;
  const ofFirst = a.filter((part, k) => pairs[k]! < 0 && counts(part, entity));
  const ofSecond = b.filter((part, k) => !pairs.includes(k) && counts(part, entity));
  const hasAll = ofFirst.length === 0 && ofSecond.length === 0;
  const isLike = (least: number) => (part: NamePart, k: number) => {
    const other = b[pairs[k]!];
    return !other || likeness[k]! >= least || isOneGivenName(part, other);
  };
  if (!a.every(isLike(leastPart(entity, isOrdinary, KUNYA.test(text))))) return false;
  // Where one word says which group it is, it must be as like as if it stood alone.
  const telling = a.filter(({ text: word }) => !isGroupWord(word) && !isOrdinaryWord(foldText(word)));
  if (entity.type !== 'person' && telling.length === 1 && !isLike(ALIKE)(telling[0]!, a.indexOf(telling[0]!)))
    return false;
  if (entity.type !== 'person' || isOrdinary) return hasAll && !(entity.type === 'person' && isLinked);
  if (KUNYA.test(seen) !== KUNYA.test(text)) return false;
  if (hasAll) return true;
  // A person may go without a patronymic; a group, or a kunya, that lacks a word is another one.
  if (matched < 2 || KUNYA.test(text) || (ofFirst.length > 0 && ofSecond.length > 0)) return false;
  return score >= LEAST_WITHOUT || [...ofFirst, ...ofSecond].every(({ role }) => role === 'patronymic');
}

const leastPart = ({ type }: Entity, isOrdinary: boolean, isKunya: boolean): number =>
  isKunya ? LEAST_PART_OF_KUNYA : isOrdinary || type !== 'person' ? LEAST_PART : LEAST_PART_OF_PERSON;

const isOneGivenName = (a: NamePart, b: NamePart): boolean => a.given >= 0 && a.given === b.given;

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

type Fits = (seen: string) => (guess: Guess) => boolean;

/** How alike the sounds of two single words are, 0 to 1. */
const likenessOf = (word: string, listed: string): number =>
  alignNames(nameParts(word), nameParts(listed)).likeness[0] ?? 0;

const isPerson = ({ claim }: Guess): boolean => claim.entity.type === 'person';

const hasInside = (numbers: ReadonlySet<number>, { from, to }: Run): boolean =>
  [...numbers].some((at) => from <= at && at <= to);

/** What the reader is told when no sound differs, and what a comparison says then. */
const SAME = 'sounds the same';
const NOTHING_DIFFERS = 'written alike';

function reasonOf(visible: string, listed: string): string {
  const { reason } = compareNames(visible, listed);
  return reason === NOTHING_DIFFERS ? (differingParticles(visible, listed) ?? SAME) : reason;
}

/** “without “of””: the small words that only one of two names has. */
function differingParticles(visible: string, listed: string): string | undefined {
  const [seen, known] = [foldText(visible).split(' '), foldText(listed).split(' ')];
  const more = seen.filter((word) => isParticle(word) && !known.includes(word));
  const less = known.filter((word) => isParticle(word) && !seen.includes(word));
  const told = [...more.map((word) => `with “${word}”`), ...less.map((word) => `without “${word}”`)];
  return told.length > 0 ? told.join(', ') : undefined;
}

const withoutArticle = (folded: string): string => folded.replace(/^(?:[ae]l|[au][dnrst]|ash) /u, '');

/** The word of a name that is most like another. */
const likestWord = (word: string, name: string): string =>
  name.split(/\s+/).reduce((best, one) => (likenessOf(word, one) > likenessOf(word, best) ? one : best));

const lastWord = (name: string): string => name.split(/\s+/).at(-1)!;

/** Tajik, Tajiks and Tajikistan: a place's people, and its name in other cases, are no spellings of it. */
function isInflected(seen: string, listed: string): boolean {
  if (seen.length === listed.length) return false;
  let shared = 0;
  while (shared < seen.length && seen[shared] === listed[shared]) shared++;
  return CASE_ENDING.test(seen.slice(shared)) && OWN_ENDING.test(listed.slice(shared));
}

/** What English, Russian and Uzbek add to a place's name; and what the name itself may lose before it. */
const CASE_ENDING =
  /^(?:s|n|ns|an|ans|ian|ians|ni|i|is|y|ese|e|a|u|om|em|ov|oy|im|da|dan|dagi|ga|ni|ning|li|lik|skiy|skoy|sky|ski|skaya|stani|stanis|istani|istanis)?$/u;
const OWN_ENDING = /^(?:[aeiouy]{0,2}|i?stan|i?ston|ia|iya)$/u;

/** How like its form a single word has to be: a long one may differ in more places. */
const aboutLength = (least: number, word: string): number =>
  least - Math.min(LESS_FOR_LONG, Math.max(0, 0.01 * (word.length - SHORTEST_LONG)));

/** Whether what is left of a group's name without the word for what it is says which group: two names, or a long one. */
const isTelling = (rest: string): boolean => nameCount(rest) > 1 || rest.length >= LONG_SURNAME;
