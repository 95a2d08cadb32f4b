/** Cuts a report into zones: whose words stand where, and what the reader does not see. */

import type { SyntaxNode, Tree } from '@lezer/common';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import { textualLength } from './citations';
import { type Comment, HEADING, isLeaf, NoteParagraphs } from './noteParagraphs';
import { type ParsedMarkdown, parseSteps } from './parser';
import { findQuotations } from './quotations';
import { findTitles, isEmphasisedTitle } from './titles';
import { mark, Painter, type Zone, type ZoneKind } from './zone';

export type { Comment, Zone, ZoneKind };

/** A footnote reference, `[^label]` in the text. */
export interface NoteReference extends Span {
  readonly label: string;
}

/** A footnote definition, `[^label]: text`. */
export interface NoteDefinition extends Span {
  readonly label: string;
  /** The `[^label]:` at its head. */
  readonly mark: Span;
  /** What follows the mark, without surrounding white space. */
  readonly text: Span;
}

/** What stands beside the running text: a table, a picture with what is said of it, and the text of a link. */
export interface Apart extends Span {
  readonly kind: 'table' | 'picture' | 'link';
}

/** What stands where in a stretch of text. */
interface Places {
  /** Sorted, disjoint, and together the whole stretch; neighbours differ in kind. */
  readonly zones: readonly Zone[];
  /** The outermost quotations in running text, with their marks. */
  readonly quotations: readonly Span[];
  /** Sorted offsets at which a paragraph, heading, cell … begins: no name crosses one. */
  readonly walls: readonly number[];
  readonly references: readonly NoteReference[];
  readonly definitions: readonly NoteDefinition[];
  /** `[@key, p. 20]` */
  readonly citationGroups: readonly Span[];
  /** `@key` in running text, perhaps. */
  readonly textual: readonly Span[];
  readonly comments: readonly Comment[];
  /** In order; what stands in another is not given. */
  readonly apart: readonly Apart[];
}

/** What one block brings in, with offsets from its beginning; the same object as before where an edit left it alone. */
export interface BlockLayout extends Places {
  readonly length: number;
}

/** A block's layout, and where in the report the block begins. */
export interface PlacedBlock {
  readonly start: number;
  readonly layout: BlockLayout;
}

const KIND_OF: Readonly<Record<string, ZoneKind>> = {
  Blockquote: 'quotation',
  FootnoteDefinition: 'note',
  FencedCode: 'code',
  CodeBlock: 'code',
  InlineCode: 'code',
  HTMLBlock: 'html',
  CommentBlock: 'html',
  ProcessingInstructionBlock: 'html',
  Comment: 'html',
  ProcessingInstruction: 'markup',
  HTMLTag: 'markup',
  LinkReference: 'url',
  Autolink: 'url',
  URL: 'url',
  LinkTitle: 'url',
  LinkLabel: 'markup',
  LinkMark: 'markup',
  EmphasisMark: 'markup',
  StrikethroughMark: 'markup',
  HeaderMark: 'markup',
  QuoteMark: 'markup',
  HardBreak: 'markup',
  Entity: 'markup',
  FootnoteMark: 'markup',
  FootnoteReference: 'markup',
  CitationGroup: 'markup',
};
const APART: Readonly<Record<string, Apart['kind'] | undefined>> = {
  Table: 'table',
  Image: 'picture',
  Link: 'link',
};
/** Inside these, other kinds do not show. */
const OPAQUE = new Set([
  'FencedCode',
  'CodeBlock',
  'InlineCode',
  'HTMLBlock',
  'CommentBlock',
  'LinkReference',
  'Autolink',
]);
/** Lays out a report. Given the layout of an earlier version of the text, unchanged blocks are not read again. */
export function* layOut(text: string, earlier?: Layout): Steps<Layout> {
  return new Layout(yield* parseSteps(text, layOutBlock, earlier?.parsed));
}

const layOutBlock = (text: string, tree: Tree): BlockLayout => new Walk(text, tree).layout();

