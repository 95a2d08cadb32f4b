/** Edits of glossary YAML: puts one thing in, takes one out or changes one, and leaves comments, order and layout as they are. */

import { applyEdits, type Edit } from '../text/edit';
import { isNull, readYaml, readYamlLayout, writeYamlText, type YamlPath, type YamlValue } from '../text/yaml';
import { entryLines, lastEntryLines } from '../text/yamlEntries';
import { pairOf, partAt, type ScalarLayout, type YamlLayout } from '../text/yamlLayout';
import { type NewEntry, writeEntry } from './entryLayout';
import { cleanForm } from './formText';
import { type ListKey, prefersAlone, writeAlone, writeIntoList, writeOutOfList } from './listLayout';
import type { NewItem } from './yamlStyle';

/** Edits of the text that was given, none where it is so already; or why it cannot be edited, and what to do. */
export type EntryEdit = { readonly edits: readonly Edit[] } | { readonly refusal: string };

/** Up to this length a file is read whole, with all places; of longer ones, the lines of the entry alone. */
const SMALL = 100_000;
/** Reading longer files with all places takes seconds and much memory. */
export const LARGEST = 4_000_000;

export const GONE = 'The glossary has no such entry at this place any more. Save its file, then try again.';
const BROKEN =
  'The glossary’s file is not sound YAML at the moment. Mend what is underlined there, then try again.';
const SHARED =
  'This entry is written in a way that cannot be edited without touching something else. Edit it by hand.';
export const LONG = 'The glossary’s file is too long to be edited here. Edit it by hand.';
const NOTHING = 'There is nothing to write. Select a name.';

/**
 * Adds a text (or, to `aliases`, a map of texts) to a list of an entry or an alias. A list that is not there is made,
 * a single text becomes a list, and an alias that is a mere text becomes a map.
 *
 * @param path of the entry (`['people', 'abu-saloh']`), or of one of its aliases, as `aliasPath` gives it.
 */
export function addToList(text: string, path: YamlPath, key: ListKey, item: NewItem): EntryEdit {
  const added = tidy(item);
  if (nameOf(added) === '') return { refusal: NOTHING };
  return editEntry(text, path, {
    otherwise: GONE,
    intended: (entry) => {
      if (typeof entry === 'string')
        return new Map<string, YamlValue>([
          ['name', entry],
          [key, [asValue(added)]],
        ]);
      if (!isMap(entry)) return undefined;
      const items = itemsOf(entry.get(key));
      if (items.some((one) => nameOf(one) === nameOf(added))) return entry;
      return new Map(entry).set(key, [...items, asValue(added)]);
    },
    write: (scope, layout, inScope) => writeIntoList(scope, layout, inScope, key, added),
  });
}

/** Takes a text out of a list of an entry or an alias, and the list with it if it was the last. */
export function removeFromList(text: string, path: YamlPath, key: ListKey, item: string): EntryEdit {
  const isWanted = (one: YamlValue) => nameOf(one) === tidyText(item);
  return editEntry(text, path, {
    otherwise: GONE,
    intended: (entry) => {
      if (!isMap(entry)) return entry;
      const items = itemsOf(entry.get(key));
      const index = items.findIndex(isWanted);
      if (index < 0) return entry;
      const changed = new Map(entry);
      if (items.length === 1) changed.delete(key);
      else changed.set(key, items.toSpliced(index, 1));
      return changed;
    },
    write: (scope, layout, inScope) => {
      const entry = valueAt(readYaml(scope, 'strings').value, inScope);
      const items = isMap(entry) ? itemsOf(entry.get(key)) : [];
      return writeOutOfList(scope, layout, inScope, key, items.findIndex(isWanted));
    },
  });
}

