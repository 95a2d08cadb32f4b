/** Formats citations of sources as notes, by a CSL style; the only file that knows the citation processor. */

import type { Citation, CitationItem, Engine, OutputFormat } from 'citeproc';
import { fullName, sourceYear } from './label';
import { type Locator, parseLocator } from './locator';
import { MARKS, noteToMarkdown, noteToPlain } from './noteText';
import { type LocatorTerms, locatorTermsOf } from './pandocLocator';
import type { CslItem, CslName, Source } from './source';

/** One source within a note. */
export interface CitedSource {
  readonly source: Source;
  /** As written: “20”, “p. 20”, “§ 4”; without a label it is a page. */
  readonly locator?: string | undefined;
  /** In place of `locator`: what has been taken apart already. */
  readonly place?: Locator | undefined;
  /** Text before and behind, such as “See also”. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** Without the author, whom the text has named already; note styles leave him out only for Pandoc. */
  readonly suppressesAuthor?: boolean | undefined;
  /** The author belongs to the sentence (“Doe (2020) says”); in note styles see `author`. */
  readonly authorInText?: boolean | undefined;
}

/** The sources that one citation cites, in order. */
export type CitedSources = readonly CitedSource[];

/** A citation in its place. */
export interface CitationToFormat {
  readonly cited: CitedSources;
  /**
   * The number of the note in which it stands, from 1; several citations may share one. Notes written by hand leave gaps,
   * and a gap ends what *Ibid.* may refer to. 0 stands for the text itself, where author-date styles cite.
   */
  readonly note: number;
}

export interface FormattedNote {
  /** Markdown. */
  readonly text: string;
  /** Why the text is only a plain rendering: the style could not be used, or not for this source. */
  readonly problem?: string;
  /** For Pandoc, in note styles: the author whom the sentence names; the note is without him. May be empty. */
  readonly author?: string;
}

/** An entry of a bibliography, in Markdown. */
export interface BibliographyEntry {
  readonly key: string;
  readonly text: string;
}

export interface Bibliography {
  /** In the order of the style. */
  readonly entries: readonly BibliographyEntry[];
  /** Why these are not entries of the style: it has no bibliography, or could not be used. */
  readonly problem?: string;
}

export interface Formatter {
  /** Whether the processor has been loaded and has read the style; before, the first note takes a tenth of a second. */
  readonly isStarted: boolean;
  /** Whether the style cites in notes, and not in the text. */
  readonly isNoteStyle: boolean;
  /** The words for locators in the language of the style. */
  readonly locatorTerms: LocatorTerms;
  /** The note as the first citation of a document. */
  note(...cited: CitedSources): string;
  /** The notes of a document in its order, numbered from 1, with *Ibid.* and short forms where the style has them. */
  notes(sequence: readonly CitedSources[]): string[];
  /** The citations of a document in its order, with what went wrong where. */
  format(sequence: readonly CitationToFormat[]): FormattedNote[];
  /** The list of these sources. */
  bibliography(sources: readonly Source[]): Bibliography;
  /** A note's text without Markdown. */
  plain(note: string): string;
}

export interface FormatterOptions {
  /** A CSL style (XML), independent of others. */
  readonly styleXml: string;
  /** The CSL locale (XML) of `language`. */
  readonly localeXml: string;
  readonly language: string;
  /** Prints what Pandoc prints: sources as they are in their files, without our own conventions. */
  readonly forPandoc?: boolean;
}

/**
 * Makes a formatter, at no cost until the first note is asked for; then the processor is loaded and reads the style
 * once, so keep the formatter. It depends on no library: sources are handed in with each citation. Never throws.
 */
