/** A desk in a folder of its own, outside the project. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes `files`, by their paths in the desk; `write` adds more, one after another, and `remove` takes all of it away. */
export function scratchDesk(files) {
  const root = mkdtempSync(join(tmpdir(), 'nomenclator-bench-'));
  const write = (all) => {
    for (const { path, text } of all) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  };
  write(Object.entries(files).map(([path, text]) => ({ path, text })));
  return { root, write, remove: () => rmSync(root, { recursive: true, force: true }) };
}
