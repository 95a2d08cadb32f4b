/** Finds the type that somebody meant, for a file that may have the same wrong one in every entry. */

import { nearest } from '../../text/nearest';

const LONGEST_TYPE = 60;
const MOST_KNOWN = 100;

/** For types of one format; gives undefined where nothing is alike. */
export function nearestTypeOf(types: ReadonlyMap<string, string>): (written: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (written) => {
    if (written === '' || written.length > LONGEST_TYPE) return undefined;
    if (!known.has(written)) {
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(written, nearest(written, types.keys(), 1)[0]);
    }
    return known.get(written);
  };
}
