/** Writes a Name Consistency Report as a table for spreadsheets: a row for each way of writing a name in each report. */

import type { ConsistencyReport, EntityLabel, WrittenName } from '../features/consistency/consistencyReport';
import { counted } from '../text/counted';

const HEAD = [
  ...['what', 'entity', 'type', 'name', 'written', 'form', 'house'],
  ...['report', 'count', 'off', 'line', 'column'],
];

/** Spreadsheets take a text for UTF-8 if it begins so. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/** By RFC 4180. Lines and columns count from 1; they are those of the first place in the report. */
export function reportAsCsv({ reports, entities, ambiguous, candidates, neverMentioned }: ConsistencyReport) {
  const rows: (string | number)[][] = [HEAD];
  const add = (what: string, label: Label, written: WrittenName, form = '', house = '') => {
    const own = [what, label.id ?? '', label.type ?? '', label.name ?? '', written.text, form, house];
    for (const { report, count, off, places } of written.in) {
      const [line, character] = places[0] ?? [];
      const place = line === undefined || character === undefined ? ['', ''] : [line + 1, character + 1];
      rows.push([...own, reports[report]!.path, count, off, ...place]);
    }
    // What the report has of very many reports is told of in one row, so that sums are right.
    const left = written.reportCount - written.in.length;
    if (left > 0) {
      const sum = (of: 'count' | 'off') => written.in.reduce((all, one) => all - one[of], written[of]);
      rows.push([...own, `(${counted(left, 'more report')})`, sum('count'), sum('off'), '', '']);
    }
  };
  for (const entity of entities)
    for (const form of entity.forms)
      add(form.kind === 'variant' ? 'variant' : 'mention', entity, form, form.kind, form.house);
  for (const name of ambiguous) {
    const id = name.entities.map((one) => one.id).join(' or ');
    add('ambiguous', { id, name: name.entities.map((one) => one.name).join(' or ') }, name);
  }
  for (const candidate of candidates) {
    const { nearest } = candidate;
    add('candidate', nearest ?? {}, candidate, '', nearest?.form);
  }
  for (const { id, type, name } of neverMentioned)
    rows.push(['never mentioned', id, type, name, '', '', '', '', 0, 0, '', '']);
  return BYTE_ORDER_MARK + rows.map((row) => row.map(cell).join(',') + LINE_END).join('');
}

type Label = Partial<Pick<EntityLabel, 'id' | 'type' | 'name'>>;

/** What a spreadsheet would take for a formula is marked as text. */
function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : value.replace(/^[=+\-@\t\r]/, '’$&');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
