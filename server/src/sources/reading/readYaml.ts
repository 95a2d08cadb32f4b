/** Reads CSL-YAML (Pandoc’s `references:`) into a list of entries. */

import type { Problem } from '../../text/problem';
import type { Steps } from '../../text/steps';
import { readYaml, type YamlPath, type YamlProblem, type YamlValue } from '../../text/yaml';
import {
  cutYamlList,
  type ListEntry,
  locateInList,
  readListEntries,
  type YamlList,
} from '../../text/yamlList';
import { type EntryList, MOST_PROBLEMS, noEntries, notAList, plainEntries } from './entryList';
import { LIST_KEYS, listKeyOf, NOT_A_LIST, pathOf } from './listKeys';

/** Shorter texts are read in one step. */
const LONG = 32_000;
/** How many entries of a long list are parsed together. */
const TOGETHER = 50;

/** Pandoc closes its YAML with a line “---”, which to a YAML parser begins a second document: blank, and as long. */
export const asOneDocument = (written: string): string =>
  written.replace(/(\n---[ \t]{0,99})\r?\n?$/, (closing) => closing.replaceAll('-', ' '));

/** A list of entries, or a map with one under “references” or “items”. Never throws. */
export function* readYamlSteps(written: string): Steps<EntryList> {
  const text = asOneDocument(written);
  const list = text.length < LONG ? undefined : yield* cutYamlList(text, new Set(LIST_KEYS));
  return list ? entriesInParts(text, list) : readWhole(text);
}

function entriesInParts(text: string, list: YamlList): EntryList {
  let part: { readonly from: number; readonly entries: readonly ListEntry[] } | undefined;
  const entryAt = (index: number): ListEntry => {
    const from = index - (index % TOGETHER);
    if (part?.from !== from) {
      const to = Math.min(from + TOGETHER, list.entries.length);
      part = { from, entries: readListEntries(text, list, from, to) };
    }
    return part.entries[index - from]!;
  };
  const locate = (index: number, variable?: string) =>
    locateInList(text, list, index, variable === undefined ? [] : [variable]);
  return {
    ...plainEntries([], [], 'markdown', locate),
    count: list.entries.length,
    atOnce: TOGETHER,
    read(index) {
      const { value, problems } = entryAt(index);
      const faults = problems.map(syntaxProblem);
      if (value === undefined || (value === null && faults.length > 0)) return { faults };
      return { value: plain(value, DEEPEST), faults };
    },
  };
}

const syntaxProblem = ({ message, span }: YamlProblem): Problem => ({
  rule: 'source/syntax',
  severity: 'error',
  message,
  span,
});

function readWhole(text: string): EntryList {
  if (/^[\ufeff\s]*$/.test(text))
    return notAList('This file is empty. Write a list of sources under “references:”.');
  // Scalars are texts as written: “id: 007”, “title: No” and “volume: 1.10” mean what they say.
  const yaml = readYaml(text, 'strings');
  const root = plain(yaml.value, DEEPEST);
  const problems = yaml.problems.slice(0, MOST_PROBLEMS).map(syntaxProblem);
  const listKey = listKeyOf(root);
  const entries = listKey === undefined ? root : (root as Record<string, unknown>)[listKey];
  // “references:” with nothing under it is a list that nobody has filled yet.
  if (listKey !== undefined && (entries === '' || entries === null)) return noEntries(problems);
  if (!Array.isArray(entries)) {
    // A file that could not be parsed has been told so already.
    if (problems.length > 0) return noEntries(problems);
    return notAList(NOT_A_LIST, yaml.locate(listKey === undefined ? [] : [listKey], 'value'));
  }
  const prefix: YamlPath = listKey === undefined ? [] : [listKey];
  return plainEntries(entries, problems, 'markdown', (index, variable) =>
    yaml.locate(pathOf(prefix, index, variable), 'value'),
  );
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
