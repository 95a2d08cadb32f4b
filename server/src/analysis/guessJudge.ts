/** Judges which form of the glossary a name in a report spells, if any: among the guesses, the one that nothing speaks against. */

import type { Lexicon } from '../glossary/lexicon';
import type { Guess } from '../glossary/nameGuesser';
import { foldText } from '../names/fold';
import { alignNames } from '../names/likeness/alignment';
import { nameParts } from '../names/likeness/nameParts';
import { compareNames } from '../names/likeness/similarity';
import { otherWordings } from './abbreviations';
import { hasFamilyEnding, otherFamilyNames } from './familyNames';
import { splitGroupName } from './groupWords';
import type { Run } from './nameRuns';
import { isKnownPlace, looksEnglish } from './ordinaryWords';
import { type Beside, isGivenName, isSomebodyElse, nameCount } from './otherPeople';
import { isDerived, isInflected } from './placeCases';
import { reasonOf } from './variantReason';
import { type Among, isWhole, KUNYA, LATIN, slipIn } from './wholeName';

/** A name of several words may differ more than one of a single word: there is more to go by. */
const LEAST_OF_SEVERAL = 0.73;
/** With one letter wrong, which may sound quite different, and all else written right. */
const LEAST_WITH_SLIP = 0.5;
/** With ordinary words in it (*Security*, *Organisation*), a name must be nearly the same. */
const LEAST_OF_ORDINARY = 0.885;
const LEAST_OF_ONE = 0.8;
/** How like a form the sounds of a single word have to be. */
const ALIKE = 0.81;
/** A word that may be capitalised for where it stands must be more alike. */
const ALIKE_FIRST = 0.88;
/** A short one that is also so may be any word: *Marine* is no *Marion*. */
const ALIKE_SHORT_FIRST = 0.95;
/** In a report that names the person or the thing elsewhere. */
const ALIKE_IF_NAMED = 0.78;
/** A given name beside a surname that is a listed form. */
const ALIKE_GIVEN = 0.8;
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

const ALONE: Beside = { before: [] };

/** A guess that holds. */
export interface Judged {
  readonly guess: Guess;
  readonly reason: string;
  /** Whether it holds only in a report that names the entity elsewhere. */
  readonly needsMention: boolean;
}

/** So many verdicts are kept for each glossary: the same names come again and again in reports. */
const MOST_REMEMBERED = 20_000;

export class GuessJudge {
  readonly #lexicon: Lexicon;
  readonly #known = new Map<string, Judged | undefined>();

  private constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** The judge of a glossary, who remembers. */
  static of(lexicon: Lexicon): GuessJudge {
    let judge = judges.get(lexicon);
    if (!judge) {
      judge = new GuessJudge(lexicon);
      judges.set(lexicon, judge);
    }
    return judge;
  }

  #remembered(key: string, judge: () => Judged | undefined): Judged | undefined {
    const known = this.#known.get(key);
    if (known || this.#known.has(key)) return known;
    const judged = judge();
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    // A piece of a report would keep all of it.
    this.#known.set(` ${key}`.slice(1), judged);
    return judged;
  }

