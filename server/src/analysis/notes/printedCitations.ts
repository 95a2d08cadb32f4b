/** What Pandoc will print for a report whose citations stay as keys: every note with its number, and what stands in the text. */

import type { CitationCluster, NoteDefinition, Report, Span } from '../../markdown/report';
import { labelKey } from '../../markdown/report';
import type { CitationToFormat, FormattedNote } from '../../sources/formatting/format';
import { sliceOf } from '../../text/span';
import type { WorksOfReference } from '../works';
import { clustersOf } from './deskCitations';
import { pandocCitation } from './pandocCitation';

/** A note of the printed page: made by a citation in the running text, or written as one. */
export interface PrintedNote {
  readonly number: number;
  /** Markdown, of one or more paragraphs. */
  readonly text: string;
  /** The reference, inline note or citation that puts it there. */
  readonly origin: Span;
  /** What was written below the text, if it was. */
  readonly definition?: NoteDefinition;
}

/** A citation in its place; one in a note to which the text refers twice stands in two places. */
export interface PrintedCitation {
  readonly cluster: CitationCluster;
  /** Markdown of what stands in the running text: nothing, or no more than the author, where it makes a note. */
  readonly inText: string;
  /** The note that it makes, or in which it stands. */
  readonly note?: PrintedNote;
  /** Whether it stands in a note that somebody wrote. */
  readonly isInNote: boolean;
  /** Why the text is only a plain rendering. */
  readonly problem?: string;
}

export interface PrintedPage {
  readonly notes: readonly PrintedNote[];
  /** In the order of the page: those within a note follow its reference. */
  readonly citations: readonly PrintedCitation[];
}

const known = new WeakMap<Report, { works: WorksOfReference; page: PrintedPage }>();

/**
 * The notes and citations of the page. The first time it loads and runs the citation processor; the same report with
 * the same library and style costs nothing more.
 */
export function printedPage(report: Report, works: WorksOfReference): PrintedPage {
  const earlier = known.get(report);
  if (earlier && earlier.works.library === works.library && earlier.works.formatter === works.formatter)
    return earlier.page;
  const page = new Printer(report, works).page();
  known.set(report, { works, page });
  return page;
}

/** A thing in the running text that has a place in the order: a citation, or a note with the citations in it. */
interface Place {
  readonly origin: Span;
  readonly clusters: readonly CitationCluster[];
  /** What the note says, if it is one that somebody wrote. */
  readonly body?: Span;
  readonly definition?: NoteDefinition;
}

class Printer {
  readonly #report: Report;
  readonly #works: WorksOfReference;

  constructor(report: Report, works: WorksOfReference) {
    this.#report = report;
    this.#works = works;
  }

  page(): PrintedPage {
    const { formatter } = this.#works;
    const places = placesOf(this.#report);
    const sequence: CitationToFormat[] = [];
    const missing: string[] = [];
    let count = 0;
    const numbers = places.map(({ body }) => (body || formatter.isNoteStyle ? ++count : 0));
    for (const [k, { clusters }] of places.entries()) {
      const note = formatter.isNoteStyle ? numbers[k]! : 0;
      for (const cluster of clusters) {
        const citation = pandocCitation(this.#report.text, cluster, this.#works);
        sequence.push({ cited: citation.cited, note });
        missing.push(citation.missing);
      }
    }
    const formatted = formatter
      .format(sequence)
      .map((one, k) => (sequence[k]!.cited.length > 0 ? one : { text: missing[k]! }));
    const notes: PrintedNote[] = [];
    const citations: PrintedCitation[] = [];
    let at = 0;
    for (const [k, place] of places.entries()) {
      const made = formatted.slice(at, at + place.clusters.length);
      at += place.clusters.length;
      const note = this.#noteOf(place, numbers[k]!, made);
      if (note) notes.push(note);
      for (const [index, cluster] of place.clusters.entries()) {
        const { text, author, problem } = made[index]!;
        const inText = formatter.isNoteStyle ? (author ?? '') : authored(author, text, ' ');
        citations.push({
          cluster,
          inText,
          isInNote: place.body !== undefined,
          ...(note ? { note } : {}),
          ...(problem === undefined ? {} : { problem }),
        });
      }
    }
    return { notes, citations };
  }

  #noteOf(
    { origin, clusters, body, definition }: Place,
    number: number,
    made: readonly FormattedNote[],
  ): PrintedNote | undefined {
    if (body) {
      const text = this.#bodyText(body, clusters, made);
      return { number, text, origin, ...(definition ? { definition } : {}) };
    }
    if (number === 0) return undefined;
    return { number, text: capitalised(made[0]!.text), origin };
  }

  /** A written note, with its citations as they are printed. */
  #bodyText(body: Span, clusters: readonly CitationCluster[], made: readonly FormattedNote[]): string {
    const { text } = this.#report;
    const isOneParagraph = !/(?:\r\n|\n|\r)[ \t>]*(?:\r|\n)/.test(sliceOf(text, body));
    const parts: string[] = [];
    let at = body.start;
    for (const [k, cluster] of clusters.entries()) {
      const before = text.slice(at, cluster.start);
      const after = text.slice(cluster.end, body.end);
      const isAlone = k === 0 && isOneParagraph && before.trim() === '';
      const printed = this.#withinNote(cluster, made[k]!, isAlone, after);
      parts.push(before, printed);
      // Two full stops are one.
      at = cluster.end + (printed.endsWith('.') && /^\.(?!\S)/.test(after) ? 1 : 0);
    }
    parts.push(text.slice(at, body.end));
    return unindented(parts.join('')).trim();
  }

