/** Gives the guesser of a lexicon. */

import { GuessIndex } from '../glossary/guessIndex';
import type { Lexicon } from '../glossary/lexicon';
import { NameGuesser } from '../glossary/nameGuesser';
import { finish } from '../text/steps';

export type { Guess } from '../glossary/nameGuesser';

const guessers = new WeakMap<Lexicon, NameGuesser>();

/** The index is built when it is first asked for. */
export function guesserOf(lexicon: Lexicon): NameGuesser {
  let guesser = guessers.get(lexicon);
  if (!guesser) {
    const index = finish(GuessIndex.build(lexicon.claims()));
    guesser = new NameGuesser([{ index, claim: (number) => lexicon.claim(number) }]);
    guessers.set(lexicon, guesser);
  }
  return guesser;
}
