/** Makes one note of two: what referred to the second refers to the first. */

import { labelKey, type NoteDefinition, type Report } from '../../markdown/report';
import type { Edit } from '../../text/edit';
import { overlaps } from '../../text/span';
import { noteRemoval } from './removeNote';

/** The references of `second` become those of `first`, and its definition goes; undefined where it can't. */
export function mergeNotes(
  report: Report,
  first: NoteDefinition,
  second: NoteDefinition,
  remove = noteRemoval(report),
): readonly Edit[] | undefined {
  const { layout } = report;
  const removal = remove(second);
  if (!removal) return undefined;
  const removed = removal.span;
  const references = layout.references.filter(
    (one) => labelKey(one.label) === labelKey(second.label) && !overlaps(one, removed),
  );
  return [
    ...references.map(({ start, end }) => ({ span: { start, end }, newText: `[^${first.label}]` })),
    removal,
  ];
}
