/** A desk in a folder of its own, outside the project. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes `files`, by their paths in the desk; `remove` takes all of it away. */
export function scratchDesk(files) {
  const root = mkdtempSync(join(tmpdir(), 'nomenclator-bench-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
