/** Parses Markdown, incrementally, with footnotes, citations and front matter; the only file that knows the parser. */

import type { Tree } from '@lezer/common';
import {
  type BlockContext,
  parser as commonMark,
  GFM,
  type InlineContext,
  type Line,
  type MarkdownConfig,
} from '@lezer/markdown';
import { changeBetween } from '../text/change';
import { lineStartAt } from '../text/lines';
import { finish, type Steps } from '../text/steps';
import { limits } from './limits';

/** A block that stands in no other: a paragraph, a heading, a whole list, a note. */
export interface Block<T> {
  /** Where its first line begins. */
  readonly start: number;
  /** Where its own text begins, behind white space, and where it ends. */
  readonly from: number;
  readonly to: number;
  /** The kind of block, by the parser's name. */
  readonly kind: string;
  /** What was read out of it; the same as before, where an edit left the block alone. */
  readonly content: T;
}

/** A parsed text, kept so that the next version of the text can be parsed in proportion to the change. */
export interface ParsedMarkdown<T> {
  readonly text: string;
  readonly frontMatterEnd: number;
  /** In the order of the text. */
  readonly blocks: readonly Block<T>[];
}

/** Reads a block out of its tree, whose positions count from the beginning of `text`, the block's own. */
export type BlockReader<T> = (text: string, tree: Tree) => T;

/** A block that has not been read yet. */
type ParsedBlock = Block<Tree>;

