/** Answers what stands in the files of a desk’s own: outlines, and what is told over the entries of a glossary. */

import {
  type CodeLens,
  CodeLensRefreshRequest,
  type DocumentSymbol,
  SymbolKind,
  type TextDocuments,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Desk } from '../desk/desk';
import type { EntityCounts } from '../features/consistency/consistencyReport';
import { entriesIn, type FileSymbol, fileSymbols } from '../features/deskFiles/fileSymbols';
import { lensTitle } from '../features/deskFiles/lensTitle';
import { formatOf } from '../glossary/parse';
import type { LineIndex } from '../text/lineIndex';
import { openDeskFile } from './deskFiles';
import { type EntityParams, SHOW_MENTIONS, type ShowMentionsParams } from './requests';
import type { Serving } from './serving';
import * as toProto from './toProto';

/** An editor lays out a line over every entry: of longer glossaries, it would be slow, and nobody reads them so. */
const MOST_LENSES = 2000;

/** So long, in milliseconds, the editor is not asked to draw again what reports count. */
const PAUSE = 1000;

/**
 * Registers the handlers; the capabilities that go with them are in `server.ts`. Gives back what is to be called when
 * something has changed that is counted.
 */
export function serveOutlines(
  { connection, session, settings, surveys, guard, capabilities, client }: Serving,
  documents: TextDocuments<TextDocument>,
): () => void {
  connection.onDocumentSymbol(
    guard('outline', null as DocumentSymbol[] | null, async ({ textDocument: { uri } }) => {
      const open = await openDeskFile(session, documents, uri);
      if (!open) return null;
      const { file, read, desk, lines } = open;
      const symbols = await session.pace(fileSymbols(file, read, desk.works.lexicon.glossary));
      return symbols.map((symbol) => documentSymbol(lines, symbol));
    }),
  );

  connection.onCodeLens(
    guard('code lenses', null as CodeLens[] | null, async ({ textDocument: { uri } }) => {
      if (!(await settings.of(uri)).codeLens) return null;
      const open = await openDeskFile(session, documents, uri);
      if (open?.kind !== 'glossary' || formatOf(open.file.path) !== 'yaml') return null;
      const { file, desk, lines } = open;
      const entries = await session.pace(entriesIn(file.text, MOST_LENSES + 1));
      if (!entries || entries.length > MOST_LENSES) return null;
      return entries.map(({ key, at }): CodeLens => {
        const data: LensOf = { root: desk.root, id: key, uri };
        return { range: toProto.range(lines, at), data };
      });
    }),
  );

  const count = guard('code lens', undefined as EntityCounts | undefined, ({ desk, id }: Counted) =>
    surveys.countsOf(desk, id),
  );

  connection.onCodeLensResolve(async (lens): Promise<CodeLens> => {
    const told = (title: string): CodeLens => ({ ...lens, command: { title, command: '' } });
    const { root, id, uri } = lens.data as LensOf;
    const desk = session.desks.find((one) => one.root === root);
    const entity = desk?.works.lexicon.glossary.entities.get(id);
    // An entry that is still to be saved has not been looked for.
    if (!desk || !entity) return told('save to count');
    const counts = await count({ desk, id });
    if (!counts) return told('not counted');
    const title = lensTitle(counts);
    if (counts.count === 0 || !client().editsDeskFiles) return told(title);
    const shown: ShowMentionsParams = { root, id, uri, label: entity.name, position: lens.range.start };
    return { ...lens, command: { title, command: SHOW_MENTIONS, arguments: [shown] } };
  });

  let timer: NodeJS.Timeout | undefined;
  return () => {
    const isShown = documents.all().some((document) => !session.isReport(document));
    if (timer || !isShown || !capabilities().workspace?.codeLens?.refreshSupport) return;
    timer = setTimeout(() => {
      timer = undefined;
      connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
    }, PAUSE);
    timer.unref();
  };
}

interface Counted {
  readonly desk: Desk;
  readonly id: string;
}

interface LensOf extends EntityParams {
  readonly uri: string;
}

function documentSymbol(
  lines: LineIndex,
  { name, detail, type, span, at, children }: FileSymbol,
): DocumentSymbol {
  return {
    name,
    detail,
    kind: type ? toProto.symbolKindOf(type) : children.length > 0 ? SymbolKind.Namespace : SymbolKind.Key,
    range: toProto.range(lines, span),
    selectionRange: toProto.range(lines, at),
    children: children.map((child) => documentSymbol(lines, child)),
  };
}
