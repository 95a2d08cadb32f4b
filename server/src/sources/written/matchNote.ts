/** Tells which source of the library a citation written by hand means, and why; better none than a wrong one. */

import { foldText } from '../../names/fold';
import { shortened } from '../../text/shortened';
import { bareDoi } from '../bareDoi';
import { fullName } from '../label';
import type { Library } from '../library';
import type { CslDate, CslItem, CslName, Source } from '../source';
import { addressKey, looseAddressKey, namesPage } from './address';
import type { UnnamedItem } from './takenItem';

/** The source, and how it is known; or why none is, in words that follow “This note cites no source of the library:”. */
export type SourceMatch =
  | { readonly source: Source; readonly by: MatchedBy }
  | { readonly why: string; readonly several?: readonly Source[] };

export type MatchedBy = 'address' | 'DOI' | 'title and date' | 'title and author' | 'title';

/** What is compared of a source; folded when it is first asked for, as most sources of a library never are. */
class Known {
  readonly source: Source;
  readonly date: readonly number[];
  #titles: readonly string[] | undefined;
  #names: ReadonlySet<string> | undefined;

  constructor(source: Source) {
    this.source = source;
    this.date = dateOf(source.item.issued);
  }

  get titles(): readonly string[] {
    this.#titles ??= titlesOf(this.source.item);
    return this.#titles;
  }

  get names(): ReadonlySet<string> {
    this.#names ??= namesOf(this.source.item);
    return this.#names;
  }
}

interface MatchIndex {
  readonly byAddress: ReadonlyMap<string, readonly Known[]>;
  readonly byLooseAddress: ReadonlyMap<string, readonly Known[]>;
  readonly byDoi: ReadonlyMap<string, readonly Known[]>;
  /** By the day, as far as it is known: for titles that are written a little otherwise. */
  readonly byDate: ReadonlyMap<string, readonly Known[]>;
  /** Made when a note comes that no address tells of. */
  byTitle(): ReadonlyMap<string, readonly Known[]>;
}

/** Two titles that are less alike are two titles. */
const ALIKE = 0.9;
/** Two titles that are still less alike can't be one source, whatever their address. */
const UNLIKE = 0.5;
const SHORTEST_TITLE = 8;
const MOST_OF_A_DAY = 500;
/** Of a title that a reason names. */
const LONGEST_SHOWN = 60;

const indexes = new WeakMap<Library, MatchIndex>();
/** A report's short forms ask of the same sources again and again. */
const known = new WeakMap<Source, Known>();

function knownOf(source: Source): Known {
  let one = known.get(source);
  if (!one) {
    one = new Known(source);
    known.set(source, one);
  }
  return one;
}

/** Which source these parts of a citation name. Several that may be meant are no match. */
export function matchSource(library: Library, item: UnnamedItem): SourceMatch {
  const index = indexOf(library);
  const asked = asKnown(item);
  const byAddress = matchByAddress(index, item, asked);
  if (byAddress) return byAddress;
  const [title] = asked.titles;
  if (!title || title.length < SHORTEST_TITLE)
    return {
      why: item.URL === undefined ? 'it has neither an address nor a title' : 'none has this address',
    };
  const same = index.byTitle().get(title) ?? [];
  const alike = same.length > 0 ? same : nearlyNamed(index, title, asked);
  if (alike.length === 0) return { why: 'none has this title' };
  const fitting = alike.filter((one) => haveSameDate(asked, one) && shareAuthor(asked, one));
  if (fitting.length > 1) return several(fitting);
  const [only] = fitting;
  if (!only)
    return {
      why: `“${shortened(titleOf(alike[0]!), LONGEST_SHOWN)}” is there, but with another date or author`,
    };
  if (isDated(asked) && isDated(only)) return { source: only.source, by: 'title and date' };
  // A title alone, such as “Annual Report”, may be that of a source that the library does not have.
  if (asked.names.size > 0 && only.names.size > 0) return { source: only.source, by: 'title and author' };
  return title.split(' ').length >= 4
    ? { source: only.source, by: 'title' }
    : {
        why: `“${shortened(titleOf(only), LONGEST_SHOWN)}” has the same title, and neither date nor author tell whether it is meant`,
      };
}

