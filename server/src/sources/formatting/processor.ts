/** Drives the citation processor; the only file that knows it. */

import type { Citation, CitationItem, Engine, OutputFormat, SortedItem } from 'citeproc';
import type { CslItem, Source } from '../source';
import { type CitePosition, citationPositions, type PlacedCitation } from './citationPositions';
import type { CitationToFormat, CitedSource } from './format';
import { parseLocator } from './locator';
import { MARKS, noteToMarkdown } from './noteText';
import { preparedItem } from './preparedItem';

const OUTPUT_FORMAT = 'nomenclator';
/** So many states of a report are told apart by their sources. */
const MOST_NUMBERS = 50;
const NOTHING_PRINTED = /\[CSL STYLE ERROR|\[NO_PRINTED_FORM\]/;

/** A style to be processed, in a language. */
export interface ProcessedStyle {
  readonly xml: string;
  readonly isNoteStyle: boolean;
  readonly localeXml: string;
  readonly language: string;
  /** Whether to print what Pandoc prints. */
  readonly isForPandoc: boolean;
}

/** The processor's numbers for the positions of a cite. */
const POSITIONS: Readonly<Record<CitePosition['position'], number>> = {
  first: 0,
  subsequent: 1,
  ibid: 2,
  'ibid-with-locator': 3,
};

/**
 * Formats the citations of a document, again and again as it changes, and does only what has changed: which sources there
 * are the processor is told once, the place of each citation is worked out here, and a citation that was printed before in
 * such a place, among sources that it must be told apart from in the same way, is not printed again.
 */
export class Processor {
  readonly #style: ProcessedStyle;
  readonly #engine: Engine;
  /** The processor knows items by ids of our own, so that no key (`__proto__`) can be special to it. */
  readonly #ids = new WeakMap<CslItem, string>();
  readonly #items = new Map<string, object>();
  #lastId = 0;
  /** The ids that the processor has been told of, in order. */
  #registered: readonly string[] = [];
  /** Of each of them, all that decides how it is printed beside the citation and its position. */
  #prints: ReadonlyMap<string, string> = new Map();
  readonly #numbers = new Map<string, string>();
  #lastNumber = 0;
  /** Whether names are told apart by all the sources that there are. */
  readonly #dependsOnAll: boolean;
  /** Whether it matters which source is cited first: for their numbers, or for the letters behind a year. */
  readonly #dependsOnOrder: boolean;
  /** Whether the style prints, or asks for, the number of the note that cites a source first. */
  readonly #namesFirstNotes: boolean;
  /** Whether the language has commas within quotation marks. */
  readonly #tucksCommas: boolean;
  /** What was printed, in Markdown; undefined where it says nothing. */
  #made = new Map<string, string | undefined>();

  /** The authors as sentences name them. */
  readonly #authors = new Map<string, string>();

  /** Fails where the processor does, with its own words. */
  constructor(style: ProcessedStyle) {
    this.#style = style;
    const system = {
      retrieveLocale: () => style.localeXml,
      retrieveItem: (id: string) => this.#items.get(id) ?? { id, type: 'document' },
    };
    this.#engine = new (loadProcessor().Engine)(system, style.xml, style.language, true);
    this.#engine.setOutputFormat(OUTPUT_FORMAT);
    const { opt, bibliography_sort: sorting } = this.#engine;
    this.#dependsOnAll = opt['disambiguate-add-givenname'];
    this.#dependsOnOrder = opt.update_mode === loadProcessor().NUMERIC || sorting.tokens.length === 0;
    const tucking = /\bpunctuation-in-quote="(\w+)"/;
    this.#tucksCommas = (tucking.exec(style.xml) ?? tucking.exec(style.localeXml))?.[1] === 'true';
    this.#namesFirstNotes = style.xml.includes('first-reference-note-number');
  }

  /**
   * Each citation in Markdown; undefined where the style prints nothing useful, as for one that cites nothing. Fails where
   * the processor does.
   */
  format(sequence: readonly CitationToFormat[]): readonly (string | undefined)[] {
    this.#register(sequence.flatMap(({ cited }) => cited.map(({ source }) => source.item)));
    const citations = sequence.map((one) => this.#citation(one));
    const places = this.#places(citations);
    const made = new Map<string, string | undefined>();
    const texts = citations.map((citation, index) => {
      if (citation.items.length === 0) return undefined;
      const key = this.#keyOf(citation, places[index]!);
      const known = this.#made.has(key) ? this.#made : made;
      const text = known.has(key) ? known.get(key) : this.#print(citation, places[index]!);
      made.set(key, text);
      return text;
    });
    // What is not printed any more is soon forgotten, but not at once: what is deleted may come back.
    if (this.#made.size > 4 * made.size + 200) this.#made = made;
    else for (const [key, text] of made) this.#made.set(key, text);
    return texts;
  }

  /** The author alone, as a sentence names him: in full where the source is cited first. Empty where there is none. */
  author(source: Source, isFirst: boolean): string {
    const id = this.#idOf(source.item);
    const key = `${isFirst}${this.#prints.get(id) ?? id}`;
    const known = this.#authors.get(key);
    if (known !== undefined) return known;
    const author = this.#printAuthor(id, isFirst ? POSITIONS.first : POSITIONS.subsequent);
    this.#authors.set(key, author);
    return author;
  }

  #printAuthor(id: string, position: number): string {
    const whole = this.#items.get(id);
    // What else the style prints of a source, such as the sign for pages, it can't print of one that has only names.
    this.#items.set(id, whatNames(whole ?? {}));
    try {
      return this.#markdown(this.#engine.makeCitationCluster([{ id, 'author-only': true, position }])) ?? '';
    } finally {
      if (whole) this.#items.set(id, whole);
    }
  }

  /** The entries of the style's bibliography in its order; nothing where it has none. Fails where the processor does. */
  bibliography(sources: readonly Source[]): readonly { source: Source; text: string }[] | undefined {
    const byId = new Map(sources.map((source) => [this.#idOf(source.item), source]));
    // Another source, were the processor still to know it, would stand in the list: its author would be named but there.
    this.#tell(
      [...byId.keys()],
      this.#registered.some((id) => !byId.has(id)),
    );
    const made = this.#engine.makeBibliography();
    if (!made) return undefined;
    const [{ entry_ids: ids }, texts] = made;
    return ids.flatMap(([id], index) => {
      const source = byId.get(id ?? '');
      return source ? [{ source, text: this.#markdown(texts[index] ?? '') ?? '' }] : [];
    });
  }

  #idOf(item: CslItem): string {
    let id = this.#ids.get(item);
    if (id === undefined) {
      // Where the processor must choose between sources, it goes by their ids: so these begin with the keys.
      id = `s${item.id}#${++this.#lastId}`;
      this.#ids.set(item, id);
    }
    if (!this.#items.has(id)) this.#items.set(id, preparedItem(item, id, this.#style.isForPandoc));
    return id;
  }

  /**
   * Tells the processor which sources there are. Where one is cited no more that others must be told apart from, it is made
   * to forget all of them: what it has learnt of that one would show, or can even make it fail.
   */
  #register(items: readonly CslItem[]): void {
    const ids = [...new Set(items.map((item) => this.#idOf(item)))];
    const cited = new Set(ids);
    const left = this.#registered.filter((id) => !cited.has(id));
    const isBesidePoint = !this.#dependsOnAll && !this.#dependsOnOrder && left.length < ids.length + 100;
    if (left.length > 0 && !(isBesidePoint && left.every((id) => this.#isAlone(id)))) this.#tell(ids, true);
    else this.#tell([...ids, ...left], false);
    if (left.length > 0 && this.#registered.length > ids.length && !left.every((id) => this.#isAlone(id)))
      this.#tell(ids, true);
  }

  #tell(ids: readonly string[], isAnew: boolean): void {
    const all = this.#dependsOnOrder ? ids : [...ids].sort();
    const known = this.#registered;
    if (all.length === known.length && all.every((id, index) => id === known[index])) return;
    // Until it is done, nothing is known: the processor may fail on the way.
    this.#registered = [];
    if (isAnew) {
      this.#engine.restoreProcessorState([]);
      this.#authors.clear();
    }
    this.#engine.updateItems([...all]);
    this.#registered = all;
    const others = this.#dependsOnAll ? this.#numberOf([...all].sort().join()) : '';
    this.#prints = new Map(all.map((id) => [id, others + this.#fingerprint(id)]));
    // Sources that were changed since are others to the processor.
    if (this.#items.size > 2 * all.length + 200)
      for (const id of this.#items.keys()) if (!this.#prints.has(id)) this.#items.delete(id);
  }

  /** A short name for what sources there are: they may be many. */
  #numberOf(sources: string): string {
    let number = this.#numbers.get(sources);
    if (number === undefined) {
      if (this.#numbers.size >= MOST_NUMBERS) this.#numbers.clear();
      number = `${++this.#lastNumber}#`;
      this.#numbers.set(sources, number);
    }
    return number;
  }

  /** Whether no other source looks like this one, in the short forms of the style. */
  #isAlone(id: string): boolean {
    const { registry, ambigcites } = this.#engine.registry;
    return ambigcites[registry[id]?.ambig ?? '']?.length === 1;
  }

  #citation({ cited, note }: CitationToFormat): Prepared {
    const items = cited.map((one) => this.#citationItem(one));
    return { items: items.length > 1 ? this.#sorted(items) : items, note };
  }

  #citationItem(cited: CitedSource): CitationItem {
    const { source, locator, place, prefix, suffix, suppressesAuthor, authorInText } = cited;
    const at = place ?? (locator === undefined ? undefined : parseLocator(locator));
    const { isNoteStyle, isForPandoc } = this.#style;
    const leavesAuthorOut = (isForPandoc || !isNoteStyle) && (suppressesAuthor || authorInText);
    return {
      id: this.#idOf(source.item),
      ...(leavesAuthorOut && { 'suppress-author': true }),
      ...(at && { label: at.label, locator: at.value }),
      ...(prefix && { prefix: /\s$/.test(prefix) ? prefix : `${prefix} ` }),
      ...(suffix && { suffix: /^[\s,;:.)]/.test(suffix) ? suffix : ` ${suffix}` }),
    };
  }

  /** In the order in which the style prints them. */
  #sorted(items: readonly CitationItem[]): readonly CitationItem[] {
    if (this.#engine.citation_sort.tokens.length === 0) return items;
    if (!this.#style.isForPandoc) return this.#sortedRun(items);
    // Words between two of them keep them where their writer put them.
    const runs: CitationItem[][] = [];
    for (const item of items) {
      const run = runs.at(-1);
      if (run && !run.at(-1)?.suffix && !item.prefix) run.push(item);
      else runs.push([item]);
    }
    return runs.flatMap((run) => this.#sortedRun(run));
  }

  #sortedRun(items: readonly CitationItem[]): readonly CitationItem[] {
    if (items.length < 2) return items;
    const citation: Citation = {
      citationItems: items.map((item, place) => ({ ...item, place })),
      properties: { noteIndex: 1 },
    };
    this.#engine.processCitationCluster(citation, [], [], loadProcessor().ASSUME_ALL_ITEMS_REGISTERED);
    return (citation.sortedItems ?? []).flatMap(([, { place }]) => items[place ?? -1] ?? []);
  }

  #places(citations: readonly Prepared[]): readonly (readonly CitePosition[])[] {
    if (this.#engine.opt.update_mode !== loadProcessor().POSITION) return citations.map(() => []);
    const placed = citations.map(
      ({ items, note }): PlacedCitation => ({
        note,
        cites: items.map(({ id, locator, label }) => ({ id, locator: locator && `${label}${locator}` })),
      }),
    );
    // A citation of nothing stands nowhere.
    const positions = citationPositions(
      placed.filter(({ cites }) => cites.length > 0),
      this.#engine.citation.opt['near-note-distance'],
      this.#style.isForPandoc,
    );
    let next = 0;
    return citations.map(({ items }) => (items.length > 0 ? (positions[next++] ?? []) : []));
  }

  #fingerprint(id: string): string {
    const { opt, registry } = this.#engine;
    const item = registry.registry[id];
    const { names, givens, year_suffix: suffix, disambiguate } = item?.disambig ?? {};
    const number = opt.update_mode === loadProcessor().NUMERIC ? item?.seq : 0;
    return JSON.stringify([id, names, givens, suffix, disambiguate, number]);
  }

  /** The same for citations that are printed in the same way. */
  #keyOf({ items }: Prepared, places: readonly CitePosition[]): string {
    let key = '';
    for (const [index, item] of items.entries()) {
      const { label, locator, prefix, suffix, 'suppress-author': hidesAuthor } = item;
      const { position, isNear, firstNote } = places[index] ?? {};
      key += [
        this.#prints.get(item.id),
        `${position}${isNear}${this.#namesFirstNotes ? firstNote : ''}${hidesAuthor}`,
        ...[label, locator, prefix, suffix].map((text) => text?.replaceAll('\u0000', '') ?? '\u0001'),
        '',
      ].join('\u0000');
    }
    return key;
  }

  #print({ items, note }: Prepared, places: readonly CitePosition[]): string | undefined {
    const engine = this.#engine;
    engine.tmp.citation_errors = [];
    engine.tmp.loadedItemIDs = {};
    const sortedItems = items.map((item, index): SortedItem => {
      const place = places[index];
      const placed: CitationItem = {
        ...item,
        ...(place && {
          position: POSITIONS[place.position],
          'near-note': place.isNear,
          'first-reference-note-number': place.firstNote,
        }),
      };
      return [engine.retrieveItem(item.id), placed];
    });
    const citation: Citation = {
      citationItems: sortedItems.map(([, item]) => item),
      properties: { noteIndex: note },
    };
    const made = this.#tucked(items, engine.process_CitationCluster(sortedItems, citation));
    const [first, ...others] = items;
    const hidesAuthor = items.some((item) => item['suppress-author']);
    if (this.#style.isForPandoc && hidesAuthor && isNothing(made) && first && others.length > 0)
      return this.#print({ items: others, note }, places.slice(1));
    return this.#markdown(hidesAuthor ? withoutSignsOfAuthor(made) : made);
  }

  /** Where commas stand within quotation marks, so does that of the words behind a citation: ‘“Title,” passim’. */
  #tucked(items: readonly CitationItem[], made: string): string {
    if (!this.#tucksCommas) return made;
    return items.reduce((text, { suffix = '' }) => {
      const [start] = /^[,.]\s\S+/.exec(suffix) ?? [];
      return start === undefined ? text : text.replaceAll(`”${start}`, `${start[0]}”${start.slice(1)}`);
    }, made);
  }

  #markdown(made: string): string | undefined {
    // The processor writes its errors into the text.
    if (isNothing(made)) return undefined;
    // It puts narrow no-break spaces before “: ; ? !” in any language; only French has them.
    const spaced = this.#style.language.startsWith('fr') ? made : made.replaceAll('\u202f', ' ');
    return noteToMarkdown(spaced.trim());
  }
}

const isNothing = (made: string): boolean => made === '' || NOTHING_PRINTED.test(made);

/** Where the author is left out, the comma behind him stays. */
const withoutSignsOfAuthor = (made: string): string =>
  made.replace(/^[,;:]\s+/, '').replace(/;? (?=[,;:] )/g, '');

/** Who made a source, or where nobody is named its title, and nothing else about it. */
function whatNames(item: object): object {
  const isNamed = Object.values(item).some((value) => Array.isArray(value));
  const kept = ['id', 'type', 'language', ...(isNamed ? [] : ['title', 'title-short'])];
  return Object.fromEntries(
    Object.entries(item).filter(([name, value]) => kept.includes(name) || Array.isArray(value)),
  );
}

/** A citation as the processor knows it. */
interface Prepared {
  readonly items: readonly CitationItem[];
  readonly note: number;
}

let loaded: typeof import('citeproc') | undefined;

/** Loads citeproc when it is first needed, and teaches it our output format. */
function loadProcessor(): typeof import('citeproc') {
  if (loaded) return loaded;
  const citeproc = require('citeproc') as typeof import('citeproc');
  // By default it writes its warnings to the console, which belongs to the protocol or to the user's output.
  citeproc.debug = () => undefined;
  const { start, end } = MARKS.italic;
  const upright = `${MARKS.upright.start}%%STRING%%${MARKS.upright.end}`;
  const format: OutputFormat = {
    ...citeproc.Output.Formats.text,
    text_escape: (text: string | undefined) => (text ?? '').replace(/[\u0000-\u001f]/g, ''),
    '@font-style/italic': `${start}%%STRING%%${end}`,
    '@font-style/oblique': `${start}%%STRING%%${end}`,
    '@font-style/normal': upright,
  };
  citeproc.Output.Formats[OUTPUT_FORMAT] = format;
  loaded = citeproc;
  return citeproc;
}