/** Takes the brackets from a list with one text, where the file writes such a text alone; else does nothing. */
export function unlistSingle(text: string, path: YamlPath, key: ListKey): EntryEdit {
  if (!prefersAlone(text, key)) return { edits: [] };
  const result = editEntry(text, path, {
    otherwise: GONE,
    intended: (entry) => {
      const items = isMap(entry) ? entry.get(key) : undefined;
      if (!isMap(entry) || !isList(items)) return entry;
      const [single] = items;
      return items.length === 1 && typeof single === 'string' && !isNull(single)
        ? new Map(entry).set(key, single)
        : entry;
    },
    write: (scope, layout, inScope) => writeAlone(scope, layout, inScope, key),
  });
  return 'edits' in result ? result : { edits: [] };
}

/** A key of an entry or an alias that holds names: one text, a list, or maps with a name. */
export type FormKey = 'name' | ListKey;

/** Puts one name in the place of another, in the quotes in which that is written, and leaves the comment behind it. */
export function replaceText(
  text: string,
  path: YamlPath,
  key: FormKey | 'text' | 'expect',
  before: string,
  after: string,
): EntryEdit {
  const now = tidyText(after);
  if (now === '') return { refusal: NOTHING };
  // A text that reads as nothing where it stands alone in the place of a list is a name in one.
  const isNoName = (value: YamlValue) =>
    key !== 'name' && key !== 'text' && key !== 'expect' && isNull(value);
  return editEntry(text, path, {
    otherwise: GONE,
    intended: (entry) => {
      // An alias may be nothing but its name.
      if (!isMap(entry)) return key === 'name' ? renamed(entry, before, now) : undefined;
      const value = renamed(entry.get(key), before, now);
      return value === undefined ? undefined : new Map(entry).set(key, isNoName(value) ? [value] : value);
    },
    write: (_, layout, inScope) => {
      const target = partAt(layout, inScope);
      const value = target?.is === 'map' ? pairOf(target, key)?.value : target;
      const written = value && textWith(value, (one) => tidyText(one) === tidyText(before));
      if (!layout || !written || written.style === 'block') return undefined;
      const style = { quotes: written.style, always: written.style !== 'plain' } as const;
      const isFlow = isWithinFlow(layout, written.span.start);
      const newText = writeYamlText(now, { ...style, isFlow });
      return [{ span: written.span, newText: written === value && isNoName(now) ? `[${newText}]` : newText }];
    },
  });
}

/** The same for a text of an example of an entry. One of several lines is refused: it would not be one any more. */
export function replaceExample(
  text: string,
  path: YamlPath,
  index: number,
  key: 'text' | 'expect',
  before: string,
  after: string,
): EntryEdit {
  if (tidyText(before) !== before || tidyText(after) !== after) return { refusal: SHARED };
  const examples = [...path, 'examples'];
  const result = replaceText(text, [...examples, index], key, before, after);
  // One example may stand alone, without a list around it.
  return 'refusal' in result && index === 0 ? replaceText(text, examples, key, before, after) : result;
}

/** The value with a name in the place of another; undefined if that is not in it. */
function renamed(value: YamlValue | undefined, before: string, now: string): YamlValue | undefined {
  if (typeof value === 'string') return tidyText(value) === tidyText(before) ? now : undefined;
  if (isMap(value)) {
    const name = renamed(value.get('name'), before, now);
    return name === undefined ? undefined : new Map(value).set('name', name);
  }
  if (!isList(value)) return undefined;
  for (const [index, item] of value.entries()) {
    const one = renamed(item, before, now);
    if (one !== undefined) return value.with(index, one);
  }
  return undefined;
}

/** Where a name stands: the value itself, an item of it, or the name of a map. */
function textWith(layout: YamlLayout, isWanted: (text: string) => boolean): ScalarLayout | undefined {
  switch (layout.is) {
    case 'scalar':
      return isWanted(layout.text) ? layout : undefined;
    case 'map': {
      const name = pairOf(layout, 'name')?.value;
      return name && textWith(name, isWanted);
    }
    case 'list':
      for (const item of layout.items) {
        const found = textWith(item, isWanted);
        if (found) return found;
      }
      return undefined;
    case 'alias':
      return undefined;
  }
}

