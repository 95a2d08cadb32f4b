/** Puts the definition of a note into a report, where it takes nothing else into itself and parts no list or quotation. */

import type { Report } from '../../markdown/report';
import type { Edit } from '../../text/edit';
import { lineEndOf } from '../../text/lines';

/**
 * Adds a definition behind the last one, spaced as those are, but not within a list or a block quotation; or, as the
 * first, at the end of the report. Given a place (the end of a block), it goes there.
 */
export function insertDefinition(report: Report, definition: string, place?: number): Edit {
  const { text, layout } = report;
  const lineEnd = lineEndOf(text);
  const insertedAt = (at: number, gap: number): Edit => {
    // What stands in the next line would go on in the new note.
    const after = /^[ \t]*(?:\r\n|\n|\r)[ \t]*[^\s]/.test(text.slice(at, at + MOST_INDENTED)) ? lineEnd : '';
    return { span: { start: at, end: at }, newText: lineEnd.repeat(gap) + definition + after };
  };
  if (place !== undefined) return insertedAt(place, 2);
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
  const block = layout.parsed.blocks.findLast(({ start }) => start <= last.start);
  if (block?.from !== last.start) return insertedAt(behindBlock(report, last.start), 2);
  const before = layout.definitions.at(-2);
  const isTight =
    before !== undefined &&
    !/[\r\n][ \t]*[\r\n]/.test(text.slice(before.text.end, last.start).replace(/\r\n/g, '\n'));
  return insertedAt(Math.max(last.mark.end, last.text.end), isTight ? 1 : 2);
}

const MOST_INDENTED = 200;

/** The end of the outermost block that holds an offset, and of code behind it, which is indented as a note goes on. */
export function behindBlock({ text, layout: { parsed } }: Report, offset: number): number {
  const { blocks, frontMatterEnd } = parsed;
  let which = blocks.findLastIndex(({ start }) => start <= offset);
  while (blocks[which + 1]?.kind === 'CodeBlock') which++;
  const end = blocks[which]?.to ?? (frontMatterEnd || text.length);
  return text.slice(0, Math.max(offset, end)).trimEnd().length;
}
