/** A glossary compiled for finding its names: every form, whose it is, and the indexes over them all. */

import type { FormSearch, FoundForm } from '../names/formSearch';
import type { Match } from '../names/nameIndex';
import type { Words } from '../names/words';
import { finish, type Steps } from '../text/steps';
import { type ChangedEntities, changedEntities } from './changedEntities';
import { type Claim, listOfEntities } from './claimList';
import type { Entity } from './entity';
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
 * All claims of a glossary, by number, and whom a text may mean. Where several claims are given, they stand in the
 * order of the glossary. What is found never depends on what was compiled before.
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

  /** What has changed since the base was compiled; undefined if nothing has. */
  get changes(): ChangedEntities | undefined {
    return this.#overlay;
  }

  /** The claim of a number; the same object whenever it is asked for. */
  claim(number: number): Claim {
    return this.claimAlone(number)[0];
  }

  /** The claim of a number in a list, the same list whenever it is asked for. */
  claimAlone(number: number): readonly [Claim] {
    const behind = number - this.base.claims.length;
    return behind < 0 ? this.base.claims.alone(number) : this.#overlay!.layer.claims.alone(behind);
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
    const gone = new Set<number>();
    for (const entity of this.#overlay?.gone ?? []) {
      for (let claim = base.claims.first[entity]!; claim < base.claims.first[entity + 1]!; claim++)
        gone.add(claim);
    }
    const layers: GuessLayer[] = [
      {
        index: yield* base.guesses.steps(),
        claim: (number) => base.claims.at(number),
        gone,
      },
    ];
    const overlay = this.#overlay?.layer;
    if (overlay)
      layers.push({ index: yield* overlay.guesses.steps(), claim: (number) => overlay.claims.at(number) });
    this.#guesser ??= new NameGuesser(layers);
    return this.#guesser;
  }

  /** Builds in steps what is otherwise built when somebody first types a name. */
  *searchSteps(): Steps<void> {
    yield* this.base.search.steps();
    if (this.#overlay) yield* this.#overlay.layer.search.steps();
  }

  /** The claims to forms that `typed` begins, or else is like, best first; see `FormSearch`. */
  search(typed: string, limit: number): readonly FoundForm[] {
    const found = this.#searched(limit, (search, isGone) => search.begun(typed, limit, isGone));
    return found.length > 0
      ? found
      : this.#searched(limit, (search, isGone) => search.alike(typed, limit, isGone));
  }

  /** What is found in the base and in the overlay, as if they were one. */
  #searched(
    limit: number,
    find: (search: FormSearch, isGone?: (claim: number) => boolean) => readonly FoundForm[],
  ): readonly FoundForm[] {
    const found = find(this.base.search.now(), this.#isGone);
    if (!this.#overlay) return found;
    const behind = this.base.claims.length;
    const others = find(this.#overlay.layer.search.now());
    return [...found, ...others.map(({ form, score }) => ({ form: form + behind, score }))]
      .sort((a, b) => b.score - a.score || this.compare(a.form, b.form))
      .slice(0, limit);
  }

  /** The longest form that begins at word `at` and whose capitals agree. */
  matchAt(text: string, words: Words, at: number): Match | undefined {
    const match = this.base.index.matchAt(text, words, at, this.#isGone);
    return this.#overlay ? this.#merged(match, this.#overlay.layer.index.matchAt(text, words, at)) : match;
  }

  /** The same for a run with words of another script, each read as every word that it may stand for. */
  foreignMatchAt(text: string, words: Words, at: number): Match | undefined {
    const match = this.base.index.foreignMatchAt(text, words, at, this.#isGone);
    return this.#overlay
      ? this.#merged(match, this.#overlay.layer.index.foreignMatchAt(text, words, at))
      : match;
  }

  /** The claims to forms whose folded words are exactly those of `text`, whatever the capitals. */
  formsFoldedAs(text: string): readonly number[] {
    const forms = this.base.index.formsFoldedAs(text, this.#isGone);
    return this.#overlay ? this.#mergedForms(forms, this.#overlay.layer.index.formsFoldedAs(text)) : forms;
  }

  /** Less than 0 if the first of two claims comes first in the glossary. */
  compare(a: number, b: number): number {
    return this.#placeOf(a) - this.#placeOf(b) || a - b;
  }

  /** What a match of the base and one of the overlay are together. */
  #merged(base: Match | undefined, overlay: Match | undefined): Match | undefined {
    const ofOverlay = overlay && { ...overlay, forms: this.#mergedForms([], overlay.forms) };
    if (!base || !ofOverlay || base.wordCount !== ofOverlay.wordCount)
      return (base?.wordCount ?? 0) > (ofOverlay?.wordCount ?? 0) ? base : ofOverlay;
    return {
      wordCount: base.wordCount,
      forms: this.#mergedForms(base.forms, overlay.forms),
      before: Math.max(base.before, ofOverlay.before),
      after: Math.max(base.after, ofOverlay.after),
    };
  }

  #mergedForms(base: readonly number[], overlay: readonly number[]): readonly number[] {
    const behind = this.base.claims.length;
    const moved = overlay.map((claim) => claim + behind);
    return base.length === 0 ? moved : [...base, ...moved].sort((a, b) => this.compare(a, b));
  }

  /** Rises from entity to entity of the glossary; an added one stands behind the last one before it that has stayed. */
  #placeOf(claim: number): number {
    const { claims } = this.base;
    if (claim < claims.length) return claims.entityOf(claim);
    const { layer, after, added } = this.#overlay!;
    const entity = layer.claims.entityOf(claim - claims.length);
    return after[entity]! + (entity + 1) / (added.length + 1);
  }
}

/** All of it at once; see `compileLexiconSteps`. */
export function compileLexicon(glossary: Glossary): Lexicon {
  return finish(compileLexiconSteps(glossary));
}

/** A base with fewer entities is compiled anew whenever something changes. */
const SMALLEST_BASE = 1000;
/** With more changes than this, or than one entity in `CHANGED_AT_MOST`, the base is compiled anew. */
const MOST_CHANGES = 2000;
const CHANGED_AT_MOST = 20;
const LISTED_AT_ONCE = 50_000;

/** How many entities may have gone, and how many may have come, since the base was compiled. */
const mostChanges = ({ claims: { entities } }: Layer): number =>
  entities.length < SMALLEST_BASE ? 0 : Math.min(MOST_CHANGES, Math.ceil(entities.length / CHANGED_AT_MOST));

/**
 * @param earlier of another state of the glossary: if few entities have changed since its base was compiled, that is
 * kept. An entity has not changed if it is the same object.
 * @param most how many may have gone, and come; nobody but a test needs to say.
 */
export function* compileLexiconSteps(
  glossary: Glossary,
  earlier?: Lexicon,
  most = earlier ? mostChanges(earlier.base) : 0,
): Steps<Lexicon> {
  if (earlier && most > 0) {
    const { base } = earlier;
    const changed = yield* changedEntities(base.claims.entities, glossary.entities.values(), most);
    if (changed?.gone.size === 0 && changed.added.length === 0) return new Lexicon(glossary, base);
    if (changed)
      return new Lexicon(glossary, base, {
        ...changed,
        layer: yield* Layer.of(listOfEntities(changed.added)),
      });
  }
  const entities: Entity[] = [];
  for (const entity of glossary.entities.values()) {
    if (entities.push(entity) % LISTED_AT_ONCE === 0) yield;
  }
  return new Lexicon(glossary, yield* Layer.of(listOfEntities(entities)));
}
