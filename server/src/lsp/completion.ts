/** Answers what could be written next, and, for the item that a writer looks at, its card or note. */

import {
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  MarkupKind,
} from 'vscode-languageserver/node';
import { renderCard } from '../features/card';
import { isCiting, type SourceSuggestion } from '../features/citing/citationCompletion';
import { insertDefinition } from '../features/citing/insertDefinition';
import { type InsertionPolicy, insertCitation, writeNote } from '../features/citing/noteInsertion';
import { completeAt, type Suggestions } from '../features/completion';
import type { HoverContext } from '../features/hover';
import type { Edit } from '../text/edit';
import { type Span, touches } from '../text/span';
import type { OpenReport, Session } from './session';
import { namedSources } from './sourceSearch';
import * as toProto from './toProto';

/** Formatting a note takes a while, so only few are made before anybody has chosen one. */
const MOST_MADE_AT_ONCE = 8;
/** Of those that may come later, so many come at once: who chooses in haste takes one of these. */
const MADE_IN_ADVANCE = 3;
/** But no more are begun after so many milliseconds, and none beside so many others: a note is made as one of all. */
const LONGEST_IN_ADVANCE = 5;
const MOST_NOTES_BESIDE = 150;
/** They ask only because they may stand inside a citation that is being looked for. */
const ASK_FOR_CITATIONS = [' ', ',', ';', '.', '-'];
/** After these characters an editor is to ask without being told. */
export const TRIGGERS: readonly string[] = ['^', '@', ...ASK_FOR_CITATIONS];

/** What could be written at a place; null if nothing could, or where no report is open. */
export async function complete(
  session: Session,
  { textDocument: { uri }, position, context }: CompletionParams,
  takesSnippets: boolean,
  policy: InsertionPolicy,
): Promise<CompletionList | null> {
  const open = await session.report(uri);
  if (!open) return null;
  const { report } = open.analysis;
  const { search, works } = open.desk;
  const offset = report.lines.offsetAt(position);
  const citing = isCiting(open.analysis, offset);
  if (!citing && ASK_FOR_CITATIONS.includes(context?.triggerCharacter ?? '')) return null;
  await session.pace(citing ? search.steps() : works.lexicon.searchSteps());
  const found = completeAt(open.analysis, offset, { search, policy });
  if (!found) return null;
  const items = withNotes(open, found, policy).map((item, rank) =>
    toProto.completionItem(uri, report, found.span, item, rank, takesSnippets),
  );
  return { isIncomplete: true, items };
}

/** The suggestions, with the notes that have to come along with them, or may as well. */
function withNotes(
  { analysis }: OpenReport,
  { span, at = span, items }: Suggestions,
  policy: InsertionPolicy,
): toProto.OfferedItem[] {
  const { report, works } = analysis;
  // A note that begins where the reference ends has to come with it: editors do not say which of two edits at one
  // place comes first. So has the text of a note that is being filled.
  const isBeside = touches(span, insertDefinition(report, '').span.start);
  const began = performance.now();
  const comesAlong = ({ note }: SourceSuggestion) => note === 'filled' || (note === 'new' && isBeside);
  let left = items.some((item) => item.kind === 'source' && comesAlong(item))
    ? MOST_MADE_AT_ONCE
    : works.formatter.isStarted && report.generated.length <= MOST_NOTES_BESIDE
      ? MADE_IN_ADVANCE
      : 0;
  const offered: toProto.OfferedItem[] = [];
  for (const suggestion of items) {
    if (suggestion.kind !== 'source' || suggestion.note === 'none') offered.push({ suggestion, at });
    else if (left > 0 && (comesAlong(suggestion) || performance.now() - began < LONGEST_IN_ADVANCE)) {
      left--;
      const made = insertCitation(analysis, at, suggestion.cited, policy);
      if (!('refusal' in made)) offered.push({ suggestion, at, made });
    } else if (!comesAlong(suggestion)) offered.push({ suggestion, at });
  }
  return offered;
}

/** Adds the documentation, and the edit that writes a new note. */
export async function resolveCompletion(
  session: Session,
  item: CompletionItem,
  cardContext: (open: OpenReport) => HoverContext,
): Promise<CompletionItem> {
  const { uri, entity, cited, newNote } = item.data as toProto.SuggestionReference;
  const open = item.documentation ? undefined : await session.report(uri);
  if (!open) return item;
  const { works } = open.desk;
  const named = entity === undefined ? undefined : works.lexicon.glossary.entities.get(entity);
  if (named) {
    const { today, sourceNote } = cardContext(open);
    const asOf = open.analysis.report.date ?? today;
    const card = renderCard(named, { glossary: works.lexicon.glossary, sourceNote, asOf });
    return { ...item, documentation: { kind: MarkupKind.Markdown, value: card } };
  }
  const sources = namedSources(works.library, cited ?? []);
  if (sources.length === 0) return item;
  if (!newNote) {
    const value = works.formatter.note(...sources);
    return { ...item, documentation: { kind: MarkupKind.Markdown, value } };
  }
  const { report } = open.analysis;
  const reference: Edit = { span: within(report.text, newNote.at), newText: newNote.reference };
  const { definition, note } = writeNote(open.analysis, reference, newNote.label, sources);
  return {
    ...item,
    documentation: { kind: MarkupKind.Markdown, value: note.text },
    additionalTextEdits: [toProto.textEdit(report.lines, definition)],
  };
}

/** The report may have changed since the list was made. */
const within = (text: string, { start, end }: Span): Span => ({
  start: Math.min(start, text.length),
  end: Math.min(end, text.length),
});
