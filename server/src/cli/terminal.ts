/** What a command may use of the world: where it writes, what it reads, where it was called. */

import type { FileSystem } from '../desk/files';
import type { IndexCache } from '../desk/indexCache';
import type { SurveyThreads } from './surveyThreads';

export interface Terminal {
  readonly cwd: string;
  readonly files: FileSystem;
  /** Where compiled glossaries are kept; without it, nothing is. */
  readonly cache?: IndexCache;
  /** Takes work that is to be done when the command has said all; without it, that is not done. */
  later?(work: () => Promise<void>): void;
  out(text: string): void;
  error(line: string): void;
  /** All of standard input. */
  input(): Promise<string>;
  /** The lines of standard input, each as soon as it has come. */
  lines(): AsyncIterable<string>;
  write(path: string, text: string): Promise<void>;
  /** Writes a new file, and the folders above it where there are none; rejects where it is there already. */
  create(path: string, text: string): Promise<void>;
  /** The date where the command was called: `2019-04-11`. */
  today(): string;
  /** The file of the page that shows a Name Consistency Report; throws where it has not been built. */
  consistencyPage?(): string;
  /**
   * Does work that is not to be cut off half way: who stops the program meanwhile is heard by `isStopped`, and the work
   * ends by itself. Without it, nothing is guarded.
   */
  guarded?<T>(work: (isStopped: () => boolean) => Promise<T>): Promise<T>;
  /** Starts threads that survey reports of the desk in a folder beside this one; without it, this one does all. */
  surveyThreads?(root: string): SurveyThreads;
  /** Shows a person who waits how much of something is done. */
  showProgress?(what: string, done: number, of: number): void;
  /** Whether what is printed is to be in colours. */
  readonly coloured?: boolean;
}

/** The command could not run; the message is one line that says what to do. */
export class CannotRun extends Error {}

/** A sentence that begins with a path, as it is told where the command was called: with the path from there. */
export const told = ({ cwd }: Pick<Terminal, 'cwd'>, sentence: string): string =>
  sentence.startsWith(`${cwd}/`) ? sentence.slice(cwd.length + 1) : sentence;

export const EXIT = { clean: 0, found: 1, couldNotRun: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
