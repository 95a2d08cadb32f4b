/** Guesses which form of a glossary an unlisted name spells, by comparing it with all forms that could sound so. */

import type { Claim, Lexicon } from '../glossary/lexicon';
import { foldText } from '../names/fold';
import { VariantIndex } from '../names/likeness/variantIndex';

export interface Guess {
  readonly claim: Claim;
  /** What was compared: the form, or the surname in it. */
  readonly text: string;
  /** 0 to 1. */
  readonly score: number;
  /** Whether the form is a surname that its entity does not list as a form. */
  readonly isSurname: boolean;
}

/** Shorter words sound like too many others. */
export const SHORTEST_WORD = 4;
/** Fewer letters, divided anyhow, are too often something else. */
const SHORTEST_COMPACT = 4;
const LONGEST_COMPACT = 80;
const SAME_LETTERS = 0.98;
const MOST_GUESSES = 40;
const MOST_REMEMBERED = 20_000;
const SMALL_LETTER = /\p{Ll}|\p{Lo}/u;
/** Capitals in one word say nothing of how it sounds. */
const isAcronym = ({ form }: Claim): boolean =>
  form.kind === 'acronym' ||
  (!SMALL_LETTER.test(form.text) && !form.text.includes(' ') && !/\d/.test(form.text));

/** What could be guessed of a lexicon; the index is built when it is first asked. */
export class NameGuesser {
  readonly #targets: Omit<Guess, 'score'>[] = [];
  readonly #index: VariantIndex;
  /** Forms by their letters alone: *24.KG* and *24KG*, *Hay at* for *Hayat*. */
  readonly #compact = new Map<string, Claim>();
  /** No longer run of letters needs to be looked up. */
  longestCompact = 0;
  /** The same names come again and again in a report. */
  readonly #known = new Map<string, readonly Guess[]>();

  constructor(lexicon: Lexicon) {
    const texts: string[] = [];
    const add = (text: string, claim: Claim, isSurname: boolean) => {
      texts.push(text);
      this.#targets.push({ claim, text, isSurname });
    };
    for (const claim of lexicon.claims()) {
      const { form, entity } = claim;
      const letters = compactOf(form.text);
      if (!isAcronym(claim) && letters.length >= SHORTEST_COMPACT && !this.#compact.has(letters)) {
        this.#compact.set(letters, claim);
        this.longestCompact = Math.max(this.longestCompact, Math.min(letters.length, LONGEST_COMPACT));
      }
      if (isAcronym(claim)) continue;
      if (foldText(form.text).length < SHORTEST_WORD) continue;
      add(form.text, claim, false);
      const surname =
        entity.type === 'person' && form.kind === 'house' && entity.shorts.length === 0
          ? surnameOf(form.text)
          : undefined;
      if (surname) add(surname, claim, true);
    }
    this.#index = new VariantIndex(texts);
  }

  /** The form that has just these letters, divided otherwise. */
  sameLetters(compact: string): Guess | undefined {
    const claim = compact.length < SHORTEST_COMPACT ? undefined : this.#compact.get(compact);
    return claim && { claim, text: claim.form.text, score: SAME_LETTERS, isSurname: false };
  }

  /**
   * The forms that a name may spell, best first, none under `least`; the first of an entity is its best. Of the names
   * that share consonants with it, no more than `compared` are looked at.
   */
  guess(name: string, least: number, compared?: number): readonly Guess[] {
    const key = `${least} ${name}`;
    const known = this.#known.get(key);
    if (known) return known;
    const guesses = this.#index
      .nearest(name, MOST_GUESSES, least, compared)
      .map(({ name: target, score }): Guess => ({ ...this.#targets[target]!, score }));
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(key, guesses);
    return guesses;
  }
}

/** The letters and digits of a text, folded, without what stands between them. */
const compactOf = (text: string): string => foldText(text).replaceAll(' ', '');

const guessers = new WeakMap<Lexicon, NameGuesser>();

export function guesserOf(lexicon: Lexicon): NameGuesser {
  let guesser = guessers.get(lexicon);
  if (!guesser) {
    guesser = new NameGuesser(lexicon);
    guessers.set(lexicon, guesser);
  }
  return guesser;
}

/** The last word of a name of several words. */
function surnameOf(name: string): string | undefined {
  const words = name.split(/\s+/);
  const last = words.at(-1)!;
  return words.length > 1 && last.length > SHORTEST_WORD && !last.includes('-') ? last : undefined;
}
