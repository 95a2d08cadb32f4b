/** How VS Code adds what a note cites to the library. */

import type { PlaceParams, PlainRange } from './places';

/** A command of the VS Code client: shows what a note tells of its source, and adds it to the library. */
export const ADD_TO_LIBRARY = 'nomenclator.addToLibrary';

/** The client asks what the note at a place (`PlaceParams`) tells of its source; answered with `SourceProposal`. */
export const PROPOSE_SOURCE = 'nomenclator/proposeSource';

export type SourceProposal = ProposedSource | { readonly refusal: string };

export interface ProposedSource {
  /** The citation, as a reader sees it. */
  readonly text: string;
  readonly fields: readonly SourceFieldParams[];
  /** The likeliest first. */
  readonly files: readonly SourceFileChoice[];
}

/** As `SourceField`. */
export interface SourceFieldParams {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
}

export interface SourceFileChoice {
  readonly uri: string;
  /** The file as a reader of the desk knows it. */
  readonly file: string;
  /** Whether the file is still to be made. */
  readonly isNew: boolean;
}

/** The client asks for the edit that adds a source to the library; answered with `SourceAddition`. */
export const ADD_SOURCE = 'nomenclator/addSource';

export interface AddSourceParams extends PlaceParams {
  /** That of the proposal. */
  readonly text: string;
  readonly fields: readonly Pick<SourceFieldParams, 'name' | 'value'>[];
  /** One of those that were proposed. */
  readonly file: string;
}

/** The edit as the protocol has it, and what is to be done when it was made; or why there is none, and what to do. */
export type SourceAddition<E> =
  | { readonly edit: E; readonly added: SourceAddedParams }
  | { readonly refusal: string };

export interface SourceAddedParams {
  readonly uri: string;
  /** Where the key of the new source stands then. */
  readonly entry: PlainRange;
  /** What was done, as a sentence. */
  readonly message: string;
  /** Whether somebody was editing the file already: that work is not ours to save. */
  readonly wasUnsaved: boolean;
}