/**
 * Which of some sources a short form means: its author, and the beginning of its title, as far as it has them.
 *
 * @param among those that notes before it have cited.
 */
export function matchShortForm(among: readonly Source[], item: UnnamedItem): SourceMatch {
  const asked = asKnown(item);
  const [title] = asked.titles;
  if (!title && asked.names.size === 0) return { why: 'its short form has neither an author nor a title' };
  const fitting = [...new Set(among)]
    .map(knownOf)
    .filter((one) => shareAuthor(asked, one) && (asked.names.size === 0 || one.names.size > 0))
    .filter((one) => haveSameDate(asked, one))
    .filter((one) => !title || one.titles.some((other) => isShortOf(title, other)));
  if (fitting.length > 1) return several(fitting);
  const [only] = fitting;
  return only
    ? { source: only.source, by: title ? 'title' : 'title and author' }
    : { why: 'no note before it cites a source that its short form fits' };
}

function matchByAddress(index: MatchIndex, item: UnnamedItem, asked: Known): SourceMatch | undefined {
  const doi = typeof item.DOI === 'string' ? index.byDoi.get(item.DOI.toLowerCase()) : undefined;
  if (doi?.[0] && doi.length === 1) return { source: doi[0].source, by: 'DOI' };
  if (item.URL === undefined || !namesPage(item.URL)) return undefined;
  const exact = index.byAddress.get(addressKey(item.URL));
  const found = exact ?? index.byLooseAddress.get(looseAddressKey(item.URL)) ?? [];
  // An address that was copied from another note is told by the title that stands before it.
  const fitting = found.filter((one) => !areUnlike(asked, one));
  if (fitting.length === 1) return { source: fitting[0]!.source, by: 'address' };
  if (fitting.length === 0) return undefined;
  const named = fitting.filter((one) => one.titles.some((title) => asked.titles.includes(title)));
  const dated = (named.length > 0 ? named : fitting).filter((one) => haveSameDate(asked, one));
  return dated.length === 1 ? { source: dated[0]!.source, by: 'address' } : several(fitting);
}

const several = (fitting: readonly Known[]): SourceMatch => ({
  why: `several may be meant: ${fitting
    .slice(0, 4)
    .map(({ source }) => source.key)
    .join(', ')}`,
  several: fitting.map(({ source }) => source),
});

function areUnlike(asked: Known, { titles, date }: Known): boolean {
  const [title] = asked.titles;
  if (!title || titles.length === 0) return false;
  const best = Math.max(...titles.map((other) => likeness(title, other)));
  if (best < UNLIKE) return true;
  // One page that is changed every day has many titles and dates.
  return best < ALIKE && asked.date.length > 0 && date.length > 0 && !isSameDay(asked.date, date);
}

/** Sources of the same day whose title differs by a typo. */
function nearlyNamed({ byDate }: MatchIndex, title: string, asked: Known): Known[] {
  if (asked.date.length < 2) return [];
  const sameDay = (byDate.get(asked.date.join('-')) ?? []).slice(0, MOST_OF_A_DAY);
  return sameDay.filter(({ titles }) => titles.some((other) => likeness(title, other) >= ALIKE));
}

const isDated = ({ date }: Known): boolean => date.length > 0;

const haveSameDate = (asked: Known, one: Known): boolean =>
  !isDated(asked) || !isDated(one) || isSameDay(asked.date, one.date);

/** As far as both are known: “2021” and “June 2021” may be one date, “May 2021” and “June 2021” are two. */
function isSameDay(one: readonly number[], other: readonly number[]): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length).every((part, k) => part === other[k]);
}

/** Whether they may have been written by the same; who is not named may be anybody. */
function shareAuthor(asked: Known, one: Known): boolean {
  if (asked.names.size === 0 || one.names.size === 0) return true;
  for (const name of asked.names) if (one.names.has(name)) return true;
  return false;
}

