/** What is found of introductions in a report: those that lack, those too many, and acronyms that stand alone. */

import type { Entity } from '../../glossary/entity';
import type { Claim } from '../../glossary/lexicon';
import type { Span } from '../../text/span';
import type { Mention } from '../mention';

/** An acronym or a short form that stands where the report has not yet said whom it means. */
export interface Unintroduced {
  readonly mention: Mention;
  readonly claim: Claim;
  /** What it is short for, as the house writes it. */
  readonly full: string;
  readonly isAcronym: boolean;
  /** Whether the report has the acronym nowhere else, so that it need not be introduced to be written. */
  readonly isOnlyUse: boolean;
  /** Whether names are introduced anew in parts of the report, so that only this part of it counts. */
  readonly isOfPart?: true;
  /** Where the full form stands above, without the acronym. */
  readonly above?: Mention;
}

/** A full form with its acronym in parentheses, where the report has introduced that before. */
export interface Reintroduced {
  /** From the first of them to the closing parenthesis. */
  readonly span: Span;
  /** The full form alone. */
  readonly full: Span;
  /** Whether it stands in the parentheses, behind the acronym. */
  readonly isBehind?: boolean;
  readonly acronym: string;
  readonly entity?: Entity;
}

/** A full form where the report has established a shorter one. */
export interface Repeated {
  readonly mention: Mention;
  readonly claim: Claim;
  readonly shorter: string;
  readonly isAcronym: boolean;
}

/** An acronym that is introduced and never used, or used and never introduced. */
export interface LoneAcronym {
  readonly span: Span;
  readonly acronym: string;
  /** What it stands for, where the report says so. */
  readonly full?: ReportExpansion;
  /** Whether names are introduced anew in parts of the report, so that only this part of it counts. */
  readonly isOfPart?: true;
  /** Of one that is used: whether the report introduces it further below. */
  readonly isLate?: boolean;
}

/** What the report itself says that an acronym stands for. */
export interface ReportExpansion extends Span {
  readonly text: string;
  readonly isMatched: boolean;
}

/** An acronym that no glossary has and that the report introduces. */
export interface OwnAcronym extends ReportExpansion {
  /** How often the report has it. */
  readonly count: number;
}

export interface IntroducedNames {
  readonly unintroduced: readonly Unintroduced[];
  readonly reintroduced: readonly Reintroduced[];
  readonly repeated: readonly Repeated[];
  readonly unused: readonly LoneAcronym[];
  readonly unknown: readonly LoneAcronym[];
  /** The acronyms that no glossary has and that the report introduces, by their letters, with their full forms. */
  readonly own: ReadonlyMap<string, OwnAcronym>;
}
