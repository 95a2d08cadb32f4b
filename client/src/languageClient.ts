/** Makes the language client: how the server is started, and what passes between the two. */

import { type ExtensionContext, type LogOutputChannel, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  ADD_TO_GLOSSARY,
  type InitializationOptions,
  OPEN_ENTRY,
  TEACH_GLOSSARY,
} from '../../server/src/lsp/requests';
import { documentsToServe } from './documents';
import { renameEntity } from './renameEntity';
import { answerFileRequests } from './virtualFiles';

/** The start of the names of our settings, such as `nomenclator.trace.server`. */
const ID = 'nomenclator';

/** A client that is ready to be started; its messages go to `output`. */
export function createLanguageClient(context: ExtensionContext, output: LogOutputChannel): LanguageClient {
  const client: LanguageClient = new LanguageClient(
    ID,
    'Nomenclator',
    serverOptions(context),
    clientOptions(context, output, () => client),
  );
  answerFileRequests(client);
  return client;
}

/**
 * The server is a process of its own that speaks over Node's IPC channel: no port is opened. Without `execArgv` it would
 * inherit the extension host's flags, and with `--inspect` among them it would listen on one.
 */
function serverOptions(context: ExtensionContext): ServerOptions {
  return {
    module: Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath,
    transport: TransportKind.ipc,
    options: { execArgv: [] },
  };
}

/** The server watches the files of its desks itself, by dynamic registration, so that nothing is watched here. */
function clientOptions(
  context: ExtensionContext,
  output: LogOutputChannel,
  started: () => LanguageClient,
): LanguageClientOptions {
  return {
    documentSelector: documentsToServe(),
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // A card is drawn from glossary text, which may come from anywhere: no HTML, and of commands only those of our own links.
    markdown: {
      isTrusted: { enabledCommands: [OPEN_ENTRY, ADD_TO_GLOSSARY, TEACH_GLOSSARY] },
      supportHtml: false,
    },
    middleware: {
      // Where one extension refuses a new name, VS Code has the next one write it: its own takes a note for a link.
      provideRenameEdits: async (document, position, newName, token, next) => {
        try {
          if (await renameEntity(started(), document, position, newName)) return new WorkspaceEdit();
          return await next(document, position, newName, token);
        } catch (error) {
          void window.showWarningMessage(error instanceof Error ? error.message : String(error));
          return new WorkspaceEdit();
        }
      },
    },
    initializationOptions: {
      readsFiles: true,
      opensEntries: true,
      editsDeskFiles: true,
      savesGlossary: true,
      teachesGlossary: true,
      romanises: true,
      editsNotes: true,
      addsToLibrary: true,
      normalises: true,
      explores: true,
      explainsRules: true,
      ...cacheFolder(context),
    } satisfies InitializationOptions,
  };
}

/** Where VS Code lets extensions keep files of their own; nowhere if the reader does not want that, or it is not on a disk. */
function cacheFolder({ globalStorageUri }: ExtensionContext): Pick<InitializationOptions, 'cacheFolder'> {
  const isWanted = workspace.getConfiguration().get<boolean>('nomenclator.cache', true);
  return isWanted && globalStorageUri.scheme === 'file' ? { cacheFolder: globalStorageUri.fsPath } : {};
}
