/** The Name Consistency Report of a desk as plain JSON: how each name is written where, and what is in no glossary. */

import type { EntityType } from '../../glossary/entity';
import type { FormKind } from '../../glossary/forms';

/** Line and character from 0, in UTF-16 units as in LSP; whether the house writes this one otherwise (1) or not (0). */
export type Place = readonly [line: number, character: number, isOff: 0 | 1];

/** The places of one form in one report. */
export interface PlacesInReport {
  /** The number of the report in `ConsistencyReport.reports`. */
  readonly report: number;
  readonly count: number;
  /** How many of them are findings: the house writes them otherwise. */
  readonly off: number;
  /** In the order of the text; of very many the first. So long as it is not shorter than `count`, it has them all. */
  readonly places: readonly Place[];
}

/** A line of a report around a name, as plain text: what stands before it, the name, what stands behind it. */
export type Excerpt = readonly [before: string, name: string, behind: string];

/** A name as it is written, with all of its places. */
export interface WrittenName {
  /** What the reader sees. */
  readonly text: string;
  readonly count: number;
  /** How many of them the house writes otherwise. Words of others (quotations, titles, code) are counted, and never off. */
  readonly off: number;
  /** In the order of the reports. Those of the very many reports behind the last are left out, see `reportCount`. */
  readonly in: readonly PlacesInReport[];
  /** In how many reports it stands. */
  readonly reportCount: number;
  /** Of its first place. */
  readonly excerpt?: Excerpt;
}

/** One way in which an entity's name is written. */
export interface WrittenForm extends WrittenName {
  /** `variant`: a guess; nobody has listed it. */
  readonly kind: FormKind | 'variant';
  /** What the house writes in its place, where that is something else. */
  readonly house?: string;
  /** Of a variant: 0 to 1. */
  readonly score?: number;
  /** Of a variant: “kh for h”. */
  readonly reason?: string;
}

/** What the desk's glossary calls an entity. */
export interface EntityLabel {
  readonly id: string;
  readonly type: EntityType;
  /** The house form. */
  readonly name: string;
  /** The house's. */
  readonly acronym?: string;
}

/** How often an entity is named in one report. */
export interface CountInReport {
  readonly report: number;
  readonly count: number;
  readonly off: number;
}

/** Where a name first stands. */
export interface FirstPlace {
  readonly report: number;
  readonly place: Place;
  readonly excerpt: Excerpt;
}

/** An entity that a report names, or seems to name. */
export interface SurveyedEntity extends EntityLabel {
  /** Its mentions; variants are not among them. */
  readonly count: number;
  /** How many of the mentions, and of the variants, the house writes otherwise. */
  readonly off: number;
  /** How many places are probably unlisted spellings of it. */
  readonly variants: number;
  /** In how many reports it is mentioned; a variant is no mention. */
  readonly reportCount: number;
  /** Of mentions and variants together, in the order of the reports. */
  readonly in: readonly CountInReport[];
  /** Undefined where there are only variants. */
  readonly first?: FirstPlace;
  /** As they are written: the forms that are mentions before variants, the most frequent first. */
  readonly forms: readonly WrittenForm[];
}

/** A form that several entities claim, where no report says who is meant. */
export interface AmbiguousName extends WrittenName {
  readonly entities: readonly EntityLabel[];
}

/** A capitalised name that occurs often, and is in no glossary. */
export interface Candidate extends WrittenName {
  /** The same name in other letters, capitals or marks, and a surname alone; each is counted in the candidate. */
  readonly others: readonly { readonly text: string; readonly count: number }[];
  /** The acronym that a report introduces for it, or the full form of an acronym. */
  readonly introduced?: string;
  /** The entity that it is most like, if it is like any: perhaps it is another spelling. */
  readonly nearest?: EntityLabel & {
    readonly form: string;
    readonly score: number;
    readonly reason: string;
  };
}

/** A report that was looked at. */
export interface SurveyedReport {
  /** As the reader knows it: relative to the desk in an editor, to the folder of the call on the command line. */
  readonly path: string;
  readonly mentions: number;
  /** How many names the house writes otherwise, variants among them. */
  readonly off: number;
  /** How many entities it mentions. */
  readonly entities: number;
}

export interface ConsistencyReport {
  readonly version: 1;
  /** By path. */
  readonly reports: readonly SurveyedReport[];
  /** By house form, in the order of the alphabet. */
  readonly entities: readonly SurveyedEntity[];
  /** The most frequent first. */
  readonly ambiguous: readonly AmbiguousName[];
  /** The best first: what is worth an entry before what is perhaps one. */
  readonly candidates: readonly Candidate[];
  /** Entities that no report mentions, by house form; of very many the first, see `neverMentionedCount`. */
  readonly neverMentioned: readonly EntityLabel[];
  readonly neverMentionedCount: number;
  /** Reports that could not be read, and why. */
  readonly unread: readonly { readonly path: string; readonly failure: string }[];
}

/** What a code lens, a tree or a status bar tells of an entity. */
export interface EntityCounts {
  /** Mentions; variants are not among them. */
  readonly count: number;
  /** In how many reports it is mentioned. */
  readonly reportCount: number;
  readonly off: number;
  /** Ways of writing it that are neither its house form nor what the house writes for another form of it. */
  readonly otherSpellings: number;
}
