/** Reads a source file (CSL-JSON or CSL-YAML) into sources and the problems at their places. */

import type { Problem } from '../text/problem';
import type { Span } from '../text/span';
import { finish, type Steps } from '../text/steps';
import { readYaml, type YamlPath, type YamlValue } from '../text/yaml';
import { type EntryFault, readEntry, type TextReading } from './cslItem';
import { type JsonPath, type JsonPlaces, placesIn } from './jsonPlaces';
import type { Source, SourceFile } from './source';

/** A file that is wrong from end to end is not told so a million times. */
const MOST_PROBLEMS = 100;
/** How many entries are read between two rests. */
const AT_ONCE = 500;

const LIST_KEYS = ['references', 'items'];

/** The entries of a file as plain values, and where each of them (and each of its parts) stands. */
interface EntryList {
  readonly entries: readonly unknown[];
  readonly problems: readonly Problem[];
  readonly texts: TextReading;
  locate(index: number, variable?: string): Span;
}

/**
 * Reads a source file by the ending of its name. Bad input gives problems, at UTF-16 offsets of `text`, beside the
 * sources that could be read; nothing throws.
 */
export const readSourceFile = (path: string, text: string): SourceFile => finish(readSourceSteps(path, text));

/** The same in steps. */
export function* readSourceSteps(path: string, text: string): Steps<SourceFile> {
  const list = readList(path, text);
  yield;
  const problems = [...list.problems];
  let untold = 0;
  const tell = (index: number, { rule, severity, message, variable }: EntryFault) => {
    if (problems.length >= MOST_PROBLEMS) untold++;
    else problems.push({ rule, severity, message, span: list.locate(index, variable) });
  };

  const sources: Source[] = [];
  const keys = new Set<string>();
  for (const [index, entry] of list.entries.entries()) {
    if (index % AT_ONCE === 0) yield;
    const { item, faults } = readEntry(entry, list.texts);
    for (const fault of faults) tell(index, fault);
    if (!item) continue;
    if (keys.has(item.id)) {
      const message = `The key “${item.id}” is already given to an earlier source of this file. Give this one another key.`;
      tell(index, { rule: 'source/duplicate-key', severity: 'error', message, variable: 'id' });
      continue;
    }
    keys.add(item.id);
    sources.push({
      key: item.id,
      item,
      path,
      locate: (part = 'entry') => list.locate(index, part === 'key' ? 'id' : undefined),
    });
  }
  if (untold > 0)
    problems.push({
      rule: 'source/more',
      severity: 'warning',
      message: `This file has ${untold} more problems. Mend the ones shown first.`,
      span: START,
    });
  return { path, sources, problems };
}

function readList(path: string, text: string): EntryList {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  switch (ending) {
    case 'json':
      return readJsonList(text);
    case 'yaml':
    case 'yml':
      return readYamlList(text);
    case 'bib':
      return unsupported(
        'BibTeX is not read yet: export CSL-JSON (in Zotero: “CSL JSON” or “Better CSL JSON”).',
      );
    case 'ris':
      return unsupported(
        'RIS is not read yet: export CSL-JSON (in Zotero: “CSL JSON” or “Better CSL JSON”).',
      );
    default:
      return unsupported(
        `Files ending in “.${ending}” hold no sources: export CSL-JSON (.json) or CSL-YAML (.yaml).`,
      );
  }
}

// CSL-JSON