/** Whether brackets or braces stand around a place. */
function isWithinFlow(layout: YamlLayout, offset: number): boolean {
  if (layout.is !== 'list' && layout.is !== 'map') return false;
  if (layout.isFlow) return layout.span.start < offset && offset < layout.span.end;
  const parts =
    layout.is === 'list' ? layout.items : layout.pairs.flatMap(({ value }) => (value ? [value] : []));
  const around = parts.findLast((part) => part.span.start <= offset);
  return around !== undefined && isWithinFlow(around, offset);
}

/**
 * Adds an entry at the end of its section, which is made if it is not there.
 *
 * @param section `people`, `groups`, `places` or `organisations`.
 */
export function addEntry(text: string, section: string, id: string, fields: NewEntry): EntryEdit {
  const tidied = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === 'string' ? tidyText(value) : value.map(tidy),
    ]),
  ) as NewEntry;
  if (id === '' || tidied.name === '') return { refusal: NOTHING };
  const taken = `The glossary’s file has an entry “${id}” already. Choose another id.`;
  if (entryLines(text, [section, id])) return { refusal: taken };
  const entry = new Map(
    Object.entries(tidied).map(([key, value]): [string, YamlValue] => [
      key,
      typeof value === 'string' ? value : value.map(asValue),
    ]),
  );
  const lines = text.length > SMALL ? lastEntryLines(text, section) : undefined;
  const near = lines && scopeOf(text, lines, []);
  return editFirst([...(near ? [near] : []), wholeOf(text, [section])], {
    otherwise: (entries) => (isMap(entries) ? taken : noMap(section)),
    intended: (entries) => {
      if (itemsOf(entries).length === 0) return new Map([[id, entry]]);
      return isMap(entries) && !entries.has(id) ? new Map(entries).set(id, entry) : undefined;
    },
    write: (scope, layout, path) => writeEntry(scope, layout, path[0]?.toString(), id, tidied),
  });
}

const noMap = (section: string): string =>
  `Below “${section}:” there are no entries, but something else. Write each as an id and a colon, and below it, indented, “name: …”.`;

/** The path of an alias of an entry by its name; undefined if the entry has none of that name. */
export function aliasPath(text: string, path: YamlPath, name: string): YamlPath | undefined {
  const lines = text.length > SMALL ? entryLines(text, path) : undefined;
  const entry = lines
    ? valueAt(readYaml(text.slice(lines.start, lines.end), 'strings').value, path.slice(1))
    : valueAt(readYaml(text, 'strings').value, path);
  const aliases = isMap(entry) ? entry.get('aliases') : undefined;
  const isNamed = (alias: YamlValue) => cleanForm(nameOf(alias)).text === name;
  if (!isList(aliases)) return aliases !== undefined && isNamed(aliases) ? [...path, 'aliases'] : undefined;
  const index = aliases.findIndex(isNamed);
  return index < 0 ? undefined : [...path, 'aliases', index];
}

/** What is to be done, said twice: as values, and as edits. Edits that do not give the values are not made. */
interface Intent {
  /** What the value at the path is to be; the value itself if it is so already; undefined if that makes no sense. */
  intended(value: YamlValue | undefined): YamlValue | undefined;
  /** What to say then. */
  readonly otherwise: string | ((value: YamlValue | undefined) => string);
  /** Undefined where the layout has no place for it. */
  write(text: string, layout: YamlLayout | undefined, path: YamlPath): readonly Edit[] | undefined;
}

/** A part of a file that is YAML of its own. */
interface Scope {
  readonly start: number;
  readonly text: string;
  readonly path: YamlPath;
}

function editEntry(text: string, path: YamlPath, intent: Intent): EntryEdit {
  const lines = text.length > SMALL ? entryLines(text, path) : undefined;
  const near = lines && scopeOf(text, lines, path.slice(1));
  return editFirst([...(near ? [near] : []), wholeOf(text, path)], intent);
}

