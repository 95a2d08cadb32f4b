/** Reads RIS into a list of entries, and makes keys for those that have none. */

import type { Span } from '../../text/span';
import type { Steps } from '../../text/steps';
import { type EntryList, fixedPlaces, notAList, type ReadFormat } from './entryList';
import { type RisItem, risItem } from './risItem';
import { type RisEntry, readRisLines } from './risLines';

/**
 * Never throws. The key of an entry is its `ID`. Without one, or with a bare number, which is that of a row in some
 * program, it is made of the first author, the first long word of the title and the year, as Zotero makes the keys of
 * BibTeX files: `novak_report_2021`; of several such, the later ones have `-1`, `-2` behind it.
 */
export function* readRisSteps(text: string): Steps<EntryList> {
  if (/^[\ufeff\s]*$/.test(text))
    return notAList(
      'This file is empty. An entry begins with a line such as “TY  - RPRT” and ends with “ER  - ”.',
    );
  const { entries, problems } = yield* readRisLines(text);
  if (entries.length === 0 && problems.length === 0)
    return notAList(
      'This file holds no entries. Each begins with a line such as “TY  - RPRT” and ends with “ER  - ”.',
    );
  yield;
  const taken = new Set(entries.map((entry) => idOf(entry)?.value));
  const numbers = new Map<string, number>();
  const keys: string[] = [];
  for (const [index, entry] of entries.entries()) {
    if (index % ENTRIES_A_STEP === 0) yield;
    keys.push(idOf(entry)?.value ?? madeKey(entry, taken, numbers));
  }
  const items = new Map<number, RisItem>();
  const read = (index: number): ReadFormat => {
    const made = risItem(entries[index]!);
    items.clear();
    items.set(index, made);
    return { value: { ...made.item, id: keys[index] }, faults: made.faults };
  };
  const locate = (index: number, variable?: string): Span => {
    const entry = entries[index]!;
    if (variable === undefined) return entry.span;
    const origin = variable === 'id' ? idOf(entry) : items.get(index)?.origins.get(variable);
    return origin?.span ?? entry.head;
  };
  const placeOf = (index: number) => fixedPlaces(locate(index), locate(index, 'id'));
  return {
    count: entries.length,
    problems,
    texts: 'tags',
    titleName: 'TI',
    atOnce: 100,
    read,
    locate,
    placeOf,
  };
}

const ENTRIES_A_STEP = 2_000;

const idOf = ({ fields }: RisEntry) => fields.find(({ tag, value }) => tag === 'ID' && !/^\d+$/.test(value));

function madeKey(entry: RisEntry, taken: Set<string | undefined>, numbers: Map<string, number>): string {
  const said = (...tags: string[]) => entry.fields.find(({ tag }) => tags.includes(tag))?.value ?? '';
  const [family = ''] = (said('AU', 'A1') || said('ED', 'A2')).split(',');
  const author = slug(family).split('-').slice(0, MOST_WORDS).join('-');
  const words = slug(said('TI', 'T1', 'CT', 'BT')).split('-');
  const title = words.find((word) => word.length >= LONG_WORD) ?? words[0] ?? '';
  const year = /\d{4}/.exec(said('PY', 'Y1') || said('DA'))?.[0] ?? '';
  const stem = [author, title, year].filter(Boolean).join('_') || 'source';
  let number = numbers.get(stem) ?? 0;
  let key = number === 0 ? stem : `${stem}-${number}`;
  while (taken.has(key)) key = `${stem}-${++number}`;
  numbers.set(stem, number + 1);
  taken.add(key);
  return key;
}

const MOST_WORDS = 3;
const LONG_WORD = 4;

/** Small letters without marks, words joined by hyphens; letters of other scripts stay. */
const slug = (text: string): string =>
  text
    .slice(0, 200)
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}{1,5}/giu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/<[^<>]{0,100}>/g, '')
    .replace(/['’ʼ‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
