/** What an author turns off: a rule, or every rule, for a stretch of a report. */

import type { Span } from '../../text/span';

/** How a rule's code is written. */
export const CODE = /^[a-z]+\/[a-z-]+$/;
/** The rule on what turns nothing off; only what names it turns it off, or `off` would silence what is said of it. */
export const UNUSED = 'suppression/unused';
/** Stands for every rule where a code is asked for. */
export const EVERY_RULE = '';

/** One rule, or every rule, that is turned off for a stretch. */
export interface Suppression {
  /** As written; `EVERY_RULE` where none is named. */
  readonly code: string;
  /** Where it is off. */
  readonly stretch: Span;
  /** What says so: the comment, or the value in the front matter. */
  readonly by: Span;
  /** The code in it; `by` where none is named. */
  readonly word: Span;
  /** The comment that ends the stretch, if it ends this one alone. */
  readonly endedBy?: Span;
}

/** Words that turn nothing off, and what to write instead. */
export interface Misread {
  readonly span: Span;
  readonly message: string;
}
