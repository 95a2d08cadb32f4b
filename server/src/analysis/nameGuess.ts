/** Gives the guesser of a lexicon. */

import type { Lexicon } from '../glossary/lexicon';
import type { NameGuesser } from '../glossary/nameGuesser';

export type { Guess } from '../glossary/nameGuesser';

/** What it needs is built when it is first asked for; `lexicon.guesserSteps()` builds it in steps. */
export const guesserOf = (lexicon: Lexicon): NameGuesser => lexicon.guesser;
