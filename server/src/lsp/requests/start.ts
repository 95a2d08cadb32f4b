/** What VS Code tells the server when it starts it. */

/** What VS Code tells the server when it starts it. */
export interface InitializationOptions {
  /** Whether the client answers the requests above. */
  readonly readsFiles?: boolean;
  /** Whether the client has the command that shows the mentions of an entry, and one that asks for suggestions again. */
  readonly editsDeskFiles?: boolean;
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
  /** Whether the client has the commands that normalise, so that the server need not offer its own. */
  readonly normalises?: boolean;
  /** Whether the client has the command that shows what a note tells of its source, and adds it to the library. */
  readonly addsToLibrary?: boolean;
  /** Whether the client shows names and findings in a view, and is to be told when they change. */
  readonly explores?: boolean;
  /** Whether the client shows what a rule is about, from the address behind a finding’s code. */
  readonly explainsRules?: boolean;
  /** A folder of ours on the disk, outside any workspace, for what need not be worked out again; without it, nothing is kept. */
  readonly cacheFolder?: string;
}
