/** Answers the server's requests to read files and folders, with VS Code's own file systems. */

import { FilePermission, FileSystemError, FileType, Uri, workspace } from 'vscode';
import { type LanguageClient, RequestType } from 'vscode-languageclient/node';
import {
  IS_WRITABLE,
  LIST_FOLDER,
  type ListedEntry,
  READ_FILE,
  type ReadFileResult,
  type ResourceParams,
} from '../../server/src/lsp/requests';

const readFileRequest = new RequestType<ResourceParams, ReadFileResult, void>(READ_FILE);
const listFolderRequest = new RequestType<ResourceParams, readonly ListedEntry[], void>(LIST_FOLDER);
const isWritableRequest = new RequestType<ResourceParams, boolean, void>(IS_WRITABLE);

/** No glossary or report comes near this; it keeps a mistaken path from filling the memory. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Lets the server read workspaces that are not on a disk; to be called before the client is started. */
export function answerFileRequests(client: LanguageClient): void {
  client.onRequest(readFileRequest, ({ uri }) => readFile(Uri.parse(uri)));
  client.onRequest(listFolderRequest, ({ uri }) => listFolder(Uri.parse(uri)));
  client.onRequest(isWritableRequest, ({ uri }) => isWritable(Uri.parse(uri)));
}

async function readFile(uri: Uri): Promise<ReadFileResult> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if (type & FileType.Directory) return { failure: 'it is a folder' };
    if (size > MAX_FILE_BYTES) return { failure: 'it is larger than 64 MB' };
    return decode(await workspace.fs.readFile(uri));
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}

/** UTF-8, or UTF-16 with a byte-order mark, as files on a disk are read. The decoder drops the mark. */
function decode(bytes: Uint8Array): ReadFileResult {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    const failure = 'it is not UTF-8 text. Save it as UTF-8.';
    return bytes.includes(0)
      ? { failure }
      : { failure, legacyText: new TextDecoder('windows-1252').decode(bytes) };
  }
}

/** A symbolic link to a folder counts as a folder. */
async function listFolder(uri: Uri): Promise<readonly ListedEntry[]> {
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return entries.map(([name, type]) => ({ name, isFolder: (type & FileType.Directory) !== 0 }));
  } catch {
    return [];
  }
}

async function isWritable(uri: Uri): Promise<boolean> {
  try {
    const { permissions = 0 } = await workspace.fs.stat(uri);
    return (
      (permissions & FilePermission.Readonly) === 0 && workspace.fs.isWritableFileSystem(uri.scheme) === true
    );
  } catch {
    return false;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof FileSystemError)) return error instanceof Error ? error.message : String(error);
  switch (error.code) {
    case 'FileNotFound':
      return 'there is no such file';
    case 'NoPermissions':
      return 'reading it is not permitted';
    case 'FileIsADirectory':
      return 'it is a folder';
    default:
      return error.message;
  }
}
