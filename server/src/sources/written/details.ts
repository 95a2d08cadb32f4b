/** Reads what stands behind a title: outlet, volume, date, pages, address, when it was looked at. */

import type { CslDate } from '../source';
import { withImprintInParentheses } from './bareImprint';
import { findDates, firstDate, type WrittenDate } from './dates';
import { LANGUAGE, languageCode } from './languages';
import { ADDRESS, trimAddress } from './plainNote';
import { SYMBOL } from './symbol';

export interface Details {
  /** Newspaper, site, journal, series: what is named between the title and the date. */
  readonly outlets: readonly string[];
  readonly date?: CslDate;
  readonly precision?: WrittenDate['precision'];
  readonly place?: string;
  /** Of a book, out of its imprint. */
  readonly publisher?: string;
  readonly edition?: string;
  readonly volume?: string;
  readonly issue?: string;
  /** The pages that the source fills. */
  readonly pages?: string;
  /** What was cited of it. */
  readonly locator?: string;
  /** The symbol of a document, such as S/2021/486. */
  readonly symbol?: string;
  readonly url?: string;
  readonly doi?: string;
  readonly archivedAt?: string;
  readonly accessed?: CslDate;
  readonly language?: string;
  readonly genre?: string;
  readonly translation?: string;
  /** What the source is a part of: “in *Handbook of …*”. */
  readonly book?: string;
  readonly editors?: string;
  /** Words behind it that belong to no part of a citation. */
  readonly remark?: string;
}

const RANGE = '(?:[ivxlc]{1,6}|[A-Z]?\\d{1,5})(?:\\s*[-–—]\\s*(?:[ivxlc]{1,6}|[A-Z]?\\d{1,5}))?';
const PAGES = `${RANGE}(?:(?:,| and| &)\\s+${RANGE})*(?:ff?\\.?)?(?:,? (?:and )?passim)?`;
const LABELLED = new RegExp(
  `(?:^|[\\s,(\u0000])((?:pp?\\.?\\s?|pages?\\s|paras?\\.?\\s|paragraphs?\\s|¶+\\s?|§+\\s?|art(?:icle|s)?\\.?\\s|ch(?:ap(?:ter)?)?s?\\.?\\s|sec(?:tion)?s?\\.\\s|annex\\s|at\\s(?:p\\.?\\s)?|с\\.\\s?|стр\\.\\s?|S\\.\\s?)${PAGES})(?![\\p{L}\\d/]|,\\d{3})`,
  'u',
);
/** The number of a report or a paper is part of what it is called. */
const OF_A_SERIES =
  '(?<!\\b(?:report|papers?|brief|briefing|commentary|notes?|series|study|studies|resolution|document|bulletin|memo|memorandum|update)s?,?)';