function indexOf(library: Library): MatchIndex {
  let index = indexes.get(library);
  if (!index) {
    index = makeIndex(library.all.map(knownOf));
    indexes.set(library, index);
  }
  return index;
}

function makeIndex(all: readonly Known[]): MatchIndex {
  let byTitle: ReadonlyMap<string, readonly Known[]> | undefined;
  const text = (variable: string, key: (text: string) => string) =>
    by(all, ({ source: { item } }) => {
      const value = item[variable];
      return typeof value === 'string' ? [key(value)] : [];
    });
  return {
    byAddress: text('URL', addressKey),
    byLooseAddress: text('URL', looseAddressKey),
    byDoi: text('DOI', (doi) => bareDoi(doi).toLowerCase()),
    byDate: by(all, ({ date }) => [date.join('-')]),
    byTitle() {
      byTitle ??= by(all, ({ titles }) => titles);
      return byTitle;
    },
  };
}

/** The sources by their keys; a blank one is none. */
function by(all: readonly Known[], keysOf: (one: Known) => readonly string[]): Map<string, Known[]> {
  const map = new Map<string, Known[]>();
  for (const one of all)
    for (const key of keysOf(one)) {
      const found = map.get(key);
      if (key === '') continue;
      if (found) found.push(one);
      else map.set(key, [one]);
    }
  return map;
}

/** What a note tells, as if it were a source. */
const asKnown = (item: UnnamedItem): Known =>
  new Known({ key: '', item: { id: '', ...item }, path: '', locate: () => ({ start: 0, end: 0 }) });

function titlesOf(item: CslItem): readonly string[] {
  const titles = [item.title, item['title-short'], item['original-title']]
    .filter((title): title is string => typeof title === 'string')
    .map((title) => foldText(title.replace(/<[^<>]*>/g, '').replace(/\s*\[[^[\]]*\]\s*$/, '')))
    .filter((title) => title !== '');
  return [...new Set(titles)];
}

/** Family names, and names of bodies with their initials: “UNSC” is the United Nations Security Council. */
function namesOf(item: CslItem): ReadonlySet<string> {
  const names = [item.author, item.editor]
    .flatMap((list) => (Array.isArray(list) ? (list as readonly CslName[]) : []))
    .flatMap((name) => {
      if (!name.literal) return [foldText(name.family ?? fullName(name))];
      const whole = foldText(name.literal.replace(/^the /i, ''));
      const initials = name.literal.match(/\b\p{Lu}/gu)?.join('') ?? '';
      const last = whole.split(' ').at(-1) ?? '';
      return [
        whole,
        ...(initials.length > 2 ? [initials.toLowerCase()] : []),
        ...(whole.split(' ').length <= 3 ? [last] : []),
      ];
    });
  return new Set(names.filter((name) => name !== ''));
}

function dateOf(date: CslDate | undefined): readonly number[] {
  const parts = date?.['date-parts']?.[0]?.map(Number).filter((part) => Number.isInteger(part) && part !== 0);
  if (parts && parts.length > 0) return parts;
  const year = /\d{4}/.exec(date?.raw ?? date?.literal ?? '')?.[0];
  return year === undefined ? [] : [Number(year)];
}

/** Whether one title is the beginning of the other, by whole words and without an article, or nearly the same. */
const isShortOf = (short: string, title: string): boolean =>
  `${withoutArticle(title)} `.startsWith(`${withoutArticle(short)} `) || likeness(short, title) >= ALIKE;

const withoutArticle = (title: string): string => title.replace(/^(?:the|a|an) /, '');

/** How alike two folded titles are, from 0 to 1: by the pairs of letters that they share. */
function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < one.length; at++) {
    const pair = one.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at + 1 < other.length; at++) {
    const pair = other.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    shared++;
    pairs.set(pair, left - 1);
  }
  return (2 * shared) / Math.max(1, one.length + other.length - 2);
}

const titleOf = ({ source: { item } }: Known): string => String(item.title ?? '');