  /** Within a note, no citation makes another: it stands in parentheses, or behind the author and a comma. */
  #withinNote(
    { kind }: CitationCluster,
    { text, author }: FormattedNote,
    isAlone: boolean,
    after: string,
  ): string {
    if (!this.#works.formatter.isNoteStyle) return authored(author, text, ' ');
    const inner = uncapitalised(text, this.#works.formatter.ibid);
    if (kind === 'textual') {
      const cited = /^\s*(?:\p{Lu}|$)/u.test(after) ? inner : withoutStop(inner);
      return authored(author, cited, ', ');
    }
    return isAlone ? inner : `(${withoutStop(inner)})`;
  }
}

/** What makes notes, or cites, in the running text, in order; each reference to a note prints it anew. */
function placesOf(report: Report): Place[] {
  const { definitions, references } = report.layout;
  // What stands in a comment Pandoc never sees.
  const clusters = clustersOf(report, { citations: 'pandoc' }).filter(({ kind }) => kind !== 'comment');
  const inline = inlineNotes(report);
  const definitionOf = innermost(definitions, [...clusters, ...references, ...inline]);
  const inlineOf = innermost(inline, [...clusters, ...references]);
  const clustersIn = new Map<Span, CitationCluster[]>();
  const places: Place[] = [];
  const written = new Map<string, Place>();
  for (const definition of definitions) {
    const key = labelKey(definition.label);
    const own: CitationCluster[] = [];
    clustersIn.set(definition, own);
    if (!written.has(key))
      written.set(key, { origin: definition, body: definition.text, clusters: own, definition });
  }
  for (const origin of inline) {
    // Within a note, brackets are brackets.
    if (definitionOf.has(origin)) continue;
    const own: CitationCluster[] = [];
    clustersIn.set(origin, own);
    places.push({ origin, body: { start: origin.start + 2, end: origin.end - 1 }, clusters: own });
  }
  for (const cluster of clusters) {
    const note = definitionOf.get(cluster) ?? inlineOf.get(cluster);
    if (note) clustersIn.get(note)?.push(cluster);
    else places.push({ origin: cluster, clusters: [cluster] });
  }
  for (const reference of references) {
    const { start, end, label } = reference;
    const place = written.get(labelKey(label));
    if (place && !definitionOf.has(reference) && !inlineOf.has(reference))
      places.push({ ...place, origin: { start, end } });
  }
  return places.sort((one, other) => one.origin.start - other.origin.start);
}

/** For each item that lies in one of the holders, the innermost of them. */
function innermost<T extends Span>(holders: readonly T[], items: readonly Span[]): Map<Span, T> {
  const found = new Map<Span, T>();
  const open: T[] = [];
  let next = 0;
  for (const item of [...items].sort((one, other) => one.start - other.start)) {
    for (; next < holders.length && holders[next]!.start <= item.start; next++) open.push(holders[next]!);
    while ((open.at(-1)?.end ?? Infinity) < item.end) open.pop();
    const holder = open.at(-1);
    if (holder && (holder as Span) !== item) found.set(item, holder);
  }
  return found;
}

/** Pandoc’s `^[a note in the text]`. */
export function inlineNotes({ text, layout }: Report): readonly Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf('^['); start >= 0; start = text.indexOf('^[', start + 2)) {
    if (text[start - 1] === '\\') continue;
    const end = closingBracket(text, start + 1);
    if (end !== undefined) found.push({ start, end: end + 1 });
  }
  if (found.length === 0) return found;
  const { zones } = layout;
  let zone = 0;
  return found.filter(({ start }) => {
    while (zones[zone]!.end <= start) zone++;
    return ['prose', 'heading', 'quotation', 'note'].includes(zones[zone]!.kind);
  });
}

/** Of the bracket at `at`, in the same paragraph. */
function closingBracket(text: string, at: number): number | undefined {
  const delimiter = /\\.|[[\]]|(?:\r\n|\n|\r)[ \t]*(?=[\r\n])/gs;
  delimiter.lastIndex = at;
  let depth = 0;
  for (let found = delimiter.exec(text); found; found = delimiter.exec(text)) {
    if (found[0].startsWith('\\')) continue;
    if (found[0] === '[') depth++;
    else if (found[0] !== ']') return undefined;
    else if (--depth === 0) return found.index;
  }
  return undefined;
}

/** A note begins with a capital, whatever is cited first. */
const capitalised = (text: string): string =>
  text.replace(
    /^([^\p{L}\p{N}]*)(\p{Ll})(?!\p{L}*:\/\/)/u,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );

/** The processor writes *Ibid.* with a capital; within a sentence it has none. */
function uncapitalised(text: string, ibid: string): string {
  const [sign = ''] = /^\*?/.exec(text)!;
  const start = text.slice(sign.length, sign.length + ibid.length);
  // The full stop of the word may be that of the sentence.
  const isIbid = [ibid, ibid.replace(/\.$/, '')].some(
    (word) => word !== '' && start.toLowerCase().startsWith(word),
  );
  return isIbid ? `${sign}${start[0]!.toLowerCase()}${text.slice(sign.length + 1)}` : text;
}

const authored = (author: string | undefined, text: string, between: string): string =>
  [author, text].filter(Boolean).join(between);

/** Without the full stop at the end, before closing quotation marks and emphasis too. */
const withoutStop = (text: string): string => text.replace(/\\?\.(?=[”’»*]*$)/, '');

/** Without the indentation of a note's further lines. */
const unindented = (text: string): string => text.replace(/(\r\n|\n|\r)(?: {1,4}|\t)/g, '$1');