const VOLUMES: readonly RegExp[] = [
  /[\s,]*\bvol(?:ume|\.)?\s?(?<volume>\d{1,4}|[IVXLC]+)\b(?:[\s,]*\(?\b(?:no|issue|iss|nr|№)\.?\s?(?<issue>\d{1,4}(?:[-–/]\d{1,4})?)\)?)?/iu,
  /\s(?<volume>\d{1,4}),?\s+(?:no|issue|iss|nr)\.?\s?(?<issue>\d{1,4}(?:[-–/]\d{1,4})?)/iu,
  /(?:^|[\s,])(?<volume>\d{1,4})\s?\((?<issue>\d{1,3}(?:[-–/]\d{1,3})?)\)/u,
  /[,\s](?<volume>\d{1,3})[.:](?<issue>\d{1,2})(?=\s*(?:\(|,\s*(?:1[5-9]|20)\d\d\b))/u,
  new RegExp(
    `${OF_A_SERIES}[\\s,]+(?:issue\\s+)?(?:no|issue|iss|№)\\.?\\s?(?<issue>\\d{1,4}(?:[-–/]\\d{1,4})?)(?=\\s*[(,.:]|$)`,
    'iu',
  ),
  /(?<!\b(?:no|issue|nr)\.?)\s(?<volume>\d{1,4})(?=\s*\([^()]*[12]\d{3}\)\s*[:,])/iu,
];
const DOCUMENT = new RegExp(String.raw`(?:\bUN Docs?\.?:?\s*)?\b${SYMBOL}`);
const DOI = /(?:https?:\/\/(?:dx\.)?doi\.org\/|\bdoi:?\s*)(10\.\d{4,9}\/[^\s,;<>"”]+)/i;
const LOOKED_AT =
  /[\s,.([]*(?<!\p{L})(?:(?:last\s+)?(?:accessed|retrieved|viewed|visited|checked|consulted)|дата обращения)(?:\s+on|\s+at)?:?\s*/iu;
const ARCHIVED = /[\s,.;([]*\b(?:archived|archive)\b(?:\s+(?:at|from|on|in|version|copy|link))*:?\s*/i;
const OTHER_DATES = /\b(?:last )?(?:updated|modified|revised|edited)(?: on| at)?:?\s*$/i;
const OTHER_DATE = /\b(?:last )?(?:updated|modified|revised|edited)(?: on| at)?:?\s*(?=\S)/i;
const HOUR =
  /(?<=[,\s])(?:[01]?\d|2[0-3])[:.][0-5]\d(?::\d{2})?(?:\s?[ap]\.?\s?m\b\.?)?(?=,|\s(?![\s(])|$)/gi;
const GENRE =
  /\b((?:unpublished )?(?:ph\.?\s?d\.?|doctoral|master[’']?s|m\.?a\.?|dphil)\s(?:diss(?:ertation|\.)?|thesis)|working paper|policy brief|press release|podcast|telegram post)(?!\p{L})/iu;

/** What a source goes back to has a date of its own, which is not that of the source. */
const ORIGIN = /^(?:original(?:ly)?|first published|reprint(?:ed)?|translated from|based on)\b/i;

const IN_BOOK = /^[\s,.]*\b[Ii]n:?\s+(?=[\p{Lu}“"‘\u0002])/u;
const EDITED_FIRST = /^([^,(]+(?:,[^,(]+){0,3}?)[,\s]+\(?eds?\.?\)?,\s+(?=[\p{Lu}“"‘])/u;

/** Reads the text behind a title. `links` are the addresses of links there whose text is something else. */
export function readDetails(written: string, links: readonly string[]): Details {
  const reader = new DetailReader(written);
  return reader.read(links);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Takes one part after the other out of the text; what is left are the outlets. */
class DetailReader {
  #text: string;
  readonly #details: Mutable<Partial<Details>> = {};
  /** What stands behind the source in parentheses, and tells of another one. */
  #aside: string | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  read(links: readonly string[]): Details {
    const details = this.#details;
    this.#takeTranslation();
    // The hour at which something was posted is no volume and no page.
    this.#text = this.#text.replace(HOUR, '');
    this.#takeDoi();
    const addresses = this.#takeAddresses(links);
    this.#takeLookedAt(addresses);
    if (addresses[0] !== undefined) details.url = addresses[0];
    this.#takeOrigin();
    this.#takeLanguage();
    this.#takeBook();
    this.#takeVolume();
    this.#takeImprint();
    this.#takeSymbol();
    this.#takeDates();
    this.#takePages();
    return { ...details, ...this.#rest() };
  }

  /** Takes out what matches, and leaves a sign in its place, which nothing reaches over. */
  #take(pattern: RegExp): RegExpExecArray | undefined {
    const found = pattern.exec(this.#text);
    if (!found) return undefined;
    this.#cut(found.index, found.index + found[0].length);
    return found;
  }

  #cut(start: number, end: number): void {
    this.#text = `${this.#text.slice(0, start)}\u0000${this.#text.slice(end)}`;
  }

  #takeTranslation(): void {
    const found = /^[\s,]*\[([^[\]]{3,})\]/.exec(this.#text);
    if (!found || LANGUAGE.test(`[${found[1]}]`)) return;
    this.#details.translation = found[1]!.replace(/[,\s]+$/, '');
    this.#text = this.#text.slice(found[0].length);
  }

  #takeDoi(): void {
    const found = this.#take(DOI);
    if (found) this.#details.doi = found[1]!.replace(/[.)\]]+$/, '');
  }

  #takeAddresses(links: readonly string[]): string[] {
    const addresses: string[] = [];
    for (const { 0: match, index } of [...this.#text.matchAll(ADDRESS)].reverse()) {
      const address = trimAddress(match);
      addresses.unshift(address);
      // The sign marks where it stood: “archived at” is told by what precedes it.
      this.#text = `${this.#text.slice(0, index)}\u0001${this.#text.slice(index + address.length)}`;
    }
    return [...addresses, ...links];
  }

  #takeLookedAt(addresses: string[]): void {
    const archived = ARCHIVED.exec(this.#text);
    if (archived) {
      const nth = this.#text.slice(0, archived.index).split('\u0001').length - 1;
      const behind = this.#text.slice(archived.index + archived[0].length);
      const date = firstDate(behind);
      const isBefore =
        behind.startsWith('\u0001') ||
        (date && /^\s*[,.]?\s*(?:at|from)?\s*\u0001/.test(behind.slice(date.end)));
      let end = archived.index + archived[0].length + (date?.start === 0 ? date.end : 0);
      if (isBefore && addresses.length > 1) {
        this.#details.archivedAt = addresses.splice(nth, 1)[0]!;
        end = this.#text.indexOf('\u0001', archived.index) + 1;
      }
      if (isBefore || date?.start === 0) this.#cut(archived.index, end);
    }
    const looked = LOOKED_AT.exec(this.#text);
    if (!looked) return;
    const end = looked.index + looked[0].length;
    const date = firstDate(this.#text.slice(end));
    if (date?.start === 0) {
      this.#details.accessed = date.date;
      const close = /^\s*[)\]]/.exec(this.#text.slice(end + date.end));
      const from = /^[,\s]*from\s*/.exec(this.#text.slice(end + date.end));
      this.#cut(looked.index, end + date.end + (close ?? from ?? [''])[0].length);
    } else if (/^(?:from|at|via)?\s*\u0001/.test(this.#text.slice(end))) this.#cut(looked.index, end);
  }

  #takeOrigin(): void {
    for (const { 0: group, index } of this.#text.matchAll(/\([^()]*\)/g)) {
      if (!ORIGIN.test(group.slice(1))) continue;
      this.#aside = group;
      this.#cut(index, index + group.length);
      return;
    }
  }

  #takeLanguage(): void {
    const found = this.#take(LANGUAGE);
    if (found) this.#details.language = languageCode(found);
  }

  /** “in *Book*, ed. Roe (London: Press, 2019)”; without any of these it is an outlet that “in” stands before. */
  #takeBook(): void {
    const text = this.#text.replaceAll('\u0002', '');
    const found = IN_BOOK.exec(text);
    if (found && !/\b(?:vol|no|issue)\b\.?\s?\d/i.test(text)) {
      const behind = text.slice(found[0].length);
      const edited = EDITED_FIRST.exec(behind);
      const book = /^[^(\u0000\u0001]+?(?=[,\s]+\(?eds?\b\.|[,\s]*\()/u.exec(
        behind.slice(edited?.[0].length ?? 0),
      );
      const rest = behind.slice((edited?.[0].length ?? 0) + (book?.[0].length ?? 0));
      const isPlaced =
        edited !== null || /^[,\s]+\(?eds?\b/.test(rest) || /^[,\s]*\([^()]*\b(?:1[5-9]|20)\d\d\)/.test(rest);
      if (book && isPlaced) {
        this.#details.book = book[0].replace(/^[“"‘]|[,”"’\s]+$/g, '').trim();
        if (edited) this.#details.editors = edited[1]!.trim();
        this.#text = rest;
      }
    }
    this.#text = this.#text.replace(IN_BOOK, ', ');
    this.#takeEditors();
  }

  #takeEditors(): void {
    const found = this.#take(
      /[,\s(]+(?:ed(?:ited)?\.?(?: by)?|eds\.)\s+(?=\p{Lu})([^,()\u0000\u0001]+(?:,? and [^,()\u0000\u0001]+)?)/u,
    );
    if (found) this.#details.editors ??= found[1]!.trim();
  }

  #takeVolume(): void {
    for (const pattern of VOLUMES) {
      const found = pattern.exec(this.#text);
      if (!found) continue;
      const { volume, issue } = found.groups ?? {};
      // “Resolution 1267 (1999)” has a year behind its number, no issue.
      if (volume !== undefined && /^[12]\d{3}$/.test(volume)) continue;
      if (volume !== undefined) this.#details.volume = volume;
      if (issue !== undefined) this.#details.issue = issue;
      this.#cut(found.index, found.index + found[0].length);
      return;
    }
  }

  /** “(Washington D.C.: GPO, 2022)”, “(2nd edn, Hurst 2019)”, “(London, 15 April 2022)”, “(June 1, 2021)”. */
  #takeImprint(): void {
    this.#text = withImprintInParentheses(this.#text);
    for (const { 0: group, index } of this.#text.matchAll(/\((?:[^()]|\([^()]*\))*\)/g)) {
      const inner = group.slice(1, -1);
      const dates = findDates(inner);
      const date = dates.at(-1);
      const genre = GENRE.exec(inner);
      const isUndated = /^(?:n\.?\s?d\.?|forthcoming|undated|б\.?\s?г\.?)$/i.test(inner.trim());
      if (!date && !genre && !isUndated && !/^[^:]{2,40}: [^:]{2,80}$/.test(inner)) continue;
      if (isUndated && /forthcoming/i.test(inner)) this.#details.date = { literal: 'forthcoming' };
      if (date) this.#date(date);
      let rest = date ? `${inner.slice(0, date.start)},${inner.slice(date.end)}` : inner;
      const edition = /(?:^|[,\s])(\d+)(?:st|nd|rd|th)?\s?(?:edn?|ed|edition)\.?/i.exec(rest);
      if (edition) {
        this.#details.edition = edition[1]!;
        rest = rest.replace(edition[0], ',');
      }
      if (genre) {
        this.#details.genre = genre[1]!;
        rest = rest.replace(genre[0], ',');
      }
      if (!isUndated)
        this.#imprint(
          rest.replace(/(?:,\s*)+/g, ', ').replace(/^[,;\s]+|[,;\s]+$/g, ''),
          this.#text.slice(0, index),
        );
      const pages = new RegExp(`^\\s*:\\s*(${PAGES})`, 'u').exec(this.#text.slice(index + group.length));
      if (pages) this.#pages(pages[1]!);
      this.#cut(index, index + group.length + (pages?.[0].length ?? 0));
      return;
    }
  }

  #imprint(text: string, before: string): void {
    if (text === '') return;
    const [place, ...publisher] = text.split(/\s*:\s+/);
    if (publisher.length > 0) {
      this.#details.place = place!;
      this.#details.publisher = publisher.join(': ');
    } else if (/[\p{L}]/u.test(before.replace(/[\u0000\u0001]/g, ''))) this.#details.place = text;
    else this.#details.publisher = text;
  }

  #takeSymbol(): void {
    const found = this.#take(DOCUMENT);
    if (found) this.#details.symbol = found[0].replace(/^UN Docs?\.?:?\s*/, '');
  }

  #takeDates(): void {
    this.#text = this.#text.replace(
      /\b(?:first )?(?:published|posted|issued|dated)(?: on| at)?:?\s+(?=\S)/gi,
      '',
    );
    const dates = findDates(this.#text).filter(({ start }) => !OTHER_DATES.test(this.#text.slice(0, start)));
    if (dates.length === 0) {
      // “Updated May 3, 2019” is the only date that there is.
      this.#text = this.#text.replace(OTHER_DATE, '');
      dates.push(...findDates(this.#text));
    }
    const rank = { day: 3, month: 2, year: 1 };
    const best = dates.reduce<WrittenDate | undefined>(
      (one, other) => (one === undefined || rank[other.precision] > rank[one.precision] ? other : one),
      undefined,
    );
    if (!best) return;
    // A year within words is part of a name (“Budget 2021 Office”) unless it stands apart.
    const isApart =
      /(?:^|[,.\s(\u0000\u0001])\s*$/.test(this.#text.slice(0, best.start)) &&
      /^\s*(?:$|[,.:;)\u0000\u0001])/.test(this.#text.slice(best.end));
    if (best.precision === 'year' && !isApart) return;
    this.#date(best);
    this.#cut(best.start, best.end);
    const other = OTHER_DATE.exec(this.#text);
    const date = other && firstDate(this.#text.slice(other.index + other[0].length));
    if (other && date) this.#cut(other.index, other.index + other[0].length + date.end);
  }

  #date({ date, precision }: WrittenDate): void {
    const order = ['year', 'month', 'day'];
    const known = this.#details.precision;
    if (known !== undefined && order.indexOf(known) >= order.indexOf(precision)) return;
    this.#details.date = date;
    this.#details.precision = precision;
  }

  #takePages(): void {
    for (;;) {
      const labelled = this.#take(LABELLED);
      if (!labelled) break;
      this.#pages(labelled[1]!);
    }
    const bare = new RegExp(
      `(?<=[,\u0000]\\s*|[)\u0000]:\\s*|^[,\\s]*)(?<![\\d.]|\\d,)(${PAGES})(?!,\\d{3})(?=\\s*(?:$|[,;\u0000\u0001(]|\\.(?:\\s|$)))`,
      'u',
    ).exec(this.#text);
    if (bare && !/^[ivxlc]+$/i.test(bare[1]!.replace(/^(?:[ivx]+)$/, ''))) {
      this.#pages(bare[1]!);
      this.#cut(bare.index, bare.index + bare[0].length);
    }
    // OSCOLA writes the first page behind the name of the journal.
    if (this.#details.volume === undefined || this.#details.pages !== undefined) return;
    const first = /(?<=\p{L}\s)(\d{1,4})(?=\s*(?:$|[,.\u0000\u0001]))/u.exec(this.#text);
    if (!first) return;
    this.#details.pages = first[1]!;
    this.#cut(first.index, first.index + first[0].length);
  }

  #pages(written: string): void {
    const text = written.trim();
    const bare = text.replace(
      /^(?:pp?\.?\s?(?=[A-Z]?\d|[ivxlc]+(?![a-z]))|pages?\s|at\s(?:p\.?\s)?|с\.\s?|стр\.\s?|S\.\s?)/,
      '',
    );
    const isRange = /^[A-Z]?\d+\s*[-–—]\s*[A-Z]?\d+$/.test(bare);
    const { volume, issue, book } = this.#details;
    const isPart = volume !== undefined || issue !== undefined || book !== undefined;
    // Of an article a range is the whole of it; of a report it is what was cited.
    if (isRange && isPart && this.#details.pages === undefined) this.#details.pages = bare;
    else this.#details.locator ??= bare;
  }

  #rest(): Pick<Details, 'outlets' | 'remark'> {
    const genre = GENRE.exec(this.#text);
    if (genre) this.#details.genre ??= genre[1]!;
    const outlets: string[] = [];
    const remarks: string[] = [];
    for (const part of this.#text.split(
      /[\u0000\u0001]|,(?=\s)|(?<=\p{Ll}{3})\.(?=\s)|\s[–—]\s(?=\u0000)/u,
    )) {
      const words = part
        .replace(/^[\s,.;:–—-]+|[\s,.;:–—-]+$/g, '')
        .replace(/\u0002/g, '')
        .trim();
      const bare = words
        .replace(
          /^(?:(?:also )?available (?:at|from)|also (?:at|from|on)|at|from|via|url|link|on)\b:?\s*/i,
          '',
        )
        .trim();
      if (bare === '' || /^[()[\]"”’]+$|^\(?n\.?\s?d\.?\)?$/i.test(bare)) continue;
      // “Press Release” between title and date says what it is, not where it stands.
      if (genre && bare.toLowerCase() === genre[1]!.toLowerCase()) continue;
      if (
        /^[\p{Lu}\p{Lo}\d@“"«‘]/u.test(bare) ||
        /^\p{Ll}{1,3}[-’']\p{Lu}|^\p{Ll}+\.\p{Ll}{2,4}$|^the \p{Lu}/u.test(bare)
      )
        outlets.push(bare);
      else if (!GENRE.test(words)) remarks.push(words);
    }
    if (this.#aside !== undefined) remarks.push(this.#aside);
    return { outlets, ...(remarks.length > 0 ? { remark: remarks.join(', ') } : {}) };
  }
}
