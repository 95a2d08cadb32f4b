/** What passes between VS Code and the page of the Name Consistency Report; the page as a file carries a `ToPage`. */

import type { ConsistencyReport } from '../../server/src/lsp/requests';

/** What the page is to show. */
export interface ToPage {
  readonly report: ConsistencyReport;
  /** The folder of the desk, as a reader knows it. */
  readonly desk: string;
  /** The day on which the report was made, such as 2023-01-31. */
  readonly made: string;
}

/** A name in a report. */
export interface PagePlace {
  /** As `SurveyedReport.path`. */
  readonly path: string;
  readonly line: number;
  readonly character: number;
  /** What stands there, as the reader sees it. */
  readonly text: string;
}

/** What a reader of the page asks for; `ready` is said once by each new page. */
export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly title: string; readonly places: readonly PagePlace[] }
  | { readonly kind: 'openEntry'; readonly entity: string }
  | { readonly kind: 'addToGlossary'; readonly place: PagePlace }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'save' };
