/** Answers what could be written in a file of the desk’s own, and, for the item that a writer looks at, its card or note. */

import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver/node';
import { renderCard } from '../features/card';
import {
  completeFileSteps,
  type FileSuggestion,
  type FileSuggestions,
} from '../features/deskFiles/completeFile';
import { noteText } from '../features/safeMarkdown';
import { sourceNoteOf } from './cardContext';
import type { OpenDeskFile } from './deskFiles';
import type { Session } from './session';
import * as toProto from './toProto';

/** What an item needs when its documentation is asked for. */
interface FileItemReference {
  /** The file in which it was offered. */
  readonly file: string;
  readonly entity?: string;
  readonly source?: string;
}

export interface CompletionAbilities {
  readonly takesSnippets: boolean;
  /** Whether the editor shows something beside each label. */
  readonly showsDetails: boolean;
  /** Whether the editor has VS Code’s command that asks for suggestions. */
  readonly asksAgain: boolean;
}

/** Behind it, a writer is offered what may follow; other signs at which an editor asks by itself belong to a word. */
const SPACE = ' ';

export async function completeDeskFile(
  session: Session,
  open: OpenDeskFile,
  { position, context }: Pick<CompletionParams, 'position' | 'context'>,
  today: string,
  abilities: CompletionAbilities,
): Promise<CompletionList | null> {
  const { desk, file, lines } = open;
  const offset = lines.offsetAt(position);
  const found = await session.pace(
    completeFileSteps(file, offset, { works: desk.works, search: desk.search, today }),
  );
  const { triggerCharacter = SPACE } = context ?? {};
  if (!found || (triggerCharacter !== SPACE && found.span.start === offset)) return null;
  const items = found.items.map((item, rank) => completionItem(open, found, item, rank, abilities));
  return { isIncomplete: found.isSearched, items };
}

const KINDS: Readonly<Record<FileSuggestion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  entity: CompletionItemKind.Reference,
  source: CompletionItemKind.Reference,
  choice: CompletionItemKind.EnumMember,
  date: CompletionItemKind.Value,
  text: CompletionItemKind.Text,
};

function completionItem(
  { uri, file, lines }: OpenDeskFile,
  { span, isSearched }: FileSuggestions,
  { kind, label, detail, documentation, text, caret, of, goesOn }: FileSuggestion,
  rank: number,
  { takesSnippets, showsDetails, asksAgain }: CompletionAbilities,
): CompletionItem {
  const written = file.text.slice(span.start, span.end);
  const quote = /^["']/.exec(written)?.[0] ?? '';
  const isSnippet = takesSnippets && caret < text.length;
  // Brackets without a caret between them are in the way, and one text needs none.
  const plain = text.replace(/\[\]$/, '');
  const reference: FileItemReference = {
    file: uri,
    ...(kind === 'entity' && of !== undefined ? { entity: of } : {}),
    ...(kind === 'source' && of !== undefined ? { source: of } : {}),
  };
  return {
    label,
    kind: KINDS[kind],
    ...(detail === undefined ? {} : showsDetails ? { labelDetails: { description: detail } } : { detail }),
    // Ids are found by names as well, so that each claims to be what was typed.
    filterText: isSearched && of !== undefined ? written || label : `${quote}${label}`,
    sortText: String(rank).padStart(4, '0'),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: {
      range: toProto.range(lines, span),
      newText: isSnippet
        ? `${toProto.escapedForSnippet(text.slice(0, caret))}$0${toProto.escapedForSnippet(text.slice(caret))}`
        : plain,
    },
    ...(documentation === undefined
      ? {}
      : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    ...(goesOn && asksAgain
      ? { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }
      : {}),
    data: reference,
  };
}

/** Whether an item was offered in a file of a desk’s own. */
export const isFileItem = ({ data }: CompletionItem): boolean =>
  typeof data === 'object' && data !== null && 'file' in data;

/** Adds the card of an entity, or the note of a source. */
export async function resolveFileItem(
  session: Session,
  item: CompletionItem,
  today: string,
): Promise<CompletionItem> {
  const { file, entity, source } = item.data as FileItemReference;
  const desk = (await session.ownerOf(file))?.desk;
  if (!desk) return item;
  const { glossary } = desk.works.lexicon;
  const sourceNote = sourceNoteOf(desk);
  const named = entity === undefined ? undefined : glossary.entities.get(entity);
  const note = source === undefined ? undefined : sourceNote({ id: source });
  const value = named
    ? renderCard(named, { glossary, sourceNote, asOf: today })
    : note === undefined
      ? undefined
      : noteText(note);
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}
