/** What a rule is: a code, its default severity, one sentence about it, and a function that finds. */

import type { Report } from '../markdown/report';
import type { Severity } from '../text/problem';
import type { Finding } from './finding';
import type { Variants } from './findVariants';
import type { KeptListState } from './keptList';
import type { Mention } from './mention';
import type { MadeNote } from './notes/madeNotes';
import type { Suppressions } from './suppressing/suppressions';
import type { WorksOfReference } from './works';

/** What comes behind all that is listed: the notes as the citation processor makes them, and guesses at names. */
export type Waiting = 'notes' | 'guesses';

/** All that a rule may look at. */
export interface Evidence {
  readonly report: Report;
  readonly mentions: readonly Mention[];
  /** For each mention, whether it stands beside another form of the same entity. */
  readonly introduced: readonly boolean[];
  /** What is known of them so far. */
  readonly variants: Variants;
  /** The generated notes and what they are to say; undefined as long as the processor would have to be asked. */
  readonly notes: readonly MadeNote[] | undefined;
  /** The lists of sources and what they are to say; undefined in the same way. */
  readonly bibliographies: readonly KeptListState[] | undefined;
  readonly works: WorksOfReference;
  /** What the report turns off. */
  readonly suppressions: Suppressions;
  /** Where a rule has found what the report turns off: of those rules that have been asked. */
  readonly silenced: readonly Silenced[];
  /** From the codes of all rules: whether the rule has been asked, or never will be. */
  readonly asked: ReadonlyMap<string, boolean>;
}

/** A finding that nobody is told of. */
export interface Silenced {
  readonly code: string;
  readonly offset: number;
}

/** A finding before the desk has said how severe its rule is; `severity` is given where it is not the default. */
export type Found = Omit<Finding, 'code' | 'severity'> & { readonly severity?: Severity };

export interface Rule {
  readonly code: string;
  /** `off`: nobody is told unless the desk asks for it. */
  readonly defaultSeverity: Severity | 'off';
  /** For lists of rules: what it reports, in one sentence. */
  readonly description: string;
  /**
   * For who has met a finding and wants to know more: why it is one and what to do, as Markdown, with an example of what
   * is reported and of what to write instead.
   */
  readonly help: string;
  /** What it waits for, if that may take long: it is asked about what is known by then, and again when all is. */
  readonly waitsFor?: Waiting;
  /** Whether it looks at what the others have found: it is asked behind them, and again when more of them have been. */
  readonly comesLast?: true;
  /** Gives one finding after another, in any order; may be stopped. */
  find(evidence: Evidence): Iterable<Found>;
}
