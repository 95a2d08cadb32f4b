/** A glossary compiled for finding its names: every form, whose it is, and the indexes over them all. */

import type { Match } from '../names/nameIndex';
import type { Words } from '../names/words';
import { finish, type Steps } from '../text/steps';
import type { ChangedEntities } from './changedEntities';
import { type Claim, listOfEntities } from './claimList';
import { formsOf } from './forms';
import type { Glossary } from './glossary';
import { Layer } from './layer';
import { type GuessLayer, NameGuesser } from './nameGuesser';

export type { Claim } from './claimList';

/** What has changed since the base was compiled; the claims of `layer` are numbered behind those of the base. */
interface Overlay extends ChangedEntities {
  readonly layer: Layer;
}

/**
 * All claims of a glossary, by number, and whom a text may mean. Numbers follow the order of the glossary only within
 * one entity; where several claims are given, they stand in the order of the glossary. What is found never depends on
 * what was compiled before, and only that much was compiled anew.
 */
export class Lexicon {
  readonly glossary: Glossary;
  /** How many claims there are. */
  readonly claimCount: number;
  /** What later lexicons are built upon. */
  readonly base: Layer;
  readonly #overlay: Overlay | undefined;
  readonly #isGone: ((claim: number) => boolean) | undefined;
  #guesser: NameGuesser | undefined;

  constructor(glossary: Glossary, base: Layer, overlay?: Overlay) {
    this.glossary = glossary;
    this.base = base;
    this.#overlay = overlay;
    const { claims } = base;
    this.claimCount = claims.length;
    if (!overlay) return;
    const { gone, layer } = overlay;
    if (gone.size > 0) this.#isGone = (claim) => gone.has(claims.entityOf(claim));
    this.claimCount += layer.claims.length;
    for (const entity of gone) this.claimCount -= claims.countOf(entity);
  }

  /** Whether the whole glossary is in the base. */
  get isWhole(): boolean {
    return this.#overlay === undefined;
  }

  /** The claim of a number; the same object whenever it is asked for. */
  claim(number: number): Claim {
    const behind = number - this.base.claims.length;
    return behind < 0 ? this.base.claims.at(number) : this.#overlay!.layer.claims.at(behind);
  }

  /** All claims in the order of the glossary, made for the moment only. */
  *claims(): Generator<Claim> {
    for (const entity of this.glossary.entities.values()) {
      for (const form of formsOf(entity)) yield { entity, form };
    }
  }

  /** Guesses whom an unlisted name means; what it needs is built when it is first asked for. */
  get guesser(): NameGuesser {
    return finish(this.guesserSteps());
  }

  /** The same, built in steps where it is not yet built. */
  *guesserSteps(): Steps<NameGuesser> {
    if (this.#guesser) return this.#guesser;
    const { base } = this;
    const isGone = this.#isGone;
    const layers: GuessLayer[] = [
      {
        index: yield* base.guesses.steps(),
        claim: (number) => base.claims.at(number),
        ...(isGone && { isGone }),
      },
    ];
    const overlay = this.#overlay?.layer;
    if (overlay)
      layers.push({ index: yield* overlay.guesses.steps(), claim: (number) => overlay.claims.at(number) });
    this.#guesser ??= new NameGuesser(layers);
    return this.#guesser;
  }

  /** The longest form that begins at word `at` and whose capitals agree. */
  matchAt(text: string, words: Words, at: number): Match | undefined {
    return this.base.index.matchAt(text, words, at);
  }

  /** The same for a run with words of another script, each read as every word that it may stand for. */
  foreignMatchAt(text: string, words: Words, at: number): Match | undefined {
    return this.base.index.foreignMatchAt(text, words, at);
  }

  /** The claims to forms whose folded words are exactly those of `text`, whatever the capitals. */
  formsFoldedAs(text: string): readonly number[] {
    return this.base.index.formsFoldedAs(text);
  }
}

/** All of it at once; see `compileLexiconSteps`. */
export function compileLexicon(glossary: Glossary): Lexicon {
  return finish(compileLexiconSteps(glossary));
}

/** Compiles in steps. */
export function* compileLexiconSteps(glossary: Glossary, _earlier?: Lexicon): Steps<Lexicon> {
  return new Lexicon(glossary, yield* Layer.of(listOfEntities([...glossary.entities.values()])));
}
