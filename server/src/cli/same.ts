/** `nomenclator same`: tells whether two names are the same name, with a score and a reason. */

import { compareNames } from '../names/likeness/similarity';
import { CannotRun, EXIT, type ExitCode, type Terminal } from './terminal';

export interface SameOptions {
  readonly names: readonly string[];
  /** Pairs come by standard input, one a line, with a tab between. */
  readonly stdin: boolean;
}

/** One line of JSON a pair; needs no desk. */
export async function same(terminal: Terminal, { names, stdin }: SameOptions): Promise<ExitCode> {
  if (stdin) {
    const lines = (await terminal.input()).split(/\r?\n/).filter((line) => line !== '');
    terminal.out(lines.map((line, at) => compared(...pairOf(line, at))).join(''));
    return EXIT.clean;
  }
  const [first, second, ...more] = names;
  if (first === undefined || second === undefined || more.length > 0) {
    throw new CannotRun('Give two names: nomenclator same "Abu Saloh" "Abu Salokh".');
  }
  terminal.out(compared(first, second));
  return EXIT.clean;
}

function pairOf(line: string, at: number): [string, string] {
  const [first, second, ...more] = line.split('\t');
  if (first !== undefined && second !== undefined && more.length === 0) return [first, second];
  throw new CannotRun(`Line ${at + 1} is no pair. Write two names with a tab between them.`);
}

function compared(a: string, b: string): string {
  const { score, same: isSame, reason } = compareNames(a, b);
  return `${JSON.stringify({ a, b, score: Math.round(score * 10_000) / 10_000, same: isSame, reason })}\n`;
}
