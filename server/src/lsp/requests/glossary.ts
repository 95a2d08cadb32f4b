/** How VS Code shows an entry of the glossary, and teaches the glossary from a report. */

/** A command of the VS Code client, to which cards link there and nowhere else: shows an entity's entry. */
export const OPEN_ENTRY = 'nomenclator.openEntry';

/** The client asks where an entity's entry stands; answered with a location of the protocol, or null. */
export const LOCATE_ENTITY = 'nomenclator/locateEntity';

export interface EntityParams {
  /** The folder of the desk, as the server put it into the link. */
  readonly root: string;
  readonly id: string;
}

/**
 * A command of the VS Code client, which follows an edit that an action made in a glossary file: saves it, as a glossary
 * takes effect when it is saved, and says what was done.
 */
export const GLOSSARY_EDITED = 'nomenclator.glossaryEdited';

export interface GlossaryEditedParams extends EntityParams {
  readonly uri: string;
  /** What was done, as a sentence. */
  readonly message: string;
  /** Whether somebody was editing the file already: that work is not ours to save. */
  readonly wasUnsaved: boolean;
}

/** A command of the VS Code client, to which cards link: asks what a name is, and adds it to the glossary. */
export const ADD_TO_GLOSSARY = 'nomenclator.addToGlossary';

/** The client asks for the ways to add the name at a place (`PlaceParams`); answered with `Additions`, or null without a name. */
export const ADDITIONS = 'nomenclator/additions';

export interface Additions {
  readonly name: string;
  readonly acronym?: string;
  /** The id that it would get. */
  readonly id: string;
  /** The entity that has this name already, if there is one. */
  readonly known?: EntityParams & { readonly name: string };
  /** The likeliest type first, and its likeliest file. */
  readonly choices: readonly Addition[];
  /** Why there are no choices, and what to do. */
  readonly refusal?: string;
}

export interface Addition {
  readonly type: string;
  readonly uri: string;
  /** The file as a reader of the desk knows it. */
  readonly file: string;
  /** Whether the file is still to be made. */
  readonly isNew: boolean;
}

/** A command of the VS Code client, to which cards link: makes a judgement on a name that the glossary is to remember. */
export const TEACH_GLOSSARY = 'nomenclator.teachGlossary';

/** The client asks for the edit of a glossary file; answered with `GlossaryEdit`. */
export const EDIT_GLOSSARY = 'nomenclator/editGlossary';

/** What the glossary is to learn from the report `uri`. */
export type EditGlossaryParams =
  | { readonly uri: string; readonly change: GlossaryChangeParams }
  | { readonly uri: string; readonly addition: AdditionParams };

/** As `GlossaryChange`. */
export interface GlossaryChangeParams {
  readonly entity: string;
  readonly alias?: string;
  readonly list: 'spellings' | 'not' | 'aliases' | 'acronym';
  readonly text: string;
  /** Of an alias: one of `AliasKind`. */
  readonly kind?: string;
}

export interface AdditionParams {
  readonly name: string;
  readonly acronym?: string;
  readonly type: string;
  /** One is made of the name where none is said. */
  readonly id?: string;
  /** One of those that `ADDITIONS` gave. */
  readonly file: string;
}

/** The edit as the protocol has it, and what is to be done when it was made; or why there is none, and what to do. */
export type GlossaryEdit<E> =
  | { readonly edit: E; readonly edited: GlossaryEditedParams }
  | { readonly refusal: string };
