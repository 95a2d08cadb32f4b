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
