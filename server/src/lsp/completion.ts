/** Answers what could be written next, and, for the item that a writer looks at, its card or note. */

import {
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  MarkupKind,
} from 'vscode-languageserver/node';
import { renderCard } from '../features/card';
import { completeAt, type SourceSuggestion, type Suggestion } from '../features/completion';
import type { HoverContext } from '../features/hover';
import { generatedDefinition, insertDefinition } from '../features/noteInsertion';
import { touches } from '../text/span';
import type { OpenReport, Session } from './session';
import * as toProto from './toProto';

/** Formatting a note takes milliseconds, so only few are made before anybody has chosen one. */
const MOST_MADE_AT_ONCE = 8;

export async function complete(
  session: Session,
  { textDocument: { uri }, position, context }: CompletionParams,
  takesSnippets: boolean,
): Promise<CompletionList | null> {
  const open = await session.report(uri);
  if (!open) return null;
  const { report } = open.analysis;
  const { search, config } = open.desk;
  const offset = report.lines.offsetAt(position);
  await session.pace(open.desk.works.lexicon.searchSteps());
  const found = completeAt(open.analysis, offset, { search, citations: config.citations });
  // A space asks only because it may stand inside a citation that is being looked for.
  if (!found || (context?.triggerCharacter === ' ' && found.items[0]?.kind === 'name')) return null;
  const { span, items } = found;

  // A note that begins where the reference ends has to come with it: editors do not say which of two edits at one
  // place comes first.
  const noteAt = insertDefinition(report, '').span.start;
  const comesAlong = (item: Suggestion) => isNew(item) && touches(span, noteAt);
  const offered = items.some(comesAlong) ? items.slice(0, MOST_MADE_AT_ONCE) : items;
  const toItem = (item: Suggestion, rank: number) => {
    const note =
      isNew(item) && comesAlong(item) ? noteEdit(open, item.source.key, item.noteLabel).newText : '';
    return toProto.completionItem(uri, report, span, item, rank, { note, takesSnippets });
  };
  return { isIncomplete: true, items: offered.map(toItem) };
}

/** Adds the documentation, and the edit that writes a new note. */
export async function resolveCompletion(
  session: Session,
  item: CompletionItem,
  cardContext: (open: OpenReport) => HoverContext,
): Promise<CompletionItem> {
  const { uri, entity, source, noteLabel } = item.data as toProto.SuggestionReference;
  const open = await session.report(uri);
  if (!open) return item;
  const { works } = open.desk;
  const named = entity === undefined ? undefined : works.lexicon.glossary.entities.get(entity);
  if (named) {
    const { today, sourceNote } = cardContext(open);
    const asOf = open.analysis.report.date ?? today;
    const card = renderCard(named, { glossary: works.lexicon.glossary, sourceNote, asOf });
    return { ...item, documentation: { kind: MarkupKind.Markdown, value: card } };
  }
  const cited = source === undefined ? undefined : works.library.sources.get(source);
  if (!cited) return item;
  const edit = noteLabel === undefined ? undefined : noteEdit(open, cited.key, noteLabel);
  return {
    ...item,
    documentation: { kind: MarkupKind.Markdown, value: works.formatter.note({ source: cited }) },
    ...(edit ? { additionalTextEdits: [toProto.textEdit(open.analysis.report.lines, edit)] } : {}),
  };
}

const isNew = (item: Suggestion): item is SourceSuggestion & { readonly noteLabel: string } =>
  item.kind === 'source' && item.noteLabel !== undefined;

function noteEdit({ analysis, desk }: OpenReport, key: string, label: string) {
  const source = desk.works.library.sources.get(key);
  const cited = source ? [{ source }] : [];
  const note = desk.works.formatter.note(...cited);
  return insertDefinition(analysis.report, generatedDefinition(label, note, cited));
}
