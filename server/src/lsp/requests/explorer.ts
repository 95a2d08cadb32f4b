/** How VS Code shows a desk in its side bar: the names of the glossary, and the findings of the active report. */

import type { EntityParams } from './glossary';
import type { PlainEdit, PlainRange } from './places';

/** The client asks for the lines of the tree of names below one of them; answered with `NamesBelow`. */
export const NAMES_BELOW = 'nomenclator/namesBelow';

export interface NamesBelowParams {
  /** The report whose mentions are counted, if one is open; its desk is shown. Else that of the workspace. */
  readonly uri?: string;
  /** One of the lines that were given; none for the top of the tree. */
  readonly parent?: NamePlace;
  /** Whether only names are asked for that the report mentions. */
  readonly mentionedOnly: boolean;
}

/** A line of the tree of names that has others below it: a type, those names of a type that begin alike, or an entity. */
export type NamePlace =
  | { readonly kind: 'type'; readonly type: string }
  | { readonly kind: 'beginning'; readonly type: string; readonly letters: string }
  | { readonly kind: 'entity'; readonly id: string };

export interface NamesBelow {
  /** Whether there is a desk here at all, and anything in its glossary. */
  readonly state: 'noDesk' | 'noNames' | 'ready';
  readonly lines: readonly NameLine[];
}

export interface NameLine {
  /** The same as long as the line stands for the same, so that what is unfolded stays so. */
  readonly key: string;
  readonly place: NamePlace;
  readonly label: string;
  /** Shown more faintly behind the label. */
  readonly description: string;
  /** What a screen reader says in place of both. */
  readonly spoken: string;
  /** Of an entity, or of all that stand below. */
  readonly type: string;
  /** How often the report mentions it; of a line for several names, how many of them it mentions. */
  readonly count: number;
  readonly hasLinesBelow: boolean;
  /** Of an entity. */
  readonly entity?: EntityParams;
  /** Of an entity: what the house writes, the full name first; then its short form and its acronym. */
  readonly forms?: readonly string[];
}

/** The client asks for the card of an entity; answered with Markdown, or null. */
export const ENTITY_CARD = 'nomenclator/entityCard';

export interface EntityCardParams extends EntityParams {
  /** The report as of whose date the card is drawn, and whose mentions it counts. */
  readonly uri?: string;
}

/** The client asks where the reports of a desk mention an entity (`EntityParams`); answered with locations of the protocol. */
export const MENTIONS_OF = 'nomenclator/mentionsOf';

/** The client asks for what was found in a report, name by name; answered with groups, the first in the text first. */
export const FINDINGS_BY_NAME = 'nomenclator/findingsByName';

export interface FindingGroupParams {
  /** The same as long as the group stands for the same. */
  readonly key: string;
  readonly label: string;
  /** The type of the entity that the findings are about; none where they are about something else. */
  readonly type?: string;
  readonly entity?: EntityParams;
  readonly findings: readonly FindingLine[];
}

export interface FindingLine {
  readonly range: PlainRange;
  /** What stands there. */
  readonly text: string;
  /** What to write instead, where that is known. */
  readonly instead?: string;
  readonly message: string;
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  /** Whether one fix is the right one, so that it may be made unseen. */
  readonly isMendable: boolean;
}

/** The client asks for the one right fix of a finding; answered with `MendedFinding`. */
export const MEND_FINDING = 'nomenclator/mendFinding';

export interface MendFindingParams {
  readonly uri: string;
  readonly range: PlainRange;
  readonly code: string;
}

/** Null where the finding no longer stands there. */
export type MendedFinding = readonly PlainEdit[] | null;

/** The server tells that reports were read, or that desks have changed, so that what is shown of them is to be asked again. */
export const EXPLORED = 'nomenclator/explored';

export interface ExploredParams {
  /** The report that was read; none where anything may have changed. */
  readonly report?: ReportState;
}

/** What a line on a report says. */
export interface ReportState {
  readonly uri: string;
  /** Whether its desk keeps a glossary at all. */
  readonly hasGlossary: boolean;
  /** How many names are to be mended. */
  readonly off: number;
  /** How many of them the house writes otherwise; the others are not introduced, or it is not settled whom they mean. */
  readonly otherwise: number;
  /** How many names are only pointed out. */
  readonly hints: number;
  /** How much else was found, in notes and citations. */
  readonly others: number;
}

/** The client asks what starting a desk in a folder comes to; answered with `NewDeskPlan`, or null where that failed. */
export const PLAN_DESK = 'nomenclator/planDesk';

export interface PlanDeskParams {
  /** The folder. */
  readonly uri: string;
}

export interface NewDeskPlan {
  /** What is to be written; none of these is there. */
  readonly files: readonly { readonly uri: string; readonly path: string; readonly text: string }[];
  /** What is there already and stays as it is, relative to the folder. */
  readonly kept: readonly string[];
  /** What a newcomer is to look at first. */
  readonly open: string;
}
