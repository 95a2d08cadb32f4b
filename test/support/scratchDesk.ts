/** A desk on the disk, in a folder that is removed after the tests. */

import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface ScratchDesk {
  /** With `/`, whatever the system. */
  readonly root: string;
  write(path: string, content: string | Uint8Array): void;
  read(path: string): string;
  remove(): void;
}

/** `files` by their paths in the desk. */
export function scratchDesk(files: Readonly<Record<string, string | Uint8Array>>): ScratchDesk {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'nomenclator-')));
  const desk: ScratchDesk = {
    root: root.replaceAll('\\', '/'),
    write(path, content) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    read: (path) => readFileSync(join(root, path), 'utf8'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  for (const [path, content] of Object.entries(files)) desk.write(path, content);
  return desk;
}
