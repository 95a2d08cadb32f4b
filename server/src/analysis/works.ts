/** The works of reference that an analysis looks things up in, and how severe each rule is here. */

import type { Lexicon } from '../glossary/lexicon';
import type { Library } from '../sources/library';
import type { Severity } from '../text/problem';

export interface WorksOfReference {
  readonly lexicon: Lexicon;
  readonly library: Library;
  /** From rule codes; a code that is not here has its default. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
}
