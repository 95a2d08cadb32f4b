/** Claims with the indexes that find them: a glossary is one layer, or a large one and a small one of what has changed. */

import { FormSearch } from '../names/formSearch';
import { type IndexedForm, NameIndex } from '../names/nameIndex';
import { OnceBuilt } from '../text/onceBuilt';
import type { Steps } from '../text/steps';
import { ClaimList, type EntityList } from './claimList';
import { capitalsOf, eachForm } from './forms';
import { GuessIndex } from './guessIndex';

/** Claims are known here by their numbers in `claims`. */
export class Layer {
  readonly claims: ClaimList;
  readonly index: NameIndex;
  /** Which claims an unlisted name may mean. */
  readonly guesses: OnceBuilt<GuessIndex>;
  /** Which claims may be meant by what somebody has begun to type. */
  readonly search: OnceBuilt<FormSearch>;

  constructor(claims: ClaimList, index: NameIndex, guesses?: GuessIndex) {
    this.claims = claims;
    this.index = index;
    this.guesses = new OnceBuilt(() => GuessIndex.build(claims.each()), guesses);
    this.search = new OnceBuilt(() => FormSearch.build(index));
  }

  /** The layer of some entities. */
  static *of(entities: EntityList): Steps<Layer> {
    const claims = yield* ClaimList.of(entities);
    const textOf = (claim: number) => claims.at(claim).form.text;
    return new Layer(claims, yield* NameIndex.build(indexedForms(claims), claims.length, textOf));
  }
}

/** The forms of claims, made for the moment only. */
function* indexedForms(claims: ClaimList): Generator<IndexedForm> {
  const forms: IndexedForm[] = [];
  for (let number = 0; number < claims.entities.length; number++) {
    forms.length = 0;
    eachForm(claims.entities.at(number), (text, kind) =>
      forms.push({ text, capitals: capitalsOf({ text, kind }) }),
    );
    yield* forms;
  }
}
