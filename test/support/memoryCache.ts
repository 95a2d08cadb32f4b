/** A cache in memory, for tests: what was written can be looked at, and broken. */

import type { IndexCache } from '../../server/src/desk/indexCache';

export class MemoryCache implements IndexCache {
  readonly kept = new Map<string, Uint8Array>();
  program: string;
  /** Every key that was asked for and was there. */
  readonly hits: string[] = [];

  constructor(program = 'one') {
    this.program = program;
  }

  async has(key: string): Promise<boolean> {
    return this.kept.has(key);
  }

  async read(key: string): Promise<Uint8Array | undefined> {
    const bytes = this.kept.get(key);
    if (bytes) this.hits.push(key);
    return bytes?.slice();
  }

  async write(key: string, bytes: Uint8Array): Promise<void> {
    this.kept.set(key, bytes.slice());
  }
}
