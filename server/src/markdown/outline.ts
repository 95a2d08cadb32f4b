/** Says of which blocks a stretch of Markdown consists, so that two versions of it can be compared. */

import type { SyntaxNode, Tree } from '@lezer/common';
import { parseMarkdown } from './parser';

/** A block, with what stands in it; offsets count from the beginning of the outermost one. */
interface OutlinedBlock {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly children: readonly OutlinedBlock[];
}

/** Stands where a note was, if taking its lines out would join what they keep apart. */
export const PLACEHOLDER = '<!-- -->';

const CONTAINERS: ReadonlySet<string> = new Set([
  'Blockquote',
  'BulletList',
  'OrderedList',
  'ListItem',
  'FootnoteDefinition',
]);

/**
 * The blocks and their texts, whatever white space and signs of quotations stand before their lines. Left out is what no
 * reader sees: a quotation, a list or a point of it in which nothing stands, except a number that others follow.
 *
 * @param leftOut the offset of a note that is not to count.
 */
export function outlineOf(text: string, leftOut?: number): string {
  // The first line may look like front matter, which only a report can have.
  const { blocks } = parseMarkdown(`\n${text}`, (_own, tree) => outlined(tree));
  return blocks.map(({ from, content }) => written(text, content, from - 1, leftOut)).join('');
}

function outlined(tree: Tree): OutlinedBlock {
  const read = (node: SyntaxNode): OutlinedBlock => {
    const children: OutlinedBlock[] = [];
    if (CONTAINERS.has(node.name))
      for (let child = node.firstChild; child; child = child.nextSibling) children.push(read(child));
    return { name: node.name, from: node.from, to: node.to, children };
  };
  return read(tree.topNode);
}

function written(text: string, block: OutlinedBlock, base: number, leftOut: number | undefined): string {
  const { name, children } = block;
  const own = text.slice(base + block.from, base + block.to);
  if (name === 'QuoteMark' || own.trim() === PLACEHOLDER) return '';
  if (name === 'ListMark') return /^\d/.test(own) ? own : '';
  if (!CONTAINERS.has(name)) return `${name} ${own.replace(/[\r\n][\s>]*/g, '\n').trim()}\n`;
  if (name === 'FootnoteDefinition' && base + block.from === leftOut) return '';
  const parts = children.map((child) => written(text, child, base, leftOut));
  if (name === 'OrderedList') while (/^\d+[.)]\(\)$/.test(parts.at(-1) ?? '')) parts.pop();
  const inner = parts.join('');
  if (name !== 'ListItem') return inner === '' ? '' : `${name}(${inner})`;
  const number = /^\d/.test(parts[0] ?? '') ? parts[0]! : '';
  const rest = inner.slice(number.length);
  return number === '' && rest === '' ? '' : `${number}(${rest})`;
}
