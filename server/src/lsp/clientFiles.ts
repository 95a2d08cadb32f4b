/** The file system of an editor: files on a disk are read from it, all others by asking the client. */

import type { Connection } from 'vscode-languageserver/node';
import type { FileSystem, FolderEntry, ReadResult } from '../desk/files';
import { isUri } from './paths';
import {
  IS_WRITABLE,
  LIST_FOLDER,
  type ListedEntry,
  READ_FILE,
  type ReadFileResult,
  type ResourceParams,
} from './requests';

export function clientFiles(connection: Connection, disk: FileSystem, answers: () => boolean): FileSystem {
  const ask = <T>(method: string, params: ResourceParams): Promise<T> =>
    connection.sendRequest<T>(method, params);
  return {
    async read(path): Promise<ReadResult> {
      if (!isUri(path)) return disk.read(path);
      if (!answers()) return { failure: `${path} is not on a disk, and this editor does not hand it over.` };
      try {
        return await ask<ReadFileResult>(READ_FILE, { uri: path });
      } catch (error) {
        return { failure: `${path} could not be read (${error instanceof Error ? error.message : error}).` };
      }
    },
    async list(folder): Promise<readonly FolderEntry[]> {
      if (!isUri(folder)) return disk.list(folder);
      if (!answers()) return [];
      try {
        return await ask<readonly ListedEntry[]>(LIST_FOLDER, { uri: folder });
      } catch {
        return [];
      }
    },
    async realPath(path): Promise<string> {
      return isUri(path) ? path : ((await disk.realPath?.(path)) ?? path);
    },
    async isWritable(path): Promise<boolean> {
      if (!isUri(path)) return disk.isWritable(path);
      if (!answers()) return false;
      try {
        return await ask<boolean>(IS_WRITABLE, { uri: path });
      } catch {
        return false;
      }
    },
  };
}
