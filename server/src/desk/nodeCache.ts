/** A cache of compiled glossaries in a folder of the user's, through Node: private, bounded, and never in the way. */

import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { IndexCache } from './indexCache';
import { readWhole } from './nodeFiles';

/** What is no longer asked for gives way when there are more files or bytes than these. */
const MOST_FILES = 100;
const MOST_BYTES = 2 * 1024 ** 3;
const FOR_OWNER_ONLY = { folder: 0o700, file: 0o600 } as const;
const KEPT = /^[0-9a-z-]+\.index$/;
/** Somebody stopped while writing it, a long time ago. */
const LEFT_BEHIND = /^[0-9a-z-]+\.index\.[0-9a-f-]+$/;
const AN_HOUR = 60 * 60 * 1000;

/**
 * The cache in `folder`, which is made when something is first written. Drafts and the glossaries of drafts may be
 * sensitive: nobody but the owner can read what lies here.
 *
 * @param programPath the file that is running: what another program, or another state of it, wrote is never read.
 */
export function nodeCache(folder: string, programPath: string): IndexCache {
  const pathOf = (key: string) => join(folder, `${key}.index`);
  return {
    program: programOf(programPath),
    async has(key) {
      const now = new Date();
      return utimes(pathOf(key), now, now).then(
        () => true,
        () => false,
      );
    },
    async read(key) {
      try {
        const bytes = await readWhole(pathOf(key));
        await this.has(key);
        return bytes;
      } catch {
        return undefined;
      }
    },
    async write(key, bytes) {
      const written = `${pathOf(key)}.${randomUUID()}`;
      try {
        await mkdir(folder, { recursive: true, mode: FOR_OWNER_ONLY.folder });
        await chmod(folder, FOR_OWNER_ONLY.folder);
        await writeFile(written, bytes, { mode: FOR_OWNER_ONLY.file, flag: 'wx' });
        await rename(written, pathOf(key));
        await makeRoom(folder);
      } catch {
        await rm(written, { force: true }).catch(() => {});
      }
    },
  };
}

/** The folder for caches of this user; undefined where there is no such thing. */
export function userCacheFolder(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const home = environment.HOME || environment.USERPROFILE || homedir();
  const base =
    process.platform === 'win32'
      ? environment.LOCALAPPDATA
      : process.platform === 'darwin'
        ? home && join(home, 'Library', 'Caches')
        : environment.XDG_CACHE_HOME || (home && join(home, '.cache'));
  return base ? join(base, 'nomenclator') : undefined;
}

/** A program that has been built anew has another time, if not another size; one that nobody knows shares nothing. */
function programOf(path: string): string {
  try {
    const { size, mtimeMs } = statSync(path);
    return `${path} ${size} ${mtimeMs}`;
  } catch {
    return randomUUID();
  }
}

/** The files that were not asked for the longest go. */
async function makeRoom(folder: string): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const path = join(folder, name);
      return { name, path, ...(await stat(path).then(({ size, mtimeMs }) => ({ size, mtimeMs }))) };
    }),
  );
  const kept = files.filter(({ name }) => KEPT.test(name)).sort((a, b) => b.mtimeMs - a.mtimeMs);
  let bytes = 0;
  for (const [index, { path, size }] of kept.entries()) {
    bytes += size;
    if (index >= MOST_FILES || (bytes > MOST_BYTES && index > 0)) await rm(path, { force: true });
  }
  for (const { name, path, mtimeMs } of files)
    if (LEFT_BEHIND.test(name) && Date.now() - mtimeMs > AN_HOUR) await rm(path, { force: true });
}
