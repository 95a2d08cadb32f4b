/** Runs the command line as a process, in a desk on the disk. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The compiled entry point. */
export const MAIN = join(__dirname, '..', '..', 'server', 'src', 'cli', 'main.js');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `nomenclator` with `args` in `folder`, without what the surroundings of the tests wish of colours. */
export function nomenclator(
  folder: string,
  args: readonly string[],
  { input = '', env = {} }: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Ran {
  const { FORCE_COLOR: _, NO_COLOR: __, ...plain } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: folder,
    input,
    env: { ...plain, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}
