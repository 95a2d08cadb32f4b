/** Follows the paragraphs of notes during a walk over the parse, to say what stands before a comment in one. */

import type { Span } from '../text/span';

/** `<!-- … -->`, with the signs. */
export interface Comment extends Span {
  /** Of one in a paragraph of a note: what stands before it there. */
  readonly behind?: ParagraphBegun;
}

/** A paragraph as far as a comment in it, or on the line below it. */
export interface ParagraphBegun {
  readonly start: number;
  /** Whether the note has nothing before it but comments. */
  readonly isFirst: boolean;
  /** Whether it has no links, code or references: nothing but text and emphasis. */
  readonly isPlain: boolean;
}

export const HEADING = /^(ATX|Setext)Heading/;
const LEAF = new Set([
  'Paragraph',
  'TableCell',
  'Task',
  'FencedCode',
  'CodeBlock',
  'HTMLBlock',
  'CommentBlock',
  'LinkReference',
]);

/** Whether a node of that name holds text, and no further blocks. */
export const isLeaf = (name: string): boolean => LEAF.has(name) || HEADING.test(name);

/** What a paragraph of text and emphasis consists of; `Brackets` are those of the author. */
const PLAIN = new Set([
  'Emphasis',
  'StrongEmphasis',
  'EmphasisMark',
  'Escape',
  'Entity',
  'HardBreak',
  'URL',
  'Autolink',
  'Brackets',
  'LinkMark',
  'Comment',
  'QuoteMark',
]);

/** What stands between a paragraph and the line below it, in a block quotation too. */
const NEXT_LINE = /^[ \t]*(?:\r\n|\n|\r)[ \t>]*$/;

/** Is told of every node in turn. */
export class NoteParagraphs {
  /** The notes that are open, and the last paragraph in them. */
  readonly #notes: { hasBlocks: boolean }[] = [];
  #paragraph: (ParagraphBegun & { readonly end: number; readonly depth: number }) | undefined;

  /** `text` is that of the parse. */
  constructor(readonly text: string) {}

  /** `around` is what is open where the node begins. */
  enter(name: string, at: Span, around: readonly string[]): void {
    const note = this.#notes.at(-1);
    if (note) this.#follow(name, at, around, note);
    if (name === 'FootnoteDefinition') this.#notes.push({ hasBlocks: false });
  }

  leave(name: string): void {
    if (name === 'FootnoteDefinition') this.#notes.pop();
  }

  /** Goes on to what stands in the note; `around` is what is open there. */
  #follow(name: string, { start, end }: Span, around: readonly string[], note: { hasBlocks: boolean }): void {
    const isOwn = around.at(-1) === 'FootnoteDefinition';
    const depth = around.length;
    const before = this.#paragraph;
    if (name === 'Paragraph' || name === 'CommentBlock') {
      // A comment on a line of its own may follow a paragraph that was wrapped there.
      const isWrapped =
        before && before.depth === depth && NEXT_LINE.test(this.text.slice(before.end, start));
      this.#paragraph =
        name === 'CommentBlock' && isWrapped
          ? { ...before, end }
          : { start, end, depth, isFirst: isOwn && !note.hasBlocks, isPlain: true };
      if (name === 'Paragraph') note.hasBlocks = true;
    } else if (isOwn ? name !== 'FootnoteMark' && name !== 'QuoteMark' : isLeaf(name)) {
      note.hasBlocks = true;
      this.#paragraph = undefined;
    } else if (before?.isPlain && !PLAIN.has(name)) {
      this.#paragraph = { ...before, isPlain: false };
    }
  }

  /** A comment, with what stands before it in its paragraph. */
  comment(start: number, end: number): Comment {
    if (!this.#paragraph || this.#notes.length === 0) return { start, end };
    const { start: from, isFirst, isPlain } = this.#paragraph;
    return { start, end, behind: { start: from, isFirst, isPlain } };
  }

  /** Words among comments are not parsed. */
  passWords(words: string): void {
    const note = this.#notes.at(-1);
    if (!note || words.trim() === '') return;
    note.hasBlocks = true;
    if (this.#paragraph && /[[<`]/.test(words)) this.#paragraph = { ...this.#paragraph, isPlain: false };
  }
}
