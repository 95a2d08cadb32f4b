/** Offers what could be cited where `[^…`, `[@…`, or for Pandoc `@…`, is being typed. */

import type { Analysis } from '../../analysis/analyze';
import { citationsOf } from '../../analysis/notes/deskCitations';
import { citedKey } from '../../markdown/citations';
import type { CitedSource, CitedSources } from '../../sources/formatting/format';
import { labelsApart } from '../../sources/label';
import type { Library } from '../../sources/library';
import type { SourceSearch } from '../../sources/searching/search';
import type { CslItem, Source } from '../../sources/source';
import { type Span, sliceOf } from '../../text/span';
import { type AskedSource, askedParts, readAsked, wordsIn } from './citationQuery';
import { tailText } from './citationText';
import { type InsertionPolicy, isInComment, planCitation } from './noteInsertion';

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
  /** The part that is being typed, from its `@` or first word to the caret or the end of a key; and what that asks for. */
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
  const labelOf = labelsApart(found.map(({ source }) => source.item));
  if (kind !== 'note' && (isForPandoc || kind === 'comment')) {
    const items = found.flatMap(({ source }) => keySuggestion(source, typedAsked, labelOf) ?? []);
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
        labelOf,
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
  const [after = ''] = text.slice(offset, offset + LONGEST_BEFORE).split(/[\r\n]/, 1);
  const isForPandoc = works.citations === 'pandoc';
  const bracket = /\[(\^?)([^[\]]*)$/.exec(before);
  // A reference in a comment would lead to its note from nowhere; what names a note is none either.
  if (bracket && (isForPandoc || !isInComment(report, offset)) && !isInMark(report, offset)) {
    const [whole, caret = '', inner = ''] = bracket;
    const behind = closingOf(before, after);
    const at = { start: offset - whole.length, end: offset + behind.length };
    if (caret !== '' || SIGNED.test(inner) || CONTINUED.test(inner))
      return {
        kind: caret === '' ? 'group' : 'note',
        at,
        ...askedBy(inner, behind.slice(0, -1), after, offset),
      };
  }
  const comment = /<!--((?:(?!-->).)*)$/.exec(before)?.[1];
  if (comment !== undefined) {
    const isInNote = report.layout.definitions.some(({ start, end }) => start <= offset && offset <= end);
    if (!isInNote || !SIGNED.test(comment)) return undefined;
    return { kind: 'comment', at: { start: offset, end: offset }, ...askedBy(comment, '', after, offset) };
  }
  const word = isForPandoc ? WORD.exec(before)?.[1] : undefined;
  if (word === undefined) return undefined;
  const at = { start: offset - word.length, end: offset };
  return { kind: 'word', at, ...askedBy(word, '', after, offset) };
}

/** A part, the last, with a `@` that begins a word. */
const SIGNED = /(?:^|[\s;(-])@[^@;]*$/;
/** Words behind a part with such a `@`: the next source. */
const CONTINUED = /(?:^|[\s;(-])@[^@;]+;[^@;]{0,80}$/;
/** The same in the text: what is joined to other letters is an address. */
const WORD = /(?:^|[\s(\u2018\u201c"'\u2013\u2014])(-?@\{?[^\s@[\]{}(),;]*)$/u;
/** A place behind what is being typed, or further sources. */
const TAIL = /^(?:\}|\s*[,;][^[\]]*)?\]/;
const REST_OF_KEY = /^(?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))+/u;

const isInMark = ({ layout }: Analysis['report'], offset: number): boolean =>
  layout.definitions.some(({ mark }) => mark.start < offset && offset < mark.end);

/** What stands behind the caret and belongs to the open bracket before it, with the closing one; empty if nothing does. */
function closingOf(before: string, after: string): string {
  const tail = TAIL.exec(after)?.[0];
  if (tail !== undefined) return tail;
  const rest = /^[^[\]]*\]/.exec(after)?.[0];
  // Brackets around these need closing ones as well.
  return rest !== undefined && unclosed(before, '[', ']') <= unclosed(reversed(after), ']', '[') ? rest : '';
}

function unclosed(text: string, opening: string, closing: string): number {
  let depth = 0;
  for (const char of text)
    if (char === opening) depth++;
    else if (char === closing) depth = Math.max(0, depth - 1);
  return depth;
}

/** What follows of a key, or of braces, in which the caret stands; empty where it is behind them. */
const restOf = (before: string, after: string): string =>
  (/\{[^{}]*$/.test(before) ? /^[^{}[\]]*\}/ : /^@[^\s,;{}]*$/.test(before) ? REST_OF_KEY : undefined)?.exec(
    after,
  )?.[0] ?? '';

const reversed = (text: string): string => [...text].reverse().join('');

function askedBy(
  before: string,
  behind: string,
  after: string,
  offset: number,
): Omit<OpenCitation, 'kind' | 'at'> {
  const parts = askedParts(before);
  const current = parts.length - 1;
  const part = parts[current]!;
  const sign = part.lastIndexOf('@');
  const start = offset - (sign < 0 ? part.length - wordsIn(part) : part.length - sign);
  const rest = sign < 0 ? '' : restOf(part.slice(sign), after);
  const typedAsked = readAsked(rest.endsWith('}') ? part + rest : part)[0]!;
  const asked = readAsked(before + behind);
  // Of words, those before the caret are looked for.
  if (!/^(?:\s*[,;]|\}|$)/.test(behind))
    asked[current] = { ...asked[current]!, words: readAsked(part)[0]!.words };
  return { typed: { start, end: offset + rest.length }, typedAsked, asked, current };
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

/** A source as it was asked for: with the place and the words that were typed with it. */
export const asCited = (
  source: Source,
  { prefix, locator, suffix, suppressesAuthor }: AskedSource,
): CitedSource => ({
  source,
  prefix,
  locator,
  suffix,
  suppressesAuthor,
});

function keySuggestion(
  source: Source,
  asked: AskedSource,
  labelOf: (item: CslItem) => string,
): SourceSuggestion | undefined {
  const key = citedKey(source.key);
  if (key === undefined) return undefined;
  return {
    kind: 'source',
    label: labelOf(source.item),
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
  labelOf: (item: CslItem) => string,
): { suggestion: SourceSuggestion; span: Span } | undefined {
  const plan = planCitation(analysis, at, cited, policy);
  if ('refusal' in plan) return undefined;
  const { span, reference, newLabel, filled } = plan;
  const again = analysis.works.citations === 'footnote' && newLabel === undefined && !filled;
  const suggestion: SourceSuggestion = {
    kind: 'source',
    label: cited.map((one) => labelOf(one.source.item)).join('; '),
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
