/** Writes a new source into CSL-YAML, in the way in which the entries before it are written. */

import type { Edit } from '../../text/edit';
import { columnOf, lineEndOf } from '../../text/lines';
import { readYamlLayout, writeYamlText } from '../../text/yaml';
import { insertInFlow, insertLines } from '../../text/yamlInsertion';
import {
  contentEnd,
  type ListLayout,
  type MapLayout,
  pairEnd,
  pairOf,
  type ScalarStyle,
} from '../../text/yamlLayout';
import { markdownToCsl } from '../reading/cslText';
import { DATE_VARIABLES, VERBATIM_VARIABLES } from '../reading/cslVocabulary';
import { edtfOf } from '../reading/edtf';
import { LIST_KEYS } from '../reading/listKeys';
import { asOneDocument } from '../reading/readYaml';
import type { CslDate, CslItem } from '../source';

/** The edits that add the entry behind the last one; undefined where the layout has no place for it. */
export function addToYaml(written: string, item: CslItem): Edit[] | undefined {
  const text = asOneDocument(written);
  const root = readYamlLayout(text);
  if (!root || (root.is === 'scalar' && root.text === '')) return [atTheEnd(written, item)];
  if (root.is === 'list') return addToList(text, root, item, 0);
  if (root.is !== 'map') return undefined;
  const key = LIST_KEYS.find((one) => pairOf(root, one));
  const pair = key === undefined ? undefined : pairOf(root, key);
  if (!pair) return undefined;
  if (pair.value?.is === 'list' && pair.value.items.length > 0)
    return addToList(text, pair.value, item, columnOf(text, pair.key.span.start));
  if (root.isFlow) return undefined;
  const column = columnOf(text, pair.key.span.start);
  const added = insertLines(
    text,
    pairEnd(pair),
    column + 2,
    new Writer(text, undefined).block(item, column + 2),
    column,
  );
  const { value } = pair;
  if (!value || (value.is === 'scalar' && value.span.start === value.span.end)) return [added];
  if (value.is !== 'list') return undefined;
  // `references: []` gives way to lines.
  const colon = text.slice(0, value.span.start).trimEnd().length;
  return [{ span: { start: colon, end: value.span.end }, newText: '' }, added];
}

function addToList(text: string, list: ListLayout, item: CslItem, outer: number): Edit[] | undefined {
  const last = list.items.at(-1);
  const model = last?.is === 'map' ? last : undefined;
  const writer = new Writer(text, model && !model.isFlow ? model : undefined);
  if (list.isFlow)
    return insertInFlow(
      text,
      list.span,
      list.items.map(({ span }) => span),
      list.items.length - 1,
      writer.flow(item),
    );
  if (!last) return undefined;
  const column = columnOf(text, list.span.start);
  const inner = model && !model.isFlow ? columnOf(text, model.span.start) - column : 2;
  const entry = model?.isFlow ? `- ${writer.flow(item)}` : writer.block(item, column, Math.max(2, inner));
  const lines = insertLines(text, contentEnd(last), column, entry, Math.max(column, outer));
  return [areApart(text, list) ? { ...lines, newText: writer.eol + lines.newText } : lines];
}

/** Whether an empty line stands between the last two entries. */
function areApart(text: string, { items }: ListLayout): boolean {
  const [before, last] = items.slice(-2);
  return before !== undefined && last !== undefined && items.length > 1
    ? /\n[ \t]*\r?\n/.test(text.slice(contentEnd(before), last.span.start))
    : false;
}

/** Of a file that holds nothing, or comments only. */
function atTheEnd(text: string, item: CslItem): Edit {
  const writer = new Writer(text, undefined);
  const start = text === '' || text.endsWith('\n') ? '' : writer.eol;
  const newText = `${start}references:${writer.eol}  ${writer.block(item, 2)}${writer.eol}`;
  return { span: { start: text.length, end: text.length }, newText };
}

