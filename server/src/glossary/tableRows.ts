/** The rows of a glossary that is a table: a line of column names, then an entry a row. */

import { nearest } from '../text/nearest';
import type { Problem } from '../text/problem';
import type { Span } from '../text/span';
import { readTableRow, separatorOf, type TableRow, textOfCell } from '../text/table';
import type { YamlPath, YamlValue } from '../text/yaml';
import type { EntryRow, RowFormat, RowReading } from './rows';
import { ENTRY, type ValueShape } from './shape';

export interface TableFormat extends RowFormat {
  /** The sign between cells, as a UTF-16 unit. */
  readonly separator: number;
  /** What each column holds; undefined for one that is passed over. */
  readonly columns: readonly (string | undefined)[];
}

const KEYS: readonly (readonly [key: string, value: ValueShape])[] = Object.entries(ENTRY.keys).map(
  ([key, { value }]) => [key, value],
);
/** Keys that take several texts. */
const LISTS: readonly string[] = KEYS.flatMap(([key, shape]) =>
  shape.is === 'list' && isText(shape.item) ? [key] : [],
);
/** What a column can hold: whatever an entry says in one text or in several. */
const COLUMNS: readonly string[] = [
  'id',
  'type',
  ...KEYS.flatMap(([key, shape]) => (isText(shape) || LISTS.includes(key) ? [key] : [])),
];

/** Whether a text alone can be the value. */
function isText(shape: ValueShape): boolean {
  return shape.is === 'record' ? shape.plain !== undefined : shape.is !== 'list' && shape.is !== 'entries';
}

const BYTE_ORDER_MARK = 0xfeff;
/** How Excel may say which sign stands between cells. */
const SEPARATOR_LINE = /sep=([^\r\n])\r?\n/iy;

/** The format that the first line of a table gives it. */
export function readTableFormat(text: string): TableFormat {
  let begin = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  SEPARATOR_LINE.lastIndex = begin;
  const said = SEPARATOR_LINE.exec(text);
  if (said) begin += said[0].length;
  const separator = said ? said[1]!.charCodeAt(0) : separatorOf(text, begin);
  const head = readTableRow(text, begin, separator);
  const problems: Problem[] = [];
  const columns = readColumns(text, head, problems);
  const hasNames = columns.includes('name');
  return {
    separator,
    columns,
    problems,
    name: `${separator} ${columns.join(' ')}`,
    hasIds: columns.includes('id'),
    begin: hasNames ? head.next : text.length,
    readRow: (whole, at) => readRow(whole, readTableRow(whole, at, separator), columns),
  };
}

function readColumns(text: string, head: TableRow, problems: Problem[]): readonly (string | undefined)[] {
  if (text.slice(head.start).trim() === '') return [];
  const seen = new Set<string>();
  const columns = head.cells.map((span) => {
    const written = textOfCell(text, span).trim();
    const name = written.toLowerCase();
    if (COLUMNS.includes(name) && !seen.has(name)) {
      seen.add(name);
      return name;
    }
    if (written === '') return undefined;
    const shown = written.length > 40 ? `${written.slice(0, 40)}…` : written;
    const message = seen.has(name)
      ? `The column “${shown}” is there twice, and this one is passed over. Join the two.`
      : `A table of names has no column “${shown}”, and it is passed over. ${adviceFor(name)}`;
    problems.push({ rule: 'glossary/unknown-key', severity: 'warning', message, span });
    return undefined;
  });
  if (seen.has('name')) return columns;
  const message =
    'This table has no column “name”. Begin it with a line of column names, such as name,type,acronym,aliases.';
  problems.unshift({ rule: 'glossary/syntax', severity: 'error', message, span: spanOf(head) });
  return [];
}

function adviceFor(name: string): string {
  const near = nearest(name, COLUMNS, 1)[0];
  return near === undefined ? `Known are ${COLUMNS.join(', ')}.` : `Write “${near}”.`;
}

function readRow(text: string, row: TableRow, columns: TableFormat['columns']): RowReading {
  const { next, cells } = row;
  if (row.problem) return { next, problem: row.problem };
  const extra = cells.slice(columns.length).find((cell) => textOfCell(text, cell).trim() !== '');
  if (extra) {
    const message = `This row has ${cells.length} cells, but there are ${columns.length} columns, and it is left out. Put a text that holds the separator in quotes, as in "Doe, Jane".`;
    return { next, problem: { span: extra, message } };
  }
  const entry = new Map<string, YamlValue>();
  let id: string | undefined;
  let type: string | undefined;
  let isEmpty = true;
  for (let index = 0; index < cells.length; index++) {
    const column = columns[index];
    const cell = cells[index]!;
    if (column === undefined || cell.end === cell.start) continue;
    const value = textOfCell(text, cell).trim();
    if (value === '') continue;
    isEmpty = false;
    if (column === 'id') id = value;
    else if (column === 'type') type = value;
    else entry.set(column, LISTS.includes(column) ? itemsOf(text, cell).map(({ item }) => item) : value);
  }
  if (isEmpty) return { next };
  const cellOf = (column: string): Span | undefined => cells[columns.indexOf(column)];
  const found: EntryRow = {
    id,
    type,
    entry,
    locate([key, item]: YamlPath): Span {
      if (key === undefined) return cellOf(id === undefined ? 'name' : 'id') ?? spanOf(row);
      const cell = cellOf(String(key));
      if (!cell) return spanOf(row);
      return typeof item === 'number' ? (itemsOf(text, cell)[item]?.span ?? cell) : cell;
    },
  };
  return { next, row: found };
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** An item of a list in a cell. */
interface Item {
  readonly item: string;
  readonly span: Span;
}

const SEMICOLON = 0x3b;
const BAR = 0x7c;
const BACKSLASH = 0x5c;
const ESCAPED = /\\([;|])/g;

/** The texts of a cell, between semicolons, bars and line ends; a backslash before such a sign makes it a part of the text. */
export function itemsOf(text: string, cell: Span): readonly Item[] {
  const isQuoted = text[cell.start] === '"' && cell.end - cell.start > 1;
  const start = isQuoted ? cell.start + 1 : cell.start;
  const end = isQuoted ? cell.end - 1 : cell.end;
  const items: Item[] = [];
  for (let from = start, at = start; at <= end; at++) {
    const unit = text.charCodeAt(at);
    const isSign = unit === SEMICOLON || unit === BAR;
    if (at < end && unit !== 0x0a && unit !== 0x0d && !isSign) continue;
    if (at < end && isSign && text.charCodeAt(at - 1) === BACKSLASH) continue;
    const written = text.slice(from, at);
    const trimmed = written.trim();
    const item = (isQuoted ? trimmed.replaceAll('""', '"') : trimmed).replace(ESCAPED, '$1');
    const begin = from + written.length - written.trimStart().length;
    if (item !== '') items.push({ item, span: { start: begin, end: begin + trimmed.length } });
    from = at + 1;
  }
  return items;
}
