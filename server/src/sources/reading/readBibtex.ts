/** Reads BibTeX and biblatex into a list of entries, each on its own, so that a broken one costs no other anything. */

import type { Problem } from '../../text/problem';
import type { Span } from '../../text/span';
import type { Steps } from '../../text/steps';
import { type BibtexCut, cutBibtex } from './bibtexCut';
import {
  type BibtexEntry,
  type BibtexField,
  readBibtexEntry,
  readBibtexKey,
  readBibtexMacros,
} from './bibtexFields';
import { bibtexItem } from './bibtexItem';
import { inheritedFields } from './bibtexParser';
import { BIBTEX_NO_SOURCES } from './bibtexVocabulary';
import {
  type EntryList,
  type FormatFault,
  fixedPlaces,
  MOST_PROBLEMS,
  notAList,
  type ReadFormat,
  START,
} from './entryList';

/** How far entries are followed that refer to others. */
const LONGEST_LINE = 5;

/** Never throws; what is broken is said by the entries, at their places. */
export function* readBibtexSteps(text: string): Steps<EntryList> {
  if (/^[\ufeff\s]*$/.test(text))
    return notAList('This file is empty. Write for example @report{key, title = {…}}.');
  const cuts = yield* cutBibtex(text);
  const entries = cuts.filter(({ type }) => !BIBTEX_NO_SOURCES.has(type) || type === 'xdata');
  if (cuts.length === 0)
    return notAList('This file holds no entries. Write for example @report{key, title = {…}}.');
  const { macros, faults } = readBibtexMacros(text, cuts);
  const problems = faults
    .slice(0, MOST_PROBLEMS)
    .map(({ rule, severity, message, span = START }): Problem => ({ rule, severity, message, span }));
  return new BibtexList(text, entries, macros, problems);
}

const DATE_FIELDS = ['date', 'year', 'month', 'day'];

class BibtexList implements EntryList {
  readonly count: number;
  readonly problems: readonly Problem[];
  readonly texts = 'tags';
  readonly titleName = 'title';
  readonly atOnce = 20;
  readonly #text: string;
  readonly #cuts: readonly BibtexCut[];
  readonly #macros: ReadonlyMap<string, string>;
  /** Where the entry with a key is, when somebody has asked for one; keys count without regard to case. */
  #byKey: ReadonlyMap<string, number> | undefined;
  /** The entry last read, and the fields that its variables come from. */
  #last:
    | { readonly index: number; readonly entry: BibtexEntry; origins: ReadonlyMap<string, BibtexField> }
    | undefined;

  constructor(
    text: string,
    cuts: readonly BibtexCut[],
    macros: ReadonlyMap<string, string>,
    problems: readonly Problem[],
  ) {
    this.#text = text;
    this.#cuts = cuts;
    this.#macros = macros;
    this.problems = problems;
    this.count = cuts.length;
  }

