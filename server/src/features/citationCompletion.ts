/** Offers what could be cited where `[^…`, `[@…`, or for Pandoc `@…`, is being typed. */

import type { Analysis } from '../analysis/analyze';
import { citationsOf } from '../analysis/deskCitations';
import { citedKey } from '../markdown/citations';
import type { CitedSource, CitedSources } from '../sources/format';
import { sourceLabel } from '../sources/label';
import type { Library } from '../sources/library';
import type { SourceSearch } from '../sources/search';
import type { Source } from '../sources/source';
import { type Span, sliceOf } from '../text/span';
import { type AskedSource, readAsked } from './citationQuery';
import { tailText } from './citationText';
import { type InsertionPolicy, planCitation } from './noteInsertion';

/** A source to cite, perhaps behind others in the same note. */
export interface SourceSuggestion {
  readonly kind: 'source';
  readonly label: string;
  readonly detail: string;
  /** What is written in the place of the span; nothing where a note is filled, and its text has still to be made. */
  readonly newText: string;
  readonly source: Source;
  /** All that is cited, this source last. */
  readonly cited: CitedSources;
  /** What `insertCitation` does for it beside writing `newText`. */
  readonly note: 'none' | 'new' | 'filled';
  /** The label of the new note. */
  readonly newLabel?: string;
}

/** A note that the report already has. */
export interface NoteSuggestion {
  readonly kind: 'note';
  readonly label: string;
  readonly detail: string;
  readonly newText: string;
  readonly text: string;
}

export interface CitationSuggestions {
  /** What the chosen suggestion replaces. */
  readonly span: Span;
  /** The citation that is being typed: what to hand to `insertCitation`. */
  readonly at: Span;
  /** Best first. */
  readonly items: readonly (SourceSuggestion | NoteSuggestion)[];
}

export interface CitationContext {
  readonly search: SourceSearch;
  readonly policy: InsertionPolicy;
}

const MOST_SOURCES = 40;
const MOST_NOTES = 40;
const LONGEST_TITLE = 22;
const LONGEST_NOTE = 80;
const LONGEST_BEFORE = 600;

/** What stands open before the caret. */
interface OpenCitation {
  /**
   * - `note`: `[^…`, to become a note
   * - `group`: `[see @…`
   * - `word`: `@…` in the text
   * - `comment`: in the comment of a note
   */
  readonly kind: 'note' | 'group' | 'word' | 'comment';
  /** All of it, with a closing bracket that stands there already. */
  readonly at: Span;
  /** The part that is being typed, from its `@` if it has one to the caret; and what that asks for. */
  readonly typed: Span;
  readonly typedAsked: AskedSource;
  readonly asked: readonly AskedSource[];
  /** Which of them is being typed. */
  readonly current: number;
}

/** Whether something is being cited at an offset: then the library is searched. */
export const isCiting = (analysis: Analysis, offset: number): boolean =>
  openCitation(analysis, offset) !== undefined;

/** Undefined where nothing is being cited. */
export function completeCitation(
  analysis: Analysis,
  offset: number,
  context: CitationContext,
): CitationSuggestions | undefined {
  const { report, works } = analysis;
  const open = openCitation(analysis, offset);
  if (!open) return undefined;
  const { kind, at, typed, typedAsked, asked, current } = open;
  const isForPandoc = works.citations === 'pandoc';
  const query = asked[current]!;
  const cited = new Set(citationsOf(report, works).map(({ key }) => key));
  const found = context.search.search(query.words, MOST_SOURCES, { first: cited });
  if (kind !== 'note' && (isForPandoc || kind === 'comment')) {
    const items = found.flatMap(({ source }) => keySuggestion(source, typedAsked) ?? []);
    return { span: typed, at, items };
  }
  const others = asked.map((one, k) =>
    k === current ? undefined : askedSource(one, works.library, context),
  );
  const sources = found.flatMap(({ source }) => {
    const all = others.map((other, k) => (k === current ? asCited(source, query) : other));
    return (
      noteSuggestion(
        analysis,
        at,
        source,
        all.filter((one) => one !== undefined),
        context.policy,
      ) ?? []
    );
  });
  const span = sources[0]?.span ?? at;
  const notes = kind === 'note' && asked.length === 1 ? notesFor(analysis, at, query.words) : [];
  const items = sources.map(({ suggestion }) => suggestion);
  // Who types a number wants the note with that number.
  return { span, at, items: /^\d+$/.test(query.words) ? [...notes, ...items] : [...items, ...notes] };
}

