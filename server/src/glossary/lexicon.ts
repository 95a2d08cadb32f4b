/** A glossary compiled for finding its names: every form, whose it is, and the index over them all. */

import { type IndexedForm, type Match, NameIndex } from '../names/nameIndex';
import type { Vocabulary, Words } from '../names/words';
import { finish, type Steps } from '../text/steps';
import { type Claim, ClaimList } from './claimList';
import { capitalsOf } from './forms';
import type { Glossary } from './glossary';

export type { Claim } from './claimList';

/** The forms of a match are numbers of claims, in the order of the glossary. */
export class Lexicon {
  readonly glossary: Glossary;
  readonly #claims: ClaimList;
  readonly #index: NameIndex;

  constructor(glossary: Glossary, claims: ClaimList, index: NameIndex) {
    this.glossary = glossary;
    this.#claims = claims;
    this.#index = index;
  }

  /** How many claims there are. */
  get claimCount(): number {
    return this.#claims.length;
  }

  /** The claim of a number; the same object whenever it is asked for. */
  claim(number: number): Claim {
    return this.#claims.at(number);
  }

  /** All claims in the order of the glossary. */
  *claims(): Generator<Claim> {
    for (let claim = 0; claim < this.claimCount; claim++) yield this.claim(claim);
  }

  /** The dictionary with which to read a text before `matchAt`. */
  get vocabulary(): Vocabulary {
    return this.#index.vocabulary;
  }

  /** The longest form that begins at word `at` and whose capitals agree; `words` were read with the vocabulary. */
  matchAt(text: string, words: Words, at: number): Match | undefined {
    return this.#index.matchAt(text, words, at);
  }

  /** The same for a run with words of another script, each read as every word that it may stand for. */
  foreignMatchAt(text: string, words: Words, at: number): Match | undefined {
    return this.#index.foreignMatchAt(text, words, at);
  }

  /** The claims to forms whose folded words are exactly those of `text`, whatever the capitals. */
  formsFoldedAs(text: string): readonly number[] {
    return this.#index.formsFoldedAs(text);
  }
}

/** All of it at once; see `compileLexiconSteps`. */
export function compileLexicon(glossary: Glossary): Lexicon {
  return finish(compileLexiconSteps(glossary));
}

export function* compileLexiconSteps(glossary: Glossary): Steps<Lexicon> {
  const claims = yield* ClaimList.of([...glossary.entities.values()]);
  const indexed: IndexedForm[] = [];
  for (const form of claims.forms()) indexed.push({ text: form.text, capitals: capitalsOf(form) });
  yield;
  return new Lexicon(glossary, claims, new NameIndex(indexed));
}
