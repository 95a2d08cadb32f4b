/** Turns our types into those of the protocol. */

import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  type FoldingRange,
  InsertTextFormat,
  InsertTextMode,
  type Location,
  type LocationLink,
  type Range,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Finding } from '../analysis/finding';
import type { Suggestion } from '../features/completion';
import type { Action } from '../features/fixes';
import type { ColouredSpan } from '../features/semanticTokens';
import { ENTITY_TYPES, type EntityType } from '../glossary/entity';
import type { Report } from '../markdown/report';
import type { Edit } from '../text/edit';
import type { LineIndex } from '../text/lineIndex';
import type { Problem, Severity } from '../text/problem';
import type { Span } from '../text/span';

export const SOURCE_NAME = 'nomenclator';
/** The kind of the action that makes every certain fix; an editor can be told to run it at every save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.${SOURCE_NAME}`;

export const range = (lines: LineIndex, { start, end }: Span): Range => ({
  start: lines.positionAt(start),
  end: lines.positionAt(end),
});

export const textEdit = (lines: LineIndex, { span, newText }: Edit): TextEdit => ({
  range: range(lines, span),
  newText,
});

/** Editors fold whole lines: the first stays. */
export const foldingRange = (lines: LineIndex, { start, end }: Span): FoldingRange => ({
  startLine: lines.positionAt(start).line,
  endLine: lines.positionAt(end).line,
});

export const location = (uri: string, lines: LineIndex, span: Span): Location => ({
  uri,
  range: range(lines, span),
});

export function locationLink(from: Range, uri: string, lines: LineIndex, span: Span): LocationLink {
  const target = range(lines, span);
  return { originSelectionRange: from, targetUri: uri, targetRange: target, targetSelectionRange: target };
}

function severityOf(severity: Severity): DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return DiagnosticSeverity.Error;
    case 'warning':
      return DiagnosticSeverity.Warning;
    case 'information':
      return DiagnosticSeverity.Information;
    case 'hint':
      return DiagnosticSeverity.Hint;
  }
}

export const finding = (lines: LineIndex, { code, severity, span, message }: Finding): Diagnostic => ({
  range: range(lines, span),
  severity: severityOf(severity),
  code,
  source: SOURCE_NAME,
  message,
});

export const problem = (lines: LineIndex, { rule, severity, span, message }: Problem): Diagnostic => ({
  range: range(lines, span),
  severity: severityOf(severity),
  code: rule,
  source: SOURCE_NAME,
  message,
});

export function codeAction(uri: string, lines: LineIndex, action: Action, kind: CodeActionKind): CodeAction {
  return {
    title: action.title,
    kind,
    ...(action.preferred ? { isPreferred: true } : {}),
    ...(action.findings.length > 0 ? { diagnostics: action.findings.map((one) => finding(lines, one)) } : {}),
    edit: { changes: { [uri]: action.edits.map((edit) => textEdit(lines, edit)) } },
  };
}

/** Edits of several files. `version` is null for a file that is not open. */
export function workspaceEdit(
  files: readonly { readonly uri: string; readonly version: number | null; readonly edits: TextEdit[] }[],
  takesVersions: boolean,
): WorkspaceEdit {
  if (!takesVersions) return { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, edits])) };
  return {
    documentChanges: files.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })),
  };
}

/** An edit with those of one more document, which come first. */
export function withEdits(
  edit: WorkspaceEdit,
  {
    uri,
    version,
    edits,
  }: { readonly uri: string; readonly version: number | null; readonly edits: readonly TextEdit[] },
): WorkspaceEdit {
  if (edits.length === 0) return edit;
  if (edit.changes) return { changes: { [uri]: [...edits], ...edit.changes } };
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }, ...(edit.documentChanges ?? [])],
  };
}

/** A file that is made, with its text. */
export const newFile = (uri: string, newText: string): WorkspaceEdit => {
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
    ],
  };
};

/** What an item needs when its documentation is asked for. */
export interface SuggestionReference {
  readonly uri: string;
  readonly entity?: string;
  readonly source?: string;
  readonly noteLabel?: string;
}

/**
 * Editors filter by the text that stands there; ours is searched for in other ways (any word, any form, typos), so
 * every item claims to be what was typed, and the order is ours.
 *
 * @param note what is written behind the suggestion in the same edit; empty where nothing is.
 */
export function completionItem(
  uri: string,
  { text, lines }: Report,
  span: Span,
  suggestion: Suggestion,
  rank: number,
  { note, takesSnippets }: { readonly note: string; readonly takesSnippets: boolean },
): CompletionItem {
  const isSource = suggestion.kind === 'source';
  // A note that comes with its reference must not be written once more when the item is resolved.
  const noteLabel = isSource && note === '' ? suggestion.noteLabel : undefined;
  const data: SuggestionReference = {
    uri,
    ...(suggestion.kind === 'name' ? { entity: suggestion.entity.id } : {}),
    ...(isSource ? { source: suggestion.source.key } : {}),
    ...(noteLabel === undefined ? {} : { noteLabel }),
  };
  // In a snippet the caret stays behind the reference.
  const isSnippet = note !== '' && takesSnippets;
  const newText = isSnippet
    ? `${escapedForSnippet(suggestion.newText)}$0${escapedForSnippet(note)}`
    : suggestion.newText + note;
  return {
    label: suggestion.label,
    labelDetails: { description: suggestion.detail },
    kind: itemKindOf(suggestion),
    filterText: text.slice(span.start, span.end),
    sortText: String(rank).padStart(4, '0'),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(note === '' ? {} : { insertTextMode: InsertTextMode.asIs }),
    textEdit: { range: range(lines, span), newText },
    data,
  };
}

const escapedForSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

function itemKindOf(suggestion: Suggestion): CompletionItemKind {
  switch (suggestion.kind) {
    case 'source':
    case 'note':
      return CompletionItemKind.Reference;
    case 'name':
      return suggestion.entity.type === 'person' ? CompletionItemKind.Constant : CompletionItemKind.Class;
  }
}

export function symbolKindOf(type: EntityType): SymbolKind {
  switch (type) {
    case 'person':
      return SymbolKind.Constant;
    case 'place':
      return SymbolKind.Namespace;
    case 'group':
    case 'organisation':
      return SymbolKind.Class;
  }
}

/** The numbers of the token types are places in this list. */
export const TOKEN_TYPES: readonly string[] = ENTITY_TYPES;

/** Relative line, relative character, length, type, no modifiers; five numbers a span. */
export function semanticTokens(lines: LineIndex, spans: readonly ColouredSpan[]): number[] {
  const encoded: number[] = [];
  let line = 0;
  let character = 0;
  for (const { start, end, type } of spans) {
    const at = lines.positionAt(start);
    encoded.push(at.line - line, at.line === line ? at.character - character : at.character, end - start);
    encoded.push(ENTITY_TYPES.indexOf(type), 0);
    line = at.line;
    character = at.character;
  }
  return encoded;
}
