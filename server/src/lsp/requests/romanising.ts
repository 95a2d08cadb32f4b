/** How VS Code has a selection romanised. */

import type { PlainRange } from './places';

/** A command of the VS Code client: asks how to romanise the selections, and writes over them. */
export const ROMANISE_SELECTION = 'nomenclator.romaniseSelection';

/** The client asks what stands at its selections in Cyrillic, and how it may be romanised; answered with null if nothing does. */
export const ROMANISATIONS = 'nomenclator/romanisations';

export interface RomanisationsParams {
  readonly uri: string;
  /** Of a document that is no report, and unknown to the server: the text that the ranges are of. */
  readonly text?: string;
  /** The selections; an empty one stands for the Cyrillic words around it. */
  readonly ranges: readonly PlainRange[];
}

export interface Romanisations {
  /** What will be written over. */
  readonly ranges: readonly PlainRange[];
  /** The likeliest first. */
  readonly languages: readonly RomanisableLanguage[];
  /** The names of the glossary there, as the house writes them. */
  readonly names: readonly string[];
}

export interface RomanisableLanguage {
  readonly language: string;
  readonly name: string;
  /** Of the language that was guessed: how surely, and what from. */
  readonly guess?: string;
  /** The default first. */
  readonly systems: readonly { readonly system: string; readonly name: string; readonly standard: string }[];
}

/** The client asks for ranges that it was given above, romanised in one way. */
export const ROMANISE = 'nomenclator/romanise';

export interface RomaniseParams extends RomanisationsParams {
  readonly language: string;
  readonly system: string;
  /** Whether names of the glossary come out in the house form. */
  readonly house: boolean;
}

/** What to write over each of the ranges. */
export interface RomanisedRange {
  readonly range: PlainRange;
  readonly newText: string;
}
