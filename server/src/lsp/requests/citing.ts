/** How VS Code finds sources and cites them. */

import type { PlaceParams } from './places';

/** The client asks for the sources that a query finds; answered with `FoundSources`, or null where that failed. */
export const SEARCH_SOURCES = 'nomenclator/searchSources';

export interface SearchSourcesParams {
  readonly uri: string;
  /**
   * Words of any field, in any order; behind a comma, a page. Further sources follow behind semicolons: of those before
   * the last, the best that is found is meant.
   */
  readonly query: string;
}

export interface FoundSources {
  /** Those that the report cites already first; then the best first. */
  readonly sources: readonly FoundSource[];
  /** How many the library has. */
  readonly total: number;
}

export interface FoundSource {
  /** All that is cited, what was found last. */
  readonly cited: readonly CitedSourceParams[];
  /** Who wrote it, and when; with the page that was asked for. */
  readonly label: string;
  readonly title: string;
  /** The note that it will be, as plain text. */
  readonly note: string;
  /** The query that asks for just this. */
  readonly query: string;
  /** Whether the report cites it already. */
  readonly isCited: boolean;
}

/** A source, as a citation names it. */
export interface CitedSourceParams {
  readonly key: string;
  readonly locator?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly suppressesAuthor?: boolean;
}

/** The client asks how to cite sources together at a place; answered with `NoteEdits`. */
export const CITE = 'nomenclator/cite';

export interface CiteParams extends PlaceParams {
  readonly cited: readonly CitedSourceParams[];
}
