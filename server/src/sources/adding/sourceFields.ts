/** A source as lines that a writer looks through and corrects, and back again. */

import { fullName } from '../label';
import { readDate } from '../reading/cslDate';
import { CSL_TYPES } from '../reading/cslVocabulary';
import { edtfOf } from '../reading/edtf';
import type { CslDate, CslItem, CslName } from '../source';
import type { UnnamedItem } from '../written/takenItem';

export interface SourceField {
  /** A variable of CSL; `id` is the key. */
  readonly name: string;
  /** What a writer calls it. */
  readonly label: string;
  /** Empty where the source has none. */
  readonly value: string;
  /** How to write it. */
  readonly hint?: string;
}

const NAMES_HINT =
  'Family, Given; Family, Given. An organisation as it is; in braces if there is a comma in it';
const DATE_HINT = '2021, 2021-06 or 2021-06-01';

/** In the order in which a writer goes through them. Those marked are shown even where they are empty. */
const FIELDS: readonly (readonly [name: string, label: string, isAlways: boolean, hint?: string])[] = [
  ['id', 'Key', true, 'Letters, digits and any of - _ . : / only'],
  ['type', 'Type', true, 'report, article-newspaper, article-journal, webpage, book …'],
  ['author', 'Author', true, NAMES_HINT],
  ['editor', 'Editor', false, NAMES_HINT],
  ['title', 'Title', true],
  ['translated-title', 'Title in English', true, 'Printed in brackets behind the title'],
  ['container-title', 'Outlet', true, 'The newspaper, site, journal or book in which it stands'],
  ['publisher', 'Publisher', false],
  ['publisher-place', 'Place', false],
  ['collection-title', 'Series', false],
  ['edition', 'Edition', false],
  ['volume', 'Volume', false],
  ['issue', 'Issue', false],
  ['page', 'Pages', false, 'All that it fills: 34–56'],
  ['number', 'Number', false, 'Of a document, such as S/2021/486'],
  ['genre', 'Genre', false],
  ['issued', 'Date', true, DATE_HINT],
  ['URL', 'Address', true],
  ['DOI', 'DOI', false],
  ['accessed', 'Accessed', false, DATE_HINT],
  ['language', 'Language', false, 'en, ru, uz …'],
  ['note', 'Note', false],
];
const NAME_FIELDS = ['author', 'editor'];
const DATE_FIELDS = ['issued', 'accessed'];

/** The source with its key, as fields. */
export function fieldsOf(key: string, item: UnnamedItem): SourceField[] {
  return FIELDS.flatMap(([name, label, isAlways, hint]) => {
    const value = name === 'id' ? key : writtenValue(name, item[name]);
    return value !== '' || isAlways ? [{ name, label, value, ...(hint === undefined ? {} : { hint }) }] : [];
  });
}

function writtenValue(name: string, value: unknown): string {
  if (NAME_FIELDS.includes(name))
    return Array.isArray(value) ? (value as CslName[]).map(nameText).join('; ') : '';
  if (DATE_FIELDS.includes(name)) {
    const date = value as CslDate | undefined;
    return date === undefined ? '' : (edtfOf(date) ?? date.literal ?? date.raw ?? '');
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function nameText(name: CslName): string {
  if (name.family === undefined || name.given === undefined) {
    const text = fullName(name);
    return /[,;]/.test(text) ? `{${text}}` : text;
  }
  return `${name.family}, ${[name.given, name.suffix].filter(Boolean).join(', ')}`;
}

/** The source that the fields say; or what is to be corrected. */
export function itemOfFields(
  fields: readonly { readonly name: string; readonly value: string }[],
): { readonly item: CslItem } | { readonly refusal: string } {
  const values = new Map(
    fields.map(({ name, value }) => [name, value.replace(/[\s\u0000-\u001f]+/g, ' ').trim()]),
  );
  const id = values.get('id') ?? '';
  if (!/^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[-.:/+](?=[\p{L}\p{N}_])){0,199}$/u.test(id))
    return { refusal: `“${id}” cannot be a key. Use letters, digits and any of - _ . : / between them.` };
  const type = values.get('type') ?? '';
  if (!CSL_TYPES.includes(type))
    return {
      refusal: `“${type}” is not a type of CSL. Write for example report, article-newspaper or webpage.`,
    };
  if (!values.get('title')) return { refusal: 'A source needs a title. Write one.' };
  const item: Record<string, unknown> = { id, type };
  for (const [name] of FIELDS.slice(2)) {
    const value = values.get(name) ?? '';
    if (value === '') continue;
    if (NAME_FIELDS.includes(name)) item[name] = namesOf(value);
    else if (DATE_FIELDS.includes(name)) {
      const { date, broken } = readDate(value);
      if (date === undefined || broken !== undefined)
        return { refusal: broken ?? `“${value}” is not a date. Write it as ${DATE_HINT}.` };
      item[name] = date;
    } else item[name] = value;
  }
  return { item: item as CslItem };
}

function namesOf(value: string): CslName[] {
  const parts = value.match(/\{[^{}]*\}|[^;]+/g) ?? [];
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): CslName => {
      const braced = /^\{(.*)\}$/.exec(part)?.[1];
      if (braced !== undefined) return { literal: braced.trim() };
      const [family, given, suffix] = part.split(/\s*,\s*/);
      return family && given ? { family, given, ...(suffix ? { suffix } : {}) } : { literal: part };
    });
}
