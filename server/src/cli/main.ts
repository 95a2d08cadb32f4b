#!/usr/bin/env node
/** The entry point of the command line: what Node gives a command, what becomes of its exit code, and the language server. */

import { createInterface } from 'node:readline';
import { nodeCache, userCacheFolder } from '../desk/nodeCache';
import { createText, nodeFiles, writeText } from '../desk/nodeFiles';
import { wantsColours } from './colours';
import { run } from './commands';
import { serveSurveys, startSurveyThreads } from './surveyThreads';
import { CannotRun, EXIT, type ExitCode, type Terminal } from './terminal';

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

/** Written over itself until it is done; only where somebody looks on, and nothing else is printed there. */
function showProgress(what: string, done: number, of: number): void {
  if (!process.stderr.isTTY || of < SHOWN_FROM) return;
  const text = done < of ? `${what}: ${done} of ${of}` : '';
  if (done === of || done % SHOWN_EACH === 0) process.stderr.write(`\r\u001b[K${text}`);
}

const SHOWN_FROM = 50;
const SHOWN_EACH = 10;

const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whoever stops the program while it works is heard when the work is done. */
async function guarded<T>(work: (isStopped: () => boolean) => Promise<T>): Promise<T> {
  let stopped: NodeJS.Signals | undefined;
  const hear = (signal: NodeJS.Signals) => {
    stopped = signal;
  };
  for (const signal of STOPPING) process.on(signal, hear);
  try {
    const result = await work(() => stopped !== undefined);
    if (stopped !== undefined) setImmediate(() => process.kill(process.pid, stopped));
    return result;
  } finally {
    for (const signal of STOPPING) process.off(signal, hear);
  }
}

const afterwards: (() => Promise<void>)[] = [];

function terminalOf(keepsGlossaries: boolean): Terminal {
  const folder = keepsGlossaries ? userCacheFolder() : undefined;
  return {
    cwd: process.cwd().replaceAll('\\', '/'),
    files: nodeFiles,
    ...(folder !== undefined && { cache: nodeCache(folder, __filename) }),
    out: (text) => void process.stdout.write(text),
    error: (line) => void process.stderr.write(`${line}\n`),
    input: readInput,
    lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
    write: writeText,
    create: createText,
    today: () => new Date().toLocaleDateString('sv'),
    // Beside the bundle, as the styles are.
    consistencyPage: () => require.resolve('#consistency-page'),
    coloured: wantsColours(process.env, process.stdout.isTTY),
    later: (work) => void afterwards.push(work),
    guarded,
    surveyThreads: (root) => startSurveyThreads(__filename, root, folder),
    showProgress,
  };
}

async function serve(args: readonly string[]): Promise<ExitCode> {
  if (!args.includes('--stdio'))
    throw new CannotRun(
      'The language server speaks over standard input and output: nomenclator lsp --stdio.',
    );
  await import('../lsp/main.js');
  return EXIT.clean;
}

// A reader such as `head` that has seen enough closes the pipe; that is no failure of ours.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

const args = process.argv.slice(2);
if (!serveSurveys(__filename))
  (args[0] === 'lsp' ? serve(args) : run(terminalOf, args)).then(
    async (code) => {
      process.exitCode = code;
      for (const work of afterwards) await work();
    },
    (error: unknown) => {
      const message =
        error instanceof CannotRun
          ? error.message
          : `Nomenclator failed: ${error instanceof Error ? error.stack : error}`;
      process.stderr.write(`${message}\n`);
      process.exitCode = EXIT.couldNotRun;
    },
  );
