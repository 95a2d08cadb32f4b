/** Parses Markdown, incrementally, with footnotes, citations and front matter; the only file that knows the parser. */

import { type Tree, TreeFragment } from '@lezer/common';
import {
  type BlockContext,
  parser as commonMark,
  GFM,
  type InlineContext,
  type Line,
  type MarkdownConfig,
} from '@lezer/markdown';

/** A parsed text, kept so that the next version of the text can be parsed in proportion to the change. */
export interface ParsedMarkdown {
  readonly tree: Tree;
  readonly frontMatterEnd: number;
  readonly masked: string;
  readonly fragments: readonly TreeFragment[];
}

const LABEL = /^\[\^([^\]\s[^]{1,200})\]/;
const DEFINITION = /^\[\^[^\]\s[^]{1,200}\]:/;
const CITATION = /^\[(?:[^[\]`\n]{0,400}[\s;-])?-?@[^[\]`\n]{1,400}\]/;
const FRONT_MATTER = /^---[ \t]*(?:\r\n|\n|\r)(?:[\s\S]*?(?:\r\n|\n|\r))?(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/;
const DEFINITION_INDENT = 4;
/** More brackets and signs than this in one paragraph are read as plain text: pairing them is quadratic. */
const MOST_SIGNS = 2000;

const OPEN_BRACKET = 91;
const SIGNS = new Set(Array.from('[]*_`<~', (sign) => sign.charCodeAt(0)));

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
        line.moveBase(line.pos + mark.length);
        return null;
      },
      endLeaf: (_cx: BlockContext, line: Line) => definitionMark(line) !== undefined,
    },
  ],
  parseInline: [
    { name: 'SignLimit', before: 'Escape', parse: limitSigns },
    {
      name: 'FootnoteReference',
      before: 'Link',
      parse(cx: InlineContext, next: number, pos: number) {
        if (next !== OPEN_BRACKET) return -1;
        const rest = cx.slice(pos, Math.min(cx.end, pos + 450));
        const reference = LABEL.exec(rest);
        if (reference) return cx.addElement(cx.elt('FootnoteReference', pos, pos + reference[0].length));
        const citation = CITATION.exec(rest);
        if (citation) return cx.addElement(cx.elt('CitationGroup', pos, pos + citation[0].length));
        return -1;
      },
    },
  ],
};

function definitionMark(line: Line): string | undefined {
  if (line.next !== OPEN_BRACKET || line.indent >= line.baseIndent + DEFINITION_INDENT) return undefined;
  return DEFINITION.exec(line.text.slice(line.pos, line.pos + 256))?.[0];
}

const signs = new WeakMap<InlineContext, number>();

function limitSigns(cx: InlineContext, next: number, _pos: number): number {
  if (!SIGNS.has(next)) return -1;
  const seen = (signs.get(cx) ?? 0) + 1;
  signs.set(cx, seen);
  return seen > MOST_SIGNS ? cx.end : -1;
}

const markdown = commonMark.configure([GFM, footnotes]);

/**
 * Parses `text`. Given the parse of an earlier version, only what changed is parsed anew; the result is the same.
 * Never throws: every text is Markdown.
 */
export function parseMarkdown(text: string, earlier?: ParsedMarkdown): ParsedMarkdown {
  const frontMatterEnd = FRONT_MATTER.exec(text)?.[0].length ?? 0;
  const masked = mask(text, frontMatterEnd);
  const fragments = earlier ? reusable(earlier, masked) : [];
  const tree = markdown.parse(masked, fragments);
  return { tree, frontMatterEnd, masked, fragments: TreeFragment.addTree(tree, fragments) };
}

/** The parser sees blank lines for front matter, and a line feed for a lone carriage return; offsets stay. */
function mask(text: string, frontMatterEnd: number): string {
  const lines = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
  if (frontMatterEnd === 0) return lines;
  return lines.slice(0, frontMatterEnd).replace(/[^\r\n]/g, ' ') + lines.slice(frontMatterEnd);
}

function reusable(earlier: ParsedMarkdown, masked: string): readonly TreeFragment[] {
  const before = earlier.masked;
  const shorter = Math.min(before.length, masked.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === masked.charCodeAt(from)) from++;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === masked.charCodeAt(masked.length - 1 - tail)
  ) {
    tail++;
  }
  const change = { fromA: from, toA: before.length - tail, fromB: from, toB: masked.length - tail };
  return TreeFragment.applyChanges(earlier.fragments, [change]);
}
