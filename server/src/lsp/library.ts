/** Answers the requests by which VS Code's client makes notes of the library's sources, and adds sources to it. */

import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { adoptNotes } from './adoptions';
import { addToLibrary, proposeSource } from './libraryEdits';
import {
  ADD_SOURCE,
  ADOPT_NOTES,
  type AddSourceParams,
  type AdoptNotesParams,
  type NoteAdoptions,
  type PlaceParams,
  PROPOSE_SOURCE,
  type SourceAddition,
  type SourceProposal,
} from './requests';
import type { Serving } from './serving';

const NOTES_FAILED = 'The notes could not be read. The output says why.';
const LIBRARY_FAILED = 'The library could not be edited. The output says why.';

/** Registers the handlers. */
export function serveLibrary({ connection, session, guard, actionAbilities }: Serving): void {
  connection.onRequest<NoteAdoptions<WorkspaceEdit>, void>(
    ADOPT_NOTES,
    guard(
      'adoption of notes',
      { refusal: NOTES_FAILED } as NoteAdoptions<WorkspaceEdit>,
      (params: AdoptNotesParams) => adoptNotes(session, params, actionAbilities()),
    ),
  );

  connection.onRequest<SourceProposal, void>(
    PROPOSE_SOURCE,
    guard('proposal of a source', { refusal: NOTES_FAILED } as SourceProposal, (params: PlaceParams) =>
      proposeSource(session, params, actionAbilities()),
    ),
  );

  connection.onRequest<SourceAddition<WorkspaceEdit>, void>(
    ADD_SOURCE,
    guard(
      'addition to the library',
      { refusal: LIBRARY_FAILED } as SourceAddition<WorkspaceEdit>,
      (params: AddSourceParams) => addToLibrary(session, params, actionAbilities()),
    ),
  );
}
