/** Puts a new note into a report: which label it gets, and where its definition goes. */

import type { NoteDefinition, Report } from '../markdown/report';
import type { Edit } from '../text/edit';

/** The note that cites this source and nothing else, without a page: to be referred to again. */
export function existingNote({ generated }: Report, key: string): NoteDefinition | undefined {
  return generated.find(
    ({ cluster: { cites } }) =>
      cites.length === 1 && cites[0]!.key === key && cites[0]!.locator === undefined,
  )?.definition;
}

/** The number after the highest that the report uses. */
export function nextLabel({ layout }: Report): string {
  let highest = 0;
  for (const { label } of [...layout.references, ...layout.definitions]) {
    if (/^\d{1,9}$/.test(label)) highest = Math.max(highest, Number(label));
  }
  return String(highest + 1);
}

/** A definition that keeps its citation in a comment, so that it can be made anew. */
export const generatedDefinition = (label: string, note: string, key: string): string =>
  `[^${label}]: ${note} <!-- @${key} -->`;

/** Adds a definition behind the last one, spaced as those are; or, as the first, at the end of the report. */
export function insertDefinition({ text, layout }: Report, definition: string): Edit {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const last = layout.definitions.at(-1);
  if (!last) {
    const gap =
      text === '' || /(?:\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(text)
        ? ''
        : /[\r\n]$/.test(text)
          ? lineEnd
          : lineEnd.repeat(2);
    return { span: { start: text.length, end: text.length }, newText: `${gap}${definition}${lineEnd}` };
  }
  const before = layout.definitions.at(-2);
  const isTight =
    before !== undefined &&
    !/[\r\n][ \t]*[\r\n]/.test(text.slice(before.text.end, last.start).replace(/\r\n/g, '\n'));
  const at = Math.max(last.mark.end, last.text.end);
  return { span: { start: at, end: at }, newText: lineEnd.repeat(isTight ? 1 : 2) + definition };
}
