/** Temporary folders, with short paths: VS Code's sockets allow about a hundred characters. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Hands a new temporary folder to `work` and removes it afterwards. */
export async function withScratch(work) {
  const folder = mkdtempSync(join(tmpdir(), 'nom-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
