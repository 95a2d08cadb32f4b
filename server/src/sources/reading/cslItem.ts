/** Makes a strict CSL-JSON item of one loosely written entry of a source file. */

import { nearest } from '../../text/nearest';
import type { Severity } from '../../text/problem';
import { shortened } from '../../text/shortened';
import type { CslItem, CslName } from '../source';
import { readDate } from './cslDate';
import { cleanText, markdownToCsl } from './cslText';
import {
  CSL_TYPES,
  DATE_VARIABLES,
  NAME_VARIABLES,
  OTHER_TYPE_NAMES,
  TEXT_VARIABLES,
  VERBATIM_VARIABLES,
} from './cslVocabulary';
import { withNoteVariables } from './noteVariables';

/** What is wrong with an entry; `variable` says with which of its parts, and is left out for the whole. */
export interface EntryFault {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly variable?: string;
}

export interface ReadEntry {
  /** Left out when the entry has no key, so that nothing could cite it. */
  readonly item?: CslItem;
  readonly faults: readonly EntryFault[];
}

/** How a file means its texts: Pandoc reads those of CSL-YAML as Markdown, CSL-JSON has a few HTML-like tags. */
export type TextReading = 'markdown' | 'tags';

/**
 * Reads one entry; never throws, whatever the entry is. Every variable is kept, those too that CSL does not know; lines
 * of `note` that hold variables become these.
 *
 * Two titles: `translated-title` (ours, not CSL's) is a translation of `title`, and is printed in brackets behind it.
 * `original-title` is kept as CSL has it. Only where the source is in a language of another script, `title` and
 * `original-title` are both in Latin letters, and nothing else is said, is `original-title` the romanised title and
 * `title` its translation.
 *
 * @param titleName what a person writes to give a source its title.
 */
