/** Finds entries (keys two levels down, in block style) in YAML by their lines, without parsing any of it. */

import { lineStart } from './lines';
import type { Span } from './span';
import type { YamlPath } from './yaml';
import { sectionHeadAt } from './yamlHeads';

const LONGEST_SOUGHT = 1000;

/**
 * The key of an entry two levels down (`people:` / `abu-saloh:`) in block style, found without parsing a whole large
 * file: below a section, only keys stand as far in as its first key does.
 */
export function entryKey(text: string, path: YamlPath): Span | undefined {
  const [section, key] = path;
  if (path.length !== 2 || typeof section !== 'string' || typeof key !== 'string') return undefined;
  const block = blockOf(text, section);
  // An expression can't be much longer.
  if (!block || key.length > LONGEST_SOUGHT) return undefined;
  const { start, body, indent } = block;
  const found = new RegExp(`\\n${indent}(["']?)${escapeForRegExp(key)}\\1[ \\t]*:(?=\\s)`).exec(body);
  if (!found) return undefined;
  const at = start + found.index + 1 + indent.length;
  return { start: at, end: at + found[0].trimEnd().replace(/[ \t]*:$/, '').length - 1 - indent.length };
}

/** What stands below a top-level key in block style, and how far in its own keys stand. */
function blockOf(text: string, section: string) {
  if (section.length > LONGEST_SOUGHT) return undefined;
  const head = new RegExp(`^${escapeForRegExp(section)}:[ \\t]*(?:#.*)?\\r?$`, 'm').exec(text);
  if (!head) return undefined;
  const start = head.index + head[0].length;
  const next = /^[^\s#]/m.exec(text.slice(start + 1));
  const body = text.slice(start, next ? start + 1 + next.index : text.length);
  const indent = /\n( +)[^\s#]/.exec(body)?.[1];
  return indent ? { start, body, indent } : undefined;
}

/** The lines of an entry two levels down in block style, found without parsing: a map of that entry alone. */
export function entryLines(text: string, path: YamlPath): Span | undefined {
  const key = entryKey(text, path.slice(0, 2));
  if (!key) return undefined;
  const start = lineStart(text, key.start);
  return { start, end: endOfBlock(text, key.end, key.start - start) };
}

/** The lines of the last entries below a top-level key in block style, at most two, found without parsing. */
export function lastEntryLines(text: string, section: string): Span | undefined {
  const block = blockOf(text, section);
  if (!block) return undefined;
  const starts: number[] = [];
  const key = new RegExp(`\\n${block.indent}(?=[^\\s#])`, 'g');
  for (const { index } of block.body.matchAll(key)) {
    starts.push(block.start + index + 1);
    if (starts.length > 2) starts.shift();
  }
  const last = starts.at(-1);
  return last === undefined
    ? undefined
    : { start: starts[0]!, end: endOfBlock(text, last, block.indent.length) };
}

/**
 * Where the next line begins that stands no further in than `indent`; comments and empty lines decide nothing, and a
 * list may stand as far in as its key.
 */
function endOfBlock(text: string, from: number, indent: number): number {
  const next = new RegExp(`\\n(?! {${indent}}-\\s) {0,${indent}}[^\\s#]`, 'g');
  next.lastIndex = text.indexOf('\n', from) < 0 ? text.length : text.indexOf('\n', from);
  const found = next.exec(text);
  return found ? found.index + 1 : text.length;
}

const escapeForRegExp = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * The lines of the entry two levels down in block style that a place is in, and the key above it, found without parsing;
 * undefined where the text is laid out otherwise, and before the first entry of a section.
 */
export function entryLinesAt(
  text: string,
  offset: number,
): (Span & { readonly section: string }) | undefined {
  let line = lineStart(text, offset);
  const own = line;
  while (line > 0 && !isWritten(text, line)) line = lineStart(text, line - 1);
  const section = sectionHeadAt(text, line);
  if (section === undefined || line === own) return undefined;
  const indented = /\n([ \t]+)[^\s#]/y;
  const firstKey = /\n(?=[ \t]+[^\s#])/g;
  firstKey.lastIndex = line;
  indented.lastIndex = firstKey.exec(text)?.index ?? text.length;
  const indent = indented.exec(text)?.[1];
  if (indent === undefined) return undefined;
  let start = own;
  while (start > line && !beginsEntry(text, start, indent)) start = lineStart(text, start - 1);
  if (start <= line) return undefined;
  const end = Math.max(endOfBlock(text, start, indent.length), Math.min(offset, text.length));
  return { section, start, end };
}

/** The top-level keys of a text in block style, found without parsing. */
export const topLevelKeys = (text: string): string[] =>
  Array.from(text.matchAll(/^([A-Za-z_][\w-]*)[ \t]*:(?=\s|$)/gm), (key) => key[1]!);

const SPACE = 0x20;
const HASH = 0x23;

/** Whether something stands at an offset that is neither white space nor the beginning of a comment. */
function isWritten(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit > SPACE && unit !== HASH;
}

const beginsEntry = (text: string, line: number, indent: string): boolean =>
  isWritten(text, line + indent.length) && text.startsWith(indent, line);
