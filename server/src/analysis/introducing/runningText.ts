/** Tells the running text of a report, in which names are introduced, from what a reader may pass over. */

import type { Report } from '../../markdown/report';
import type { BlockLayout } from '../../markdown/zones';
import type { Span } from '../../text/span';
import { headingsOf, sectionsBelow } from './headings';

/**
 * `running`: the author’s own sentences; `marked`: the text of a link in them, or a name in quotation marks, which introduce
 * and are left as they are; `beside`: tables, pictures and captions, and lines without an end, such as bylines and titles.
 */
export type Place = 'running' | 'marked' | 'beside';

/** A line that is no sentence is not longer. */
const LONGEST_TITLE = 200;
const LONGEST_HEAD = 40;
const SENTENCE_END = /[.!?…:;,]["'”’»)*_~]*$|\][*_]*$/u;
/** What a caption begins with, and a line that describes the report: *Keywords:*. */
const CAPTION =
  /^[*_\s]*(?:figure|fig\.|table|map|chart|graph|photo|photograph|picture|image|box|source|credit|key ?word|index term|tag|topic|subject|categorie|author|contributor|editor|distribution|abbreviation|acronym)s?[*_]*(?:\s+\p{N}+\p{Ll}?)?[*_]*\s*[.:–—|]/iu;

/** Sections that list what is cited, or who wrote: no sentences stand there. */
const LISTS =
  /^[#\s*_]*(?:[\dIVX]+[.)]?\s+)?(?:references|bibliography|works cited|sources|further reading|(?:end|foot)?notes|about the authors?|(?:list of )?(?:abbreviations|acronyms)(?: and (?:abbreviations|acronyms))?)[\s*_#:]*(?:[\r\n]|$)/iu;
/** A note or a reference of a report that came from a printed page: *12 Author, “Title”*. */
const NUMBERED = /^\d{1,4}\s{1,3}[\p{Lu}“"‘]/u;

/** Answers for offsets in ascending order; names stand in prose there, as their zones say. */
export class RunningText {
  readonly #report: Report;
  readonly #lists: readonly Span[];
  #list = 0;
  #apart = 0;
  #quotation = 0;
  #block = -1;
  #ofBlock: Place = 'running';

  constructor(report: Report) {
    this.#report = report;
    this.#lists = sectionsBelow(headingsOf(report), ({ text }) => LISTS.test(text));
  }

  at(offset: number): Place {
    const { apart, quotations, parsed } = this.#report.layout;
    while (this.#apart < apart.length && apart[this.#apart]!.end <= offset) this.#apart++;
    const { blocks } = parsed;
    const before = this.#block;
    while (this.#block + 1 < blocks.length && blocks[this.#block + 1]!.from <= offset) this.#block++;
    if (this.#block !== before) this.#ofBlock = placeOfBlock(this.#report, this.#block);
    while (this.#list < this.#lists.length && this.#lists[this.#list]!.end <= offset) this.#list++;
    if (this.#ofBlock === 'beside' || (this.#lists[this.#list]?.start ?? Infinity) <= offset) return 'beside';
    const one = apart[this.#apart];
    if (one && one.start <= offset) return one.kind === 'link' ? 'marked' : 'beside';
    while (this.#quotation < quotations.length && quotations[this.#quotation]!.end <= offset)
      this.#quotation++;
    return (quotations[this.#quotation]?.start ?? Infinity) <= offset ? 'marked' : 'running';
  }
}

/** By the block’s layout, which stays the same object for as long as an edit leaves the block alone. */
const known = new WeakMap<BlockLayout, Place>();

function placeOfBlock({ text, layout }: Report, number: number): Place {
  const { from, to, kind, content } = layout.parsed.blocks[number]!;
  if (kind !== 'Paragraph') return 'running';
  let place = known.get(content);
  if (!place) {
    place = isSentence(text.slice(from, to)) ? 'running' : 'beside';
    known.set(content, place);
  }
  return place;
}

function isSentence(paragraph: string): boolean {
  const head = paragraph.slice(0, LONGEST_HEAD);
  if (CAPTION.test(head) || NUMBERED.test(head)) return false;
  if (paragraph.length > LONGEST_TITLE) return true;
  return SENTENCE_END.test(paragraph.trimEnd()) || /[\r\n]/.test(paragraph.trimEnd());
}
