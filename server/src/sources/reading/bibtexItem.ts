/** Makes a loose CSL entry of the fields of a BibTeX or biblatex entry. */

import { shortened } from '../../text/shortened';
import { bareDoi } from '../bareDoi';
import type { CslName } from '../source';
import type { BibtexEntry, BibtexField } from './bibtexFields';
import {
  ARTICLE_SUBTYPES,
  BIBTEX_CODES,
  BIBTEX_DATES,
  BIBTEX_GENRES,
  BIBTEX_NAMES,
  BIBTEX_TEXTS,
  BIBTEX_TYPES,
  EDITOR_TYPES,
} from './bibtexVocabulary';
import type { FormatFault } from './entryList';
import { languageTag } from './languageTags';
import { readLatex, readVerbatim } from './latex';
import { readLatexNames } from './latexNames';
import { monthNamed } from './months';
import { nearestTypeOf } from './nearestType';

const nearestType = nearestTypeOf(BIBTEX_TYPES);

export interface BibtexItem {
  /** A loose CSL entry without its key. */
  readonly item: Readonly<Record<string, unknown>>;
  /** The field that each variable comes from. */
  readonly origins: ReadonlyMap<string, BibtexField>;
  readonly faults: readonly FormatFault[];
}

/**
 * Makes the entry; never throws.
 *
 * A translation of the title is what `translatedtitle` or `usere` (biblatex-chicago) say, a `titleaddon` in brackets, or
 * a line “translated-title: …” of `note`; `origtitle` is the title of the work that this one is a translation of.
 */
export function bibtexItem(
  entry: BibtexEntry,
  /** With those that it inherits. */
  fields: ReadonlyMap<string, BibtexField>,
): BibtexItem {
  return new ItemMaker(entry, fields).make();
}

class ItemMaker {
  readonly #entry: BibtexEntry;
  readonly #fields: ReadonlyMap<string, BibtexField>;
  readonly #item = new Map<string, unknown>();
  readonly #origins = new Map<string, BibtexField>();
  readonly #faults: FormatFault[] = [];

  constructor(entry: BibtexEntry, fields: ReadonlyMap<string, BibtexField>) {
    this.#entry = entry;
    this.#fields = fields;
  }

  make(): BibtexItem {
    const type = this.#type();
    this.#item.set('type', type);
    this.#titles(type);
    this.#containers(type);
    for (const [variable, ...names] of BIBTEX_TEXTS) this.#text(variable, ...names);
    for (const [variable, ...names] of BIBTEX_CODES) this.#code(variable, ...names);
    this.#people();
    this.#dates();
    this.#publisher(type);
    this.#numbers(type);
    this.#genre(type);
    this.#eprint();
    this.#language();
    this.#keywords();
    this.#note();
    return { item: Object.fromEntries(this.#item), origins: this.#origins, faults: this.#faults };
  }

  #type(): string {
    const { type, keySpan } = this.#entry;
    const subtype = this.#fields.get('entrysubtype')?.value.toLowerCase().trim() ?? '';
    if (type === 'article') return ARTICLE_SUBTYPES.get(subtype) ?? 'article-journal';
    if (type === 'unpublished' && this.#fields.has('eventtitle')) return 'speech';
    const known = BIBTEX_TYPES.get(type);
    if (known) return known;
    const meant = nearestType(type);
    const advice = meant ? `Write “@${meant}”.` : 'Write for example @report, @article, @online or @misc.';
    this.#faults.push({
      rule: 'source/type',
      severity: 'warning',
      message: `“@${shown(type)}” is not a type of BibTeX. ${advice}`,
      span: keySpan,
    });
    return (meant && BIBTEX_TYPES.get(meant)) ?? 'document';
  }

  #titles(type: string): void {
    this.#joined('title', 'title', 'subtitle');
    const translated = this.#first('translatedtitle', 'translated-title', 'titletranslation', 'usere');
    const addon = this.#fields.get('titleaddon');
    const bracketed = addon && /^(?:\[(.*)\]|\\mkbibbrackets\s{0,9}\{(.*)\})$/s.exec(addon.value.trim());
    if (translated) this.#set('translated-title', translated, this.#latex(translated));
    else if (addon && bracketed)
      this.#set('translated-title', addon, this.#latexOf(bracketed[1] ?? bracketed[2] ?? '', addon));
    if (!addon || bracketed) return;
    // Zotero writes the name of a website or a programme here.
    if (type === 'webpage' || type === 'document' || type === 'song') {
      if (!this.#first('journaltitle', 'journal', 'booktitle', 'maintitle'))
        this.#set('container-title', addon, this.#latex(addon));
    } else if (this.#item.has('title')) {
      this.#item.set('title', `${String(this.#item.get('title'))}. ${this.#latex(addon)}`);
    }
  }

