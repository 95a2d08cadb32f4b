/** Reads YAML into plain values, with the place of every one of them; the only file that knows a YAML parser. */

import { CORE_SCHEMA, FAILSAFE_SCHEMA, load, realMapTag } from 'js-yaml';
import { type Document, isCollection, isMap, isNode, isSeq, parseDocument } from 'yaml';
import type { Span } from './span';

/** A mapping is a `Map`, so that no key (`__proto__`) can be special. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlMap;
export type YamlMap = ReadonlyMap<string, YamlValue>;
export type YamlPath = readonly (string | number)[];

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

const MOST_ALIASES = 100;
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
    document ??= parseDocument(text, {
      schema: scalars === 'strings' ? 'failsafe' : 'core',
      keepSourceTokens: false,
      prettyErrors: false,
      strict: true,
    });
    return document;
  };
  const locate = (path: YamlPath, part: 'key' | 'value') => locateIn(parsed(), path, part, text.length);
  try {
    const value = load(text, { schema: FAST_SCHEMA[scalars], maxAliases: MOST_ALIASES }) as YamlValue;
    return { value, problems: [], locate };
  } catch {
    return { ...readSlowly(parsed(), text), locate };
  }
}

function readSlowly(document: Document.Parsed, text: string) {
  const problems: YamlProblem[] = document.errors.map((error) => ({
    span: within(text, error.pos[0], error.pos[1]),
    message: explain(error.code, error.message),
  }));
  let value: YamlValue = null;
  try {
    value = document.toJS({ mapAsMap: true, maxAliasCount: MOST_ALIASES }) as YamlValue;
  } catch (error) {
    problems.push({
      span: within(text, 0, 0),
      message: `This file cannot be read: ${error instanceof Error ? error.message : String(error)}. Write aliases (*name) out in full.`,
    });
  }
  return { value, problems };
}

function within(text: string, start: number, end: number): Span {
  const from = Math.min(Math.max(0, start), text.length);
  return { start: from, end: Math.min(Math.max(end, from), text.length) };
}

function explain(code: string, message: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'This key is given twice in the same place. Keep one of the two.';
    case 'TAB_AS_INDENT':
      return 'A tab is used for indentation. Use spaces.';
    case 'MULTIPLE_DOCS':
      return 'A file holds one document. Remove the line “---” that starts a second one.';
    default:
      return `Not valid YAML: ${message.replace(/\.?\s*$/, '')}. Check quotes, colons and indentation here.`;
  }
}

function locateIn(document: Document.Parsed, path: YamlPath, part: 'key' | 'value', length: number): Span {
  let node: unknown = document.contents;
  let found: Span = rangeOf(node) ?? { start: 0, end: 0 };
  for (const [depth, step] of path.entries()) {
    if (isCollection(node) && isMap(node)) {
      const pair = node.items.find((item) => String(isNode(item.key) ? item.key.toJSON() : item.key) === String(step));
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

function rangeOf(node: unknown): Span | undefined {
  if (!isNode(node) || !node.range) return undefined;
  return { start: node.range[0], end: node.range[1] };
}