const LABEL = /^\[\^([^\]\s[^]{1,200})\]/;
const DEFINITION = /^\[\^[^\]\s[^]{1,200}\]:/;
/** Brackets with a key in them, which may hold further brackets. */
const CITATION =
  /^\[(?:(?:[^[\]`@]|\[[^[\]`@^][^[\]`@]*\]){0,400}[^[\]`@\p{L}\p{N}_])?@[\p{L}\p{N}_{](?:[^[\]`]|\[[^[\]`^][^[\]`]*\]){0,400}\]/u;
/** Behind brackets, it makes a link of them. */
const LINK_TARGET =
  /^\(\s*(?:<[^<>\r\n]*>|(?!<)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/;
const LONGEST_TARGET = 2000;
const FRONT_MATTER = /^---[ \t]*(?:\r\n|\n|\r)(?:[\s\S]*?(?:\r\n|\n|\r))?(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/;
const DEFINITION_INDENT = 4;

const OPEN_BRACKET = 91;
const CARET = 94;

/** A footnote definition holds blocks, as a list item does; further ones are indented by four. */
const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'FootnoteDefinition',
      block: true,
      composite: (_cx: BlockContext, line: Line) => {
        if (line.next < 0) return true;
        if (line.indent < line.baseIndent + DEFINITION_INDENT) return false;
        line.moveBaseColumn(line.baseIndent + DEFINITION_INDENT);
        return true;
      },
    },
    'FootnoteMark',
    'FootnoteReference',
    'CitationGroup',
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      before: 'LinkReference',
      parse(cx: BlockContext, line: Line) {
        const mark = definitionMark(line);
        if (!mark) return false;
        const from = cx.lineStart + line.pos;
        cx.startComposite('FootnoteDefinition', line.pos);
        cx.addElement(cx.elt('FootnoteMark', from, from + mark.length));
        // However much white space follows, it makes no code.
        line.moveBase(line.skipSpace(line.pos + mark.length));
        return null;
      },
      endLeaf: (_cx: BlockContext, line: Line) => definitionMark(line) !== undefined,
    },
  ],
  parseInline: [
    {
      name: 'FootnoteReference',
      before: 'Limits',
      parse(cx: InlineContext, next: number, pos: number) {
        // `^[` begins a note of Pandoc's, whatever its text begins with.
        if (next !== OPEN_BRACKET || cx.char(pos - 1) === CARET) return -1;
        const rest = cx.slice(pos, Math.min(cx.end, pos + 450));
        const reference = LABEL.exec(rest);
        if (reference) return cx.addElement(cx.elt('FootnoteReference', pos, pos + reference[0].length));
        const citation = CITATION.exec(rest);
        if (!citation) return -1;
        const end = pos + citation[0].length;
        if (LINK_TARGET.test(cx.slice(end, Math.min(cx.end, end + LONGEST_TARGET)))) return -1;
        return cx.addElement(cx.elt('CitationGroup', pos, end));
      },
    },
  ],
};

function definitionMark(line: Line): string | undefined {
  if (line.next !== OPEN_BRACKET || line.indent >= line.baseIndent + DEFINITION_INDENT) return undefined;
  return DEFINITION.exec(line.text.slice(line.pos, line.pos + 256))?.[0];
}

const markdown = commonMark.configure([limits, GFM, footnotes]);

/** So many blocks behind a change are parsed along with it at first, to see whether they begin where they did. */
const BLOCKS_BEHIND = 2;

/**
 * Parses `text`, and reads each of its blocks. Given the parse of an earlier version by the same reader, only what
 * changed is parsed and read anew; the result is the same. Never throws: every text is Markdown.
 *
 * The parser's own way to reuse an earlier tree gives other trees than a parse from scratch (a note or block quotation
 * is not continued by what is typed behind it). So what is reused is whole blocks: where one begins, the parser has no
 * memory of what stands before.
 */
export const parseMarkdown = <T>(
  text: string,
  read: BlockReader<T>,
  earlier?: ParsedMarkdown<T>,
): ParsedMarkdown<T> => finish(parseSteps(text, read, earlier));

/** The same in steps; a step is a block, however long. */
export function* parseSteps<T>(
  text: string,
  read: BlockReader<T>,
  earlier?: ParsedMarkdown<T>,
): Steps<ParsedMarkdown<T>> {
  if (earlier?.text === text) return earlier;
  const frontMatterEnd = FRONT_MATTER.exec(text)?.[0].length ?? 0;
  const { before, parsed, behind } = earlier
    ? yield* continued(text, frontMatterEnd, earlier)
    : { before: [], parsed: yield* parseBlocks(text, frontMatterEnd, text.length), behind: [] };
  const blocks: Block<T>[] = [];
  for (const { content: tree, ...place } of parsed) {
    const own = text.slice(place.from, place.to);
    const same = earlier && blockLike(place, own, earlier);
    blocks.push({ ...place, content: same ? same.content : read(own, tree) });
    yield;
  }
  return { text, frontMatterEnd, blocks: [...before, ...blocks, ...behind] };
}

/** The block that stood in the same place, if it is the same: one before a change is parsed along with what has changed. */
function blockLike<T>(
  { from, to, kind }: Omit<ParsedBlock, 'content'>,
  own: string,
  { text, blocks }: ParsedMarkdown<T>,
): Block<T> | undefined {
  const block = blocks[lowerBound(blocks, (one) => one.from >= from)];
  const isSame = block?.from === from && block.to === to && block.kind === kind;
  return isSame && text.slice(from, to) === own ? block : undefined;
}

/** The blocks of the text from `start`, where a line begins, to `end`, read as if it were all there is. */
function* parseBlocks(text: string, start: number, end: number): Steps<ParsedBlock[]> {
  const part = text.slice(start, end);
  // The parser knows no lone carriage return; offsets stay.
  const parse = markdown.startParse(part.includes('\r') ? part.replace(/\r(?!\n)/g, '\n') : part);
  let tree = parse.advance();
  while (!tree) {
    yield;
    tree = parse.advance();
  }
  const blocks: ParsedBlock[] = [];
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    const from = start + node.from;
    blocks.push({
      start: lineStartAt(text, from, start),
      from,
      to: start + node.to,
      kind: node.name,
      content: node.toTree(),
    });
    yield;
  }
  return blocks;
}

/** The blocks before the change and behind it as they were, and those between them parsed anew. */
function* continued<T>(
  text: string,
  frontMatterEnd: number,
  earlier: ParsedMarkdown<T>,
): Steps<{ before: readonly Block<T>[]; parsed: ParsedBlock[]; behind: readonly Block<T>[] }> {
  const { from, toBefore, toNow } = changeBetween(earlier.text, text);
  const shift = toNow - toBefore;
  const old = earlier.blocks;
  // Where a block begins is settled by its first line and the next: a table is known by its second line.
  let kept = lowerBound(old, (block) => lineAfter(text, lineAfter(text, block.start)) >= from);
  let start = frontMatterEnd;
  const isAhead = from <= Math.max(frontMatterEnd, earlier.frontMatterEnd);
  if (kept === 0 || isAhead) kept = 0;
  else start = old[--kept]!.start;
  const before = old.slice(0, kept);

  const behindChange = Math.max(toBefore, earlier.frontMatterEnd, frontMatterEnd - shift);
  const first = lowerBound(old, (block) => block.start >= behindChange);
  for (let count = BLOCKS_BEHIND; ; count *= 2) {
    const last = old[first + count];
    const end = last ? last.start + shift : text.length;
    const parsed = yield* parseBlocks(text, start, end);
    if (!last) return { before, parsed, behind: [] };
    for (const [k, block] of parsed.entries()) {
      if (lineAfter(text, lineAfter(text, block.start)) > end) break;
      const same = lowerBound(old, (one) => one.start + shift >= block.start, first);
      if (old[same]!.start + shift !== block.start) continue;
      return { before, parsed: parsed.slice(0, k), behind: moved(old.slice(same), shift) };
    }
  }
}

const moved = <T>(blocks: readonly Block<T>[], by: number): readonly Block<T>[] =>
  by === 0
    ? blocks
    : blocks.map((one) => ({ ...one, start: one.start + by, from: one.from + by, to: one.to + by }));

/** The first block, from `low` on, for which the condition holds, as it does for all after it. */
function lowerBound<T>(blocks: readonly Block<T>[], holds: (block: Block<T>) => boolean, low = 0): number {
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(blocks[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The offset behind the line's end; at the last line, the end of the text. */
function lineAfter(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at + (text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1);
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const isLineEnd = (unit: number): boolean => unit === LINE_FEED || unit === CARRIAGE_RETURN;