export function makeFormatter(options: FormatterOptions): Formatter {
  const processor = new Processor(options);
  let terms: LocatorTerms | undefined;
  const format = (sequence: readonly CitationToFormat[]) => processor.format(sequence);
  return {
    get isStarted() {
      return processor.isStarted;
    },
    isNoteStyle: isNoteStyle(options.styleXml),
    get locatorTerms() {
      terms ??= locatorTermsOf(options.localeXml);
      return terms;
    },
    format,
    notes: (sequence) =>
      format(sequence.map((cited, index) => ({ cited, note: index + 1 }))).map((note) => note.text),
    note: (...cited) => format([{ cited, note: 1 }])[0]?.text ?? '',
    bibliography: (sources) => processor.bibliography(sources),
    plain: noteToPlain,
  };
}

const OUTPUT_FORMAT = 'nomenclator';

const NO_BIBLIOGRAPHY =
  'This citation style has no bibliography. The sources are listed plainly, by key; choose another style for a proper one.';

const isNoteStyle = (styleXml: string): boolean => /<style\b[^>]*\bclass\s*=\s*["']note["']/.test(styleXml);

class Processor {
  readonly #options: FormatterOptions;
  #engine: Engine | undefined;
  /** Why there is no engine and never will be. */
  #broken: string | undefined;
  /** The processor knows items by ids of our own, so that no key (`__proto__`) can be special to it. */
  readonly #ids = new WeakMap<CslItem, string>();
  #lastId = 0;
  #items = new Map<string, object>();

  readonly #isNoteStyle: boolean;

  constructor(options: FormatterOptions) {
    this.#options = options;
    this.#isNoteStyle = isNoteStyle(options.styleXml);
  }

  get isStarted(): boolean {
    return this.#engine !== undefined || this.#broken !== undefined;
  }

  format(sequence: readonly CitationToFormat[]): FormattedNote[] {
    const whole = this.#attempt(sequence);
    if (whole) return whole;
    if (this.#broken !== undefined) {
      const problem = this.#broken;
      return sequence.map(({ cited }) => ({ text: plainRendering(cited), problem }));
    }
    // Something about one of the sources is too much for the processor: the others still get their notes.
    const sources = new Set(sequence.flatMap(({ cited }) => cited.map(({ source }) => source)));
    const faulty = new Set(
      [...sources].filter((source) => !this.#attempt([{ cited: [{ source }], note: 1 }])),
    );
    const isSound = (cited: CitedSources) => cited.every(({ source }) => !faulty.has(source));
    const rest = this.#attempt(
      sequence.map(({ cited, note }) => ({ cited: isSound(cited) ? cited : [], note })),
    );
    return sequence.map(({ cited }, index) => {
      const note = isSound(cited) ? rest?.[index] : undefined;
      return note ?? { text: plainRendering(cited), problem: unformattable(cited) };
    });
  }

  bibliography(sources: readonly Source[]): Bibliography {
    const all = [...new Set(sources)];
    const engine = this.#started();
    const problem = this.#broken ?? NO_BIBLIOGRAPHY;
    if (engine) {
      try {
        this.#items = new Map();
        const byId = new Map(all.map((source) => [this.#registered(source.item), source]));
        engine.updateItems([...byId.keys()]);
        engine.setOutputFormat(OUTPUT_FORMAT);
        const made = engine.makeBibliography();
        if (made) {
          const [{ entry_ids: ids }, texts] = made;
          const entries = ids.map(([id], index) => ({
            key: byId.get(id ?? '')?.key ?? '',
            text: noteToMarkdown((this.#spaced(texts[index]) ?? '').trim()),
          }));
          return { entries };
        }
      } catch {
        this.#engine = undefined;
      }
    }
    const byKey = all.toSorted((one, other) => (one.key < other.key ? -1 : 1));
    return {
      entries: byKey.map((source) => ({ key: source.key, text: plainRendering([{ source }]) })),
      problem,
    };
  }

  /** The notes of the sequence, or nothing when the processor fails on it. */
  #attempt(sequence: readonly CitationToFormat[]): FormattedNote[] | undefined {
    const engine = this.#started();
    if (!engine) return undefined;
    try {
      this.#items = new Map();
      const citations: Citation[] = [];
      for (const [index, citation] of sequence.entries())
        if (citation.cited.length > 0) citations.push(this.#citation(citation, index));
      const texts = new Map<string, string>();
      for (const made of engine.rebuildProcessorState(citations, OUTPUT_FORMAT, []))
        if (made) texts.set(made[0], made[2]);
      const authors =
        this.#options.forPandoc && this.#isNoteStyle ? this.#authorsInText(engine, sequence) : [];
      return sequence.map(({ cited }, index) => {
        const note = noteOf(cited, this.#spaced(texts.get(`n${index}`)));
        const author = authors[index];
        return author === undefined ? note : { ...note, author };
      });
    } catch {
      // A failure leaves the engine half-way through its work.
      this.#engine = undefined;
      return undefined;
    }
  }

  /** The processor puts narrow no-break spaces before “: ; ? !” in any language; only French has them. */
  #spaced(made: string | undefined): string | undefined {
    return this.#options.language.startsWith('fr') ? made : made?.replaceAll('\u202f', ' ');
  }

  #citation({ cited, note }: CitationToFormat, index: number): Citation {
    return {
      citationID: `n${index}`,
      citationItems: cited.map((one) => this.#citationItem(one)),
      properties: {
        noteIndex: note,
        ...(!this.#isNoteStyle && cited[0]?.authorInText && { mode: 'composite' as const }),
      },
    };
  }

  #registered(item: CslItem): string {
    let id = this.#ids.get(item);
    if (id === undefined) {
      id = `s${++this.#lastId}`;
      this.#ids.set(item, id);
    }
    if (!this.#items.has(id)) this.#items.set(id, preparedItem(item, id, this.#options.forPandoc));
    return id;
  }

  /** The names that stand in the sentence, in full where the source is cited first. */
  #authorsInText(engine: Engine, sequence: readonly CitationToFormat[]): (string | undefined)[] {
    const met = new Set<CslItem>();
    engine.setOutputFormat(OUTPUT_FORMAT);
    return sequence.map(({ cited }) => {
      const [first] = cited;
      const position = first && met.has(first.source.item) ? SUBSEQUENT : FIRST;
      for (const { source } of cited) met.add(source.item);
      if (!first?.authorInText) return undefined;
      if (!namesAuthor(first.source.item)) return '';
      const id = this.#registered(first.source.item);
      const made = engine.makeCitationCluster([{ id, 'author-only': true, position }]);
      return noteToMarkdown(this.#spaced(made) ?? '');
    });
  }

  #citationItem({
    source,
    locator,
    place,
    prefix,
    suffix,
    suppressesAuthor,
    authorInText,
  }: CitedSource): CitationItem {
    const at = place ?? (locator === undefined ? undefined : parseLocator(locator));
    const leavesAuthorOut = this.#isNoteStyle
      ? this.#options.forPandoc && (suppressesAuthor || authorInText)
      : suppressesAuthor;
    return {
      id: this.#registered(source.item),
      ...(leavesAuthorOut && { 'suppress-author': true }),
      ...(at && { label: at.label, locator: at.value }),
      ...(prefix && { prefix: /\s$/.test(prefix) ? prefix : `${prefix} ` }),
      ...(suffix && { suffix: /^[\s,;:.)]/.test(suffix) ? suffix : ` ${suffix}` }),
    };
  }

  #started(): Engine | undefined {
    if (this.#engine || this.#broken !== undefined) return this.#engine;
    const { styleXml, localeXml, language } = this.#options;
    // A style that depends on another one has no rules of its own; the processor would print nothing.
    if (!/<citation[\s>]/.test(styleXml)) {
      this.#broken = 'This is not a complete CSL style. Choose a style that does not depend on another one.';
      return undefined;
    }
    try {
      const system = {
        retrieveLocale: () => localeXml,
        retrieveItem: (id: string) => this.#items.get(id) ?? { id, type: 'document' },
      };
      this.#engine = new (loadProcessor().Engine)(system, styleXml, language, true);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#broken = `The citation style cannot be used: ${reason}. Choose another style, or a complete CSL file.`;
    }
    return this.#engine;
  }
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

/**
 * The item as the processor gets it.
 * - A style capitalises titles in the English way unless told of another language. Most romanised titles carry no
 *   `language`, and capitals in other people's titles are not ours to change: only items that say that they are
 *   English are capitalised, all others keep their titles as written.
 * - `translated-title` stands in brackets behind the title, and is left out of short forms.
 * For Pandoc, which knows nothing of this, it stays as it is.
 */
function preparedItem(item: CslItem, id: string, asItIs = false): object {
  const kept = Object.entries(item).filter(([, value]) => typeof value === 'string' || isKnownShape(value));
  const prepared: Record<string, unknown> = { ...Object.fromEntries(kept), id };
  if (asItIs) return prepared;
  prepared.language = typeof item.language === 'string' ? item.language : 'und';
  if (typeof item.URL === 'string') prepared.URL = addressOf(item.URL);
  const translation = item['translated-title'];
  if (typeof translation === 'string' && typeof item.title === 'string') {
    prepared.title = `${item.title} [${translation}]`;
    prepared['title-short'] ??= item.title;
  }
  return prepared;
}

/** Names and dates; anything else that isn't text is nothing that a style could print. */
function isKnownShape(value: unknown): boolean {
  if (typeof value === 'number') return true;
  if (Array.isArray(value)) return value.every((name) => typeof name === 'object' && name !== null);
  return (
    typeof value === 'object' &&
    value !== null &&
    ['date-parts', 'raw', 'literal', 'season'].some((key) => key in value)
  );
}

const addressOf = (url: string): string => url.replace(/[\s<>"`\\^{|}]/g, (char) => encodeURIComponent(char));

/** The processor's numbers for where a source is cited. */
const FIRST = 0;
const SUBSEQUENT = 1;

const namesAuthor = (item: CslItem): boolean =>
  ['author', 'editor', 'translator', 'director'].some((variable) => Array.isArray(item[variable]));

const NOTHING_PRINTED = /\[CSL STYLE ERROR|\[NO_PRINTED_FORM\]/;

const saysNothing = (item: CslItem): boolean =>
  ['author', 'editor', 'title', 'container-title', 'publisher', 'genre', 'URL', 'DOI'].every(
    (variable) => item[variable] === undefined,
  );

function noteOf(cited: CitedSources, made: string | undefined): FormattedNote {
  if (cited.length === 0) return { text: '' };
  // The processor writes its errors into the text, and “n.d.” where there is nothing to say.
  if (!made || NOTHING_PRINTED.test(made) || cited.some(({ source }) => saysNothing(source.item)))
    return { text: plainRendering(cited), problem: unformattable(cited) };
  return { text: noteToMarkdown(made) };
}

function unformattable(cited: CitedSources): string {
  const keys = cited.map(({ source }) => `“${source.key}”`).join(', ');
  return `The citation style prints nothing useful for ${keys}. Check the type, author, title and date there.`;
}

/** What can be said of the sources without a style. */
function plainRendering(cited: CitedSources): string {
  const parts = cited.map(({ source: { key, item }, locator, place, prefix, suffix }) => {
    const names = Array.isArray(item.author) ? (item.author as readonly CslName[]).map(fullName) : [];
    const what = [
      names.join(' and '),
      typeof item.title === 'string' ? `“${item.title}”` : '',
      sourceYear(item),
      place?.value ?? locator ?? '',
      typeof item.URL === 'string' ? addressOf(item.URL) : '',
    ].filter(Boolean);
    const text = what.length > 0 ? what.join(', ') : key;
    return [prefix, text, suffix].filter(Boolean).join(' ');
  });
  return cited.length === 0 ? '' : noteToMarkdown(`${parts.join('; ')}.`);
}
