/** Half-open spans of text: where something stands, in UTF-16 code units. */

import { firstIndex } from './firstIndex';

/** The code units `start` up to, but not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

export const sliceOf = (text: string, at: Span): string => text.slice(at.start, at.end);

/** Whether the two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `inner` lies wholly within `outer`; a span contains itself. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Whether a caret at `offset` touches the span: the position right behind its last letter counts. */
export const touches = (at: Span, offset: number): boolean => at.start <= offset && offset <= at.end;

/** Of spans in order that do not overlap, those that lie wholly within `outer`. */
export function spansWithin<T extends Span>(spans: readonly T[], outer: Span): readonly T[] {
  const first = firstIndex(spans.length, (at) => spans[at]!.start < outer.start);
  let end = first;
  while (end < spans.length && spans[end]!.end <= outer.end) end++;
  return spans.slice(first, end);
}
