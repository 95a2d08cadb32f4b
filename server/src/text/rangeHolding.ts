/** Finds which of many ranges, one behind the other, holds a number. */

/**
 * @param starts where each range begins, rising; the first at or before `number`.
 * @param count how many of them there are.
 */
export function rangeHolding(starts: ArrayLike<number>, count: number, number: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}
