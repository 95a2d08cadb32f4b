/** Tells two words that differ by a slip of the pen: one letter wrong, missing or too many, or two exchanged. */

/** How a word differs from another, if it is only by one letter, or by two that are exchanged; undefined else. */
export function slip(wrong: string, right: string): string | undefined {
  if (wrong === right || Math.abs(wrong.length - right.length) > 1) return undefined;
  let at = 0;
  while (at < wrong.length && at < right.length && wrong[at] === right[at]) at++;
  const isRest = (ofWrong: number, ofRight: number) =>
    wrong.slice(at + ofWrong) === right.slice(at + ofRight);
  if (wrong.length > right.length) return isRest(1, 0) ? 'a letter too many' : undefined;
  if (wrong.length < right.length) return isRest(0, 1) ? 'a letter is missing' : undefined;
  if (isRest(1, 1)) return `${wrong[at]} for ${right[at]}`;
  // Exchanged with the next letter, or with the one behind it: *Shafirov* for *Sharifov*.
  const isExchanged = [1, 2].some(
    (by) =>
      wrong[at] === right[at + by] &&
      wrong[at + by] === right[at] &&
      wrong.slice(at + 1, at + by) === right.slice(at + 1, at + by) &&
      isRest(by + 1, by + 1),
  );
  return isExchanged ? 'two letters exchanged' : undefined;
}