/** Where everything stands in a report. */
export class Layout implements Places {
  readonly parsed: ParsedMarkdown<BlockLayout>;
  readonly blocks: readonly PlacedBlock[];
  readonly quotations: readonly Span[];
  readonly walls: readonly number[];
  readonly references: readonly NoteReference[];
  readonly definitions: readonly NoteDefinition[];
  readonly citationGroups: readonly Span[];
  readonly textual: readonly Span[];
  readonly comments: readonly Comment[];
  readonly apart: readonly Apart[];
  #zones: readonly Zone[] | undefined;

  constructor(parsed: ParsedMarkdown<BlockLayout>) {
    const { frontMatterEnd } = parsed;
    const blocks: PlacedBlock[] = parsed.blocks.map(({ from, content }) => ({
      start: from,
      layout: content,
    }));
    if (frontMatterEnd > 0) blocks.unshift({ start: 0, layout: frontMatterLayout(frontMatterEnd) });
    const quotations: Span[] = [];
    const walls: number[] = [];
    const references: NoteReference[] = [];
    const definitions: NoteDefinition[] = [];
    const citationGroups: Span[] = [];
    const textual: Span[] = [];
    const comments: Comment[] = [];
    const apart: Apart[] = [];
    for (const { start, layout } of blocks) {
      for (const wall of layout.walls) walls.push(start + wall);
      for (const one of layout.quotations) quotations.push(moved(one, start));
      for (const one of layout.references)
        references.push({ start: start + one.start, end: start + one.end, label: one.label });
      for (const one of layout.definitions) {
        const { label, mark, text } = one;
        const parts = { mark: moved(mark, start), text: moved(text, start) };
        definitions.push({ ...moved(one, start), label, ...parts });
      }
      for (const one of layout.citationGroups) citationGroups.push(moved(one, start));
      for (const one of layout.textual) textual.push(moved(one, start));
      for (const one of layout.comments) comments.push(movedComment(one, start));
      for (const one of layout.apart) apart.push({ ...moved(one, start), kind: one.kind });
    }
    this.parsed = parsed;
    this.blocks = blocks;
    this.quotations = quotations;
    this.walls = walls;
    this.references = references;
    this.definitions = definitions;
    this.citationGroups = citationGroups;
    this.textual = textual;
    this.comments = comments;
    this.apart = apart;
  }

  /** Lined up when somebody asks: most look at one block after another. */
  get zones(): readonly Zone[] {
    if (!this.#zones) {
      const painter = new Painter();
      for (const { start, layout } of this.blocks) {
        painter.paint(start, 'prose');
        for (const { end, kind } of layout.zones) painter.paint(start + end, kind);
      }
      painter.paint(this.parsed.text.length, 'prose');
      this.#zones = painter.zones;
    }
    return this.#zones;
  }
}

const NONE: readonly never[] = [];

const frontMatterLayout = (length: number): BlockLayout => ({
  length,
  zones: [{ start: 0, end: length, kind: 'front-matter' }],
  walls: [0, length],
  quotations: NONE,
  references: NONE,
  definitions: NONE,
  citationGroups: NONE,
  textual: NONE,
  comments: NONE,
  apart: NONE,
});

/** The same items without the room that a growing array keeps; most of these arrays are empty or short. */
const trimmed = <T>(items: readonly T[]): readonly T[] => (items.length === 0 ? NONE : items.slice());

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

const movedComment = ({ start, end, behind }: Comment, by: number): Comment => ({
  start: start + by,
  end: end + by,
  ...(behind ? { behind: { ...behind, start: behind.start + by } } : {}),
});

/** A sentence may begin with a number too (*2 and 3 left*); a note goes on with a capital, a quotation or an article. */
const NOTE_NUMBER = /^\d{1,4}[.)]?\s{1,3}(?=[ae]l[- ]|[^\p{Ll}\s])/u;

