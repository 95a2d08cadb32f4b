/** Reads CSL-JSON into a list of entries, and as much of it as is whole where it is broken. */

import type { Span } from '../../text/span';
import type { Steps } from '../../text/steps';
import { type EntryList, notAList, plainEntries, START } from './entryList';
import { parseJsonList } from './jsonParts';
import { type JsonPath, type JsonPlaces, placesIn } from './jsonPlaces';
import { LIST_KEYS, listKeyOf, NOT_A_LIST, pathOf } from './listKeys';

/** Shorter texts are parsed in one step. */
const LONG = 1_000_000;

/** A list of entries, or an object with one under “references” or “items”. Never throws. */
export function* readJsonSteps(written: string): Steps<EntryList> {
  // A byte-order mark is not JSON; a space in its place keeps every offset.
  const text = written.startsWith('\ufeff') ? ` ${written.slice(1)}` : written;
  if (text.trim() === '') return notAList('This file is empty. Write a list of sources: [ … ].');
  let places: JsonPlaces | undefined;
  const locate = (path: JsonPath): Span | undefined => {
    places ??= placesIn(text);
    return places.locate(path);
  };
  let value: unknown = text.length < LONG ? undefined : yield* parseJsonList(text);
  try {
    value ??= JSON.parse(text);
  } catch {
    return readBrokenJson(text);
  }
  const listKey = listKeyOf(value);
  const entries = listKey === undefined ? value : (value as Record<string, unknown>)[listKey];
  if (!Array.isArray(entries)) return notAList(NOT_A_LIST, locate([]) ?? START);
  const prefix = listKey === undefined ? [] : [listKey];
  return plainEntries(
    entries,
    [],
    'tags',
    (index, variable) => locate(pathOf(prefix, index, variable)) ?? locate(pathOf(prefix, index)) ?? START,
  );
}

/** Tells where the text breaks, and still reads every entry that is whole. */
function readBrokenJson(text: string): EntryList {
  const { broken, elements, locate } = placesIn(text);
  const prefix = [[], ...LIST_KEYS.map((key) => [key])].find((path) => elements(path).length > 0) ?? [];
  const entries: unknown[] = [];
  const indexes: number[] = [];
  for (const [index, { start, end }] of elements(prefix).entries()) {
    try {
      entries.push(JSON.parse(text.slice(start, end)));
      indexes.push(index);
    } catch {
      // The entry that is broken is told of by its break.
    }
  }
  const { span, message } = broken ?? { span: START, message: 'Export it again.' };
  return plainEntries(
    entries,
    [{ rule: 'source/syntax', severity: 'error', message: `Not valid JSON: ${message}`, span }],
    'tags',
    (index, variable) => {
      const entry = pathOf(prefix, indexes[index] ?? index);
      return locate(variable === undefined ? entry : [...entry, variable]) ?? locate(entry) ?? START;
    },
  );
}
