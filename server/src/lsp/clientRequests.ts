/** Answers the requests by which VS Code's client teaches the glossary and romanises. */

import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { additionsAt, editGlossary } from './glossaryEdits';
import {
  ADDITIONS,
  type Additions,
  EDIT_GLOSSARY,
  type EditGlossaryParams,
  type GlossaryEdit,
  type PlaceParams,
  ROMANISATIONS,
  ROMANISE,
  type Romanisations,
  type RomanisationsParams,
  type RomanisedRange,
  type RomaniseParams,
} from './requests';
import { romanisations, romaniseRanges } from './romanise';
import type { Serving } from './serving';

/** Registers the handlers. */
export function serveClientRequests({ connection, session, guard, actionAbilities }: Serving): void {
  connection.onRequest(
    ADDITIONS,
    guard('additions', null as Additions | null, (params: PlaceParams) =>
      additionsAt(session, params, actionAbilities()),
    ),
  );

  connection.onRequest<GlossaryEdit<WorkspaceEdit>, void>(
    EDIT_GLOSSARY,
    guard(
      'edit of the glossary',
      { refusal: 'The glossary could not be edited. The output says why.' } as GlossaryEdit<WorkspaceEdit>,
      (params: EditGlossaryParams) => editGlossary(session, params, actionAbilities()),
    ),
  );

  connection.onRequest(
    ROMANISATIONS,
    guard('romanisations', null as Romanisations | null, (params: RomanisationsParams) =>
      romanisations(session, params),
    ),
  );

  connection.onRequest(
    ROMANISE,
    guard('romanise', [] as RomanisedRange[], (params: RomaniseParams) => romaniseRanges(session, params)),
  );
}
