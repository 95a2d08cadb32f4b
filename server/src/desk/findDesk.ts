/** Finds the desk that a file belongs to: the nearest folder above it with a `nomenclator.yaml`. */

import { CONFIG_NAME } from './config';
import type { FileSystem } from './files';
import { join, parentOf } from './path';

/** The desk's folder, looked for from `folder` upwards; undefined if there is none. */
export async function findDesk(files: FileSystem, folder: string): Promise<string | undefined> {
  for (let at = folder; ; ) {
    const entries = await files.list(at);
    if (entries.some(({ name, isFolder }) => name === CONFIG_NAME && !isFolder)) return at;
    const above = parentOf(at);
    if (above === at) return undefined;
    at = above;
  }
}

export const configPathOf = (root: string): string => join(root, CONFIG_NAME);
