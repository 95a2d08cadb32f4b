/** How VS Code asks whose other name a name is. */

import type { PlaceParams } from './places';

/** The commands of the VS Code client that ask for an entity, and put the name at a place into its entry. */
export const ADD_AS_SPELLING = 'nomenclator.addAsSpelling';
export const ADD_AS_ALIAS = 'nomenclator.addAsAlias';
export const NOT_SAME = 'nomenclator.notSame';

/** The client asks whose other name the name at a place may be; answered with `Bearers`, or null without a name. */
export const BEARERS = 'nomenclator/bearers';

export interface BearersParams extends PlaceParams {
  /** Words of any name of the entity; empty for the likeliest ones. */
  readonly query: string;
}

export interface Bearers {
  readonly name: string;
  /** Best first. */
  readonly bearers: readonly Bearer[];
  /** Whether there is an entity in the glossary at all. */
  readonly isEmpty: boolean;
}

export interface Bearer {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly acronym?: string;
  /** The alias that a spelling would be of; the house form where there is none. */
  readonly alias?: string;
  /** Why it is among them, in a few words; perhaps empty. */
  readonly why: string;
}

/** The client asks why an id cannot be that of a new entity of the desk of `uri`; answered with a sentence, or null. */
export const ID_PROBLEM = 'nomenclator/idProblem';

export interface IdProblemParams {
  readonly uri: string;
  readonly id: string;
}
