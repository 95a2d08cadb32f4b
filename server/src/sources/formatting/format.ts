/** Formats citations of sources, by a CSL style; whatever the style or the sources are, something can be read in the end. */

import { fullName, sourceLabel, sourceYear } from '../label';
import type { CslItem, CslName, Source } from '../source';
import { type CslStyle, defaultLanguageOf } from './cslStyle';
import { ibidOf, type LocatorTerms, locatorTermsOf } from './localeTerms';
import type { Locator } from './locator';
import { noteToMarkdown, noteToPlain } from './noteText';
import { addressOf } from './preparedItem';
import { Processor } from './processor';
import { DEFAULT_LANGUAGE, localeFor, localeNamed } from './styles';

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
  /** Without the author, whom the text has named already; note styles leave them out only for Pandoc. */
  readonly suppressesAuthor?: boolean | undefined;
  /** The author belongs to the sentence (“Doe (2020) says”): see `FormattedNote.author`. */
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
  /** For Pandoc: the author whom the sentence names; the text is without them. Either may be empty. */
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
  /** Whether the style could not be used: what is listed is only a plain rendering. */
  readonly isPlain?: true;
}

export interface Formatter {
  /** Whether the processor has been loaded and has read the style; before, the first note takes a tenth of a second. */
  readonly isStarted: boolean;
  /** Whether the style cites in notes, and not in the text. */
  readonly isNoteStyle: boolean;
  /** The words for locators in the language of the style. */
  readonly locatorTerms: LocatorTerms;
  /** The word for *ibid.* in that language, as it stands within a sentence. */
  readonly ibid: string;
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
  readonly style: CslStyle;
  /** Of the terms and dates (`ru-RU`), if not that of the style itself. */
  readonly language?: string | undefined;
  /** Prints what Pandoc prints: sources as they are in their files, without our own conventions. */
  readonly forPandoc?: boolean | undefined;
}

/**
 * Makes a formatter, at no cost until the first note is asked for; then the processor is loaded and reads the style
 * once, so keep the formatter. It depends on no library: sources are handed in with each citation. Never throws.
 */
export function makeFormatter(options: FormatterOptions): Formatter {
  const formatting = new Formatting(options);
  let terms: LocatorTerms | undefined;
  let ibid: string | undefined;
  const format = (sequence: readonly CitationToFormat[]) => formatting.format(sequence);
  return {
    get isStarted() {
      return formatting.isStarted;
    },
    isNoteStyle: options.style.isNoteStyle,
    get locatorTerms() {
      terms ??= locatorTermsOf(options.style.xml(), localeNamed(formatting.language));
      return terms;
    },
    get ibid() {
      ibid ??= ibidOf(options.style.xml(), localeNamed(formatting.language));
      return ibid;
    },
    format,
    notes: (sequence) =>
      format(sequence.map((cited, index) => ({ cited, note: index + 1 }))).map((note) => note.text),
    note: (...cited) => format([{ cited, note: 1 }])[0]?.text ?? '',
    bibliography: (sources) => formatting.bibliography(sources),
    plain: noteToPlain,
  };
}

const NO_BIBLIOGRAPHY =
  'This citation style has no bibliography, so each source is listed by its first note. Choose a style that has one.';

class Formatting {
  readonly #options: FormatterOptions;
  /** One for documents, which keeps what it knows of them, and one for what is asked for in passing. */
  #forDocuments: Processor | undefined;
  #inPassing: Processor | undefined;
  /** Why there is no processor and never will be. */
  #broken: string | undefined;
  /** What the processor fails on. */
  readonly #faulty = new WeakSet<CslItem>();

  constructor(options: FormatterOptions) {
    this.#options = options;
  }

  get isStarted(): boolean {
    return this.#forDocuments !== undefined || this.#inPassing !== undefined || this.#broken !== undefined;
  }

  get language(): string {
    const { language, style } = this.#options;
    return localeFor(language ?? defaultLanguageOf(style.xml()) ?? '') ?? DEFAULT_LANGUAGE;
  }

  format(sequence: readonly CitationToFormat[]): FormattedNote[] {
    const isPassing = sequence.length === 1;
    const texts = this.#withoutFaulty(
      sequence.flatMap(({ cited }) => cited.map(({ source }) => source)),
      () => this.#try((processor) => processor.format(this.#sound(sequence)), isPassing),
    );
    const authors = texts ? this.#authorsInText(sequence, isPassing) : [];
    return sequence.map(({ cited }, index) => {
      if (cited.length === 0) return { text: '' };
      const text = texts?.[index] ?? this.#nothing(cited);
      if (cited.every(({ source }) => isAddressOnly(source.item))) return { text: plainRendering(cited) };
      // A style writes “n.d.” where there is nothing to say.
      if (text === undefined || cited.some(({ source }) => saysNothing(source.item)))
        return { text: plainRendering(cited), problem: this.#broken ?? unformattable(cited) };
      const author = authors[index];
      return { text, ...(author !== undefined && { author }) };
    });
  }

