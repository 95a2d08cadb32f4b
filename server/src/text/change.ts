/** Finds what has changed between two texts. */

/** Between `from` and `toBefore` in the one text stands what stands between `from` and `toNow` in the other. */
export interface Change {
  readonly from: number;
  readonly toBefore: number;
  readonly toNow: number;
}

/** Whole slices are compared much faster than letters. */
const SLICE = 1024;

/** The one stretch in which two texts differ; empty at their end if they are the same. */
export function changeBetween(before: string, now: string): Change {
  const shorter = Math.min(before.length, now.length);
  let from = 0;
  while (from + SLICE <= shorter && before.slice(from, from + SLICE) === now.slice(from, from + SLICE))
    from += SLICE;
  while (from < shorter && before.charCodeAt(from) === now.charCodeAt(from)) from++;
  let [toBefore, toNow] = [before.length, now.length];
  while (
    Math.min(toBefore, toNow) - SLICE >= from &&
    before.slice(toBefore - SLICE, toBefore) === now.slice(toNow - SLICE, toNow)
  ) {
    toBefore -= SLICE;
    toNow -= SLICE;
  }
  while (Math.min(toBefore, toNow) > from && before.charCodeAt(toBefore - 1) === now.charCodeAt(toNow - 1)) {
    toBefore--;
    toNow--;
  }
  return { from, toBefore, toNow };
}
