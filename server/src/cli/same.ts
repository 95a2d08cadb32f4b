/** `nomenclator same`: tells whether two names are the same name, with a score and a reason. */

import { compareNames } from '../names/likeness/similarity';
import { CannotRun, EXIT, type ExitCode, type Terminal } from './terminal';

export interface SameOptions {
  readonly names: readonly string[];
  /** Pairs come by standard input, one a line, with a tab between. */
  readonly stdin: boolean;
}

/** One line of JSON a pair; needs no desk. Of lines that are no pair it tells the numbers; the others are answered all the same. */
export async function same(terminal: Terminal, { names, stdin }: SameOptions): Promise<ExitCode> {
  if (stdin) {
    let isWhole = true;
    for (const [at, line] of (await terminal.input()).split(/\r?\n/).entries()) {
      if (line === '') continue;
      const pair = pairOf(line);
      if (pair !== undefined) terminal.out(compared(...pair));
      else {
        isWhole = false;
        terminal.error(`Line ${at + 1} is no pair. Write two names with a tab between them.`);
      }
    }
    return isWhole ? EXIT.clean : EXIT.couldNotRun;
  }
  const [first, second, ...more] = names;
  if (first === undefined || second === undefined || more.length > 0) {
    throw new CannotRun('Give two names: nomenclator same "Abu Saloh" "Abu Salokh".');
  }
  terminal.out(compared(first, second));
  return EXIT.clean;
}

/** The two names of a line; nothing where it has not exactly one tab. */
function pairOf(line: string): [string, string] | undefined {
  const [first, second, ...more] = line.split('\t');
  return first !== undefined && second !== undefined && more.length === 0 ? [first, second] : undefined;
}

function compared(a: string, b: string): string {
  const { score, same: isSame, reason } = compareNames(a, b);
  return `${JSON.stringify({ a, b, score: Math.round(score * 10_000) / 10_000, same: isSame, reason })}\n`;
}
