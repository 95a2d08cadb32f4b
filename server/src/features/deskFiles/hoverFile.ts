/** Draws what a reader sees who points into a file of the desk’s own: cards, sources, and what a key means. */

import type { SourceReference } from '../../glossary/entity';
import type { Glossary } from '../../glossary/glossary';
import { formatOf, type GlossaryFile } from '../../glossary/parse';
import { ENTRY } from '../../glossary/shape';
import { lineEnd } from '../../text/lines';
import { type Span, touches } from '../../text/span';
import { readTableRow, separatorOf, textOfCell } from '../../text/table';
import { renderCard } from '../card';
import { noteText } from '../safeMarkdown';
import { describedKey } from './completeFile';
import { type DeskFile, filePlaceAt } from './filePlace';
import { fileTargetAt } from './fileTarget';

export interface FileHover {
  readonly span: Span;
  readonly markdown: string;
}

export interface FileHoverContext {
  readonly glossary: Glossary;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The formatted note of a source; undefined if there is no such source. */
  sourceNote(reference: SourceReference): string | undefined;
}

/**
 * Undefined where there is nothing to say.
 *
 * @param read what the file gave when it was last read; undefined for the configuration.
 */
export function hoverFileAt(
  file: DeskFile,
  read: GlossaryFile | undefined,
  offset: number,
  { glossary, today, sourceNote }: FileHoverContext,
): FileHover | undefined {
  const target = fileTargetAt(file, read, offset);
  if (target?.kind === 'source') {
    const note = sourceNote({ id: target.key });
    return note === undefined ? undefined : { span: target.span, markdown: noteText(note) };
  }
  if (target) {
    const entity = glossary.entities.get(target.id);
    return (
      entity && { span: target.span, markdown: renderCard(entity, { glossary, sourceNote, asOf: today }) }
    );
  }
  if (formatOf(file.path) === 'table') return onColumn(file.text, offset);
  const place = filePlaceAt(file, offset);
  if (place?.is === 'key') {
    const key = Object.hasOwn(place.of.keys, place.text) ? place.of.keys[place.text] : undefined;
    return key && place.hasColon
      ? { span: place.span, markdown: `**${place.text}**: ${describedKey(key)}` }
      : undefined;
  }
  if (place?.is !== 'value' || place.shape.is !== 'choice') return undefined;
  const meaning = place.shape.meanings?.[place.text];
  return meaning === undefined ? undefined : { span: place.span, markdown: `**${place.text}**: ${meaning}` };
}

/** The name of a column of a table. */
function onColumn(text: string, offset: number): FileHover | undefined {
  if (offset > lineEnd(text, 0)) return undefined;
  const span = readTableRow(text, 0, separatorOf(text, 0)).cells.find((cell) => touches(cell, offset));
  const name = span && textOfCell(text, span).trim().toLowerCase();
  const key =
    name !== undefined && Object.hasOwn(ENTRY.keys, name)
      ? ENTRY.keys[name as keyof typeof ENTRY.keys]
      : undefined;
  return span && key && { span, markdown: `**${name}**: ${describedKey(key)}` };
}