/** One walk over the parse of a block. */
class Walk {
  readonly #painter = new Painter();
  readonly #walls: number[] = [];
  readonly #references: NoteReference[] = [];
  readonly #definitions: NoteDefinition[] = [];
  readonly #citationGroups: Span[] = [];
  readonly #comments: Comment[] = [];
  readonly #apart: Apart[] = [];
  /** Paragraphs that begin with a number: the notes and references of a report that came from a printed page. */
  readonly #numbered: Span[] = [];
  readonly #emphasised: Span[] = [];
  readonly #inNotes: NoteParagraphs;

  /** `text` is that of the tree. */
  constructor(
    readonly text: string,
    readonly tree: Tree,
  ) {
    this.#inNotes = new NoteParagraphs(text);
  }

  layout(): BlockLayout {
    const { text, tree } = this;
    const kinds: ZoneKind[] = ['prose'];
    const names: string[] = [];
    let opaque = 0;
    tree.iterate({
      enter: (node) => {
        const { name, from, to } = node;
        if (name === 'Paragraph' && names.at(-1) !== 'FootnoteDefinition') this.#recordNumbered(from, to);
        if (isLeaf(name)) this.#walls.push(from);
        if (name === 'Emphasis' && opaque === 0 && from >= (this.#emphasised.at(-1)?.end ?? 0))
          this.#emphasised.push({ start: from, end: to });
        const own = opaque > 0 ? undefined : kindOf(name, names.at(-1));
        const seen = name === 'Link' && !hasTarget(node.node) ? 'Brackets' : name;
        this.#inNotes.enter(seen, { start: from, end: to }, names);
        names.push(seen);
        const kind = APART[seen];
        if (kind && from >= (this.#apart.at(-1)?.end ?? 0)) this.#apart.push({ start: from, end: to, kind });
        if (OPAQUE.has(name)) opaque++;
        if (own === undefined) return;
        this.#painter.paint(from, kinds.at(-1)!);
        kinds.push(own);
        this.#record(name, from, to);
      },
      leave: ({ name, to }) => {
        names.pop();
        if (OPAQUE.has(name)) opaque--;
        this.#inNotes.leave(name);
        if (opaque > 0 || kindOf(name, names.at(-1)) === undefined) return;
        this.#painter.paint(to, kinds.pop()!);
      },
    });
    this.#painter.paint(text.length, 'prose');
    const { zones } = this.#painter;
    const quotations = findQuotations(text, zones, this.#walls);
    const citing = [...this.#definitions.map((note) => note.text), ...this.#numbered];
    const unmarked = citing.flatMap((note) => findTitles(text, note, quotations));
    const titles = [...unmarked, ...this.#emphasisedTitles(inOrder(quotations, unmarked))];
    const textual = textualIn(text, zones);
    const quoted = mark(zones, inOrder(quotations, titles), 'quotation', isQuotable);
    return {
      length: text.length,
      // A key or somebody's handle is an address, whatever name is in it.
      zones: trimmed(mark(quoted, textual, 'url', hasWords)),
      quotations: trimmed(quotations),
      walls: trimmed(this.#walls),
      references: trimmed(this.#references),
      definitions: trimmed(this.#definitions),
      citationGroups: trimmed(this.#citationGroups),
      textual: trimmed(textual),
      comments: trimmed(this.#comments),
      apart: trimmed(this.#apart),
    };
  }

  /** Those that have nothing in common with the stretches that are somebody else's words already, in order. */
  #emphasisedTitles(others: readonly Span[]): Span[] {
    const titles: Span[] = [];
    let other = 0;
    let note = 0;
    for (const span of this.#emphasised) {
      while (other < others.length && others[other]!.end <= span.start) other++;
      while (note < this.#definitions.length && this.#definitions[note]!.end <= span.start) note++;
      if ((others[other]?.start ?? Infinity) < span.end) continue;
      const inNote = (this.#definitions[note]?.start ?? Infinity) <= span.start;
      if (isEmphasisedTitle(this.text, span, inNote)) titles.push(span);
    }
    return titles;
  }

  /** A block that begins with a comment goes on to the end of the line: there may be words, or another comment. */
  #recordComments(start: number, end: number): void {
    const text = this.text.slice(start, end);
    let at = 0;
    for (let from = 0; from >= 0; from = text.indexOf('<!--', at)) {
      this.#inNotes.passWords(text.slice(at, from));
      const closed = text.indexOf('-->', from + 4);
      at = closed < 0 ? text.length : closed + 3;
      this.#comments.push(this.#inNotes.comment(start + from, start + at));
    }
    this.#inNotes.passWords(text.slice(at));
  }

  #recordNumbered(start: number, end: number): void {
    const number = NOTE_NUMBER.exec(this.text.slice(start, start + 16))?.[0].length;
    if (number !== undefined) this.#numbered.push({ start: start + number, end });
  }

  #record(name: string, start: number, to: number): void {
    if (name === 'FootnoteReference') {
      this.#references.push({ start, end: to, label: this.text.slice(start + 2, to - 1) });
    } else if (name === 'FootnoteDefinition') {
      const close = this.text.indexOf(']:', start);
      const mark = { start, end: close + 2 };
      // To the parser, the first half of CRLF belongs to the line.
      const end = to - (this.text[to - 1] === '\r' ? 1 : 0);
      const body = this.text.slice(mark.end, end);
      const textStart = mark.end + (body.length - body.trimStart().length);
      const text = {
        start: Math.min(textStart, end),
        end: Math.max(mark.end, mark.end + body.trimEnd().length),
      };
      this.#definitions.push({
        start,
        end,
        label: this.text.slice(start + 2, close),
        mark,
        text: text.start <= text.end ? text : { start: mark.end, end: mark.end },
      });
    } else if (name === 'CitationGroup') {
      this.#citationGroups.push({ start, end: to });
    } else if (name === 'Comment') {
      this.#comments.push(this.#inNotes.comment(start, to));
    } else if (name === 'CommentBlock') {
      this.#recordComments(start, to);
    }
  }
}

/** Where `@key` stands among words. */
function textualIn(text: string, zones: readonly Zone[]): Span[] {
  const found: Span[] = [];
  let zone = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    while (zones[zone]!.end <= at) zone++;
    if (!hasWords(zones[zone]!.kind)) continue;
    const start = text[at - 1] === '-' ? at - 1 : at;
    if (start > 0 && /[\p{L}\p{N}_\\]/u.test(text[start - 1]!)) continue;
    const length = textualLength(text.slice(start, at + LONGEST_KEY));
    if (length > 0) found.push({ start, end: start + length });
  }
  return found;
}

/** Longer keys are cut off, so that many of them cost no more than their length. */
const LONGEST_KEY = 210;

/** Titles are looked for only outside quotations, and emphasised ones outside those: none overlap. */
const inOrder = (quotations: readonly Span[], titles: readonly Span[]): readonly Span[] =>
  titles.length === 0
    ? quotations
    : [...quotations, ...titles].sort((a, b) => a.start - b.start || a.end - b.end);

/** The parser takes every `[text]` for a link; without a target the brackets are the author's. */
const hasTarget = (link: SyntaxNode): boolean =>
  link.getChild('URL') !== null || link.getChild('LinkLabel') !== null;

function kindOf(name: string, parent: string | undefined): ZoneKind | undefined {
  if (name === 'LinkMark' && parent === 'Brackets') return undefined;
  if (HEADING.test(name)) return 'heading';
  // A link's target is hidden behind its text, so that a name may run through the link; a bare address is not.
  if ((name === 'URL' || name === 'LinkTitle') && (parent === 'Link' || parent === 'Image')) return 'markup';
  return Object.hasOwn(KIND_OF, name) ? KIND_OF[name] : undefined;
}

const isQuotable = (kind: ZoneKind): boolean => kind === 'prose' || kind === 'heading' || kind === 'note';
const hasWords = (kind: ZoneKind): boolean => isQuotable(kind) || kind === 'quotation';
