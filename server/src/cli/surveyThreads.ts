/** Threads of Node that survey reports beside the first one: how they are started, and what they do. */

import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { nodeCache } from '../desk/nodeCache';
import { nodeFiles } from '../desk/nodeFiles';
import { Desks } from './desks';
import { type Surveyed, type SurveyThread, surveyFile } from './surveyQueue';
import type { Terminal } from './terminal';

/** What a thread is to know before it begins. */
interface Beginning {
  readonly surveys: true;
  readonly root: string;
  readonly cache: string | undefined;
}

/** An analysis lives no longer than its report: with so many megabytes for what is young, hardly any of it grows old. */
const YOUNG = 64;
/** More would wait for the disk. */
const MOST_THREADS = 7;

export interface SurveyThreads {
  readonly threads: readonly SurveyThread[];
  end(): void;
}

/**
 * Starts as many threads as leave a processor to this one.
 *
 * @param file what each thread runs: it is to call `serveSurveys`.
 * @param root the folder of the desk.
 * @param cache the folder in which compiled glossaries are kept.
 */
export function startSurveyThreads(file: string, root: string, cache: string | undefined): SurveyThreads {
  const count = Math.min(MOST_THREADS, availableParallelism() - 1);
  const data: Beginning = { surveys: true, root, cache };
  const workers = Array.from(
    { length: count },
    () => new Worker(file, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } }),
  );
  return {
    threads: workers.map(threadOf),
    end: () => {
      for (const worker of workers) void worker.terminate();
    },
  };
}

/** What the thread answers comes in the order in which it was asked. */
function threadOf(worker: Worker): SurveyThread {
  const asked: { resolve(surveyed: readonly Surveyed[]): void; reject(why: unknown): void }[] = [];
  let failed: Error | undefined;
  const fail = (why: unknown) => {
    failed = why instanceof Error ? why : new Error(`The thread ended: ${why}`);
    for (const { reject } of asked.splice(0)) reject(failed);
  };
  worker.on('message', (surveyed: readonly Surveyed[]) => asked.shift()?.resolve(surveyed));
  worker.on('error', fail);
  worker.on('exit', fail);
  return {
    survey: (paths) =>
      new Promise((resolve, reject) => {
        if (failed) reject(failed);
        else {
          asked.push({ resolve, reject });
          worker.postMessage(paths);
        }
      }),
  };
}

/** In a thread that was started to survey: does so until it is ended. Whether this is one. */
export function serveSurveys(file: string): boolean {
  const data = workerData as Beginning | null;
  if (isMainThread || !data?.surveys || !parentPort) return false;
  const port = parentPort;
  const { root, cache } = data;
  const terminal: Pick<Terminal, 'cwd' | 'files' | 'cache'> = {
    cwd: root,
    files: nodeFiles,
    ...(cache !== undefined && { cache: nodeCache(cache, file) }),
  };
  const desk = new Desks(terminal, '.', { guesses: true }).of(root);
  let before: Promise<void> = Promise.resolve();
  port.on('message', (paths: readonly string[]) => {
    before = before.then(async () => {
      const { works } = await desk;
      const surveyed: Surveyed[] = [];
      for (const path of paths) surveyed.push(await surveyFile({ files: nodeFiles, works }, path));
      port.postMessage(surveyed);
    });
  });
  return true;
}
