/** Takes a note out of a report, so that all that stands around it stays what it is. */

import { blockQuotationDepth } from '../../markdown/blockQuotationDepth';
import { outlineOf, PLACEHOLDER } from '../../markdown/outline';
import type { NoteDefinition, Report } from '../../markdown/report';
import { applyEdits, type Edit } from '../../text/edit';
import { firstIndex } from '../../text/firstIndex';
import { lineStartAt } from '../../text/lines';

/** To make sure takes parsing the blocks around a note; when so many characters have been parsed, no further note is. */
const MOST_PARSED = 50_000;
/** To parse even a few takes as long as to go on for so many. */
const BEGUN = 200;
/** What stands before a line of a block quotation, or of anything that is indented. */
const CONTINUED = /^[ \t>]*$/;

/**
 * The edit that removes a note, with its lines and one of the blank lines around it. Where the note stands in a list or a
 * block quotation, what goes with it is what leaves every other block as it was; undefined where that can't be made sure.
 */
export function noteRemoval(report: Report): (note: NoteDefinition) => Edit | undefined {
  let left = MOST_PARSED;
  return (note) => {
    const [first, ...others] = candidates(report.text, note);
    if (isPlain(report, note)) return first;
    if (left <= 0) return undefined;
    const around = blocksAround(report, note);
    const { start } = around;
    const part = report.text.slice(start, around.end);
    const outline = (stretch: string, leftOut?: number) => {
      left -= stretch.length + BEGUN;
      return outlineOf(stretch, leftOut);
    };
    const wanted = outline(part, note.start - start);
    for (const edit of [first!, ...others]) {
      const { span, newText } = edit;
      const moved = { span: { start: span.start - start, end: span.end - start }, newText };
      if (outline(applyEdits(part, [moved])) === wanted) return edit;
    }
    return undefined;
  };
}

/** The last of the blocks that begins at the offset or before it; -1 if none does. A report may have very many. */
function lastBefore(blocks: readonly { readonly start: number }[], offset: number): number {
  return firstIndex(blocks.length, (at) => blocks[at]!.start <= offset) - 1;
}

/** The block in which the note stands, the one before it and two behind it. */
function blocksAround({ text, layout: { parsed } }: Report, note: NoteDefinition) {
  const { blocks } = parsed;
  const which = lastBefore(blocks, note.start);
  const start = blocks[Math.max(0, which - 1)]?.start ?? 0;
  return { start, end: blocks[which + 3]?.start ?? text.length };
}

/** Whether the note stands among others, or between paragraphs: its lines can go, and nothing happens to theirs. */
function isPlain({ text, layout: { parsed } }: Report, note: NoteDefinition): boolean {
  const { blocks } = parsed;
  const which = lastBefore(blocks, note.start);
  const block = blocks[which]!;
  if (block.kind !== 'FootnoteDefinition' || block.from !== note.start) return false;
  const [before, behind] = [blocks[which - 1], blocks[which + 1]];
  if (before && !/^(?:Paragraph|FootnoteDefinition|ATXHeading)/.test(before.kind)) return false;
  if (!behind) return true;
  if (behind.from !== behind.start) return false;
  if (behind.kind === 'FootnoteDefinition') return true;
  const isApart = /(?:\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)/.test(text.slice(note.end, behind.start));
  return isApart && /^(?:Paragraph|ATXHeading)/.test(behind.kind);
}

/** What may be removed, best first: the last of them changes least. */
function candidates(text: string, note: NoteDefinition): Edit[] {
  const lineStart = lineStartAt(text, note.start);
  const end = lineEndAt(text, note.end);
  const prefix = text.slice(lineStart, note.start);
  const lineBefore =
    lineStart === 0 ? undefined : lineStartAt(text, lineStart - lineEndLength(text, lineStart));
  const isBlank = (from: number, to: number) => CONTINUED.test(text.slice(from, to).replace(/[\r\n]+$/, ''));
  const blankBefore = lineBefore !== undefined && isBlank(lineBefore, lineStart) ? lineBefore : undefined;
  const endBehind = lineEndAt(text, end);
  const blankBehind = end < text.length && isBlank(end, endBehind) ? endBehind : undefined;
  const isLast = text.slice(blankBehind ?? end).trim() === '';

  const lines = cut(lineStart, end);
  const withBehind = blankBehind === undefined ? [] : [cut(lineStart, blankBehind)];
  const withBefore = blankBefore === undefined ? [] : [cut(blankBefore, end)];
  const ends =
    blankBehind !== undefined &&
    blockQuotationDepth(text.slice(end, blankBehind)) < blockQuotationDepth(prefix);
  const isApart = blankBefore !== undefined || lineStart === 0;
  const whole = isLast
    ? [...(blankBefore === undefined ? [] : [cut(blankBefore, text.length)]), ...withBehind, lines]
    : isApart
      ? ends
        ? [...withBefore, ...withBehind, lines]
        : [...withBehind, lines, ...withBefore]
      : [lines, ...withBehind];

  // The parser takes a carriage return for a part of the line.
  const ownEnd = note.start + text.slice(note.start, note.end).trimEnd().length;
  const within = { start: lineStart + prefix.trimEnd().length, end: ownEnd };
  const nextText = note.end + /^[\s>]*/.exec(text.slice(note.end))![0].length;
  const pulledUp = CONTINUED.test(prefix) ? [] : [cut(note.start, nextText)];
  return [
    ...whole,
    ...pulledUp,
    { span: within, newText: '' },
    { span: { start: note.start, end: ownEnd }, newText: PLACEHOLDER },
  ];
}

const cut = (start: number, end: number): Edit => ({ span: { start, end }, newText: '' });

const isLineEnd = (sign: string | undefined): boolean => sign === '\n' || sign === '\r';

/** The offset behind the line's end. */
function lineEndAt(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineEnd(text[at])) at++;
  if (at === text.length) return at;
  return at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1);
}

/** The length of the line end that stands before an offset. */
const lineEndLength = (text: string, offset: number): number =>
  text[offset - 1] === '\n' && text[offset - 2] === '\r' ? 2 : 1;
