/** How VS Code has a report, or all of a desk, brought to the house's style. */

import type { PlainPosition } from './places';
import type { EditedTexts } from './previewing';

/** The command that normalises the active report: of VS Code's client, elsewhere of the server, with the report's URI. */
export const NORMALISE_REPORT = 'nomenclator.normaliseReport';
/** The command that normalises every report of a desk, in the same way; the URI is that of any file of the desk. */
export const NORMALISE_DESK = 'nomenclator.normaliseDesk';

/** The client asks for every certain fix of a report, or of all reports of its desk; answered with `NormalisePlan`. */
export const NORMALISE = 'nomenclator/normalise';

export interface NormaliseParams {
  /** A report; for a desk, any file of it. */
  readonly uri: string;
  readonly scope: 'report' | 'desk';
  /** Where the client listens for how far the work is. */
  readonly workDoneToken?: string | number;
}

/**
 * The edit as the protocol has it, whose changes are annotated with what they are about, with the texts it was made of, and a number by which its outcome
 * is asked for; or what there is to say where nothing is to be changed; or null when the request was cancelled.
 */
export type NormalisePlan<E> =
  | { readonly edit: E; readonly texts: EditedTexts; readonly plan: number }
  | { readonly outcome: NormaliseOutcome }
  | null;

/** When the edit was made, perhaps without some of its changes, the client asks what has become of it; answered with `NormaliseOutcome`. */
export const NORMALISED = 'nomenclator/normalised';

export interface NormalisedParams {
  readonly plan: number;
  /** Where the client listens for how far the work is. */
  readonly workDoneToken?: string | number;
}

export interface NormaliseOutcome {
  /** What was done, what was left, and why, in sentences. */
  readonly message: string;
  /** What was left, the first so many of each desk. */
  readonly left: readonly LeftPlace[];
}

export interface LeftPlace {
  readonly uri: string;
  readonly at: PlainPosition;
  readonly code: string;
  readonly message: string;
}
