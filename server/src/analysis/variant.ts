/** A variant: a span that is probably an unlisted spelling of a form; a guess, with a score and a reason. */

import type { Claim } from '../glossary/lexicon';
import type { Span } from '../text/span';

export interface Variant extends Span {
  readonly words: readonly Span[];
  /** The words in whose place the form would stand; a given name before a surname stays. */
  readonly core: readonly Span[];
  /** What the reader sees. */
  readonly visible: string;
  /** The form that it probably spells. */
  readonly claim: Claim;
  /** What the house writes there: its form, or the surname in it. */
  readonly house: string;
  /** 0 to 1. */
  readonly score: number;
  /** “kh = h, a = o”. */
  readonly reason: string;
  /** Whether it counts only in a report that names the entity elsewhere: a surname alone, a word that is less alike. */
  readonly needsMention: boolean;
  /** Set where a given name beside the word makes it another person's: what is known, and never shown. */
  readonly isSomebodyElse?: true;
}
