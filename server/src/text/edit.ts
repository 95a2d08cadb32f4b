/** Text edits, and applying several of them to one text at once. */

import type { Span } from './span';

/** Put `newText` in the place of `span`; both spans and offsets are those of the text before any edit. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * Applies edits together. Edits that overlap an earlier one (by position, then by order given) are left out,
 * so the result is always the text with whole edits made; identical edits count once.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const edit of compatible(edits)) {
    result += text.slice(done, edit.span.start) + edit.newText;
    done = edit.span.end;
  }
  return result + text.slice(done);
}

/** The edits in text order, without those that overlap one before them. */
export function compatible<E extends Edit>(edits: readonly E[]): E[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const kept: E[] = [];
  for (const edit of sorted) {
    const last = kept.at(-1);
    const free =
      !last || edit.span.start > last.span.end || (edit.span.start === last.span.end && !same(edit, last));
    if (free) kept.push(edit);
  }
  return kept;
}

const same = (a: Edit, b: Edit): boolean =>
  a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
