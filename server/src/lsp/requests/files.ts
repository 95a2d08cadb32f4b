/** What the server asks VS Code for of files that it cannot read itself. */

/** Asks for the text of a file of any file system that VS Code knows, in UTF-8. */
export const READ_FILE = 'nomenclator/readFile';

/** Asks for the files and folders directly in a folder; answered with an empty list when there is no such folder. */
export const LIST_FOLDER = 'nomenclator/listFolder';

/** Asks whether a file may be written over. */
export const IS_WRITABLE = 'nomenclator/isWritable';

/** A file or folder, as a URI. */
export interface ResourceParams {
  readonly uri: string;
}

/** The text without a byte-order mark, or why it could not be read, as half a sentence. */
export type ReadFileResult =
  | { readonly text: string }
  | { readonly failure: string /** As `ReadFailure` has it. */; readonly legacyText?: string };

export interface ListedEntry {
  readonly name: string;
  readonly isFolder: boolean;
}
