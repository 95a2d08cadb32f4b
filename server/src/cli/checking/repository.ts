/** Finds the folder of the repository, relative to which other programs are told of files. */

import type { FileSystem } from '../../desk/files';
import { parentOf } from '../../desk/path';

/** The nearest folder from `folder` upwards with a `.git` in it; without any, the folder itself. */
export async function repositoryOf(files: FileSystem, folder: string): Promise<string> {
  for (let at = folder; ; ) {
    if ((await files.list(at)).some(({ name }) => name === '.git')) return at;
    const above = parentOf(at);
    if (above === at) return folder;
    at = above;
  }
}
