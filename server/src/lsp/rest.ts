/** Makes the rests of long work: every few milliseconds the server turns to what has arrived meanwhile. */

import type { Rest } from '../text/steps';

export interface RestOptions {
  /** The longest that a slice of work takes, in milliseconds, but for its last step. */
  readonly slice: number;
  /** How many turns of the event loop lie between two slices. */
  readonly turns: number;
}

/**
 * A rest that several works share: one of them after the other goes on for one slice, in the order in which they came.
 * What begins in a quiet moment begins at once.
 *
 * @param now a clock in milliseconds.
 */
export function makeRest(now: () => number, { slice, turns }: RestOptions): Rest {
  const waiting: (() => void)[] = [];
  /** When the last slice began; undefined once its rest is over and nobody waits. */
  let began: number | undefined;
  const begin = (): void => {
    began = now();
    let left = turns;
    const turn = (): void => {
      if (--left > 0) setImmediate(turn);
      else end();
    };
    setImmediate(turn);
  };
  const end = (): void => {
    began = undefined;
    const goOn = waiting.shift();
    if (waiting.length > 0) begin();
    goOn?.();
  };
  return () => {
    if (began === undefined) begin();
    else if (now() - began >= slice) return new Promise((resolve) => waiting.push(resolve));
    return undefined;
  };
}
