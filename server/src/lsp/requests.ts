/** What passes between the server and VS Code beyond the protocol's own: reading where there is no disk, and entries. */

/** Asks for the text of a file of any file system that VS Code knows, in UTF-8. */
export const READ_FILE = 'nomenclator/readFile';

/** Asks for the files and folders directly in a folder; answered with an empty list when there is no such folder. */
export const LIST_FOLDER = 'nomenclator/listFolder';

/** A file or folder, as a URI. */
export interface ResourceParams {
  readonly uri: string;
}

/** The text without a byte-order mark, or why it could not be read, as half a sentence. */
export type ReadFileResult = { readonly text: string } | { readonly failure: string };

export interface ListedEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** What VS Code tells the server when it starts it. */
export interface InitializationOptions {
  /** Whether the client answers the requests above. */
  readonly readsFiles?: boolean;
  /** Whether the client has the command that opens an entity's entry from a card. */
  readonly opensEntries?: boolean;
  /** Whether the client has the command that follows an edit of a glossary file. */
  readonly savesGlossary?: boolean;
  /** A folder of ours on the disk, outside any workspace, for what need not be worked out again; without it, nothing is kept. */
  readonly cacheFolder?: string;
}

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

/** The client asks what stands at its selections in Cyrillic, and how it may be romanised; answered with null if nothing does. */
export const ROMANISATIONS = 'nomenclator/romanisations';

/** As the protocol has it: lines and characters from 0, characters in UTF-16. */
export interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface RomanisationsParams {
  readonly uri: string;
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
