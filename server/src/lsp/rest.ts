/** Makes the rests of long work: every few milliseconds the server turns to what has arrived meanwhile. */

import type { Rest } from '../text/steps';

/**
 * A rest that several works share: in each turn of the event loop one of them goes on, in the order in which they
 * came, for one slice. What begins in a quiet moment begins at once.
 *
 * @param now a clock in milliseconds.
 * @param slice the longest that a slice of work takes, in milliseconds, but for its last step.
 */
export function makeRest(now: () => number, slice: number): Rest {
  const waiting: (() => void)[] = [];
  /** When the work of this turn began; undefined while there is none. */
  let began: number | undefined;
  const begin = (): void => {
    began = now();
    setImmediate(turn);
  };
  const turn = (): void => {
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
