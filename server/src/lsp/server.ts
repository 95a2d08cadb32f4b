/** The language server: its capabilities, and handlers of a few lines each: translate, call, translate back. */

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  type Hover,
  type HoverParams,
  type InitializeParams,
  type InitializeResult,
  type Location,
  type LocationLink,
  MessageType,
  type SemanticTokens,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Desk } from '../desk/desk';
import type { FileSystem } from '../desk/files';
import type { IndexCache } from '../desk/indexCache';
import { definitionAt, type Target } from '../features/definition';
import { findReferences, soughtAt } from '../features/references';
import { colouredMentions } from '../features/semanticTokens';
import { firstEntities, searchEntities } from '../glossary/entitySearch';
import { StoredFile } from '../glossary/storedFile';
import type { LineIndex } from '../text/lineIndex';
import { cardContext } from './cardContext';
import { clientFiles } from './clientFiles';
import { type ActionAbilities, codeActions, resolveCodeAction } from './codeActions';
import { complete, resolveCompletion } from './completion';
import { Diagnostics } from './diagnostics';
import { additionsAt, editGlossary } from './glossaryEdits';
import { guarded } from './guard';
import { hover } from './hover';
import { pathOf, uriOf } from './paths';
import { progressOn } from './progress';
import {
  ADDITIONS,
  type Additions,
  EDIT_GLOSSARY,
  type EditGlossaryParams,
  type EntityParams,
  type GlossaryEdit,
  type InitializationOptions,
  LOCATE_ENTITY,
  type PlaceParams,
  ROMANISATIONS,
  ROMANISE,
  type Romanisations,
  type RomanisationsParams,
  type RomanisedRange,
  type RomaniseParams,
} from './requests';
import { makeRest } from './rest';
import { romanisations, romaniseRanges } from './romanise';
import { Session } from './session';
import * as toProto from './toProto';

const MOST_SYMBOLS = 100;
/** Of what a reader waits for. */
const REST = { slice: 10, turns: 1 };
/** Of what comes behind. To be read, handled and answered takes a message several turns, and an editor sends several. */
const REST_BEHIND = { slice: 5, turns: 8 };