  read(index: number): ReadFormat {
    const cut = this.#cuts[index]!;
    const entry = this.#entry(index);
    this.#last = { index, entry, origins: entry.fields };
    if (cut.type === 'xdata') return { faults: entry.faults };
    if (entry.key === '') return { faults: [...entry.faults, noKey(cut)] };
    const faults: FormatFault[] = [...entry.faults];
    const { item, origins, faults: more } = bibtexItem(entry, this.#withInherited(index, entry, faults));
    this.#last.origins = origins;
    faults.push(...more);
    return { value: { ...item, id: entry.key }, faults };
  }

  locate(index: number, variable?: string): Span {
    const { start, end } = this.#cuts[index]!;
    if (variable === undefined) return { start, end };
    const { entry, origins } =
      this.#last?.index === index ? this.#last : { entry: this.#entry(index), origins: undefined };
    const span = origins?.get(variable)?.span;
    // What is inherited is wrong where it is written, which may be far from here: the key is nearer.
    return span && span.start >= start && span.end <= end ? span : entry.keySpan;
  }

  placeOf(index: number): (part?: 'entry' | 'key') => Span {
    return fixedPlaces(this.locate(index), this.locate(index, 'id'));
  }

  #entry(index: number): BibtexEntry {
    return readBibtexEntry(this.#text, this.#cuts[index]!, this.#macros);
  }

  /** The fields of an entry with those of the ones that it refers to by `crossref` and `xdata`. */
  #withInherited(index: number, entry: BibtexEntry, faults: FormatFault[]): ReadonlyMap<string, BibtexField> {
    if (!entry.fields.has('crossref') && !entry.fields.has('xdata')) return entry.fields;
    const line = [{ type: entry.type, fields: this.#withXdata(entry, faults) }];
    const seen = new Set([index]);
    let reference = entry.fields.get('crossref');
    while (reference && line.length < LONGEST_LINE) {
      const found = this.#indexOf(reference.value);
      if (found === undefined && line.length === 1) faults.push(noSuchEntry(reference));
      if (found === undefined || seen.has(found)) break;
      seen.add(found);
      const parent = this.#entry(found);
      line.push({ type: parent.type, fields: this.#withXdata(parent, []) });
      reference = parent.fields.get('crossref');
    }
    const fields = new Map(line[0]!.fields);
    if (line.length === 1) return fields;
    const names = line.map(({ type, fields: own }) => ({ type, fieldNames: [...own.keys()] }));
    for (const [name, { ancestor, field }] of inheritedFields(names)) {
      const inherited = line[ancestor]?.fields.get(field);
      if (inherited && !fields.has(name)) fields.set(name, inherited);
    }
    // The parser knows nothing of biblatex's dates here.
    if (DATE_FIELDS.some((name) => fields.has(name))) return fields;
    const dated = line.find(({ fields: given }) => DATE_FIELDS.some((name) => given.has(name)));
    for (const name of DATE_FIELDS) {
      const field = dated?.fields.get(name);
      if (field) fields.set(name, field);
    }
    return fields;
  }

  #withXdata(entry: BibtexEntry, faults: FormatFault[]): ReadonlyMap<string, BibtexField> {
    const fields = new Map(entry.fields);
    const waiting = [entry.fields.get('xdata')];
    const seen = new Set<number>();
    for (let next = waiting.shift(); next && seen.size < LONGEST_LINE; next = waiting.shift()) {
      for (const key of next.value.split(',').slice(0, LONGEST_LINE)) {
        const found = this.#indexOf(key);
        if (found === undefined) faults.push(noSuchEntry({ ...next, value: key }));
        if (found === undefined || seen.has(found)) continue;
        seen.add(found);
        const given = this.#entry(found).fields;
        const more = given.get('xdata');
        if (more) waiting.push(more);
        for (const [name, field] of given) if (!fields.has(name)) fields.set(name, field);
      }
    }
    return fields;
  }

  #indexOf(key: string): number | undefined {
    if (!this.#byKey) {
      const byKey = new Map<string, number>();
      for (let index = 0; index < this.count; index++) {
        const own = readBibtexKey(this.#text, this.#cuts[index]!).toLowerCase();
        if (own !== '' && !byKey.has(own)) byKey.set(own, index);
      }
      this.#byKey = byKey;
    }
    return this.#byKey.get(key.trim().toLowerCase());
  }
}

const noKey = ({ start, open, type }: BibtexCut): FormatFault => ({
  rule: 'source/missing-id',
  severity: 'error',
  message: `This entry has no key, so nothing can cite it. Write one: @${type.slice(0, 40)}{key, …`,
  span: { start, end: open },
});

const noSuchEntry = ({ value, span }: BibtexField): FormatFault => ({
  rule: 'source/crossref',
  severity: 'warning',
  message: `There is no entry “${value.trim().slice(0, 60)}” in this file. Write the key of one, or remove this field.`,
  span,
});
