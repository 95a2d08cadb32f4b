/** Keeps the time that reading Markdown takes in proportion to its length, whatever it holds. */

import type { BlockContext, InlineContext, Line, MarkdownConfig } from '@lezer/markdown';

/** More brackets and emphasis signs than this in one paragraph are read as plain text: pairing them is quadratic. */
const MOST_SIGNS = 2000;
/** Blocks within blocks; what is nested deeper is read as text, as every level is gone through at every line. */
const DEEPEST = 100;

const SPACE = 32;
const EXCLAMATION = 33;
const OPEN_PARENTHESIS = 40;
const ASTERISK = 42;
const LESS_THAN = 60;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const UNDERSCORE = 95;
const BACKTICK = 96;
const TILDE = 126;
const LINE_FEED = 10;

/** What must stand further on for a `<` to begin anything. */
const CLOSERS: readonly (readonly [opener: string, closer: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
  ['<', '>'],
];

/** What is known of a paragraph that is being read. */
interface Paragraph {
  signs: number;
  /** Where each closer stands next; Infinity where none follows. */
  readonly closers: Map<string, number>;
  /** Where the last run of so many backticks begins; found at the first backtick. */
  runs?: ReadonlyMap<number, number>;
}

const paragraphs = new WeakMap<InlineContext, Paragraph>();

/** Comes first; only what knows its end within a few characters may be put before `Limits`. */
export const limits: MarkdownConfig = {
  parseInline: [{ name: 'Limits', before: 'Escape', parse: limitInline }],
  parseBlock: [{ name: 'DepthLimit', before: 'LinkReference', parse: limitDepth }],
};

/** Steps over what can begin nothing; -1 leaves the sign to the parsers behind. */
function limitInline(cx: InlineContext, next: number, pos: number): number {
  switch (next) {
    case SPACE: {
      const end = endOfRun(cx, next, pos);
      return cx.char(end) === LINE_FEED && end >= pos + 2 ? -1 : end;
    }
    case BACKTICK:
      return cx.char(pos - 1) !== BACKTICK && isClosed(cx, pos) ? -1 : endOfRun(cx, next, pos);
    case LESS_THAN:
      return mayBeTag(cx, pos) ? -1 : pos + 1;
    case ASTERISK:
    case UNDERSCORE:
    case TILDE:
      return countSigns(cx, endOfRun(cx, next, pos) - pos) ? -1 : endOfRun(cx, next, pos);
    case OPEN_BRACKET:
      return countSigns(cx, 1) ? -1 : pos + 1;
    case CLOSE_BRACKET: {
      const isOpen = cx.char(pos + 1) === OPEN_PARENTHESIS && !stands(cx, ')', pos);
      return !isOpen && countSigns(cx, 1) ? -1 : pos + 1;
    }
    case EXCLAMATION:
      return cx.char(pos + 1) !== OPEN_BRACKET || countSigns(cx, 1) ? -1 : pos + 2;
    default:
      return -1;
  }
}

function paragraphOf(cx: InlineContext): Paragraph {
  let known = paragraphs.get(cx);
  if (!known) {
    known = { signs: 0, closers: new Map() };
    paragraphs.set(cx, known);
  }
  return known;
}

function endOfRun(cx: InlineContext, unit: number, pos: number): number {
  let end = pos + 1;
  while (cx.char(end) === unit) end++;
  return end;
}

/** Counts signs that have to be paired; false once there are too many. */
function countSigns(cx: InlineContext, count: number): boolean {
  const paragraph = paragraphOf(cx);
  paragraph.signs += count;
  return paragraph.signs <= MOST_SIGNS;
}

/** Whether a run of backticks is followed by another one as long. */
function isClosed(cx: InlineContext, pos: number): boolean {
  const paragraph = paragraphOf(cx);
  paragraph.runs ??= lastRuns(cx.text);
  return (paragraph.runs.get(endOfRun(cx, BACKTICK, pos) - pos) ?? -1) > pos - cx.offset;
}

function lastRuns(text: string): ReadonlyMap<number, number> {
  const runs = new Map<number, number>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) runs.set(run.length, index);
  return runs;
}

function mayBeTag(cx: InlineContext, pos: number): boolean {
  const at = pos - cx.offset;
  const closer = CLOSERS.find(([opener]) => cx.text.startsWith(opener, at))?.[1] ?? '>';
  return stands(cx, closer, pos);
}

/** Whether a closer stands somewhere behind `pos`; the text is gone through once for all such questions. */
function stands(cx: InlineContext, closer: string, pos: number): boolean {
  const { closers } = paragraphOf(cx);
  const at = pos - cx.offset;
  let next = closers.get(closer) ?? -1;
  if (next < at) {
    const found = cx.text.indexOf(closer, at);
    next = found < 0 ? Number.POSITIVE_INFINITY : found;
    closers.set(closer, next);
  }
  return next < Number.POSITIVE_INFINITY;
}

/** Reads the rest of a line that is nested too deeply as a paragraph of its own. */
function limitDepth(cx: BlockContext, line: Line): boolean {
  if (cx.depth <= DEEPEST) return false;
  const from = cx.lineStart + line.pos;
  const text = line.text.slice(line.pos);
  cx.addElement(cx.elt('Paragraph', from, from + text.length, cx.parser.parseInline(text, from)));
  cx.nextLine();
  return true;
}