  /**
   * Judges a name of one word, perhaps with an article.
   *
   * @param beside the names directly beside it.
   * @param isCapitalised whether any word would be capitalised where it stands.
   */
  ofOne(visible: string, beside: Beside, isCapitalised: boolean): Judged | undefined {
    if (beside.before.length > 0 || beside.after !== undefined)
      return this.#ofOne(visible, beside, isCapitalised);
    return this.#remembered(`${isCapitalised ? 'C' : 'S'} ${visible}`, () =>
      this.#ofOne(visible, beside, isCapitalised),
    );
  }

  #ofOne(visible: string, beside: Beside, isCapitalised: boolean): Judged | undefined {
    const seen = foldText(visible);
    if (seen.length < SHORTEST_SINGLE || isKnownPlace(seen)) return undefined;
    const isEnglish = looksEnglish(seen);
    const fits = (word: string) => (guess: Guess) => {
      const listed = foldText(guess.text);
      if (isEnglish && !looksEnglish(listed)) return false;
      const isAlike = likenessOf(word, guess.text) >= aboutLength(ALIKE_IF_NAMED, seen);
      return (isAlike || isSlip(seen, listed)) && mayBeOne(word, guess, beside);
    };
    const guess = this.#best(visible, LEAST_OF_ONE, fits(visible));
    // Every sentence begins with a word: to ask once must do.
    if (!guess) return isCapitalised || isEnglish ? undefined : this.#ofFamily(visible, fits, true);
    const { isSurname, claim } = guess;
    const alike = likenessOf(visible, guess.text);
    const isDoubtful = isCapitalised || beside.before.length > 0;
    const least = isCapitalised && seen.length < SHORTEST_LONG ? ALIKE_SHORT_FIRST : ALIKE_FIRST;
    const isAlike = alike >= aboutLength(isDoubtful ? least : ALIKE, seen);
    const isRare =
      visible.length >= LONG_SURNAME &&
      alike >= ALIKE_FIRST &&
      hasFamilyEnding(guess.text) &&
      (!isCapitalised || hasFamilyEnding(visible));
    const isEnough = isSurname ? isRare && claim.entity.type === 'person' : isAlike;
    return { guess, reason: reasonOf(visible, guess.text), needsMention: !isEnough };
  }

  /** Whose a name of one word would be if the names beside it did not make it another person's. */
  ofSomebodyElse(visible: string, beside: Beside): Guess | undefined {
    if (beside.before.length === 0 && beside.after === undefined) return undefined;
    const found = this.ofOne(visible, ALONE, false)?.guess;
    return found && isPerson(found) && isSomebodyElse(found.claim.entity, found.text, beside)
      ? found
      : undefined;
  }

  /** Judges a name of several words. */
  ofSeveral(visible: string, run: Run): Judged | undefined {
    const ordinary = hasInside(run.ordinary, run);
    const linked = hasInside(run.links, run);
    const key = `${ordinary ? 'o' : ''}${linked ? 'l' : ''} ${visible}`;
    return this.#remembered(key, () => this.#ofSeveral(visible, { ordinary, linked }));
  }

  #ofSeveral(visible: string, { ordinary, linked }: Among): Judged | undefined {
    const fits = (seen: string) => (guess: Guess) => isWhole(seen, guess, { ordinary, linked });
    const least = ordinary ? LEAST_OF_ORDINARY : LEAST_OF_SEVERAL;
    const guess = this.#best(
      visible,
      LEAST_WITH_SLIP,
      (one) =>
        (one.score >= least || slipIn(visible, one.text) !== undefined) &&
        isWhole(visible, one, { ordinary, linked }),
    );
    if (guess) {
      const reason = guess.score < least ? slipIn(visible, guess.text)! : reasonOf(visible, guess.text);
      return { guess, reason, needsMention: false };
    }
    const mayBeFamily = !ordinary && !linked && hasFamilyEnding(visible);
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
      const reason = reasonOf(other, guess.text, family);
      return { guess: { ...guess, score: guess.score * FAMILY }, reason, needsMention };
    }
    return undefined;
  }

  /** With a word in full, or cut short: *Saint Petersburg* for *St Petersburg*. */
  #ofWording(visible: string, fits: Fits): Judged | undefined {
    for (const { text, from, to } of otherWordings(visible)) {
      const guess = this.#best(text, LEAST_OF_FAMILY, fits(text));
      if (!guess) continue;
      const reason = reasonOf(text, guess.text, `“${from}” = “${to}”`);
      return { guess: { ...guess, score: guess.score * FAMILY }, reason, needsMention: false };
    }
    return undefined;
  }

  /** With the word for what it is translated: *Imam Bukhari Brigade* for *Katibat Imam al-Bukhari*. */
  #ofGroup(visible: string): Judged | undefined {
    const seen = splitGroupName(visible);
    if (!seen || !isTelling(seen.rest)) return undefined;
    const guess = this.#best(seen.rest, LEAST_WITH_SLIP, (one) => {
      const listed = isPerson(one) ? undefined : splitGroupName(one.text);
      if (listed?.kind !== seen.kind || foldText(listed.word) === foldText(seen.word)) return false;
      const { a, b, pairs } = alignNames(nameParts(seen.rest), nameParts(listed.rest));
      const hasAll = a.length === b.length && pairs.every((other) => other >= 0);
      return hasAll && compareNames(seen.rest, listed.rest).score >= LEAST_OF_FAMILY;
    });
    if (!guess) return undefined;
    const { word, rest } = splitGroupName(guess.text)!;
    const reason = reasonOf(seen.rest, rest, `“${seen.word}” and “${word}” are one thing`);
    const score = compareNames(seen.rest, rest).score * FAMILY;
    return { guess: { ...guess, score }, reason, needsMention: false };
  }

  /** The best guess that fits, if no other entity is as good. */
  #best(visible: string, least: number, fits: (guess: Guess) => boolean): Guess | undefined {
    const guesses = this.#lexicon.guesser.guess(visible, least).filter(fits);
    const [first] = guesses;
    const other = guesses.find(({ claim }) => claim.entity.id !== first?.claim.entity.id);
    return first && (!other || first.score - other.score >= MARGIN) ? first : undefined;
  }
}

