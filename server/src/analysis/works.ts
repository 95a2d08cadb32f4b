/** The works of reference that an analysis looks things up in, and how severe each rule is here. */

import type { Lexicon } from '../glossary/lexicon';
import type { Formatter } from '../sources/format';
import type { Library } from '../sources/library';
import type { Severity } from '../text/problem';

export const CITATION_STYLES = ['footnote', 'pandoc'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

export interface WorksOfReference {
  readonly lexicon: Lexicon;
  readonly library: Library;
  /** Makes notes by the desk's style. */
  readonly formatter: Formatter;
  /** How this desk writes its citations: as notes made of them, or as keys for Pandoc. */
  readonly citations: CitationStyle;
  /** From rule codes; a code that is not here has its default. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
}
