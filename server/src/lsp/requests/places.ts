/** Places and edits as they pass between the server and VS Code. */

/** A place in a report; a selection stands for what is selected, a caret for the name around it. */
export interface PlaceParams {
  readonly uri: string;
  readonly range: PlainRange;
}

/** As the protocol has it: lines and characters from 0, characters in UTF-16. */
export interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A place as the protocol has it. */
export type PlainPosition = PlainRange['start'];

export interface PlainEdit {
  readonly range: PlainRange;
  readonly newText: string;
}
