/** Finds a place among things in order by halving. */

/**
 * The number of the first of `count` things in order that is no longer before what is sought; `count` if all are.
 *
 * @param isBefore whether the thing of a number is; of things in order, the first ones are.
 */
export function firstIndex(count: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