/** What an anchor in these lines means to the rest of the file, only the rest can say. */
function scopeOf(text: string, { start, end }: { start: number; end: number }, path: YamlPath) {
  const lines = text.slice(start, end);
  return /(?:^|[\s[{,])[&*]\S/.test(lines) ? undefined : { start, text: lines, path };
}

const wholeOf = (text: string, path: YamlPath): Scope => ({ start: 0, text, path });

/** The edit in the first scope where it succeeds; the reason of the last if it does nowhere. */
function editFirst(scopes: readonly Scope[], intent: Intent): EntryEdit {
  let result: EntryEdit = { refusal: GONE };
  for (const { start, text, path } of scopes) {
    result = text.length > LARGEST ? { refusal: LONG } : edited(text, path, intent);
    if (!('edits' in result)) continue;
    const edits = result.edits.map(({ span, newText }) => ({
      span: { start: span.start + start, end: span.end + start },
      newText,
    }));
    return { edits };
  }
  return result;
}

function edited(text: string, path: YamlPath, { intended, otherwise, write }: Intent): EntryEdit {
  const { value, problems } = readYaml(text, 'strings');
  if (problems.length > 0) return { refusal: BROKEN };
  const now = valueAt(value, path);
  const wanted = intended(now);
  if (wanted === undefined) return { refusal: typeof otherwise === 'string' ? otherwise : otherwise(now) };
  if (wanted === now) return { edits: [] };
  const edits = write(text, readYamlLayout(text), path);
  if (!edits) return { refusal: SHARED };
  const after = readYaml(applyEdits(text, edits), 'strings');
  const isRight = after.problems.length === 0 && isSame(after.value, withValue(value, path, wanted));
  return isRight ? { edits } : { refusal: SHARED };
}

function valueAt(value: YamlValue | undefined, path: YamlPath): YamlValue | undefined {
  let at = value;
  for (const step of path) {
    if (isMap(at)) at = at.get(String(step));
    else if (isList(at) && typeof step === 'number') at = at[step];
    else return undefined;
  }
  return at;
}

/** The value with another one at the path; its other parts are the same ones. */
function withValue(value: YamlValue, path: YamlPath, wanted: YamlValue): YamlValue {
  const [step, ...rest] = path;
  if (step === undefined) return wanted;
  if (isList(value)) return value.with(Number(step), withValue(value[Number(step)] ?? null, rest, wanted));
  const map = isMap(value) ? value : new Map<string, YamlValue>();
  return new Map(map).set(String(step), withValue(map.get(String(step)) ?? null, rest, wanted));
}

function isSame(a: YamlValue, b: YamlValue): boolean {
  if (a === b) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, k) => isSame(item, b[k]!));
  if (!isMap(a) || !isMap(b) || a.size !== b.size) return false;
  for (const [key, value] of a) if (!b.has(key) || !isSame(value, b.get(key)!)) return false;
  return true;
}

/** The items of a list, as a glossary reads it: one may stand alone, and what is empty is none. */
function itemsOf(value: YamlValue | undefined): readonly YamlValue[] {
  if (isBlank(value) || isNull(value)) return [];
  return isList(value) ? value : [value!];
}

/** The text of an item, or the name of an alias. */
function nameOf(item: YamlValue | NewItem | undefined): string {
  if (isMap(item)) return nameOf(item.get('name'));
  if (typeof item === 'object' && item !== null && !isList(item))
    return nameOf((item as { name?: string }).name);
  return typeof item === 'string' ? tidyText(item) : '';
}

const asValue = (item: NewItem): YamlValue =>
  typeof item === 'string' ? item : new Map(Object.entries(item));

const tidy = (item: NewItem): NewItem =>
  typeof item === 'string'
    ? tidyText(item)
    : Object.fromEntries(Object.entries(item).map(([key, value]) => [key, tidyText(value)]));

/** A name may run over a line end of a report; in a glossary it stands on one line. */
const tidyText = (text: string): string => text.replace(/[\s\u0085]+/g, ' ').trim();

const isMap = (value: unknown): value is ReadonlyMap<string, YamlValue> => value instanceof Map;
const isList = (value: unknown): value is readonly YamlValue[] => Array.isArray(value);
const isBlank = (value: YamlValue | undefined): boolean =>
  value === undefined || value === null || value === '';
