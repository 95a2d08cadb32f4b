/** How VS Code has the notes of a report edited. */

import type { PlainEdit, PlainPosition } from './places';

/** The client asks for an edit of a report’s notes; answered with `NoteEdits`. */
export const EDIT_NOTES = 'nomenclator/editNotes';

export interface EditNotesParams {
  readonly uri: string;
  readonly what: 'insert' | 'update' | 'renumber' | 'bibliography' | 'abbreviations';
  /** Where the cursor is. */
  readonly at: PlainPosition;
}

/** Edits, where the cursor goes in the text after them, and a sentence on what is done; or why there are none, and what to do. */
export type NoteEdits =
  | { readonly edits: readonly PlainEdit[]; readonly caret?: PlainPosition; readonly message?: string }
  | { readonly refusal: string };

/** The client asks to make notes written by hand of the library’s sources; answered with `NoteAdoptions`. */
export const ADOPT_NOTES = 'nomenclator/adoptNotes';

export interface AdoptNotesParams {
  readonly uri: string;
}

/**
 * The edit as the protocol has it, each note annotated for a preview, and a sentence on the notes that are left as they are, which
 * may be empty; or why there is no edit, and what to do.
 */
export type NoteAdoptions<E> = { readonly edit: E; readonly left: string } | { readonly refusal: string };
