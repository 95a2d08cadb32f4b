/** The rows of a glossary of JSON lines: an entry a line, with its type and its id. */

import type { Span } from '../text/span';
import { readYaml, type YamlMap, type YamlPath, type YamlValue } from '../text/yaml';
import type { EntryRow, RowFormat, RowReading } from './rows';

const BYTE_ORDER_MARK = 0xfeff;
const NO_OBJECT =
  'This line is no JSON object, and is left out. Write one entry on the line, such as {"type": "person", "name": "Abu Saloh"}.';
/** Deeper values are none of an entry’s. */
const DEEPEST = 20;

export const lineFormat = (text: string): RowFormat => ({
  begin: text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0,
  hasIds: true,
  name: 'lines',
  problems: [],
  readRow,
});

function readRow(text: string, at: number): RowReading {
  const lineEnd = text.indexOf('\n', at);
  const next = lineEnd < 0 ? text.length : lineEnd + 1;
  const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd);
  const written = line.trim();
  if (written === '') return { next };
  const start = at + line.length - line.trimStart().length;
  const span = { start, end: start + written.length };
  const object = parsed(written);
  if (!object) return { next, problem: { span, message: NO_OBJECT } };
  const { id, type, ...entry } = object;
  const row: EntryRow = {
    id: textOf(id),
    type: textOf(type),
    entry: toYaml(entry, DEEPEST) as YamlMap,
    locate: (path, part) => locate(text, span, object, path, part),
  };
  return { next, row };
}

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
  return text === '' ? undefined : text;
}

/** Scalars are texts, as they are in a glossary of YAML. */
function toYaml(value: unknown, depth: number): YamlValue {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null || depth === 0) return '';
  if (Array.isArray(value)) return value.map((item) => toYaml(item, depth - 1));
  return new Map(Object.entries(value).map(([key, inner]) => [key, toYaml(inner, depth - 1)]));
}

/** JSON is YAML, whose reader knows places. */
function locate(
  text: string,
  line: Span,
  object: Readonly<Record<string, unknown>>,
  path: YamlPath,
  part: 'key' | 'value',
): Span {
  const anchor = ['id', 'name'].find((key) => textOf(object[key]) !== undefined);
  const sought = path.length > 0 ? path : anchor === undefined ? undefined : [anchor];
  if (sought === undefined || !Object.hasOwn(object, String(sought[0]))) return line;
  const found = readYaml(text.slice(line.start, line.end), 'strings').locate(
    sought,
    path.length > 0 ? part : 'value',
  );
  return { start: line.start + found.start, end: line.start + found.end };
}
