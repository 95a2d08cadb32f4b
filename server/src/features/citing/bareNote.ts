/** Puts an empty note into a report: the reference here, the definition below, the caret in it. */

import { type Report, readReport } from '../../markdown/report';
import { applyEdits, type Edit } from '../../text/edit';
import { behindBlock, insertDefinition } from './insertDefinition';
import { nextLabel } from './noteInsertion';

/** What an insertion does; the caret is an offset of the text after all edits. */
export type BareNote =
  | { readonly edits: readonly Edit[]; readonly caret: number; readonly label: string }
  | { readonly refusal: string };

const IN_NOTE = 'This is a note already. Put the cursor into the text that the new note is to belong to.';
const NOT_IN_TEXT =
  'A note cannot stand in code, in an address, in HTML or in the front matter. Put the cursor into the text.';
const NOT_CLOSED =
  'A comment or a block of code is not closed, so that no note below it would be one. Close it, then try again.';

/** A note whose reference stands at `offset`, or behind the reference that this is in. */
export function insertBareNote(report: Report, offset: number): BareNote {
  const { text, layout } = report;
  const at = layout.references.find(({ start, end }) => start < offset && offset < end)?.end ?? offset;
  if (
    layout.definitions.some(
      ({ start, mark, text: body }) => start <= at && at <= Math.max(mark.end, body.end),
    )
  )
    return { refusal: IN_NOTE };
  const label = nextLabel(report);
  const reference: Edit = { span: { start: at, end: at }, newText: `[^${label}]` };
  const referring = readReport(applyEdits(text, [reference]), report);
  if (!referring.layout.references.some(({ start }) => start === at)) return { refusal: NOT_IN_TEXT };
  const definition = beginDefinition(referring, label, at);
  if (!definition) return { refusal: NOT_CLOSED };
  const { start } = definition.span;
  const caret = start + definition.newText.trimEnd().length + ' '.length;
  const added = reference.newText.length;
  if (start < at + added) return { edits: [definition, reference], label, caret };
  // Editors do not say which of two edits at one place comes first.
  if (start === at + added)
    return { edits: [{ ...reference, newText: reference.newText + definition.newText }], label, caret };
  const below = { start: start - added, end: start - added };
  return { edits: [reference, { span: below, newText: definition.newText }], label, caret };
}

/**
 * An empty definition for the reference at an offset, where Markdown reads it as one: in its usual place, behind the text
 * that refers to it, or at the end. Nothing where all that is left is an unclosed comment, say.
 */
export function beginDefinition(report: Report, label: string, reference: number): Edit | undefined {
  const { text } = report;
  return [undefined, behindBlock(report, reference), text.trimEnd().length]
    .map((place) => insertDefinition(report, `[^${label}]: `, place))
    .find((edit) =>
      readReport(applyEdits(text, [edit]), report).layout.definitions.some((one) => one.label === label),
    );
}