function readJsonList(written: string): EntryList {
  // A byte-order mark is not JSON; a space in its place keeps every offset.
  const text = written.startsWith('\ufeff') ? ` ${written.slice(1)}` : written;
  if (text.trim() === '') return nothing('This file is empty. Write a list of sources: [ … ].');
  let places: JsonPlaces | undefined;
  const locate = (path: JsonPath): Span | undefined => {
    places ??= placesIn(text);
    return places.locate(path);
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return readBrokenJson(text);
  }
  const listKey = listKeyOf(value);
  const entries = listKey === undefined ? value : (value as Record<string, unknown>)[listKey];
  if (!Array.isArray(entries)) return nothing(NOT_A_LIST, locate([]) ?? START);
  const prefix = listKey === undefined ? [] : [listKey];
  return {
    entries,
    problems: [],
    texts: 'tags',
    locate: (index, variable) =>
      locate(pathOf(prefix, index, variable)) ?? locate(pathOf(prefix, index)) ?? START,
  };
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
  return {
    entries,
    problems: [{ rule: 'source/syntax', severity: 'error', message: `Not valid JSON: ${message}`, span }],
    texts: 'tags',
    locate: (index, variable) => {
      const entry = pathOf(prefix, indexes[index] ?? index);
      return locate(variable === undefined ? entry : [...entry, variable]) ?? locate(entry) ?? START;
    },
  };
}

// CSL-YAML

function readYamlList(written: string): EntryList {
  // Pandoc closes its YAML with a line “---”, which to a YAML parser begins a second document.
  const text = written.replace(/(\n---[ \t]*)\r?\n?$/, (closing) => closing.replaceAll('-', ' '));
  if (/^[\ufeff\s]*$/.test(text))
    return nothing('This file is empty. Write a list of sources under “references:”.');
  // Scalars are texts as written: “id: 007”, “title: No” and “volume: 1.10” mean what they say.
  const yaml = readYaml(text, 'strings');
  const root = plain(yaml.value, DEEPEST);
  const problems = yaml.problems.map(
    ({ message, span }): Problem => ({ rule: 'source/syntax', severity: 'error', message, span }),
  );
  const listKey = listKeyOf(root);
  const entries = listKey === undefined ? root : (root as Record<string, unknown>)[listKey];
  // “references:” with nothing under it is a list that nobody has filled yet.
  if (listKey !== undefined && (entries === '' || entries === null)) return { ...nothing(''), problems };
  if (!Array.isArray(entries)) {
    // A file that could not be parsed has been told so already.
    if (problems.length > 0) return { ...nothing(NOT_A_LIST), problems: problems.slice(0, MOST_PROBLEMS) };
    return nothing(NOT_A_LIST, yaml.locate(listKey === undefined ? [] : [listKey], 'value'));
  }
  const prefix: YamlPath = listKey === undefined ? [] : [listKey];
  return {
    entries,
    problems: problems.slice(0, MOST_PROBLEMS),
    texts: 'markdown',
    locate: (index, variable) => yaml.locate(pathOf(prefix, index, variable), 'value'),
  };
}

const DEEPEST = 12;

/** Maps as plain objects, as JSON has them; `null` where it is nested deeper than any source is. */
function plain(value: YamlValue, depth: number): unknown {
  if (value === '~' || value === 'null') return null;
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return null;
  if (Array.isArray(value)) return value.map((part: YamlValue) => plain(part, depth - 1));
  return Object.fromEntries(
    [...(value as ReadonlyMap<string, YamlValue>)].map(([key, part]) => [
      String(key),
      plain(part, depth - 1),
    ]),
  );
}

// Both

/** Where an entry, or one of its variables, stands below the root. */
const pathOf = (prefix: JsonPath, index: number, variable?: string): JsonPath =>
  variable === undefined ? [...prefix, index] : [...prefix, index, variable];

const START: Span = { start: 0, end: 0 };

const NOT_A_LIST =
  'This file holds no list of sources. Write a list of entries, or a map with a list under “references”.';

function listKeyOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return LIST_KEYS.find((key) => Object.hasOwn(value, key));
}

function nothing(message: string, span: Span = START): EntryList {
  return {
    entries: [],
    problems: [{ rule: 'source/not-a-list', severity: 'error', message, span }],
    texts: 'tags',
    locate: () => START,
  };
}

function unsupported(message: string): EntryList {
  return {
    entries: [],
    problems: [{ rule: 'source/unsupported', severity: 'warning', message, span: START }],
    texts: 'tags',
    locate: () => START,
  };
}
