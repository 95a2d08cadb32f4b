/** A file system in memory, for tests: what a desk would find on a disk, with files that break on command. */

import type { FileSystem, FolderEntry, ReadResult } from '../../server/src/desk/files';

export class MemoryFiles implements FileSystem {
  readonly #texts = new Map<string, string>();
  readonly #failures = new Map<string, string>();
  readonly #protected = new Set<string>();
  /** Every path that was read, in order. */
  readonly reads: string[] = [];
  /** Called before each reading: for files that change or vanish while a desk loads. */
  beforeRead: (path: string) => void = () => {};

  /** Paths are absolute and use `/`. */
  constructor(texts: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(texts)) this.#texts.set(path, text);
  }

  write(path: string, text: string): void {
    this.#failures.delete(path);
    this.#texts.set(path, text);
  }

  remove(path: string): void {
    this.#texts.delete(path);
    this.#failures.delete(path);
  }

  /** The file stays in its folder, and reading it fails. */
  makeUnreadable(path: string): void {
    this.#failures.set(path, `${path} may not be read. Check its permissions.`);
  }

  /** The file may be read, and not be written over. */
  protect(path: string): void {
    this.#protected.add(path);
  }

  async isWritable(path: string): Promise<boolean> {
    return this.#texts.has(path) && !this.#protected.has(path);
  }

  text(path: string): string | undefined {
    return this.#texts.get(path);
  }

  async read(path: string): Promise<ReadResult> {
    this.beforeRead(path);
    this.reads.push(path);
    const failure = this.#failures.get(path);
    if (failure !== undefined) return { failure };
    const text = this.#texts.get(path);
    return text === undefined ? { failure: `${path} does not exist. Check the name.` } : { text };
  }

  async list(folder: string): Promise<readonly FolderEntry[]> {
    const inside = folder.endsWith('/') ? folder : `${folder}/`;
    const entries = new Map<string, FolderEntry>();
    for (const path of this.#texts.keys()) {
      if (!path.startsWith(inside)) continue;
      const [name = '', ...below] = path.slice(inside.length).split('/');
      entries.set(name, { name, isFolder: below.length > 0 });
    }
    return [...entries.values()];
  }
}