  /** A title with its subtitle. */
  #joined(variable: string, title: string, subtitle: string): boolean {
    const main = this.#fields.get(title);
    if (!main) return false;
    const sub = this.#fields.get(subtitle);
    const text = this.#latex(main);
    const joint = /[?!:.]$/.test(text) ? ' ' : ': ';
    this.#set(variable, main, sub ? `${text}${joint}${this.#latex(sub)}` : text);
    return true;
  }

  #containers(type: string): void {
    if (this.#joined('container-title', 'journaltitle', 'journalsubtitle')) return;
    const abbreviated = this.#fields.get('journal');
    if (abbreviated) this.#set('container-title', abbreviated, this.#latex(abbreviated));
    else if (this.#joined('container-title', 'booktitle', 'booksubtitle')) return;
    else if (this.#fields.has('maintitle')) {
      if (type !== 'book') this.#joined('container-title', 'maintitle', 'mainsubtitle');
      else {
        // The whole comes first, as libraries have it: “The Whole. Volume One”.
        const volume = this.#item.get('title');
        this.#joined('title', 'maintitle', 'mainsubtitle');
        if (volume) this.#item.set('title', `${String(this.#item.get('title'))}. ${String(volume)}`);
      }
    }
  }

  #people(): void {
    for (const [variable, name] of BIBTEX_NAMES) {
      const editor =
        name === 'editor' ? this.#fields.get('editortype')?.value.trim().toLowerCase() : undefined;
      this.#names((editor && EDITOR_TYPES.get(editor)) ?? variable, name);
    }
    for (const name of ['editora', 'editorb', 'editorc']) {
      const role = this.#fields.get(`${name}type`)?.value.trim().toLowerCase();
      this.#names((role && EDITOR_TYPES.get(role)) ?? 'contributor', name);
    }
  }

  #names(variable: string, name: string): void {
    const field = this.#fields.get(name);
    if (!field) return;
    const { names, unknown } = readLatexNames(field.value);
    this.#unknown(field, unknown);
    const before = (this.#item.get(variable) as readonly CslName[] | undefined) ?? [];
    this.#set(variable, field, [...before, ...names]);
  }

  #dates(): void {
    const date = this.#fields.get('date');
    const year = this.#fields.get('year');
    if (date) this.#set('issued', date, readVerbatim(date.value).trim());
    else if (year) this.#set('issued', year, this.#yearAndMonth(year));
    for (const [variable, name] of BIBTEX_DATES) {
      const field = this.#fields.get(name);
      if (field) this.#set(variable, field, readVerbatim(field.value).trim());
    }
  }

  /** BibTeX has the year, the month (perhaps with a day: `"6~" # jul`) and the day in fields of their own. */
  #yearAndMonth(year: BibtexField): unknown {
    const written = readVerbatim(year.value).trim();
    const range = /^(\d{4})\s{0,3}(?:-{1,3}|–|\/)\s{0,3}(\d{4})$/.exec(written);
    if (range) return `${range[1]}/${range[2]}`;
    const [, digits] = /^\[?(?:c\.?\s?)?(\d{4})\]?$/.exec(written) ?? [];
    // “in press”, “n.d.”: said, and no date.
    if (!digits) return /^-?\d{1,4}[~?%]?$/.test(written) ? written : { literal: written };
    const month = this.#fields.get('month');
    if (!month) return digits;
    const parts = readLatex(month.value)
      .text.toLowerCase()
      .split(/[^\p{L}\d]+/u)
      .filter(Boolean);
    const named = parts.map(monthNamed).find((number) => number > 0);
    const numbers = parts.filter((part) => /^\d{1,2}$/.test(part)).map(Number);
    const number = named ?? numbers.shift();
    if (number === undefined) return digits;
    const ownDay = Number(this.#fields.get('day')?.value.trim() || Number.NaN);
    const day = Number.isInteger(ownDay) ? ownDay : isRangeOfMonths(parts) ? undefined : numbers[0];
    return { year: digits, month: number, ...(day !== undefined && { day }) };
  }

  #publisher(type: string): void {
    // On the web, the organisation is as often the name of the site.
    const isSite = type === 'webpage' && !this.#item.has('container-title');
    if (isSite) this.#list('container-title', 'organization');
    this.#list('publisher', 'publisher', 'institution', 'school', ...(isSite ? [] : ['organization']));
    this.#list('publisher-place', 'location', 'address');
    const how = this.#fields.get('howpublished');
    if (!how) return;
    const url = /(?:https?|ftp):\/\/[^\s{}]+/.exec(readVerbatim(how.value))?.[0];
    if (url) {
      if (!this.#item.has('URL')) this.#set('URL', how, url);
    } else if (!this.#item.has('publisher') && type !== 'speech' && type !== 'manuscript') {
      this.#set('publisher', how, this.#latex(how));
    }
  }

  #numbers(type: string): void {
    const pages = this.#first('pages', 'eid');
    if (pages)
      this.#set('page', pages, readVerbatim(pages.value).replace(/\s{0,3}(?:-{1,3}|[–—])\s{0,3}/g, '-'));
    const number = this.#fields.get('number');
    if (type.startsWith('article')) {
      const issue = this.#first('number', 'issue');
      if (issue) this.#set('issue', issue, this.#latex(issue));
    } else if (number) {
      const isOfSeries = this.#fields.has('series') && !['report', 'patent', 'legislation'].includes(type);
      this.#set(isOfSeries ? 'collection-number' : 'number', number, this.#latex(number));
    }
  }

  #genre(type: string): void {
    const field = this.#fields.get('type');
    const written = field ? this.#latex(field) : '';
    if (field) this.#set('genre', field, BIBTEX_GENRES.get(written.toLowerCase()) ?? written);
    else if (type === 'thesis') {
      const genre = BIBTEX_GENRES.get(this.#entry.type);
      if (genre) this.#item.set('genre', genre);
    }
  }

  #eprint(): void {
    const eprint = this.#fields.get('eprint');
    const kind = this.#first('eprinttype', 'archiveprefix');
    if (!eprint || !kind) return;
    const code = readVerbatim(eprint.value).trim();
    switch (readVerbatim(kind.value).trim().toLowerCase()) {
      case 'arxiv':
        this.#unlessThere('number', eprint, `arXiv:${code}`);
        this.#unlessThere('URL', eprint, `https://arxiv.org/abs/${code}`);
        break;
      case 'jstor':
        this.#unlessThere('URL', eprint, `https://www.jstor.org/stable/${code}`);
        break;
      case 'hdl':
        this.#unlessThere('URL', eprint, `https://hdl.handle.net/${code}`);
        break;
      case 'pubmed':
        this.#unlessThere('PMID', eprint, code);
        break;
    }
  }

  #language(): void {
    const field = this.#first('langid', 'hyphenation', 'language');
    if (field) this.#set('language', field, languageTag(this.#latex(field)));
  }

  #keywords(): void {
    const field = this.#first('keywords', 'keyword');
    if (!field) return;
    const words = this.#latex(field).split(/[,;]/);
    const said = words.map((word) => word.trim()).filter(Boolean);
    this.#set('keyword', field, said.join(', '));
  }

  /** Line by line: a line of a note may be a variable of its own. */
  #note(): void {
    const field = this.#first('note', 'addendum');
    if (!field) return;
    const lines = field.value.split(/\r?\n/).map((line) => this.#latexOf(line, field));
    this.#set('note', field, lines.filter(Boolean).join('\n'));
  }

  #text(variable: string, ...names: string[]): void {
    const field = this.#first(...names);
    if (field) this.#set(variable, field, this.#latex(field));
  }

  #code(variable: string, ...names: string[]): void {
    const field = this.#first(...names);
    if (!field) return;
    const code = readVerbatim(field.value).trim();
    this.#set(variable, field, variable === 'DOI' ? bareDoi(code) : code);
  }

  /** biblatex has “and” between several publishers or places. */
  #list(variable: string, ...names: string[]): void {
    const field = this.#first(...names);
    if (!field) return;
    const parts = field.value.includes(' and ') ? splitList(field.value) : [field.value];
    this.#set(variable, field, parts.map((part) => this.#latexOf(part, field)).join('; '));
  }

  #first(...names: string[]): BibtexField | undefined {
    for (const name of names) {
      const field = this.#fields.get(name);
      if (field && field.value.trim() !== '') return field;
    }
    return undefined;
  }

  #unlessThere(variable: string, field: BibtexField, value: unknown): void {
    if (!this.#item.has(variable)) this.#set(variable, field, value);
  }

  #set(variable: string, field: BibtexField, value: unknown): void {
    if (value === '') return;
    this.#item.set(variable, value);
    this.#origins.set(variable, field);
  }

  #latex(field: BibtexField): string {
    return this.#latexOf(field.value, field);
  }

  #latexOf(latex: string, field: BibtexField): string {
    const { text, unknown } = readLatex(latex);
    this.#unknown(field, unknown);
    return text.trim();
  }

  #unknown({ name, span }: BibtexField, commands: readonly string[]): void {
    if (UNPRINTED.has(name)) return;
    for (const command of new Set(commands))
      this.#faults.push({
        rule: 'source/latex',
        severity: 'information',
        message: `Nomenclator does not know the command ${shown(command)} and leaves it out. Write the character itself.`,
        span,
      });
  }
}

/** No note shows them, so nobody need mend them. */
const UNPRINTED = new Set(['abstract', 'annotation', 'annote', 'keywords', 'keyword']);

/** Parts between “and”s in no braces. */
function splitList(latex: string): string[] {
  const parts = latex.split(/\s{1,10}and\s{1,10}/);
  const isWhole = parts.every((part) => part.split('{').length === part.split('}').length);
  return isWhole ? parts : [latex];
}

const isRangeOfMonths = (parts: readonly string[]): boolean =>
  parts.filter((part) => monthNamed(part) > 0).length > 1;

const shown = (text: string): string => shortened(text, 40);
