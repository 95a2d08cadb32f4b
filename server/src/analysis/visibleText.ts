/** What the reader sees of a span: without hidden signs, and with one space for a line break. */

import { firstIndex } from '../text/firstIndex';
import type { Span } from '../text/span';
import { WRITTEN_SPACE } from './mention';

/**
 * `hidden` are the spans that are not seen, sorted and disjoint; those before `first` are known to end before the span.
 * They may be many, and the spans that are asked for too.
 */
export function visibleText(
  text: string,
  { start, end }: Span,
  hidden: readonly Span[],
  first = firstBehind(hidden, start),
): string {
  let seen = '';
  let at = start;
  for (let k = first; k < hidden.length && hidden[k]!.start < end; k++) {
    const sign = hidden[k]!;
    if (sign.end <= start) continue;
    seen += text.slice(at, sign.start);
    if (WRITTEN_SPACE.test(text.slice(sign.start, Math.min(sign.end, sign.start + 16)))) seen += '\n';
    at = sign.end;
  }
  seen += text.slice(at, end);
  return seen.includes('\n') || seen.includes('\r') ? seen.replace(/[ \t]*[\r\n]+[ \t]*/g, ' ') : seen;
}

/** The number of the first span that ends behind an offset. */
function firstBehind(hidden: readonly Span[], offset: number): number {
  return firstIndex(hidden.length, (at) => hidden[at]!.end <= offset);
}
