/** Reads YAML into plain values, with the place of every one of them; the only file that knows a YAML parser. */

import { CORE_SCHEMA, FAILSAFE_SCHEMA, load, realMapTag, YAMLException } from 'js-yaml';
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  stringify,
  visit,
  type YAMLMap,
} from 'yaml';
import type { Span } from './span';
import { entryKey, entryLines } from './yamlEntries';
import type { ScalarStyle, YamlLayout } from './yamlLayout';

/** A mapping is a `Map`, so that no key (`__proto__`) can be special. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlMap;
export type YamlMap = ReadonlyMap<string, YamlValue>;
export type YamlPath = readonly (string | number)[];

/** What everybody reads as nothing where a list or a map is expected; as a name, a text is whatever it is. */
export const isNull = (value: unknown): boolean => value === '~' || value === 'null';

export interface YamlProblem {
  readonly span: Span;
  readonly message: string;
}

export interface LocatedYaml {
  /** What could be read; `null` where nothing could. */
  readonly value: YamlValue;
  readonly problems: readonly YamlProblem[];
  /** Where the key or the value at `path` stands; if there is nothing there, its nearest ancestor. */
  locate(path: YamlPath, part: 'key' | 'value'): Span;
}

/**
 * - `strings`: every scalar is the text as written (a person may be called *Null*, *No* or *007*).
 * - `typed`: YAML 1.2 core: numbers, booleans and null are what they look like; JSON reads as itself.
 */
export type ScalarReading = 'strings' | 'typed';

export const GIVEN_TWICE = 'This key is given twice in the same place. Keep one of the two.';

const MOST_ALIASES = 100;
/** Longer texts are never read whole by the parser that keeps positions: a second and much memory a megabyte. */
const LONGEST_WITH_PLACES = 1_000_000;
/** In longer texts, a place is first looked for in the lines of its entry alone. */
const SHORT = 32_000;
const FAST_SCHEMA = {
  strings: FAILSAFE_SCHEMA.withTags(realMapTag),
  typed: CORE_SCHEMA.withTags(realMapTag),
};

/**
 * Reads one YAML (or JSON) document. Sound text takes a fast parser that keeps no positions; positions, and every
 * problem of unsound text, come from the `yaml` package when somebody asks for them.
 */
export function readYaml(text: string, scalars: ScalarReading): LocatedYaml {
  let document: Document.Parsed | undefined;
  const parsed = () => {
    document ??= parseWithPlaces(text, scalars);
    return document;
  };
  const locate = (path: YamlPath, part: 'key' | 'value') => {
    const near =
      (part === 'key' ? entryKey(text, path) : undefined) ??
      (text.length > SHORT ? locateInEntry(text, scalars, path, part) : undefined);
    if (near) return near;
    return text.length > LONGEST_WITH_PLACES
      ? (entryKey(text, path.slice(0, 2)) ?? { start: 0, end: 0 })
      : locateIn(parsed(), path, part, text.length);
  };
  try {
    const value = loadFast(text, scalars);
    if (text.includes('&') && text.includes('*') && sizeOf(value, new Map()) > LARGEST_WITH_ALIASES)
      return { value: null, problems: [{ span: within(text, 0, 0), message: TOO_MANY_ALIASES }], locate };
    return { value, problems: [], locate };
  } catch (error) {
    // The parser with positions has no limit of its own, and dies (with the whole process) of deep nesting.
    const deep = tooDeepAt(text, error);
    if (deep) return { value: null, problems: [{ span: deep, message: TOO_DEEP }], locate: () => deep };
    if (text.length > LONGEST_WITH_PLACES)
      return { value: null, problems: [firstProblem(text, error)], locate };
    return { ...readSlowly(parsed(), text), locate };
  }
}

const loadFast = (text: string, scalars: ScalarReading): YamlValue =>
  load(text, { schema: FAST_SCHEMA[scalars], maxAliases: MOST_ALIASES }) as YamlValue;

/** The value of sound text with all scalars as written; undefined where anything is wrong, whatever it is. */
export function readSoundYaml(text: string): YamlValue | undefined {
  try {
    return loadFast(text, 'strings');
  } catch {
    return undefined;
  }
}

/** What the fast parser says, which stops at the first problem. */
function firstProblem(text: string, error: unknown): YamlProblem {
  const at = error instanceof YAMLException ? (error.mark?.position ?? 0) : 0;
  const reason = error instanceof YAMLException ? error.reason : String(error);
  return { span: within(text, at, at + 1), message: explain('', reason) };
}

