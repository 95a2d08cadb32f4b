/** How VS Code asks for the Name Consistency Report of a desk. */

import type { ConsistencyReport } from '../../features/consistency/consistencyReport';

export type { ConsistencyReport };

/** The client asks for the report of the desk that a file or folder belongs to; answered with `DeskConsistency`. */
export const CONSISTENCY_REPORT = 'nomenclator/consistencyReport';

export interface ConsistencyReportParams {
  readonly uri: string;
  /** Where the client listens for how far the work is. */
  readonly workDoneToken?: string | number;
}

/** Null when the request was cancelled; or why there is no report, and what to do. */
export type DeskConsistency =
  | {
      readonly report: ConsistencyReport;
      /** The folder of the desk as `EntityParams` has it, and as a URI: the paths in the report are relative to it. */
      readonly root: string;
      readonly uri: string;
      /** The desk, as a reader knows it. */
      readonly desk: string;
      /** The day on which the report was made, such as 2023-01-31. */
      readonly made: string;
    }
  | { readonly refusal: string }
  | null;

/** The client asks for the same as a page that is complete in itself; answered with `ConsistencyPage`. */
export const CONSISTENCY_PAGE = 'nomenclator/consistencyPage';

export interface ConsistencyPageParams extends ConsistencyReportParams {
  /** The page without a report, as the client has it beside its program. */
  readonly emptyPage: string;
}

/** As `DeskConsistency`. */
export type ConsistencyPage = { readonly page: string } | { readonly refusal: string } | null;
