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
  MarkupKind,
  type Range,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Finding } from '../analysis/finding';
import type { CitationInsertion } from '../features/citing/noteInsertion';
import type { Suggestion } from '../features/completion';
import type { Action } from '../features/fixes';
import type { ColouredSpan } from '../features/semanticTokens';
import { ENTITY_TYPES, type EntityType } from '../glossary/entity';
import type { Report } from '../markdown/report';
import type { CitedSource } from '../sources/formatting/format';
import type { Edit } from '../text/edit';
import type { LineIndex } from '../text/lineIndex';
import type { Problem, Severity } from '../text/problem';
import type { Span } from '../text/span';
import type { CitedSourceParams } from './requests';

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
  readonly cited?: readonly CitedSourceParams[];
  /** A note that has still to be written, and the reference to it. */
  readonly newNote?: { readonly label: string; readonly reference: string; readonly at: Span };
}

/** A suggestion, where its citation stands, and the insertion that was made of it in advance. */
export interface OfferedItem {
  readonly suggestion: Suggestion;
  readonly at: Span;
  readonly made?: CitationInsertion;
}

/**
 * Editors filter by the text that stands there; ours is searched for in other ways (any word, any form, typos), so
 * every item claims to be what was typed, and the order is ours.
 */
export function completionItem(
  uri: string,
  { text, lines }: Report,
  span: Span,
  { suggestion, at, made }: OfferedItem,
  rank: number,
  takesSnippets: boolean,
): CompletionItem {
  // What touches is one edit: the reference and its note, or all that a note says.
  const [edit, ...others] = made?.edits ?? [];
  const isWhole = made !== undefined && edit !== undefined && others.length === 0;
  const newText = isWhole ? edit.newText : suggestion.newText;
  const caret = isWhole ? made.caret - edit.span.start : newText.length;
  const isSnippet = isWhole && takesSnippets;
  return {
    label: suggestion.label,
    labelDetails: { description: suggestion.detail },
    kind: itemKindOf(suggestion),
    filterText: text.slice(span.start, span.end),
    sortText: String(rank).padStart(4, '0'),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(isWhole ? { insertTextMode: InsertTextMode.asIs } : {}),
    textEdit: {
      range: range(lines, span),
      newText: isSnippet
        ? `${escapedForSnippet(newText.slice(0, caret))}$0${escapedForSnippet(newText.slice(caret))}`
        : newText,
    },
    ...(made?.definition && !isWhole ? { additionalTextEdits: [textEdit(lines, made.definition)] } : {}),
    ...(made?.note === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: made.note } }),
    data: referenceOf(uri, suggestion, at),
  };
}

function referenceOf(uri: string, suggestion: Suggestion, at: Span): SuggestionReference {
  switch (suggestion.kind) {
    case 'name':
      return { uri, entity: suggestion.entity.id };
    case 'note':
      return { uri };
    case 'source': {
      const cited = suggestion.cited.map(citedParams);
      const { newText: reference, newLabel: label } = suggestion;
      return { uri, cited, ...(label === undefined ? {} : { newNote: { label, reference, at } }) };
    }
  }
}

/** A source that is cited, by its key: as it goes to the client, and comes back. */
export const citedParams = ({
  source,
  locator,
  prefix,
  suffix,
  suppressesAuthor,
}: CitedSource): CitedSourceParams => ({
  key: source.key,
  ...(locator === undefined ? {} : { locator }),
  ...(prefix === undefined ? {} : { prefix }),
  ...(suffix === undefined ? {} : { suffix }),
  ...(suppressesAuthor ? { suppressesAuthor } : {}),
});

/** For text within a snippet that is not to be read as one. */
export const escapedForSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

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
