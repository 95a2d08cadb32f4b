/** What passes between the server and VS Code beyond the protocol's own: requests, commands, and what each carries. */

/** Asks for the text of a file of any file system that VS Code knows, in UTF-8. */
export const READ_FILE = 'nomenclator/readFile';

/** Asks for the files and folders directly in a folder; answered with an empty list when there is no such folder. */
export const LIST_FOLDER = 'nomenclator/listFolder';

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

/** What VS Code tells the server when it starts it. */
export interface InitializationOptions {
  /** Whether the client answers the requests above. */
  readonly readsFiles?: boolean;
  /** Whether the client has the command that opens an entity's entry from a card. */
  readonly opensEntries?: boolean;
  /** Whether the client has the command that follows an edit of a glossary file. */
  readonly savesGlossary?: boolean;
  /** Whether the client has the commands that teach the glossary from a card. */
  readonly teachesGlossary?: boolean;
  /** Whether the client has the command that asks how to romanise. */
  readonly romanises?: boolean;
  /** Whether the client has the commands that edit notes. */
  readonly editsNotes?: boolean;
  /** Whether the client has the command that shows what a note tells of its source, and adds it to the library. */
  readonly addsToLibrary?: boolean;
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

/** A command of the VS Code client, to which cards link: asks what a name is, and adds it to the glossary. */
export const ADD_TO_GLOSSARY = 'nomenclator.addToGlossary';

/** A place in a report; a selection stands for what is selected, a caret for the name around it. */
export interface PlaceParams {
  readonly uri: string;
  readonly range: PlainRange;
}

/** The client asks for the ways to add the name at a place (`PlaceParams`); answered with `Additions`, or null without a name. */
export const ADDITIONS = 'nomenclator/additions';

export interface Additions {
  readonly name: string;
  readonly acronym?: string;
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
  readonly list: 'spellings' | 'not';
  readonly text: string;
}

export interface AdditionParams {
  readonly name: string;
  readonly acronym?: string;
  readonly type: string;
  /** One of those that `ADDITIONS` gave. */
  readonly file: string;
}

/** The edit as the protocol has it, and what is to be done when it was made; or why there is none, and what to do. */
export type GlossaryEdit<E> =
  | { readonly edit: E; readonly edited: GlossaryEditedParams }
  | { readonly refusal: string };

/** A command of the VS Code client: asks how to romanise the selections, and writes over them. */
export const ROMANISE_SELECTION = 'nomenclator.romaniseSelection';

/** The client asks what stands at its selections in Cyrillic, and how it may be romanised; answered with null if nothing does. */
export const ROMANISATIONS = 'nomenclator/romanisations';

/** As the protocol has it: lines and characters from 0, characters in UTF-16. */
export interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

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

/** A place as the protocol has it. */
export type PlainPosition = PlainRange['start'];

export interface PlainEdit {
  readonly range: PlainRange;
  readonly newText: string;
}

/** The client asks for an edit of a report’s notes; answered with `NoteEdits`. */
export const EDIT_NOTES = 'nomenclator/editNotes';

export interface EditNotesParams {
  readonly uri: string;
  readonly what: 'insert' | 'update' | 'renumber' | 'bibliography';
  /** Where the cursor is. */
  readonly at: PlainPosition;
}

/** Edits, where the cursor goes in the text after them, and a sentence on what is done; or why there are none, and what to do. */
export type NoteEdits =
  | { readonly edits: readonly PlainEdit[]; readonly caret?: PlainPosition; readonly message?: string }
  | { readonly refusal: string };

/** The client asks for the sources that a query finds; answered with `FoundSources`, or null where that failed. */
export const SEARCH_SOURCES = 'nomenclator/searchSources';

export interface SearchSourcesParams {
  readonly uri: string;
  /**
   * Words of any field, in any order; behind a comma, a page. Further sources follow behind semicolons: of those before
   * the last, the best that is found is meant.
   */
  readonly query: string;
}

export interface FoundSources {
  /** Those that the report cites already first; then the best first. */
  readonly sources: readonly FoundSource[];
  /** How many the library has. */
  readonly total: number;
}

export interface FoundSource {
  /** All that is cited, what was found last. */
  readonly cited: readonly CitedSourceParams[];
  /** Who wrote it, and when; with the page that was asked for. */
  readonly label: string;
  readonly title: string;
  /** The note that it will be, as plain text. */
  readonly note: string;
  /** The query that asks for just this. */
  readonly query: string;
  /** Whether the report cites it already. */
  readonly isCited: boolean;
}

/** A source, as a citation names it. */
export interface CitedSourceParams {
  readonly key: string;
  readonly locator?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly suppressesAuthor?: boolean;
}

/** The client asks how to cite sources together at a place; answered with `NoteEdits`. */
export const CITE = 'nomenclator/cite';

export interface CiteParams extends PlaceParams {
  readonly cited: readonly CitedSourceParams[];
}

/** The client asks to make notes written by hand of the library’s sources; answered with `NoteAdoptions`. */
export const ADOPT_NOTES = 'nomenclator/adoptNotes';

export interface AdoptNotesParams {
  readonly uri: string;
}

/**
 * The edit as the protocol has it, each note to be confirmed, and a sentence on the notes that are left as they are, which
 * may be empty; or why there is no edit, and what to do.
 */
export type NoteAdoptions<E> = { readonly edit: E; readonly left: string } | { readonly refusal: string };

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
