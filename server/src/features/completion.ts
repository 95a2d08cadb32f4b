/** Offers what could be written next: names of the glossary, and citations of the library. */

import type { Analysis } from '../analysis/analyze';
import type { Entity } from '../glossary/entity';
import { searchEntities } from '../glossary/entitySearch';
import { zoneAt } from '../markdown/report';
import { sourceLabel } from '../sources/label';
import type { SourceSearch } from '../sources/search';
import type { Source } from '../sources/source';
import type { Span } from '../text/span';
import { sliceOf } from '../text/span';
import { existingNote, nextLabel } from './noteInsertion';

export type Suggestion = NameSuggestion | SourceSuggestion | NoteSuggestion;

interface Offered {
  readonly label: string;
  readonly detail: string;
  readonly newText: string;
}

/** A form that the house writes. */
export interface NameSuggestion extends Offered {
  readonly kind: 'name';
  readonly entity: Entity;
}

/** A source to cite; `noteLabel` is that of a note still to be written. */
export interface SourceSuggestion extends Offered {
  readonly kind: 'source';
  readonly source: Source;
  readonly noteLabel?: string;
}

/** A note that the report already has. */
export interface NoteSuggestion extends Offered {
  readonly kind: 'note';
  readonly text: string;
}

export interface Suggestions {
  /** What the chosen suggestion replaces. */
  readonly span: Span;
  /** Best first. */
  readonly items: readonly Suggestion[];
}

export interface CompletionContext {
  readonly search: SourceSearch;
  readonly citations: 'footnote' | 'pandoc';
}

const MOST_NAMES = 30;
const MOST_SOURCES = 40;
const LONGEST_TITLE = 36;
const LONGEST_BEFORE = 200;
const OPEN_CITATION = /\[(\^|(?:[^[\]\n]*[\s;])?-?@)([^[\]\n^@]*)$/;
const NAME_BEING_TYPED =
  /(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}’'‘ʻʼ.]*[\s-]+){0,4}[\p{L}\p{N}][\p{L}\p{M}\p{N}’'‘ʻʼ]*$/u;
const SHORTEST_NAME = 2;

export function completeAt(
  analysis: Analysis,
  offset: number,
  context: CompletionContext,
): Suggestions | undefined {
  const { report } = analysis;
  const { text } = report;
  const zone = zoneAt(report, Math.max(0, offset - 1))?.kind;
  if (zone === 'code' || zone === 'front-matter' || zone === 'url') return undefined;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - LONGEST_BEFORE);
  const before = text.slice(lineStart, offset);
  return completeCitation(analysis, offset, before, context) ?? completeName(analysis, offset, before);
}

function completeCitation(
  analysis: Analysis,
  offset: number,
  before: string,
  { search, citations }: CompletionContext,
): Suggestions | undefined {
  const open = OPEN_CITATION.exec(before);
  if (!open) return undefined;
  const { report } = analysis;
  const [whole, sign = '', query = ''] = open;
  // An editor that closes brackets has put one behind the caret already.
  const end = report.text[offset] === ']' ? offset + 1 : offset;
  const isKeyOnly = citations === 'pandoc' && sign.endsWith('@');
  const start = isKeyOnly ? offset - query.length : offset - whole.length;
  const sources = search.search(query, MOST_SOURCES).map(({ source }): SourceSuggestion => {
    const offered = {
      kind: 'source',
      source,
      label: sourceLabel(source.item),
      detail: titleOf(source),
    } as const;
    if (citations === 'pandoc') return { ...offered, newText: isKeyOnly ? source.key : `[@${source.key}]` };
    const note = existingNote(report, [{ source }]);
    const label = note?.label ?? nextLabel(report);
    return { ...offered, newText: `[^${label}]`, ...(note ? {} : { noteLabel: label }) };
  });
  const notes = sign === '^' ? notesFor(analysis, query) : [];
  return { span: { start, end: isKeyOnly ? offset : end }, items: [...sources, ...notes] };
}

/** Short enough to leave the list room for who wrote it. */
function titleOf({ item, key }: Source): string {
  const title = typeof item.title === 'string' ? item.title.replace(/<[^>]*>/g, '') : `@${key}`;
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : title;
}

/** Notes whose label begins with what was typed: to refer to the same note again. */
function notesFor({ report }: Analysis, query: string): NoteSuggestion[] {
  return report.layout.definitions
    .filter(({ label }) => label.startsWith(query.trim()))
    .slice(0, MOST_SOURCES)
    .map(({ label, text }) => {
      const note = sliceOf(report.text, text)
        .replace(/\s*<!--[\s\S]*?-->\s*$/, '')
        .replace(/\s+/g, ' ');
      return {
        kind: 'note',
        label: `[^${label}]`,
        detail: note.slice(0, 80),
        text: note,
        newText: `[^${label}]`,
      };
    });
}

/** Takes as much of what stands before the caret as begins a form: “Katibat al-Taw”, else “al-Taw”, else “Taw”. */
function completeName(analysis: Analysis, offset: number, before: string): Suggestions | undefined {
  const typed = NAME_BEING_TYPED.exec(before)?.[0];
  if (typed === undefined) return undefined;
  const { lexicon } = analysis.works;
  for (const start of wordStarts(typed)) {
    const words = typed.slice(start);
    if (words.length < SHORTEST_NAME || !/\p{Lu}|\p{Lo}/u.test(words)) continue;
    const isWhole = /[\s-]/.test(words);
    const found = searchEntities(lexicon, words, MOST_NAMES);
    if (found.length === 0 || (isWhole && found[0]!.score < 0.8)) continue;
    const items = found.flatMap(({ claim }) => formsToOffer(claim.entity, claim.form.house, claim.form.text));
    return { span: { start: offset - words.length, end: offset }, items };
  }
  return undefined;
}

function wordStarts(typed: string): number[] {
  const starts = [0];
  for (const gap of typed.matchAll(/[\s-]+/g)) starts.push(gap.index + gap[0].length);
  return starts.filter((start) => start < typed.length);
}

/** What was found first, as the house writes it; then the entity's other house forms. */
function formsToOffer(entity: Entity, house: string, found: string): NameSuggestion[] {
  const forms = new Set([house, entity.name, ...entity.shorts.slice(0, 1), ...entity.acronyms.slice(0, 1)]);
  return [...forms].map((form) => ({
    kind: 'name',
    entity,
    label: form,
    detail: form === entity.name || form === found ? entity.type : `${entity.type}: ${entity.name}`,
    newText: form,
  }));
}
