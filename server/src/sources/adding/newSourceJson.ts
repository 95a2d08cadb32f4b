/** Writes a new source into CSL-JSON, indented as the entries before it are. */

import type { Edit } from '../../text/edit';
import { lineEndOf, lineStart } from '../../text/lines';
import { placesIn } from '../reading/jsonPlaces';
import { LIST_KEYS } from '../reading/listKeys';
import type { CslItem } from '../source';

/** The edits that add the entry behind the last one; undefined where there is no list. */
export function addToJson(text: string, item: CslItem): Edit[] | undefined {
  const eol = lineEndOf(text);
  if (/^[\ufeff\s]*$/.test(text)) return [insertion(text.length, `${JSON.stringify([item], null, 2)}\n`)];
  const { locate, elements } = placesIn(text);
  const key = LIST_KEYS.find((one) => locate([one]));
  const path = key === undefined ? [] : [key];
  const list = locate(path);
  if (!list || text[list.start] !== '[') return undefined;
  const last = elements(path).at(-1);
  if (!last) return [insertion(list.start + 1, `${eol}${written(item, '  ', '  ', eol)}${eol}`)];
  const margin = text.slice(lineStart(text, last.start), last.start);
  if (/\S/.test(margin)) return [insertion(last.end, `, ${JSON.stringify(item)}`)];
  // An entry on one line is followed by one.
  const inner = /^\{[ \t]*\r?\n([ \t]*)/.exec(text.slice(last.start, last.end))?.[1];
  if (inner === undefined) return [insertion(last.end, `,${eol}${margin}${JSON.stringify(item)}`)];
  const step = inner.startsWith(margin) ? inner.slice(margin.length) : '  ';
  return [insertion(last.end, `,${eol}${written(item, margin, step || '  ', eol)}`)];
}

const written = (item: CslItem, margin: string, step: string, eol: string): string =>
  margin + JSON.stringify(item, null, step).replaceAll('\n', eol + margin);

const insertion = (at: number, newText: string): Edit => ({ span: { start: at, end: at }, newText });
