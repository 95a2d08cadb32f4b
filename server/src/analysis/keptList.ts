/** Lays out a list that is kept between two comments, and tells whether it still is what it is made of. */

import { closingMark, openingMark } from '../markdown/keptBlocks';
import type { KeptBlock, KeptList, Report } from '../markdown/report';
import { lineEndOf } from '../text/lines';
import type { Span } from '../text/span';
import type { Found } from './rule';

/** A stretch where a list is kept. */
export interface KeptListState {
  /** The comment that opens it. */
  readonly opening: Span;
  /** All between the comments. */
  readonly span: Span;
  /** What is to stand there. */
  readonly made: string;
  readonly isCurrent: boolean;
}

/** The list as it stands between its comments, with blank lines around it, all lines with what stands before theirs. */
export function listText(content: string, lineEnd: string, prefix = ''): string {
  const next = `${lineEnd}${prefix.trimEnd()}${lineEnd}${prefix}`;
  if (content === '') return lineEnd + prefix;
  const lines = content.split(/\r?\n/).map((line) => (line === '' ? prefix.trimEnd() : prefix + line));
  return next + lines.join(lineEnd).slice(prefix.length) + next;
}

/** A list that is kept, beside what is to stand there: Markdown with `\n` between its lines; empty for an empty list. */
export function stateOfList(report: Report, { opening, inner }: KeptBlock, content: string): KeptListState {
  const prefix = linePrefix(report, opening);
  const made = listText(content, lineEndOf(report.text), prefix);
  const stands = report.text.slice(inner.start, inner.end);
  const isCurrent = folded(stands, prefix) === folded(made, prefix) && isWithin(stands, prefix);
  return { opening, span: inner, made, isCurrent };
}

/** What a rule on such lists reports: a mark without its other half, and a list that is no longer what it is made of. */
export function* keptListFindings(
  { unpairedMarks }: Report,
  states: readonly KeptListState[],
  { list, noun, message }: { readonly list: KeptList; readonly noun: string; readonly message: string },
): Generator<Found> {
  for (const { start, end, is } of unpairedMarks.filter((mark) => mark.list === list))
    yield {
      span: { start, end },
      message:
        is === 'opening'
          ? `This ${noun} is never closed, so it is not kept. Write “${closingMark(list)}” on a line below it.`
          : `Nothing opens this ${noun}. Write “${openingMark(list)}” on a line above it, or remove this comment.`,
      fixes: [],
    };
  for (const { opening, span, made, isCurrent } of states)
    if (!isCurrent)
      yield {
        span: opening,
        message,
        fixes: [{ title: `Make the ${noun} anew`, edits: [{ span, newText: made }], preferred: true }],
      };
}

const BEFORE_TEXT = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]+\]:))*[ \t]*/;

/** What stands before the next line of the block quotations and lists in which a line stands; nothing elsewhere. */
function linePrefix({ text, layout: { parsed } }: Report, { start }: Span): string {
  const block = parsed.blocks.findLast((one) => one.start <= start);
  if (!block || !/^(?:Blockquote|BulletList|OrderedList|FootnoteDefinition)$/.test(block.kind)) return '';
  let lineStart = start;
  while (lineStart > 0 && !/[\r\n]/.test(text[lineStart - 1]!)) lineStart--;
  const before = BEFORE_TEXT.exec(text.slice(lineStart, start))![0];
  return before.replace(/\[\^[^\]\s]+\]:[ \t]*/, '    ').replace(/[^>\s]/g, ' ');
}

/** Whether each paragraph, and what closes the list, stands where the list was opened. */
function isWithin(stands: string, prefix: string): boolean {
  if (prefix === '') return true;
  const [, ...lines] = stands.split(/\r?\n/);
  const wanted = prefix.replace(/>[ \t]?/g, '> ');
  return lines.every((line, k) => {
    const isBegun = k === lines.length - 1 || (!isBlank(line) && (k === 0 || isBlank(lines[k - 1]!)));
    return !isBegun || line.replace(/>[ \t]?/g, '> ').startsWith(wanted);
  });
}

const isBlank = (line: string): boolean => /^[ \t>]*$/.test(line);

/** Paragraphs may be filled by an editor; a new paragraph is a new source. */
const folded = (text: string, prefix: string): string =>
  (prefix.includes('>') ? text.replace(/(\n)[ \t]*(?:>[ \t]*)+/g, '$1') : text)
    .split(/(?:[ \t]*\r?\n){2,}/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
