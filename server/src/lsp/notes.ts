/** Answers what a writer asks of notes: to fold them, to insert one, and to make them anew at a save. */

import {
  type FoldingRange,
  TextDocumentSaveReason,
  type TextDocuments,
  type TextEdit,
  WillSaveTextDocumentWaitUntilRequest,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { foldableNotes } from '../features/citing/foldingNotes';
import { editNotes, updatesOf } from './noteEdits';
import {
  CITE,
  type CiteParams,
  EDIT_NOTES,
  type EditNotesParams,
  type FoundSources,
  type NoteEdits,
  SEARCH_SOURCES,
  type SearchSourcesParams,
} from './requests';
import type { Serving } from './serving';
import { cite, searchSources } from './sourceSearch';
import * as toProto from './toProto';

/** A save waits no longer for notes, in milliseconds; they are then left as they are. */
const LONGEST_SAVE = 1000;

/** Registers the handlers; the capabilities that go with them are in `server.ts`. */
export function serveNotes(serving: Serving, documents: TextDocuments<TextDocument>): void {
  const { connection, session, settings, guard } = serving;

  connection.onFoldingRanges(
    guard('folding', null as FoldingRange[] | null, async ({ textDocument: { uri } }) => {
      const open = await session.report(uri);
      if (!open) return null;
      const { report } = open.analysis;
      return foldableNotes(report).map((one) => toProto.foldingRange(report.lines, one));
    }),
  );

  documents.onWillSaveWaitUntil(
    guard('will save', [] as TextEdit[], async ({ document: { uri }, reason }) => {
      // A save that the editor makes by itself comes while somebody is writing.
      if (reason === TextDocumentSaveReason.AfterDelay) return [];
      if ((await settings.of(uri)).notesUpdate !== 'onSave') return [];
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise<undefined>((resolve) => {
        timer = setTimeout(resolve, LONGEST_SAVE, undefined);
      });
      const edits = await Promise.race([updatesOf(session, uri), tooLong]);
      clearTimeout(timer);
      if (!edits) connection.console.warn(`The notes of ${uri} were not made anew: that took too long.`);
      return edits ?? [];
    }),
  );

  connection.onRequest<NoteEdits, void>(
    EDIT_NOTES,
    guard('edit of notes', { refusal: FAILED } as NoteEdits, (params: EditNotesParams) =>
      editNotes(session, params),
    ),
  );

  connection.onRequest(
    SEARCH_SOURCES,
    guard('search of sources', null as FoundSources | null, (params: SearchSourcesParams, isWanted) =>
      searchSources(session, params, isWanted),
    ),
  );

  connection.onRequest<NoteEdits, void>(
    CITE,
    guard('citation', { refusal: FAILED } as NoteEdits, async (params: CiteParams) =>
      cite(session, params, { labels: (await settings.of(params.uri)).notesLabels }),
    ),
  );
}

const FAILED = 'The notes could not be edited. The output says why.';

/**
 * Asks the editor to wait for us before a save, or not to, as the settings say. Elsewhere nothing waits for an answer.
 * To be called when the connection is made, and when a setting or the folders have changed.
 */
export function makeSavesWait({
  connection,
  settings,
  capabilities,
}: Serving): (folders: readonly string[]) => Promise<void> {
  let registered: Promise<{ dispose(): void }> | undefined;
  return async (folders) => {
    if (!capabilities().textDocument?.synchronization?.dynamicRegistration) return;
    const isWanted = await settings.updatesOnSave(folders);
    if (isWanted && !registered) {
      registered = connection.client.register(WillSaveTextDocumentWaitUntilRequest.type, {
        documentSelector: [{ language: 'markdown' }],
      });
      // The log tells of an editor that refuses; a rejection that nobody handles would end the server.
      registered.catch(() => {
        registered = undefined;
      });
    } else if (!isWanted && registered) {
      const before = registered;
      registered = undefined;
      (await before).dispose();
    }
  };
}