const judges = new WeakMap<Lexicon, GuessJudge>();

/** What speaks against a single word being the form, or the surname, that was guessed. */
function mayBeOne(word: string, { claim, text, isSurname }: Guess, beside: Beside): boolean {
  const [seen, listed] = [foldText(word), foldText(text)];
  const { entity, form } = claim;
  if (!LATIN.test(text) || nameCount(text) !== 1 || listed.startsWith('the ')) return false;
  if (listed.length < SHORTEST_SINGLE || isDerived(seen, listed)) return false;
  const isSameWord = withoutArticle(seen) === withoutArticle(listed);
  if (isSurname)
    return (
      !isSameWord && !KUNYA.test(form.text) && beside.before.length === 0 && !isOtherGivenName(word, text)
    );
  // Of a person, the article may be left out.
  if (entity.type === 'person') return !isSomebodyElse(entity, text, beside, ALIKE_GIVEN);
  return !isSameWord && (entity.type !== 'place' || !isInflected(seen, listed));
}

/** *Muhammad* is no *Mamatov*; *Hussain* may be *Hussein*, who bears it as a surname. */
const isOtherGivenName = (word: string, surname: string): boolean =>
  isGivenName(word) && nameParts(word).parts[0]?.given !== nameParts(surname).parts[0]?.given;

/** Whether a long word differs from a listed one by a slip of the pen. */
const isSlip = (seen: string, listed: string): boolean =>
  seen.length >= LONG_SURNAME && slipIn(seen, listed) !== undefined;

type Fits = (seen: string) => (guess: Guess) => boolean;

/** How alike the sounds of two single words are, 0 to 1. */
const likenessOf = (word: string, listed: string): number =>
  alignNames(nameParts(word), nameParts(listed)).likeness[0] ?? 0;

const isPerson = ({ claim }: Guess): boolean => claim.entity.type === 'person';

/** Whether one of some words is inside a run; a run may be short, and the words many. */
function hasInside(numbers: ReadonlySet<number>, { from, to }: Run): boolean {
  for (let at = from; at <= to; at++) if (numbers.has(at)) return true;
  return false;
}

const withoutArticle = (folded: string): string => folded.replace(/^(?:[ae]l|[au][dnrst]|ash) /u, '');

/** The word of a name that is most like another. */
const likestWord = (word: string, name: string): string =>
  name.split(/\s+/).reduce((best, one) => (likenessOf(word, one) > likenessOf(word, best) ? one : best));

const lastWord = (name: string): string => name.split(/\s+/).at(-1)!;

/** How like its form a single word has to be: a long one may differ in more places than a short one. */
const aboutLength = (least: number, { length }: string): number =>
  length < SHORTEST_LONG
    ? least + 0.02 * (SHORTEST_LONG - length)
    : least - Math.min(LESS_FOR_LONG, 0.01 * (length - SHORTEST_LONG));

/** Whether what is left of a group's name without the word for what it is says which group: two names, or a long one. */
const isTelling = (rest: string): boolean => nameCount(rest) > 1 || rest.length >= LONG_SURNAME;
