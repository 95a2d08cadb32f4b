/** Reads a long YAML list in parts: entries that begin with “- ” on lines of their own, some at a time. */

import { matchAt } from './matchAt';
import type { Span } from './span';
import type { Steps } from './steps';
import { readSoundYaml, readYaml, type YamlPath, type YamlProblem, type YamlValue } from './yaml';
import { isDocumentHead, sectionHeadAt } from './yamlHeads';

/** The entries of a list, each as its whole lines. */
export interface YamlList {
  /** The key that the list stands under; undefined for a list that is the whole text. */
  readonly key: string | undefined;
  readonly entries: readonly Span[];
}

/** What an entry says, and what is wrong with it, at places of the whole text. */
export interface ListEntry {
  /** Undefined where nothing of it could be read. */
  readonly value: YamlValue | undefined;
  readonly problems: readonly YamlProblem[];
}

const ENTRY = /-(?=[ \t\r\n]|$)/y;
/** An entry may refer to what another one names. */
const ANCHOR = /(?:[:?-][ \t]{1,9}|[[{,][ \t]{0,9}|^[ \t]{0,99})&[^\s&]/m;
const LINES_A_STEP = 20_000;

/**
 * Cuts a text into the entries of its list; undefined where it is not laid out so plainly that each entry surely means
 * alone what it means in the whole: anything beside the list, or entries that refer to each other.
 *
 * @param keys those that the list may stand under.
 */
export function* cutYamlList(text: string, keys: ReadonlySet<string>): Steps<YamlList | undefined> {
  if (ANCHOR.test(text)) return undefined;
  yield;
  const entries: Span[] = [];
  let key: string | undefined;
  let indent = -1;
  let start = -1;
  let lines = 0;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0, next = 0; at < text.length; at = next) {
    if (++lines % LINES_A_STEP === 0) yield;
    next = text.indexOf('\n', at) + 1 || text.length;
    let content = at;
    while (text.charCodeAt(content) === 0x20) content++;
    const unit = text.charCodeAt(content);
    if (content >= next || unit === 0x0a || unit === 0x0d || unit === 0x23) continue;
    const column = content - at;
    if (indent < 0) {
      if (column === 0 && key === undefined && isDocumentHead(text, at)) continue;
      const name = column === 0 && key === undefined ? sectionHeadAt(text, at) : undefined;
      if (name !== undefined && keys.has(name)) {
        key = name;
        continue;
      }
    }
    if (matchAt(ENTRY, text, content) && (indent < 0 || column === indent)) {
      if (start >= 0) entries.push({ start, end: at });
      indent = column;
      start = at;
    } else if (indent < 0 || column <= indent) return undefined;
  }
  if (start < 0) return undefined;
  entries.push({ start, end: text.length });
  return { key, entries };
}

/** Reads the entries from one up to another. One that is broken costs no other anything. */
export function readListEntries(text: string, list: YamlList, from: number, to: number): ListEntry[] {
  const { start } = list.entries[from]!;
  const { end } = list.entries[to - 1]!;
  const value = listIn(readSoundYaml(headOf(list) + text.slice(start, end)), list.key);
  if (value?.length === to - from) return value.map((one) => ({ value: one, problems: [] }));
  return list.entries.slice(from, to).map((span) => readAlone(text, list, span));
}

/** Where an entry, or something in it, stands in the whole text. */
export function locateInList(text: string, list: YamlList, index: number, path: YamlPath): Span {
  const span = list.entries[index]!;
  const head = headOf(list);
  const { locate } = readYaml(head + text.slice(span.start, span.end), 'strings');
  const inEntry = list.key === undefined ? [0, ...path] : [list.key, 0, ...path];
  return moved(locate(inEntry, 'value'), span, head);
}

function readAlone(text: string, list: YamlList, span: Span): ListEntry {
  const head = headOf(list);
  const read = readYaml(head + text.slice(span.start, span.end), 'strings');
  return {
    value: listIn(read.value, list.key)?.[0],
    problems: read.problems.map(({ message, span: inEntry }) => ({
      message,
      span: moved(inEntry, span, head),
    })),
  };
}

const headOf = ({ key }: YamlList): string => (key === undefined ? '' : `${key}:\n`);

function moved({ start, end }: Span, entry: Span, head: string): Span {
  const place = (offset: number) =>
    Math.min(Math.max(offset - head.length + entry.start, entry.start), entry.end);
  return { start: place(start), end: place(end) };
}

function listIn(value: YamlValue | undefined, key: string | undefined): readonly YamlValue[] | undefined {
  const list = key === undefined ? value : value instanceof Map ? (value.get(key) as YamlValue) : undefined;
  return Array.isArray(list) ? list : undefined;
}
