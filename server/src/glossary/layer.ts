/** Claims with the indexes that find them: a glossary is one layer, or a large one and a small one of what has changed. */

import { type IndexedForm, NameIndex } from '../names/nameIndex';
import { OnceBuilt } from '../text/onceBuilt';
import type { Steps } from '../text/steps';
import { ClaimList, type EntityList } from './claimList';
import { capitalsOf } from './forms';
import { GuessIndex } from './guessIndex';

/** Claims are known here by their numbers in `claims`. */
export class Layer {
  readonly claims: ClaimList;
  readonly index: NameIndex;
  readonly guesses: OnceBuilt<GuessIndex>;

  constructor(claims: ClaimList, index: NameIndex, guesses?: GuessIndex) {
    this.claims = claims;
    this.index = index;
    this.guesses = new OnceBuilt(() => GuessIndex.build(claims.each()), guesses);
  }

  /** The layer of some entities. */
  static *of(entities: EntityList): Steps<Layer> {
    const claims = yield* ClaimList.of(entities);
    const indexed: IndexedForm[] = [];
    for (const { form } of claims.each()) indexed.push({ text: form.text, capitals: capitalsOf(form) });
    yield;
    return new Layer(claims, new NameIndex(indexed));
  }
}
