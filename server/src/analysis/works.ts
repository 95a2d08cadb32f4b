/** The works of reference that an analysis looks things up in, and how severe each rule is here. */

import type { Lexicon } from '../glossary/lexicon';
import type { Formatter } from '../sources/formatting/format';
import type { Library } from '../sources/library';
import type { Severity } from '../text/problem';

export const CITATION_STYLES = ['footnote', 'pandoc'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** Where in a report a name is to be introduced anew: behind its summary, and in each of its sections. */
export const RESTARTS = ['summary', 'sections'] as const;
export type Restart = (typeof RESTARTS)[number];

/** What a desk says of introducing names. */
export interface IntroductionPolicy {
  /** Acronyms that its readers know, beside those that everybody does. */
  readonly known: ReadonlySet<string>;
  readonly restart: readonly Restart[];
}

export const DEFAULT_INTRODUCTIONS: IntroductionPolicy = { known: new Set(), restart: [] };

export interface WorksOfReference {
  readonly lexicon: Lexicon;
  readonly library: Library;
  /** Makes notes by the desk's style. */
  readonly formatter: Formatter;
  /** How this desk writes its citations: as notes made of them, or as keys for Pandoc. */
  readonly citations: CitationStyle;
  /**
   * Why the style that the desk asks for can't be used, and what to do. Notes and lists of sources are then left as they
   * are: another style would rewrite them all. What is newly cited is made by `formatter` none the less.
   */
  readonly styleProblem?: string;
  readonly introductions: IntroductionPolicy;
  /** From rule codes; a code that is not here has its default. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
}
