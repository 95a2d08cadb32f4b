/** What is wrong with one of the desk's own files, and where. */

import type { Span } from './span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Broken input is data: readers return problems beside the best value they could make, and never throw. */
export interface Problem {
  /** `glossary/…`, `source/…` or `desk/…`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Plain English; says what to write instead, or what to do. */
  readonly message: string;
  readonly span: Span;
}
