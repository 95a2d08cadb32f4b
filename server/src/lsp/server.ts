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
  FileChangeType,
  type FileSystemWatcher,
  type Hover,
  type HoverParams,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  type SemanticTokens,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileSystem } from '../desk/files';
import type { IndexCache } from '../desk/indexCache';
import { rulePage } from '../features/rulePage';
import { colouredMentions } from '../features/semanticTokens';
import { ADOPT_ALL } from './adoptions';
import { cardContext } from './cardContext';
import { clientFiles } from './clientFiles';
import { serveClientRequests } from './clientRequests';
import { type ActionAbilities, codeActions, resolveCodeAction } from './codeActions';
import { complete, resolveCompletion, TRIGGERS } from './completion';
import { serveConsistency } from './consistency';
import { serveDeskEdits } from './deskEdits';
import { completeDeskFile, isFileItem, resolveFileItem } from './deskFileCompletion';
import { serveOutlines } from './deskFileOutline';
import { hoverDeskFile, openDeskFile } from './deskFiles';
import { DeskSurveys } from './deskSurveys';
import { Diagnostics } from './diagnostics';
import { serveExplorer, tellExplorer } from './explorer';
import { guarded } from './guard';
import { hover } from './hover';
import { serveLibrary } from './library';
import { serveNavigation } from './navigation';
import { NORMALISE_KIND, serveNormalising, serverCommands } from './normaliseCommands';
import { NOTE_ACTION_KINDS } from './noteActions';
import { makeSavesWait, serveNotes } from './notes';
import { pathOf, uriOf } from './paths';
import { progressOn } from './progress';
import { serveRenaming } from './renaming';
import { EXPLAIN_RULE, type ExplainRuleParams, type InitializationOptions } from './requests';
import { makeRest } from './rest';
import type { Serving } from './serving';
import { type OpenReport, Session } from './session';
import { Settings } from './settings';
import { serveTeaching } from './teaching';
import * as toProto from './toProto';

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
  const files = clientFiles(connection, disk, () => client.readsFiles ?? false);
  const session = new Session(
    documents,
    files,
    makeRest(() => performance.now(), REST),
    makeRest(() => performance.now(), REST_BEHIND),
    progressOn(connection, () => capabilities.window?.workDoneProgress ?? false),
  );
  const surveys = new DeskSurveys(
    session,
    () => capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
  );
  const tell = (report?: OpenReport) => {
    tellExplorer(serving, report);
    countAgain();
  };
  const diagnostics = new Diagnostics(
    connection,
    documents,
    session,
    tell,
    () => client.explainsRules ?? false,
  );
  const settings = new Settings(connection, () => capabilities);
  const guard: Serving['guard'] = (name, fallback, handle) =>
    guarded(connection.console, name, fallback, handle);
  const serving: Serving = {
    connection,
    session,
    settings,
    surveys,
    guard,
    capabilities: () => capabilities,
    client: () => client,
    actionAbilities: () => abilitiesOf(capabilities, client),
  };

  const countAgain = serveOutlines(serving, documents);
  let folders: readonly string[] = [];

  connection.onInitialize((params): InitializeResult => {
    client = (params.initializationOptions as InitializationOptions | undefined) ?? {};
    capabilities = params.capabilities;
    if (client.cacheFolder) session.cache = cacheIn?.(client.cacheFolder);
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    session.folders = folders.map(pathOf);
    return {
      serverInfo: { name: 'nomenclator' },
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: { includeText: false },
          // Who can be told later is told only where a setting has notes made anew at a save.
          willSaveWaitUntil: !capabilities.textDocument?.synchronization?.dynamicRegistration,
        },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [...TRIGGERS], resolveProvider: true },
        codeActionProvider: {
          codeActionKinds: [
            CodeActionKind.QuickFix,
            CodeActionKind.RefactorRewrite,
            toProto.FIX_ALL,
            ...NOTE_ACTION_KINDS,
            ADOPT_ALL,
            NORMALISE_KIND,
          ],
          resolveProvider: true,
        },
        executeCommandProvider: { commands: [...serverCommands(client.normalises ?? false)] },
        definitionProvider: true,
        documentSymbolProvider: true,
        codeLensProvider: { resolveProvider: true },
        referencesProvider: true,
        renameProvider: capabilities.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
        foldingRangeProvider: true,
        workspaceSymbolProvider: true,
        semanticTokensProvider: {
          legend: { tokenTypes: [...toProto.TOKEN_TYPES], tokenModifiers: [] },
          full: true,
        },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  const saves = makeSavesWait(serving);
  let watchedOutside = '';
  connection.onInitialized(
    guard('beginning', undefined, async () => {
      if (capabilities.workspace?.workspaceFolders)
        connection.workspace.onDidChangeWorkspaceFolders(
          guard('workspace folders', undefined, async () => {
            folders = ((await connection.workspace.getWorkspaceFolders()) ?? []).map(({ uri }) => uri);
            session.folders = folders.map(pathOf);
            await saves(folders);
            await diagnostics.publishAll();
          }),
        );
      await watch([{ globPattern: '**/*.{yaml,yml,csv,tsv,jsonl,ndjson,json,bib,ris,csl,md}' }]);
      if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: 'nomenclator' });
      }
      await saves(folders);
    }),
  );

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
        globPattern: {
          baseUri: uriOf(path),
          pattern: '**/*.{yaml,yml,csv,tsv,jsonl,ndjson,json,bib,ris,csl}',
        },
      })),
    );
  }

  documents.onDidChangeContent(({ document }) => {
    if (session.isReport(document)) surveys.changed([pathOf(document.uri)]);
    diagnostics.schedule(document);
  });
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
    surveys.changed([pathOf(document.uri)]);
    diagnostics.close(document.uri);
    void diagnostics.publishProblems();
  });
  connection.onDidChangeWatchedFiles(
    guard('watched files', undefined, async ({ changes }) => {
      // A folder that is moved or removed may be told by its own name alone.
      const isMoved = changes.some(({ type }) => type !== FileChangeType.Changed);
      surveys.changed(isMoved ? undefined : changes.map(({ uri }) => pathOf(uri)));
      countAgain();
      if (!(await session.refresh(changes.map(({ uri }) => pathOf(uri))))) return;
      await watchOutside();
      await diagnostics.publishAll();
      if (capabilities.workspace?.semanticTokens?.refreshSupport)
        connection.languages.semanticTokens.refresh();
    }),
  );
  connection.onDidChangeConfiguration(
    guard('settings', undefined, async () => {
      settings.forget();
      countAgain();
      await saves(folders);
      if (capabilities.workspace?.semanticTokens?.refreshSupport)
        connection.languages.semanticTokens.refresh();
    }),
  );

  connection.onHover(
    guard('hover', null as Hover | null, async (params: HoverParams) => {
      const open = await openDeskFile(session, documents, params.textDocument.uri);
      return open ? hoverDeskFile(open, params.position, today()) : hover(session, params, today(), client);
    }),
  );

  connection.onCompletion(
    guard('completion', null as CompletionList | null, async (params: CompletionParams) => {
      const { snippetSupport: takesSnippets = false, labelDetailsSupport: showsDetails = false } =
        capabilities.textDocument?.completion?.completionItem ?? {};
      const open = await openDeskFile(session, documents, params.textDocument.uri);
      if (open) {
        const abilities = { takesSnippets, showsDetails, asksAgain: client.editsDeskFiles ?? false };
        return completeDeskFile(session, open, params, today(), abilities);
      }
      const labels = (await settings.of(params.textDocument.uri)).notesLabels;
      return complete(session, params, takesSnippets, { labels });
    }),
  );

  connection.onCompletionResolve(
    guard('completion item', {} as CompletionItem, (item: CompletionItem) =>
      isFileItem(item)
        ? resolveFileItem(session, item, today())
        : resolveCompletion(session, item, (open) => cardContext(open, today(), client)),
    ),
  );

  connection.onCodeAction(
    guard('code action', [] as CodeAction[], (params: CodeActionParams) =>
      codeActions(session, params, serving.actionAbilities()),
    ),
  );

  connection.onCodeActionResolve(
    guard('code action edit', {} as CodeAction, (action: CodeAction) =>
      resolveCodeAction(session, action, serving.actionAbilities(), (message) => {
        void connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Warning,
          message,
        });
      }),
    ),
  );

  connection.languages.semanticTokens.on(
    guard('semantic tokens', { data: [] } as SemanticTokens, async ({ textDocument: { uri } }) => {
      const { semanticTokens: isOn } = await settings.of(uri);
      const open = isOn ? await session.report(uri) : undefined;
      if (!open) return { data: [] };
      return { data: toProto.semanticTokens(open.analysis.report.lines, colouredMentions(open.analysis)) };
    }),
  );

  serveNavigation(serving, documents);
  serveNotes(serving, documents);
  serveRenaming(serving);
  serveDeskEdits(serving);
  serveTeaching(serving);
  serveLibrary(serving);
  connection.onRequest(
    EXPLAIN_RULE,
    guard('explainRule', '', ({ code }: ExplainRuleParams) => rulePage(String(code))),
  );
  serveClientRequests(serving);
  serveNormalising(serving);
  serveConsistency(serving, today);
  serveExplorer(serving, { files, today });
  documents.listen(connection);
  connection.listen();
}

function abilitiesOf(
  { textDocument, workspace }: InitializeParams['capabilities'],
  {
    savesGlossary = false,
    teachesGlossary = false,
    romanises = false,
    editsNotes = false,
    addsToLibrary = false,
  }: InitializationOptions,
): ActionAbilities {
  const {
    documentChanges = false,
    resourceOperations,
    changeAnnotationSupport,
  } = workspace?.workspaceEdit ?? {};
  return {
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false,
    takesVersions: documentChanges,
    makesFiles: documentChanges && (resourceOperations?.includes('create') ?? false),
    savesGlossary,
    teachesGlossary,
    romanises,
    editsNotes,
    addsToLibrary,
    showsEdits: changeAnnotationSupport !== undefined,
  };
}
