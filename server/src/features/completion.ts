/** Offers what could be written next: citations of the library, or names of the glossary. */

import type { Analysis } from '../analysis/analyze';
import type { Entity } from '../glossary/entity';
import { searchEntities } from '../glossary/entitySearch';
import type { Span } from '../text/span';
import {
  type CitationContext,
  completeCitation,
  type NoteSuggestion,
  type SourceSuggestion,
} from './citing/citationCompletion';
import { isCitable } from './citing/noteInsertion';

export type Suggestion = NameSuggestion | SourceSuggestion | NoteSuggestion;

/** A form that the house writes. */
export interface NameSuggestion {
  readonly kind: 'name';
  readonly label: string;
  readonly detail: string;
  readonly newText: string;
  readonly entity: Entity;
}

export interface Suggestions {
  /** What the chosen suggestion replaces. */
  readonly span: Span;
  /** The citation that is being typed, if it is one. */
  readonly at?: Span;
  /** Best first. */
  readonly items: readonly Suggestion[];
}

const MOST_NAMES = 30;
const LONGEST_BEFORE = 200;
const NAME_BEING_TYPED =
  /(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}’'‘ʻʼ.]*[\s-]+){0,4}[\p{L}\p{N}][\p{L}\p{M}\p{N}’'‘ʻʼ]*$/u;
const SHORTEST_NAME = 2;

/** Undefined where nothing could be written that is known. */
export function completeAt(
  analysis: Analysis,
  offset: number,
  context: CitationContext,
): Suggestions | undefined {
  const { report } = analysis;
  const { text } = report;
  if (!isCitable(report, offset)) return undefined;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - LONGEST_BEFORE);
  const before = text.slice(lineStart, offset);
  return completeCitation(analysis, offset, context) ?? completeName(analysis, offset, before);
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
