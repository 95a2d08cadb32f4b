/** Edits of the entries of glossary files that have an entry a row, which leave the other rows and cells as they are. */

import { applyEdits, type Edit } from '../text/edit';
import type { Span } from '../text/span';
import { finish } from '../text/steps';
import { readTableRow, textOfCell, writeCell } from '../text/table';
import {
  addToList,
  aliasPath,
  type EntryEdit,
  type FormKey,
  GONE,
  LARGEST,
  LONG,
  removeFromList,
  replaceExample,
  replaceText,
  unlistSingle,
} from './editEntry';
import type { Origin } from './entity';
import type { EntryEditing } from './entryEditing';
import { lineFormat } from './lineRows';
import type { ListKey } from './listLayout';
import { parseRows, rowStartIn } from './rows';
import { itemsOf, readTableFormat, type TableFormat } from './tableRows';
import type { NewItem } from './yamlStyle';

const NO_FORMS_OF_ALIASES =
  'In a table an alias is nothing but a name. Write the spelling into the column “aliases” by hand.';
const NO_JSON = 'This line cannot be edited without touching something else. Edit it by hand.';

/** The row of an entry in a table. */
interface Row {
  readonly format: TableFormat;
  readonly cells: readonly Span[];
  readonly end: number;
}

/** Edits of the cells of an entry's row in a table. */
export class TableEditing implements EntryEditing {
  readonly #origin: Origin;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  add(text: string, key: ListKey, item: NewItem, alias?: string): EntryEdit {
    if (alias !== undefined) return { refusal: NO_FORMS_OF_ALIASES };
    const added = typeof item === 'string' ? item : item.name!;
    return this.#edit(text, key, (cell, written) => {
      if (cell && itemsOf(text, cell).some((one) => one.item === added)) return written;
      const escaped = asItem(added);
      const sign = /(?<!\\)\|/.test(written) ? '|' : ';';
      const gap = written.includes(sign) && !written.includes(`${sign} `) ? '' : ' ';
      return written.trim() === '' ? escaped : written.trimEnd() + sign + gap + escaped;
    });
  }

  remove(text: string, key: ListKey, item: string, alias?: string): EntryEdit {
    if (alias !== undefined) return { refusal: NO_FORMS_OF_ALIASES };
    return this.#edit(text, key, (cell, written) => {
      const items = cell ? itemsOf(text, cell).map((one) => one.item) : [];
      if (!items.includes(item)) return written;
      const sign = /(?<!\\)\|/.test(written) ? '|' : ';';
      const gap = written.includes(`${sign} `) ? ' ' : '';
      return items
        .filter((one) => one !== item)
        .map(asItem)
        .join(sign + gap);
    });
  }

  replace(text: string, key: FormKey, before: string, after: string, alias?: string): EntryEdit {
    if (alias !== undefined && key !== 'name') return { refusal: NO_FORMS_OF_ALIASES };
    return this.#edit(text, alias === undefined ? key : 'aliases', (cell, written) => {
      if (key === 'name' && alias === undefined)
        return written.replace(/\s+/g, ' ').trim() === before ? after : undefined;
      const found = cell && itemsOf(text, cell).find((one) => one.item === before);
      if (!found) return undefined;
      const quoted = text[cell.start] === '"';
      const newText = quoted ? asItem(after).replaceAll('"', '""') : asItem(after);
      const inCell = { start: found.span.start - cell.start, end: found.span.end - cell.start };
      const raw = applyEdits(text.slice(cell.start, cell.end), [{ span: inCell, newText }]);
      return textOfCell(raw, { start: 0, end: raw.length });
    });
  }

  /** An entry without an id has one that is made of its name: the row is to say it, before the name changes. */
  keepId(text: string): EntryEdit {
    const id = this.#origin.yamlPath[1];
    return this.#edit(text, 'id', (_, written) => (written.trim() === '' ? String(id) : written), true);
  }

  /** @param write what the cell is to say; undefined if it does not say what was expected. */
  #edit(
    text: string,
    column: string,
    write: (cell: Span | undefined, written: string) => string | undefined,
    isOptional = false,
  ): EntryEdit {
    if (text.length > LARGEST) return { refusal: LONG };
    const row = this.#rowIn(text);
    if (!row) return { refusal: GONE };
    const { format, cells, end } = row;
    const index = format.columns.indexOf(column);
    if (index < 0)
      return isOptional
        ? { edits: [] }
        : { refusal: `This table has no column “${column}”. Add it to the first line, then try again.` };
    const cell = cells[index];
    const written = cell ? textOfCell(text, cell) : '';
    const wanted = write(cell, written);
    if (wanted === undefined) return { refusal: GONE };
    if (wanted === written) return { edits: [] };
    const newText = writeCell(wanted, format.separator);
    if (cell) return { edits: [{ span: cell, newText }] };
    // The row is shorter than the first line.
    const separators = String.fromCharCode(format.separator).repeat(index - cells.length + 1);
    return { edits: [{ span: { start: end, end }, newText: separators + newText }] };
  }

  #rowIn(text: string): Row | undefined {
    const { path, yamlPath } = this.#origin;
    const format = readTableFormat(text);
    const start = rowStartIn(finish(parseRows(path, text, format, undefined)), yamlPath);
    if (start === undefined) return undefined;
    const { cells, end } = readTableRow(text, start, format.separator);
    return { format, cells, end };
  }
}

