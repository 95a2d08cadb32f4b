/** Runs the command line in a desk on the disk: as a process, or, where nothing but Node would differ, in this one. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { run } from '../../server/src/cli/commands';
import { CannotRun, EXIT, type Terminal } from '../../server/src/cli/terminal';
import { createText, nodeFiles, writeText } from '../../server/src/desk/nodeFiles';

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

export interface CallOptions {
  readonly input?: string;
  /** What the command is to find otherwise than it is on this machine. */
  readonly world?: Partial<Terminal>;
}

/** What `nomenclator` prints of the same arguments, without the half second that a process takes to start. */
export async function call(
  folder: string,
  args: readonly string[],
  { input = '', world = {} }: CallOptions = {},
): Promise<Ran> {
  let [stdout, stderr] = ['', ''];
  const terminal: Terminal = {
    cwd: folder.replaceAll('\\', '/').replace(/\/$/, ''),
    files: nodeFiles,
    out: (text) => {
      stdout += text;
    },
    error: (line) => {
      stderr += `${line}\n`;
    },
    input: async () => input,
    async *lines() {
      yield* input.split('\n');
    },
    write: writeText,
    create: createText,
    today: () => '2019-04-11',
    ...world,
  };
  let status: number;
  try {
    status = await run(() => terminal, args);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    terminal.error(error.message);
    status = EXIT.couldNotRun;
  }
  return { status, stdout, stderr };
}
