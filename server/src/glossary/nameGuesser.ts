/** Guesses which form of a glossary an unlisted name spells, over layers of claims that together are the glossary. */

import { foldText } from '../names/fold';
import { NearestNames } from '../names/likeness/nearestNames';
import type { Claim } from './claimList';
import { type GuessIndex, surnameOf } from './guessIndex';

export interface Guess {
  readonly claim: Claim;
  /** What was compared: the form, or the surname in it. */
  readonly text: string;
  /** 0 to 1. */
  readonly score: number;
  /** Whether the form is a surname that its entity does not list as a form. */
  readonly isSurname: boolean;
}

/** Claims and the index of what can be guessed of them. A layer may lack claims that its index knows. */
export interface GuessLayer {
  readonly index: GuessIndex;
  /** The claim of a number; the same object whenever it is asked for. */
  claim(number: number): Claim;
  /** The numbers of the claims that are no longer there. */
  readonly gone?: ReadonlySet<number>;
}

const SAME_LETTERS = 0.98;
const MOST_GUESSES = 40;
const MOST_REMEMBERED = 20_000;

/**
 * Gives the same guesses however the claims are divided into layers: those of equal score by the id of the entity, and of
 * one entity in the order of its forms. It is cheap to make: all that is big lies in the layers.
 */
export class NameGuesser {
  readonly #layers: readonly GuessLayer[];
  readonly #names: NearestNames;
  /** No longer run of letters needs to be looked up. */
  readonly longestCompact: number;
  /** The same names come again and again in a report. */
  readonly #known = new Map<string, readonly Guess[]>();

  constructor(layers: readonly GuessLayer[]) {
    this.#layers = layers;
    this.#names = new NearestNames(
      layers.map(({ index, gone }) =>
        gone ? { index: index.names, gone: new Set(index.namesOf(gone)) } : { index: index.names },
      ),
    );
    this.longestCompact = Math.max(0, ...layers.map(({ index }) => index.longestLetters));
  }

  /** The form that has just these folded letters and digits, divided otherwise: *24.KG* and *24KG*, *Hay at* for *Hayat*. */
  sameLetters(compact: string): Guess | undefined {
    let first: Claim | undefined;
    for (const layer of this.#layers) {
      for (const number of layer.index.withLetters(compact)) {
        if (layer.gone?.has(number)) continue;
        const found = layer.claim(number);
        if (foldText(found.form.text).replaceAll(' ', '') !== compact) continue;
        if (!first || compare(found.entity.id, first.entity.id) < 0) first = found;
      }
    }
    return first && { claim: first, text: first.form.text, score: SAME_LETTERS, isSurname: false };
  }

  /** The forms that a name may spell, best first, none under `least`; the first of an entity is its best. */
  guess(name: string, least: number): readonly Guess[] {
    const key = `${least} ${name}`;
    const known = this.#known.get(key);
    if (known) return known;
    const guesses = this.#names
      .nearest(name, MOST_GUESSES, least)
      .map(({ layer, name: found, score }) => {
        const { index } = this.#layers[layer]!;
        const claim = this.#layers[layer]!.claim(index.claimOf(found));
        const isSurname = index.isSurname(found);
        const text = isSurname ? surnameOf(claim.form.text)! : claim.form.text;
        return { number: found, guess: { claim, text, score, isSurname } };
      })
      .sort(
        (a, b) =>
          b.guess.score - a.guess.score ||
          compare(a.guess.claim.entity.id, b.guess.claim.entity.id) ||
          a.number - b.number,
      )
      .map(({ guess }) => guess);
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(key, guesses);
    return guesses;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