export function readEntry(written: unknown, texts: TextReading, titleName = 'title'): ReadEntry {
  const faults: EntryFault[] = [];
  const entry = isMap(written) ? withNoteVariables(written) : written;
  if (!isMap(entry))
    return {
      faults: [fault('source/entry', 'error', 'A source is a map. Write at least “id”, “type” and “title”.')],
    };
  const id = isScalar(entry.id) ? cleanText(entry.id) : '';
  if (id === '')
    return {
      faults: [
        fault(
          'source/missing-id',
          'error',
          'This source has no “id”. Add one, so that reports can cite it.',
          'id' in entry ? 'id' : undefined,
        ),
      ],
    };
  if (/[\s[\]{}@;,`<>"]|--/.test(id)) {
    const inBraces = /^[^{}\r\n]{1,200}$/.test(id) && id.trim() === id && !id.includes('--');
    faults.push(
      fault(
        'source/key',
        'warning',
        `The key “${shown(id)}” ${inBraces ? `is cited in braces only, as @{${shown(id)}}` : 'cannot be cited in Markdown'}. Use letters, digits and any of - _ . : / only.`,
        'id',
      ),
    );
  }
  const variables: [string, unknown][] = [
    ['id', id],
    ['type', readType(entry.type, faults)],
  ];
  for (const [variable, value] of Object.entries(entry)) {
    if (variable === 'id' || variable === 'type' || variable === '__proto__') continue;
    const read = readVariable(variable, value, texts, faults);
    if (read !== undefined) variables.push([variable, read]);
  }
  const item = withTranslation(Object.fromEntries(variables) as CslItem);
  if (item.title === undefined)
    faults.push(
      fault(
        'source/missing-title',
        'warning',
        `The source “${shown(id)}” has no title. Add “${titleName}”.`,
        'id',
      ),
    );
  return { item, faults };
}

/** Languages that are not written in Latin letters, or not by all who write them. */
const OTHER_SCRIPTS = new Set(
  'am ar be bg bn ckb el fa he hi hy ja ka kk km ko ku ky lo mk mn my ne ps ru si sr ta tg th ti tt ug uk ur uz yi zh'.split(
    ' ',
  ),
);
const OTHER_LETTERS = /(?!\p{Script=Latin})\p{L}/u;

function withTranslation(item: CslItem): CslItem {
  const { title, language, 'original-title': original, 'translated-title': translated } = item;
  if (translated !== undefined || typeof original !== 'string' || !title || original === title) return item;
  const primary = typeof language === 'string' ? (language.split(/[-_]/)[0] ?? '').toLowerCase() : '';
  if (!OTHER_SCRIPTS.has(primary) || OTHER_LETTERS.test(original) || OTHER_LETTERS.test(title)) return item;
  return { ...item, title: original, 'translated-title': title };
}

function readType(value: unknown, faults: EntryFault[]): string {
  const written = isScalar(value) ? cleanText(value) : '';
  if (CSL_TYPES.includes(written)) return written;
  if (written === '') {
    const message = 'This source has no type. Add “type”, for example report, article-newspaper or webpage.';
    faults.push(fault('source/type', 'warning', message, value === undefined ? 'id' : 'type'));
    return 'document';
  }
  const loose = written.toLowerCase().replace(/[_\s]/g, '-');
  const meant =
    CSL_TYPES.find((type) => type.replaceAll('_', '-') === loose) ??
    OTHER_TYPE_NAMES.get(loose.replaceAll('-', '')) ??
    nearest(loose, CSL_TYPES, 1)[0];
  const advice = meant ? `Write “${meant}”.` : 'Write for example report, article-newspaper or webpage.';
  faults.push(fault('source/type', 'warning', `“${shown(written)}” is not a type of CSL. ${advice}`, 'type'));
  return meant ?? 'document';
}

function readVariable(variable: string, value: unknown, texts: TextReading, faults: EntryFault[]): unknown {
  if (isEmpty(value)) return undefined;
  if (DATE_VARIABLES.has(variable)) {
    const { date, broken } = readDate(value);
    if (broken) faults.push(fault('source/date', 'error', broken, variable));
    return date;
  }
  if (NAME_VARIABLES.has(variable)) {
    const names = (Array.isArray(value) ? value : [value]).map(readName).filter((name) => name !== undefined);
    if (names.length === 0)
      faults.push(
        fault(
          'source/name',
          'warning',
          `There is no name here. Write “- family: …” and “given: …”, or “- literal: …” for an organisation.`,
          variable,
        ),
      );
    return names.length > 0 ? names : undefined;
  }
  if (isScalar(value)) {
    const text = cleanText(value);
    if (text === '') return undefined;
    return texts === 'markdown' && !VERBATIM_VARIABLES.has(variable) ? markdownToCsl(text) : text;
  }
  if (variable === 'keyword' && Array.isArray(value)) return value.filter(isScalar).map(cleanText).join(', ');
  if (TEXT_VARIABLES.has(variable)) {
    const parts = Array.isArray(value) ? value.filter(isScalar).map(cleanText) : [];
    faults.push(
      fault(
        'source/value',
        'warning',
        `“${variable}” is a text, and this is a ${Array.isArray(value) ? 'list' : 'map'}. Write it in quotation marks.`,
        variable,
      ),
    );
    return parts.join(' ') || undefined;
  }
  // Pandoc takes a list of blocks or lines here and there; other shapes are kept as they are, unless absurdly deep.
  return isShallow(value, DEEPEST) ? value : undefined;
}

const DEEPEST = 4;

function readName(value: unknown): CslName | undefined {
  if (isScalar(value)) return readWrittenName(cleanText(value));
  if (!isMap(value)) return undefined;
  const parts: [string, string][] = [];
  for (const [part, text] of Object.entries(value)) {
    if (part === '__proto__' || !isScalar(text)) continue;
    const cleaned = cleanText(text);
    if (cleaned !== '') parts.push([part === 'name' ? 'literal' : part, cleaned]);
  }
  const name = Object.fromEntries(parts) as CslName;
  return name.family || name.given || name.literal ? name : undefined;
}

/** “Family, Given” is a person; any other text (braces protect a comma, as in BibTeX) is a name as it stands. */
function readWrittenName(text: string): CslName | undefined {
  if (text === '') return undefined;
  const braced = /^\{(.*)\}$/.exec(text);
  if (braced?.[1]) return { literal: braced[1] };
  const [family, given, ...more] = text.split(',').map((part) => part.trim());
  return family && given && more.length === 0 ? { family, given } : { literal: text };
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((part) => isShallow(part, depth - 1));
}

const fault = (rule: string, severity: Severity, message: string, variable?: string): EntryFault => ({
  rule,
  severity,
  message,
  ...(variable !== undefined && { variable }),
});

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const shown = (text: string): string => shortened(text, 60);
