/** Makes a loose CSL entry of the tags of a RIS entry, as Zotero, EndNote and Mendeley write them. */

import type { CslName } from '../source';
import type { FormatFault } from './entryList';
import { languageTag } from './languageTags';
import { monthNamed } from './months';
import { nearestTypeOf } from './nearestType';
import type { RisEntry, RisField } from './risLines';
import { IN_PAGES, IN_SERIES, RIS_TEXTS, RIS_TYPES } from './risVocabulary';

const nearestType = nearestTypeOf(RIS_TYPES);

export interface RisItem {
  /** A loose CSL entry without its key. */
  readonly item: Readonly<Record<string, unknown>>;
  /** The line that each variable comes from. */
  readonly origins: ReadonlyMap<string, RisField>;
  readonly faults: readonly FormatFault[];
}

/** Makes the entry; never throws. A translation of the title is what `TT` says; what `TI` says is the title itself. */
export const risItem = (entry: RisEntry): RisItem => new ItemMaker(entry).make();

class ItemMaker {
  readonly #entry: RisEntry;
  readonly #tags = new Map<string, RisField[]>();
  readonly #item = new Map<string, unknown>();
  readonly #origins = new Map<string, RisField>();
  readonly #faults: FormatFault[] = [];

  constructor(entry: RisEntry) {
    this.#entry = entry;
    for (const field of entry.fields) {
      const same = this.#tags.get(field.tag);
      if (same) same.push(field);
      else this.#tags.set(field.tag, [field]);
    }
  }

