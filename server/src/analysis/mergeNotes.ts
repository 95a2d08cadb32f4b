/** Makes one note of two: what referred to the second refers to the first. */

import { labelKey, type NoteDefinition, type Report } from '../markdown/report';
import type { Edit } from '../text/edit';
import { overlaps } from '../text/span';
import { linesOfNote } from './removeNote';

/** The references of `second` become those of `first`, and its definition goes. */
export function mergeNotes(
  { text, layout }: Report,
  first: NoteDefinition,
  second: NoteDefinition,
): readonly Edit[] {
  const removed = linesOfNote(text, second);
  const references = layout.references.filter(
    (one) => labelKey(one.label) === labelKey(second.label) && !overlaps(one, removed),
  );
  return [
    ...references.map(({ start, end }) => ({ span: { start, end }, newText: `[^${first.label}]` })),
    { span: removed, newText: '' },
  ];
}