class Writer {
  readonly eol: string;
  readonly #model: MapLayout | undefined;
  readonly #text: string;
  readonly #hasDateParts: boolean;

  /** @param model an entry in block style to be like. */
  constructor(text: string, model: MapLayout | undefined) {
    this.eol = lineEndOf(text);
    this.#text = text;
    this.#model = model;
    this.#hasDateParts = /\bdate-parts["']?:/.test(text.slice(0, 200_000));
  }

  /** An entry behind its dash; the first line is not indented. */
  block(item: CslItem, column: number, inner = 2): string {
    const margin = ' '.repeat(column + inner);
    const rows = Object.entries(item).flatMap(([key, value]) => this.#rows(key, value, column + inner));
    return `-${' '.repeat(inner - 1)}${rows.join(this.eol + margin)}`;
  }

  flow(item: CslItem): string {
    const pairs = Object.entries(item).map(([key, value]) => `${key}: ${flowOf(marked(key, value))}`);
    return `{ ${pairs.join(', ')} }`;
  }

  #rows(key: string, value: unknown, column: number): string[] {
    if (DATE_VARIABLES.has(key)) return [`${key}: ${this.#date(value as CslDate)}`];
    if (typeof value === 'string') return [`${key}: ${this.#scalar(key, marked(key, value) as string)}`];
    if (!Array.isArray(value)) return [`${key}: ${flowOf(value)}`];
    const indent = ' '.repeat(this.#listIndent(column));
    const rows = value.flatMap((part) => {
      if (typeof part !== 'object' || part === null) return [`${indent}- ${flowOf(part)}`];
      return Object.entries(part).map(
        ([name, text], k) => `${indent}${k === 0 ? '- ' : '  '}${name}: ${this.#scalar(name, String(text))}`,
      );
    });
    return [`${key}:`, ...rows];
  }

  /** How much further in than its key a list stands in the entry before. */
  #listIndent(column: number): number {
    for (const { key, value } of this.#model?.pairs ?? [])
      if (value?.is === 'list' && !value.isFlow)
        return Math.max(0, columnOf(this.#text, value.span.start) - columnOf(this.#text, key.span.start));
    const list = /^( *)[^\s#-][^\n:]*:[ \t]*\r?\n( *)- /m.exec(this.#text.slice(0, 100_000));
    return list && column > 0 ? Math.max(0, list[2]!.length - list[1]!.length) : 2;
  }

  #date(date: CslDate): string {
    const edtf = edtfOf(date);
    if (edtf === undefined) return flowOf(date);
    if (this.#hasDateParts && date.season === undefined && date.circa === undefined)
      return `{ date-parts: ${JSON.stringify(date['date-parts']).replaceAll(',', ', ')} }`;
    return edtf;
  }

  #scalar(key: string, text: string): string {
    const style = this.#styleOf(key);
    const quotes = style === 'single' || style === 'double' ? style : 'plain';
    return writeYamlText(text, { isFlow: false, quotes, always: quotes !== 'plain' });
  }

  /** How the entry before writes the same, or nearly the same. */
  #styleOf(key: string): ScalarStyle | undefined {
    const value = this.#model && pairOf(this.#model, key)?.value;
    return value?.is === 'scalar' ? value.style : undefined;
  }
}

/** Pandoc reads texts as Markdown: signs that would be more than themselves are escaped. */
function marked(key: string, value: unknown): unknown {
  if (typeof value !== 'string' || VERBATIM_VARIABLES.has(key) || markdownToCsl(value) === value)
    return value;
  return value.replace(/[\\*_^~[\]]/g, '\\$&');
}

function flowOf(value: unknown): string {
  if (typeof value === 'string')
    return writeYamlText(value, { isFlow: true, quotes: 'plain', always: false });
  if (Array.isArray(value)) return `[${value.map(flowOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).map(([key, part]) => `${key}: ${flowOf(part)}`);
  return `{ ${pairs.join(', ')} }`;
}
