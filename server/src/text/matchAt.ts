/** Matches a pattern at one place of a text. */

/** @param pattern sticky (`y`); null where it does not match right at the offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
