/** A source of the library, in the data model of CSL 1.0.2 (CSL-JSON), and the library itself. */

import type { Problem } from '../text/problem';
import type { Span } from '../text/span';

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  readonly suffix?: string;
  readonly 'non-dropping-particle'?: string;
  readonly 'dropping-particle'?: string;
}

export interface CslDate {
  readonly 'date-parts'?: readonly (readonly (number | string)[])[];
  readonly raw?: string;
  readonly literal?: string;
  readonly season?: number | string;
  readonly circa?: boolean | number | string;
}

/** CSL-JSON as it is: every variable that is not named here is kept and handed to the formatter. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly issued?: CslDate;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly URL?: string;
  readonly [variable: string]: unknown;
}

export interface Source {
  /** The key that reports cite. */
  readonly key: string;
  readonly item: CslItem;
  /** The file the source stands in. */
  readonly path: string;
  /** Where the whole entry (or only its key, as written) stands in that file, found when asked for. */
  locate(part?: 'entry' | 'key'): Span;
}

/** What one source file holds. */
export interface SourceFile {
  readonly path: string;
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}
