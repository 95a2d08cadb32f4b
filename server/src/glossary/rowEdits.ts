/** Edits of glossary files that have an entry a row: puts a text into a list of one, and leaves the rest as it is. */

import { applyEdits, type Edit } from '../text/edit';
import { finish } from '../text/steps';
import { readTableRow, textOfCell, writeCell } from '../text/table';
import { addToList, aliasPath, type EntryEdit, GONE, LARGEST, LONG } from './editEntry';
import type { Origin } from './entity';
import type { GlossaryChange } from './glossaryChange';
import { lineFormat } from './lineRows';
import { parseRows, rowStartIn } from './rows';
import { itemsOf, readTableFormat } from './tableRows';

const NO_SPELLINGS_OF_ALIASES =
  'In a table an alias is nothing but a name. Write the spelling into the column “aliases” by hand.';
const NO_JSON = 'This line cannot be edited without touching something else. Edit it by hand.';

/** The edits of a table that add a text to a list of an entry. */
export function editsOfTable(text: string, { path, yamlPath }: Origin, change: GlossaryChange): EntryEdit {
  const { list, text: added } = change;
  if (text.length > LARGEST) return { refusal: LONG };
  if (change.alias !== undefined && list !== 'not') return { refusal: NO_SPELLINGS_OF_ALIASES };
  const format = readTableFormat(text);
  const start = rowStartIn(finish(parseRows(path, text, format, undefined)), yamlPath);
  if (start === undefined) return { refusal: GONE };
  const column = format.columns.indexOf(list);
  if (column < 0)
    return { refusal: `This table has no column “${list}”. Add it to the first line, then try again.` };
  const { cells, end } = readTableRow(text, start, format.separator);
  const cell = cells[column];
  const items = cell ? itemsOf(text, cell) : [];
  if (items.some(({ item }) => item === added)) return { edits: [] };
  const escaped = added.replace(/[;|]/g, '\\$&');
  const written = cell ? textOfCell(text, cell).trimEnd() : '';
  const sign = /(?<!\\)\|/.test(written) ? '|' : ';';
  const gap = written.includes(sign) && !written.includes(`${sign} `) ? '' : ' ';
  const whole = written.trim() === '' ? escaped : written + sign + gap + escaped;
  const newText = writeCell(whole, format.separator);
  if (cell) return { edits: [{ span: cell, newText }] };
  // The row is shorter than the first line.
  const separators = String.fromCharCode(format.separator).repeat(column - cells.length + 1);
  return { edits: [{ span: { start: end, end }, newText: separators + newText }] };
}

/** The edits of JSON lines that add a text to a list of an entry, or of one of its aliases. */
export function editsOfLines(text: string, { path, yamlPath }: Origin, change: GlossaryChange): EntryEdit {
  if (text.length > LARGEST) return { refusal: LONG };
  const start = rowStartIn(finish(parseRows(path, text, lineFormat(text), undefined)), yamlPath);
  if (start === undefined) return { refusal: GONE };
  const lineEnd = text.indexOf('\n', start);
  const line = text.slice(start, lineEnd < 0 ? text.length : lineEnd).trimEnd();
  const ofAlias = change.alias !== undefined && change.list !== 'not';
  const target = ofAlias ? aliasPath(line, [], change.alias) : [];
  if (!target) return { refusal: GONE };
  const result = addToList(line, target, change.list, change.text);
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