const asItem = (item: string): string => item.replace(/[;|]/g, '\\$&');

/** Edits of an entry's line in a file of JSON lines. */
export class LineEditing implements EntryEditing {
  readonly #origin: Origin;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  add(text: string, key: ListKey, item: NewItem, alias?: string): EntryEdit {
    return this.#edit(text, alias, (line, path) => addToList(line, path, key, item));
  }

  remove(text: string, key: ListKey, item: string, alias?: string): EntryEdit {
    return this.#edit(text, alias, (line, path) => removeFromList(line, path, key, item));
  }

  unlist(text: string, key: ListKey, alias?: string): EntryEdit {
    return this.#edit(text, alias, (line, path) => unlistSingle(line, path, key));
  }

  replace(text: string, key: FormKey, before: string, after: string, alias?: string): EntryEdit {
    return this.#edit(text, alias, (line, path) => replaceText(line, path, key, before, after));
  }

  replaceExample(
    text: string,
    index: number,
    key: 'text' | 'expect',
    before: string,
    after: string,
  ): EntryEdit {
    return this.#edit(text, undefined, (line, path) => replaceExample(line, path, index, key, before, after));
  }

  #edit(
    text: string,
    alias: string | undefined,
    make: (line: string, path: readonly (string | number)[]) => EntryEdit,
  ): EntryEdit {
    if (text.length > LARGEST) return { refusal: LONG };
    const { path, yamlPath } = this.#origin;
    const start = rowStartIn(finish(parseRows(path, text, lineFormat(text), undefined)), yamlPath);
    if (start === undefined) return { refusal: GONE };
    const lineEnd = text.indexOf('\n', start);
    const line = text.slice(start, lineEnd < 0 ? text.length : lineEnd).trimEnd();
    const target = alias === undefined ? [] : aliasPath(line, [], alias);
    if (!target) return { refusal: GONE };
    const result = make(line, target);
    if ('refusal' in result) return result;
    // What is broken into lines for its length would be two lines of JSON.
    const edits = result.edits.map(({ span, newText }) => ({
      span,
      newText: newText.replace(/\s*\n\s*/g, ' '),
    }));
    return isJson(applyEdits(line, edits))
      ? { edits: edits.map((edit) => shifted(edit, start)) }
      : { refusal: NO_JSON };
  }
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

const shifted = ({ span: { start, end }, newText }: Edit, by: number): Edit => ({
  span: { start: start + by, end: end + by },
  newText,
});