const parseWithPlaces = (text: string, scalars: ScalarReading): Document.Parsed =>
  parseDocument(text, {
    schema: scalars === 'strings' ? 'failsafe' : 'core',
    keepSourceTokens: false,
    prettyErrors: false,
    strict: true,
    // It would compare every key with every other; `repeatedKeys` looks each up once.
    uniqueKeys: false,
  });

/** A few aliases of aliases can stand for billions of values; no author means more than these. */
const LARGEST_WITH_ALIASES = 1_000_000;
const TOO_MANY_ALIASES =
  'The aliases of this file stand for more than a million values. Write aliases (*name) out in full.';

/** How many values there are when every alias is written out; each value is counted once and remembered. */
function sizeOf(value: YamlValue, known: Map<object, number>): number {
  if (typeof value !== 'object' || value === null) return 1;
  let size = known.get(value);
  if (size === undefined) {
    size = 1;
    for (const part of value.values()) size += sizeOf(part, known);
    known.set(value, size);
  }
  return size;
}

const TOO_DEEP = 'This is nested too deeply to be read. Write it with fewer levels; 100 are the most.';
/** The parser with positions was seen to bear 500 levels, not 1,000. */
const MOST_BRACKETS = 300;
const LONG_CHAIN = /(?:[-?:][ \t]+){300}|^ {2000}/m;

/** Where unsound text goes deeper than can be parsed; brackets within quotes count too, as telling is not worth it. */
function tooDeepAt(text: string, error: unknown): Span | undefined {
  if (error instanceof YAMLException && error.message.includes('maxDepth'))
    return within(text, error.mark?.position ?? 0, (error.mark?.position ?? 0) + 1);
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5b || unit === 0x7b) depth++;
    else if ((unit === 0x5d || unit === 0x7d) && depth > 0) depth--;
    if (depth > MOST_BRACKETS) return within(text, at, at + 1);
  }
  const chain = LONG_CHAIN.exec(text);
  return chain ? within(text, chain.index, chain.index + 1) : undefined;
}

function readSlowly(document: Document.Parsed, text: string) {
  const problems: YamlProblem[] = document.errors.map((error) => ({
    span: within(text, error.pos[0], error.pos[1]),
    message: explain(error.code, error.message),
  }));
  let value: YamlValue = null;
  try {
    problems.push(...repeatedKeys(document));
    value = document.toJS({ mapAsMap: true, maxAliasCount: MOST_ALIASES }) as YamlValue;
  } catch (error) {
    problems.push({
      span: within(text, 0, 0),
      message: `This file cannot be read: ${error instanceof Error ? error.message : String(error)}. Write aliases (*name) out in full.`,
    });
  }
  return { value, problems };
}

function repeatedKeys(document: Document.Parsed): YamlProblem[] {
  const problems: YamlProblem[] = [];
  visit(document, {
    Map(_, map) {
      const keys = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const at = keys.has(key.value) ? rangeOf(key) : undefined;
        if (at)
          problems.push({
            span: at,
            message: GIVEN_TWICE,
          });
        keys.add(key.value);
      }
    },
  });
  return problems;
}

function within(text: string, start: number, end: number): Span {
  const from = Math.min(Math.max(0, start), text.length);
  return { start: from, end: Math.min(Math.max(end, from), text.length) };
}

function explain(code: string, message: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'A tab is used for indentation. Use spaces.';
    case 'MULTIPLE_DOCS':
      return 'A file holds one document. Remove the line “---” that starts a second one.';
    default:
      return `Not valid YAML: ${message.replace(/\.?\s*$/, '')}. Check quotes, colons and indentation here.`;
  }
}

/** The place of something in an entry whose lines are YAML of their own; undefined where they are not. */
function locateInEntry(text: string, scalars: ScalarReading, path: YamlPath, part: 'key' | 'value') {
  const lines = path.length > 2 || part === 'value' ? entryLines(text, path) : undefined;
  if (!lines) return undefined;
  const head = `${String(path[0])}:\n`;
  const entry = head + text.slice(lines.start, lines.end);
  if (entry.length > LONGEST_WITH_PLACES || tooDeepAt(entry, undefined)) return undefined;
  const document = parseWithPlaces(entry, scalars);
  if (document.errors.length > 0) return undefined;
  const { start, end } = locateIn(document, path, part, entry.length);
  const shift = lines.start - head.length;
  return { start: Math.max(start + shift, lines.start), end: Math.max(end + shift, lines.start) };
}

