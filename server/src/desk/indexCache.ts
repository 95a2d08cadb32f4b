/** Where a desk keeps what it would otherwise work out again: bytes under a key, which may be gone or wrong at any time. */

/**
 * No method throws or rejects: a cache that does not work is as good as none. What is read may be anything;
 * whoever reads it makes sure that it is what was written.
 */
export interface IndexCache {
  /** Differs for any two programs that might compile a glossary differently. */
  readonly program: string;
  /** Whether something is kept under the key; it stays longer for having been asked for. */
  has(key: string): Promise<boolean>;
  /** What was last written under the key; undefined if there is nothing. A key has small letters, digits and hyphens. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** Resolves when the bytes are kept, or will never be. */
  write(key: string, bytes: Uint8Array): Promise<void>;
}