  make(): RisItem {
    const type = this.#type();
    this.#item.set('type', type);
    for (const [variable, ...tags] of RIS_TEXTS) this.#text(variable, ...tags);
    if (!/^PMC\d/i.test(String(this.#item.get('PMCID') ?? ''))) this.#item.delete('PMCID');
    this.#containers(type);
    this.#people(type);
    this.#dates();
    this.#numbers(type);
    this.#rest(type);
    return { item: Object.fromEntries(this.#item), origins: this.#origins, faults: this.#faults };
  }

  #type(): string {
    const { type, head } = this.#entry;
    const known = RIS_TYPES.get(type);
    if (known) return known;
    const meant = nearestType(type);
    const advice = meant ? `Write “${meant}”.` : 'Write for example RPRT, NEWS, ELEC, JOUR or BOOK.';
    const message =
      type === ''
        ? `This entry has no type. ${advice}`
        : `“${type.slice(0, 40)}” is not a type of RIS. ${advice}`;
    this.#faults.push({ rule: 'source/type', severity: 'warning', message, span: head });
    return (meant && RIS_TYPES.get(meant)) ?? 'document';
  }

  #containers(type: string): void {
    if (type === 'book' || type === 'manuscript') {
      if (!this.#item.has('title')) this.#text('title', 'BT');
    }
    if (IN_SERIES.has(type)) {
      this.#text('collection-title', 'T2', 'T3');
      return;
    }
    this.#text('collection-title', 'T3');
    if (type === 'paper-conference') {
      this.#text('container-title', 'C3', 'BT', 'T2');
      if (this.#first('C3', 'BT')) this.#text('event-title', 'T2');
      return;
    }
    const full = this.#first('JF', 'T2', 'BT');
    if (full) this.#set('container-title', full, plain(full.value));
    this.#text('container-title-short', 'J2', 'JA', ...(full ? ['JO'] : []));
    if (!full) this.#text('container-title', 'JO', 'JA', 'J2');
    if (this.#item.get('container-title-short') === this.#item.get('container-title'))
      this.#item.delete('container-title-short');
  }

  #people(type: string): void {
    this.#names('author', 'AU', 'A1');
    this.#names('editor', 'ED');
    const isWhole = IN_SERIES.has(type);
    // The second authors of a book are those of its series if it has one, and of its whole if not.
    if (!isWhole) this.#names('editor', 'A2');
    else this.#names(this.#item.has('collection-title') ? 'collection-editor' : 'editor', 'A2');
    this.#names(isWhole ? 'editor' : 'collection-editor', 'A3');
    this.#names('translator', 'A4', 'TA');
  }

  #names(variable: string, ...tags: string[]): void {
    const fields = tags.flatMap((tag) => this.#tags.get(tag) ?? []);
    const [first] = fields;
    if (!first) return;
    const before = (this.#item.get(variable) as readonly CslName[] | undefined) ?? [];
    this.#set(variable, first, [...before, ...fields.map(({ value }) => nameOf(plain(value)))]);
  }

  #dates(): void {
    const written = ['DA', 'PY', 'Y1'].flatMap((tag) => this.#tags.get(tag) ?? []);
    const year = written.map(({ value }) => /\d{4}/.exec(value)?.[0]).find(Boolean);
    // The date says most, but with some programs it lacks the year, which then stands on a line of its own.
    const best =
      written.find(({ value }) => isFull(value)) ??
      written.find(({ value }) => /\d{4}/.test(value)) ??
      written[0];
    const dayAndMonth = written.find(({ tag, value }) => tag === 'DA' && !/\d{4}/.test(value));
    if (dayAndMonth && year && best) this.#set('issued', best, dateOf(`${dayAndMonth.value} ${year}`));
    else if (best) this.#set('issued', best, dateOf(best.value));
    const accessed = this.#first('Y2');
    if (accessed && /\d/.test(accessed.value)) this.#set('accessed', accessed, dateOf(accessed.value));
  }

  #numbers(type: string): void {
    const [start, end] = [this.#first('SP'), this.#first('EP')];
    if (start && !end && IN_PAGES.has(type) && /^\d+$/.test(start.value))
      this.#set('number-of-pages', start, start.value);
    else if (start ?? end) {
      const pages = [start?.value, end?.value].filter((page) => page !== undefined && page !== '');
      const said = pages[0] === pages[1] || /[-–]/.test(pages[0] ?? '') ? pages.slice(0, 1) : pages;
      this.#set('page', (start ?? end)!, said.join('-').replace(/\s{0,3}(?:-{1,3}|[–—])\s{0,3}/g, '-'));
    }
    if (type.startsWith('article') || type === 'periodical') this.#text('issue', 'IS', 'CP');
    else this.#text('number', 'IS', 'M1');
    const serial = this.#first('SN');
    if (!serial) return;
    const digits = serial.value.replace(/[^\dXx]/g, '').length;
    if (type === 'report' || type === 'patent' || type === 'standard')
      this.#set('number', serial, serial.value);
    else this.#set(digits === 8 ? 'ISSN' : 'ISBN', serial, serial.value);
  }

  #rest(type: string): void {
    // EndNote’s “<Go to ISI>://WOS:…” leads nowhere.
    const urls = ['UR', 'LK'].flatMap((tag) => this.#tags.get(tag) ?? []);
    const url = urls.find(({ value }) => !/^\s*<Go to /i.test(value));
    // Several addresses may stand on one line.
    if (url) this.#set('URL', url, url.value.split(/;\s*(?=https?:)|\s/)[0]);
    const kind = this.#first('M3');
    if (kind && /^10\.\d{4,9}\//.test(kind.value)) {
      if (!this.#item.has('DOI')) this.#set('DOI', kind, kind.value);
    } else if (kind) this.#set('genre', kind, plain(kind.value));
    const language = this.#first('LA');
    if (language) this.#set('language', language, languageTag(language.value));
    const words = this.#tags.get('KW') ?? [];
    const said = words.flatMap(({ value }) => value.split(/[;\n]/)).map((word) => plain(word));
    if (words[0]) this.#set('keyword', words[0], said.filter(Boolean).join(', '));
    const notes = ['N1', 'M2'].flatMap((tag) => this.#tags.get(tag) ?? []);
    if (notes[0]) this.#set('note', notes[0], notes.map(({ value }) => plain(value)).join('\n'));
    if (type === 'legal_case' || type === 'hearing') {
      const court = this.#first('PB');
      if (court) this.#set('authority', court, plain(court.value));
    }
  }

  #text(variable: string, ...tags: string[]): void {
    const field = this.#first(...tags);
    if (field) this.#set(variable, field, plain(field.value));
  }

  #first(...tags: string[]): RisField | undefined {
    for (const tag of tags) {
      const field = this.#tags.get(tag)?.[0];
      if (field) return field;
    }
    return undefined;
  }

  #set(variable: string, field: RisField, value: unknown): void {
    if (value === '' || value === undefined) return;
    this.#item.set(variable, value);
    this.#origins.set(variable, field);
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Without the paragraphs of HTML that programs put around notes, and with the characters that its entities mean. */
const plain = (text: string): string =>
  text
    .replace(/<\/?(?:p|div|br|span|a)\b[^<>]{0,300}>/gi, ' ')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/&#(?:39|x27);/gi, "'")
    .trim();

/** “Family, Given, Suffix” is a person; a name without a comma, or with one at its end, is one as it stands. */
function nameOf(text: string): CslName {
  const [family = '', given, suffix] = text.split(',').map((part) => part.trim());
  if (!given) return { literal: family };
  return { family, given, ...(suffix && { suffix }) };
}

const isFull = (value: string): boolean =>
  /\d{4}\D{1,3}\d{1,2}/.test(value) || (/\d{4}/.test(value) && /[A-Za-z]{3}/.test(value));

/** `YYYY/MM/DD/other`, as RIS has it, or however people write dates. */
function dateOf(written: string): unknown {
  const value = written.trim();
  const parts = /^(\d{4})(?:[/-](\d{1,2})?(?:[/-](\d{1,2})?)?)?(?:[/T ].{0,60})?$/.exec(value);
  if (parts) {
    const [, year, month, day] = parts;
    return {
      year: Number(year),
      ...(month && { month: Number(month) }),
      ...(month && day && { day: Number(day) }),
    };
  }
  const words = value.toLowerCase().split(/[^\p{L}\d]+/u);
  const year = words.find((word) => /^\d{4}$/.test(word));
  const month = words.map(monthNamed).find((number) => number > 0);
  const day = words.find((word) => /^\d{1,2}$/.test(word));
  if (!year || !month) return { raw: value };
  return { year: Number(year), month, ...(day && { day: Number(day) }) };
}
