/** Formats citations of sources as notes, by a CSL style; the only file that knows the citation processor. */

import type { Citation, CitationItem, Engine, OutputFormat } from 'citeproc';
import { fullName, sourceYear } from './label';
import { parseLocator } from './locator';
import { MARKS, noteToMarkdown, noteToPlain } from './noteText';
import type { CslItem, CslName, Source } from './source';

/** One source within a note. */
export interface CitedSource {
  readonly source: Source;
  /** As written: “20”, “p. 20”, “§ 4”; without a label it is a page. */
  readonly locator?: string | undefined;
  /** Text before and behind, such as “See also”. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/** The sources that one note cites, in order. */
export type CitedSources = readonly CitedSource[];

export interface FormattedNote {
  /** Markdown. */
  readonly text: string;
  /** Why the text is only a plain rendering: the style could not be used, or not for this source. */
  readonly problem?: string;
}

export interface Formatter {
  /** The note as the first citation of a document. */
  note(...cited: CitedSources): string;
  /** The notes of a document in its order, with *Ibid.* and short forms where the style has them. */
  notes(sequence: readonly CitedSources[]): string[];
  /** As `notes`, with what went wrong where. */
  format(sequence: readonly CitedSources[]): FormattedNote[];
  /** A note's text without Markdown. */
  plain(note: string): string;
}

export interface FormatterOptions {
  /** A CSL style (XML), independent of others. */
  readonly styleXml: string;
  /** The CSL locale (XML) of `language`. */
  readonly localeXml: string;
  readonly language: string;
}

/**
 * Makes a formatter, at no cost until the first note is asked for; then the processor is loaded and reads the style
 * once, so keep the formatter. It depends on no library: sources are handed in with each citation. Never throws.
 */
export function makeFormatter(options: FormatterOptions): Formatter {
  const processor = new Processor(options);
  const format = (sequence: readonly CitedSources[]) => processor.format(sequence);
  return {
    format,
    notes: (sequence) => format(sequence).map((note) => note.text),
    note: (...cited) => format([cited])[0]?.text ?? '',
    plain: noteToPlain,
  };
}

const OUTPUT_FORMAT = 'nomenclator';

class Processor {
  readonly #options: FormatterOptions;
  #engine: Engine | undefined;
  /** Why there is no engine and never will be. */
  #broken: string | undefined;
  /** The processor knows items by ids of our own, so that no key (`__proto__`) can be special to it. */
  readonly #ids = new WeakMap<CslItem, string>();
  #lastId = 0;
  #items = new Map<string, object>();

  constructor(options: FormatterOptions) {
    this.#options = options;
  }

  format(sequence: readonly CitedSources[]): FormattedNote[] {
    const whole = this.#attempt(sequence);
    if (whole) return whole;
    if (this.#broken !== undefined) {
      const problem = this.#broken;
      return sequence.map((cited) => ({ text: plainRendering(cited), problem }));
    }
    // Something about one of the sources is too much for the processor: the others still get their notes.
    const sources = new Set(sequence.flat().map((cited) => cited.source));
    const faulty = new Set([...sources].filter((source) => !this.#attempt([[{ source }]])));
    const isSound = (cited: CitedSources) => cited.every(({ source }) => !faulty.has(source));
    const rest = this.#attempt(sequence.map((cited) => (isSound(cited) ? cited : [])));
    return sequence.map((cited, index) => {
      const note = isSound(cited) ? rest?.[index] : undefined;
      return note ?? { text: plainRendering(cited), problem: unformattable(cited) };
    });
  }

  /** The notes of the sequence, or nothing when the processor fails on it. */
  #attempt(sequence: readonly CitedSources[]): FormattedNote[] | undefined {
    const engine = this.#started();
    if (!engine) return undefined;
    try {
      this.#items = new Map();
      const citations: Citation[] = [];
      for (const [index, cited] of sequence.entries())
        if (cited.length > 0) citations.push(this.#citation(cited, index));
      const texts = new Map<string, string>();
      for (const made of engine.rebuildProcessorState(citations, OUTPUT_FORMAT, []))
        if (made) texts.set(made[0], made[2]);
      return sequence.map((cited, index) => noteOf(cited, this.#spaced(texts.get(`n${index}`))));
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

  #citation(cited: CitedSources, index: number): Citation {
    return {
      citationID: `n${index}`,
      citationItems: cited.map((one) => this.#citationItem(one)),
      properties: { noteIndex: index + 1 },
    };
  }

  #citationItem({ source, locator, prefix, suffix }: CitedSource): CitationItem {
    let id = this.#ids.get(source.item);
    if (id === undefined) {
      id = `s${++this.#lastId}`;
      this.#ids.set(source.item, id);
    }
    if (!this.#items.has(id)) this.#items.set(id, preparedItem(source.item, id));
    const at = locator === undefined ? undefined : parseLocator(locator);
    return {
      id,
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
 */
function preparedItem(item: CslItem, id: string): object {
  const kept = Object.entries(item).filter(([, value]) => typeof value === 'string' || isKnownShape(value));
  const prepared: Record<string, unknown> = { ...Object.fromEntries(kept), id };
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
  const parts = cited.map(({ source: { key, item }, locator, prefix, suffix }) => {
    const names = Array.isArray(item.author) ? (item.author as readonly CslName[]).map(fullName) : [];
    const what = [
      names.join(' and '),
      typeof item.title === 'string' ? `“${item.title}”` : '',
      sourceYear(item),
      locator ?? '',
      typeof item.URL === 'string' ? addressOf(item.URL) : '',
    ].filter(Boolean);
    const text = what.length > 0 ? what.join(', ') : key;
    return [prefix, text, suffix].filter(Boolean).join(' ');
  });
  return cited.length === 0 ? '' : noteToMarkdown(`${parts.join('; ')}.`);
}