/** Starts serving. `today` is asked for a card of a report without a date; `cacheIn` for the cache in a folder. */
export function startServer(
  connection: Connection,
  disk: FileSystem,
  today: () => string,
  cacheIn?: (folder: string) => IndexCache,
): void {
  let client: InitializationOptions = {};
  let capabilities: InitializeParams['capabilities'] = {};
  const documents = new TextDocuments(TextDocument);
  const session = new Session(
    documents,
    clientFiles(connection, disk, () => client.readsFiles ?? false),
    makeRest(() => performance.now(), REST),
    makeRest(() => performance.now(), REST_BEHIND),
    progressOn(connection, () => capabilities.window?.workDoneProgress ?? false),
  );
  const diagnostics = new Diagnostics(connection, documents, session);
  const guard = <P, R>(name: string, fallback: R, handle: (params: P) => Promise<R> | R) =>
    guarded(connection.console, name, fallback, handle);

  connection.onInitialize((params): InitializeResult => {
    client = (params.initializationOptions as InitializationOptions | undefined) ?? {};
    capabilities = params.capabilities;
    if (client.cacheFolder) session.cache = cacheIn?.(client.cacheFolder);
    const folders =
      params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    session.folders = folders.map(pathOf);
    return {
      serverInfo: { name: 'nomenclator' },
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: { includeText: false },
        },
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['^', '@', ' '], resolveProvider: true },
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, toProto.FIX_ALL],
          resolveProvider: true,
        },
        definitionProvider: true,
        referencesProvider: true,
        workspaceSymbolProvider: true,
        semanticTokensProvider: {
          legend: { tokenTypes: [...toProto.TOKEN_TYPES], tokenModifiers: [] },
          full: true,
        },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  let watchedOutside = '';
  connection.onInitialized(async () => {
    await watch([{ globPattern: '**/*.{yaml,yml,csv,tsv,jsonl,ndjson,json,bib,ris,md}' }]);
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'nomenclator' });
    }
    if (capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
        session.folders = folders.map(({ uri }) => pathOf(uri));
        await diagnostics.publishAll();
      });
    }
  });

  async function watch(watchers: FileSystemWatcher[]): Promise<void> {
    if (!capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }

  /** A team glossary beside the workspace is watched as well, once a desk has said where it is. */
  async function watchOutside(): Promise<void> {
    const folders = session.foldersOutside();
    if (
      !capabilities.workspace?.didChangeWatchedFiles?.relativePatternSupport ||
      folders.join() === watchedOutside
    )
      return;
    watchedOutside = folders.join();
    await watch(
      folders.map((path) => ({
        globPattern: { baseUri: uriOf(path), pattern: '**/*.{yaml,yml,csv,tsv,jsonl,ndjson,json,bib,ris}' },
      })),
    );
  }

  documents.onDidChangeContent(({ document }) => diagnostics.schedule(document));
  documents.onDidOpen(
    guard('open', undefined, async ({ document }) => {
      await session.deskOf(document.uri);
      await watchOutside();
      await diagnostics.publishProblems();
    }),
  );
  documents.onDidSave(
    guard('save', undefined, async ({ document }) => {
      if (await session.refresh([pathOf(document.uri)])) await diagnostics.publishAll();
    }),
  );
  documents.onDidClose(({ document }) => {
    session.forget(document.uri);
    diagnostics.close(document.uri);
    void diagnostics.publishProblems();
  });
  connection.onDidChangeWatchedFiles(
    guard('watched files', undefined, async ({ changes }) => {
      if (!(await session.refresh(changes.map(({ uri }) => pathOf(uri))))) return;
      await watchOutside();
      await diagnostics.publishAll();
      if (capabilities.workspace?.semanticTokens?.refreshSupport)
        connection.languages.semanticTokens.refresh();
    }),
  );
  connection.onDidChangeConfiguration(() => {
    if (capabilities.workspace?.semanticTokens?.refreshSupport) connection.languages.semanticTokens.refresh();
  });

  connection.onHover(
    guard('hover', null as Hover | null, (params: HoverParams) => hover(session, params, today(), client)),
  );

  connection.onCompletion(
    guard('completion', null as CompletionList | null, (params: CompletionParams) =>
      complete(
        session,
        params,
        capabilities.textDocument?.completion?.completionItem?.snippetSupport ?? false,
      ),
    ),
  );

  connection.onCompletionResolve(
    guard('completion item', {} as CompletionItem, (item: CompletionItem) =>
      resolveCompletion(session, item, (open) => cardContext(open, today(), client)),
    ),
  );

  connection.onCodeAction(
    guard('code action', [] as CodeAction[], (params: CodeActionParams) =>
      codeActions(session, params, actionAbilities()),
    ),
  );

  connection.onCodeActionResolve(
    guard('code action edit', {} as CodeAction, (action: CodeAction) =>
      resolveCodeAction(session, action, actionAbilities(), (message) => {
        void connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Warning,
          message,
        });
      }),
    ),
  );

  const actionAbilities = (): ActionAbilities => ({
    resolvesEdits:
      capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false,
    takesVersions: capabilities.workspace?.workspaceEdit?.documentChanges ?? false,
    makesFiles:
      (capabilities.workspace?.workspaceEdit?.documentChanges &&
        capabilities.workspace.workspaceEdit.resourceOperations?.includes('create')) ??
      false,
    savesGlossary: client.savesGlossary ?? false,
    teachesGlossary: client.teachesGlossary ?? false,
    romanises: client.romanises ?? false,
  });

  connection.onDefinition(
    guard(
      'definition',
      null as LocationLink[] | Location[] | null,
      async ({ textDocument: { uri }, position }) => {
        const open = await session.report(uri);
        if (!open) return null;
        const { lines } = open.analysis.report;
        const definition = definitionAt(open.analysis, lines.offsetAt(position));
        if (!definition) return null;
        const from = toProto.range(lines, definition.from);
        const found = await Promise.all(definition.targets.map((target) => placeOf(target, open)));
        const places = found.filter((place) => place !== undefined);
        return capabilities.textDocument?.definition?.linkSupport
          ? places.map(({ targetUri, targetLines, target }) =>
              toProto.locationLink(from, targetUri, targetLines, target),
            )
          : places.map(({ targetUri, targetLines, target }) =>
              toProto.location(targetUri, targetLines, target),
            );
      },
    ),
  );

  async function placeOf(
    target: Target,
    { uri, desk, analysis }: { uri: string; desk: Desk; analysis: { report: { lines: LineIndex } } },
  ) {
    switch (target.in) {
      case 'report':
        return { targetUri: uri, targetLines: analysis.report.lines, target: target.span };
      case 'glossary':
        return placeOfEntity(desk, target.entity.id);
      case 'library': {
        const { path } = target.source;
        return {
          targetUri: uriOf(path),
          targetLines: await session.linesOf(path),
          target: target.source.locate(),
        };
      }
    }
  }

  async function placeOfEntity(desk: Desk, id: string) {
    const entity = desk.works.lexicon.glossary.entities.get(id);
    const file = entity && desk.glossaryFiles.get(entity.origin.path);
    if (!entity || !file) return undefined;
    if (file instanceof StoredFile) await session.pace(file.read.steps());
    const { path, yamlPath } = entity.origin;
    return {
      targetUri: uriOf(path),
      targetLines: await session.linesOf(path),
      target: file.locate(yamlPath, 'key'),
    };
  }

  connection.onReferences(
    guard('references', null as Location[] | null, async ({ textDocument: { uri }, position, context }) => {
      const open = await session.report(uri);
      if (!open) return null;
      const sought = soughtAt(open.analysis, open.analysis.report.lines.offsetAt(position));
      if (!sought) return null;
      const found: Location[] = [];
      if (context.includeDeclaration && sought.kind === 'entities') {
        for (const id of sought.ids) {
          const place = await placeOfEntity(open.desk, id);
          if (place) found.push(toProto.location(place.targetUri, place.targetLines, place.target));
        }
      }
      const collect = ({ uri: in_, analysis }: { uri: string; analysis: typeof open.analysis }) => {
        for (const one of findReferences(analysis, sought))
          found.push(toProto.location(in_, analysis.report.lines, one));
      };
      if (sought.kind === 'note') collect(open);
      else for await (const report of session.allReports(open.desk)) collect(report);
      return found;
    }),
  );

  connection.onWorkspaceSymbol(
    guard('workspace symbols', null as WorkspaceSymbol[] | null, async ({ query }) => {
      const symbols: WorkspaceSymbol[] = [];
      for (const desk of await session.allDesks()) {
        const { lexicon } = desk.works;
        const entities = query.trim()
          ? searchEntities(lexicon, query, MOST_SYMBOLS).map(({ claim }) => claim.entity)
          : firstEntities(lexicon, MOST_SYMBOLS);
        for (const { id, name, type, acronyms } of entities) {
          const place = await placeOfEntity(desk, id);
          if (!place) continue;
          const label = acronyms[0] ? `${name} (${acronyms[0]})` : name;
          const location = toProto.location(place.targetUri, place.targetLines, place.target);
          symbols.push({ name: label, kind: toProto.symbolKindOf(type), containerName: type, location });
        }
      }
      return symbols;
    }),
  );

  connection.languages.semanticTokens.on(
    guard('semantic tokens', { data: [] } as SemanticTokens, async ({ textDocument: { uri } }) => {
      const isOn = capabilities.workspace?.configuration
        ? ((await connection.workspace.getConfiguration({
            scopeUri: uri,
            section: 'nomenclator.semanticTokens',
          })) as unknown)
        : true;
      const open = isOn === false ? undefined : await session.report(uri);
      if (!open) return { data: [] };
      return { data: toProto.semanticTokens(open.analysis.report.lines, colouredMentions(open.analysis)) };
    }),
  );

  connection.onRequest(
    LOCATE_ENTITY,
    guard('locate entity', null as Location | null, async ({ root, id }: EntityParams) => {
      const desk = (await session.allDesks()).find((one) => one.root === root);
      const place = desk && (await placeOfEntity(desk, id));
      return place ? toProto.location(place.targetUri, place.targetLines, place.target) : null;
    }),
  );

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

  documents.listen(connection);
  connection.listen();
}