  bibliography(sources: readonly Source[]): Bibliography {
    const all = [...new Set(sources)];
    const made = this.#withoutFaulty(all, () =>
      this.#try((processor) => {
        const sound = all.filter((source) => this.#isSound(source));
        return { entries: processor.bibliography(sound) };
      }, true),
    );
    const proper = (made?.entries ?? []).filter(
      ({ source, text }) => text !== '' && !saysNothing(source.item),
    );
    const printed = new Set(proper.map(({ source }) => source));
    // What has no entry in the style is listed by its note.
    const others = all
      .filter((source) => !printed.has(source))
      .map((source) => ({ key: source.key, label: sourceLabel(source.item), text: this.#noteOf(source) }))
      .sort((one, other) => one.label.localeCompare(other.label))
      .map(({ key, text }) => ({ key, text }));
    const problem = this.#broken ?? (made && !made.entries ? NO_BIBLIOGRAPHY : undefined);
    return {
      entries: [...proper.map(({ source: { key }, text }) => ({ key, text })), ...others],
      ...(problem !== undefined && { problem }),
      ...(made === undefined && { isPlain: true as const }),
    };
  }

  /** For Pandoc, what was said in the sentence may be all that the style says of a source. */
  #nothing(cited: CitedSources): string | undefined {
    const { forPandoc } = this.#options;
    const isSaid = cited.every((one) => one.authorInText || one.suppressesAuthor);
    return forPandoc && this.#broken === undefined && isSaid ? '' : undefined;
  }

  #noteOf(source: Source): string {
    const note = this.#options.style.isNoteStyle ? 1 : 0;
    return this.format([{ cited: [{ source }], note }])[0]?.text ?? '';
  }

  /** For Pandoc: the names that stand in the sentence, in full where the source is cited first. */
  #authorsInText(sequence: readonly CitationToFormat[], isPassing: boolean): readonly (string | undefined)[] {
    if (!this.#options.forPandoc) return [];
    const met = new Set<Source>();
    return this.#sound(sequence).map(({ cited }) => {
      const [first] = cited;
      const isFirst = first !== undefined && !met.has(first.source);
      for (const { source } of cited) met.add(source);
      if (!first?.authorInText) return undefined;
      return this.#try((processor) => processor.author(first.source, isFirst), isPassing) ?? '';
    });
  }

  /** The sequence with nothing cited where a source is too much for the processor. */
  #sound(sequence: readonly CitationToFormat[]): readonly CitationToFormat[] {
    const isSound = ({ cited }: CitationToFormat) => cited.every(({ source }) => this.#isSound(source));
    return sequence.map((one) => (isSound(one) ? one : { ...one, cited: [] }));
  }

  #isSound(source: Source): boolean {
    return !this.#faulty.has(source.item);
  }

  /** Does the work, once more if it fails for the sake of some of the sources: all others still get their notes. */
  #withoutFaulty<T>(sources: readonly Source[], work: () => T | undefined): T | undefined {
    const made = work();
    if (made !== undefined || this.#broken !== undefined) return made;
    let isAny = false;
    for (const source of new Set(sources)) {
      if (!this.#isSound(source)) continue;
      const alone = [{ cited: [{ source }], note: 1 }];
      if (this.#try((processor) => processor.format(alone), true)) continue;
      this.#faulty.add(source.item);
      isAny = true;
    }
    return isAny ? work() : undefined;
  }

  /** Nothing where the processor fails: that leaves it half-way through its work, so the next is a new one. */
  #try<T>(work: (processor: Processor) => T, isPassing: boolean): T | undefined {
    if (this.#broken !== undefined) return undefined;
    try {
      const processor = (isPassing ? this.#inPassing : this.#forDocuments) ?? this.#start();
      if (isPassing) this.#inPassing = processor;
      else this.#forDocuments = processor;
      return work(processor);
    } catch {
      if (isPassing) this.#inPassing = undefined;
      else this.#forDocuments = undefined;
      return undefined;
    }
  }

  #start(): Processor {
    const { style, forPandoc } = this.#options;
    try {
      const xml = style.xml();
      // A style that depends on another one has no rules of its own; the processor would print nothing.
      if (!/<citation[\s>]/.test(xml)) throw new Error('it has no rules of its own');
      const { isNoteStyle } = style;
      const { language } = this;
      const localeXml = localeNamed(language);
      return new Processor({ xml, isNoteStyle, localeXml, language, isForPandoc: forPandoc === true });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const reason = message.replace(/^citeproc-js error: /, '').replace(/\.$/, '');
      this.#broken = `The citation style cannot be used: ${reason}. Choose another style, or a complete CSL file.`;
      throw error;
    }
  }
}

/** Nothing but where it stands: that is all that a note can say of it, and styles would add “n.d.”. */
const isAddressOnly = (item: CslItem): boolean =>
  typeof item.URL === 'string' &&
  ['author', 'editor', 'title', 'container-title', 'publisher', 'issued', 'accessed', 'genre', 'DOI'].every(
    (variable) => item[variable] === undefined,
  );

const saysNothing = (item: CslItem): boolean =>
  ['author', 'editor', 'title', 'container-title', 'publisher', 'genre', 'URL', 'DOI'].every(
    (variable) => item[variable] === undefined,
  );

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