function openCitation({ report, works }: Analysis, offset: number): OpenCitation | undefined {
  const { text } = report;
  const lineStart = Math.max(
    text.lastIndexOf('\n', offset - 1) + 1,
    text.lastIndexOf('\r', offset - 1) + 1,
    offset - LONGEST_BEFORE,
  );
  const before = text.slice(lineStart, offset);
  const bracket = /\[(\^?)([^[\]]*)$/.exec(before);
  if (bracket) {
    const [whole, caret = '', inner = ''] = bracket;
    // What follows up to the bracket belongs to it, if it cannot be anything else.
    const behind = /^(?:\s*[,;][^[\]\r\n]*)?\]/.exec(text.slice(offset, offset + LONGEST_BEFORE))?.[0] ?? '';
    const at = { start: offset - whole.length, end: offset + behind.length };
    if (caret !== '' || SIGNED.test(inner))
      return { kind: caret === '' ? 'group' : 'note', at, ...askedBy(inner, behind.slice(0, -1), offset) };
  }
  const comment = /<!--((?:(?!-->).)*)$/.exec(before)?.[1];
  if (comment !== undefined) {
    const isInNote = report.layout.definitions.some(({ start, end }) => start <= offset && offset <= end);
    if (!isInNote || !SIGNED.test(comment)) return undefined;
    return { kind: 'comment', at: { start: offset, end: offset }, ...askedBy(comment, '', offset) };
  }
  const word = works.citations === 'pandoc' ? WORD.exec(before)?.[1] : undefined;
  if (word === undefined) return undefined;
  const at = { start: offset - word.length, end: offset };
  return { kind: 'word', at, ...askedBy(word, '', offset) };
}

/** A part, the last, with a `@` that begins a word. */
const SIGNED = /(?:^|[\s;(-])@[^@;]*$/;
/** The same in the text: what is joined to other letters is an address. */
const WORD = /(?:^|[\s(\u2018\u201c"'\u2013\u2014])(-?@\{?[^\s@[\]{}(),;]*)$/u;

function askedBy(before: string, behind: string, offset: number): Omit<OpenCitation, 'kind' | 'at'> {
  const typedAsked = readAsked(before);
  const current = typedAsked.length - 1;
  const part = before.slice(before.lastIndexOf(';') + 1);
  const sign = part.lastIndexOf('@');
  const start = offset - (sign < 0 ? part.trimStart().length : part.length - sign);
  return {
    typed: { start, end: offset },
    typedAsked: typedAsked[current]!,
    asked: readAsked(before + behind),
    current,
  };
}

/** One of the other sources: that of the key, or the one found first. */
export function askedSource(
  asked: AskedSource,
  { sources }: Library,
  { search }: Pick<CitationContext, 'search'>,
): CitedSource | undefined {
  if (asked.words === '') return undefined;
  const source = sources.get(asked.words) ?? search.search(asked.words, 1)[0]?.source;
  return source && asCited(source, asked);
}

export const asCited = (source: Source, { prefix, locator, suppressesAuthor }: AskedSource): CitedSource => ({
  source,
  prefix,
  locator,
  suppressesAuthor,
});

function keySuggestion(source: Source, asked: AskedSource): SourceSuggestion | undefined {
  const key = citedKey(source.key);
  if (key === undefined) return undefined;
  return {
    kind: 'source',
    label: sourceLabel(source.item),
    detail: titleOf(source),
    newText: key + tailText(asked),
    source,
    cited: [asCited(source, asked)],
    note: 'none',
  };
}

function noteSuggestion(
  analysis: Analysis,
  at: Span,
  source: Source,
  cited: CitedSources,
  policy: InsertionPolicy,
): { suggestion: SourceSuggestion; span: Span } | undefined {
  const plan = planCitation(analysis, at, cited, policy);
  if ('cannot' in plan) return undefined;
  const { span, reference, newLabel, filled } = plan;
  const again = analysis.works.citations === 'footnote' && newLabel === undefined && !filled;
  const suggestion: SourceSuggestion = {
    kind: 'source',
    label: cited.map((one) => sourceLabel(one.source.item)).join('; '),
    detail: again ? `${reference} ${titleOf(source)}` : titleOf(source),
    newText: reference,
    source,
    cited,
    note: filled ? 'filled' : newLabel === undefined ? 'none' : 'new',
    ...(newLabel === undefined ? {} : { newLabel }),
  };
  return { suggestion, span };
}

/** Short enough to leave the list room for who wrote it. */
function titleOf({ item, key }: Source): string {
  const title = typeof item.title === 'string' ? item.title.replace(/<[^>]*>/g, '') : `@${key}`;
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : title;
}

/** Notes whose label begins with what was typed: to refer to the same note again. */
function notesFor({ report }: Analysis, at: Span, typed: string): NoteSuggestion[] {
  return report.layout.definitions
    .filter(({ label, start, end }) => label.startsWith(typed) && !(start <= at.start && at.end <= end))
    .slice(0, MOST_NOTES)
    .map(({ label, text }) => {
      const note = sliceOf(report.text, text)
        .replace(/\s*<!--[\s\S]*?-->\s*$/, '')
        .replace(/\s+/g, ' ');
      const reference = `[^${label}]`;
      return {
        kind: 'note',
        label: reference,
        detail: note.slice(0, LONGEST_NOTE),
        text: note,
        newText: reference,
      };
    });
}