function locateIn(document: Document.Parsed, path: YamlPath, part: 'key' | 'value', length: number): Span {
  let node: unknown = document.contents;
  let found: Span = rangeOf(node) ?? { start: 0, end: 0 };
  for (const [depth, step] of path.entries()) {
    if (isCollection(node) && isMap(node)) {
      const pair = pairOf(node, String(step));
      if (!pair) return found;
      const isLast = depth === path.length - 1;
      const wanted = isLast && part === 'key' ? pair.key : (pair.value ?? pair.key);
      found = rangeOf(wanted) ?? rangeOf(pair.key) ?? found;
      node = pair.value;
    } else if (isCollection(node) && isSeq(node) && typeof step === 'number') {
      const item = node.items[step];
      if (item === undefined) return found;
      found = rangeOf(item) ?? found;
      node = item;
    } else {
      return found;
    }
  }
  return { start: Math.min(found.start, length), end: Math.min(found.end, length) };
}

/** The pairs of a map by key, from the first time that somebody asks: a map may hold 100,000 entries. */
const pairsByKey = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  let pairs = pairsByKey.get(map);
  if (!pairs) {
    const byKey = new Map<string, Pair>();
    for (const pair of map.items) {
      const name = String(isNode(pair.key) ? pair.key.toJSON() : pair.key);
      if (!byKey.has(name)) byKey.set(name, pair);
    }
    pairs = byKey;
    pairsByKey.set(map, pairs);
  }
  return pairs.get(key);
}

function rangeOf(node: unknown): Span | undefined {
  if (!isNode(node) || !node.range) return undefined;
  return { start: node.range[0], end: node.range[1] };
}

/** How sound YAML is written; undefined for text that holds nothing or is not sound. Slow: a second a megabyte. */
export function readYamlLayout(text: string): YamlLayout | undefined {
  return readLayout(text, false);
}

/** The same of unsound text, as far as it can be told; undefined for text that holds nothing or is nested too deeply. */
export function readBrokenYamlLayout(text: string): YamlLayout | undefined {
  return readLayout(text, true);
}

function readLayout(text: string, mayBeBroken: boolean): YamlLayout | undefined {
  if (tooDeepAt(text, undefined)) return undefined;
  const { contents, errors } = parseWithPlaces(text, 'strings');
  return contents === null || (errors.length > 0 && !mayBeBroken) ? undefined : layoutOf(contents, text);
}

function layoutOf(node: unknown, text: string): YamlLayout {
  const span = rangeOf(node) ?? { start: 0, end: 0 };
  if (isAlias(node)) return { is: 'alias', span };
  if (isMap(node)) {
    const pairs = node.items.map(({ key, value }) => ({
      key: layoutOf(key, text),
      value: value === null ? undefined : layoutOf(value, text),
    }));
    return { is: 'map', span, isFlow: node.flow === true, pairs };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => layoutOf(item, text));
    return { is: 'list', span, isFlow: node.flow === true, items };
  }
  const style = isScalar(node) ? styleOf(node) : 'plain';
  const read = isScalar(node) ? String(node.value ?? '') : '';
  if (style !== 'plain' || span.end > span.start) return { is: 'scalar', span, style, text: read };
  // The parser puts what is not written behind the white space that follows.
  const end = text.slice(0, span.start).trimEnd().length;
  return { is: 'scalar', span: { start: end, end }, style, text: read };
}

function styleOf({ type }: Scalar): ScalarStyle {
  switch (type) {
    case 'QUOTE_SINGLE':
      return 'single';
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return 'block';
    default:
      return 'plain';
  }
}

const STRING_TYPES = { plain: 'PLAIN', single: 'QUOTE_SINGLE', double: 'QUOTE_DOUBLE' } as const;

/**
 * A text of one line as YAML, quoted where that is asked for, and wherever anybody would read something else: what
 * looks like a number, a date, `no` or `null` in any version of YAML.
 *
 * @param quotes those to use where some are needed; `plain` leaves the choice open.
 */
export function writeYamlText(
  text: string,
  { isFlow, quotes, always }: { isFlow: boolean; quotes: keyof typeof STRING_TYPES; always: boolean },
): string {
  const options = {
    compat: 'yaml-1.1',
    lineWidth: 0,
    singleQuote: quotes === 'plain' ? null : quotes === 'single',
    defaultStringType: always ? STRING_TYPES[quotes] : 'PLAIN',
  } as const;
  if (!isFlow) return stringify([text], options).slice('- '.length).trimEnd();
  const list = stringify([text], { ...options, collectionStyle: 'flow', flowCollectionPadding: false });
  return list.trimEnd().slice(1, -1);
}
