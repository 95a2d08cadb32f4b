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

/** Null when the request was cancelled; why there is no report, and what to do. */
export type DeskConsistency =
  | {
      readonly report: ConsistencyReport;
      /** The folder of the desk, which the paths in the report are relative to. */
      readonly root: string;
      /** The day on which it was made. */
      readonly made: string;
    }
  | { readonly refusal: string }
  | null;
