/** Reads one piece of a note as a citation: whose, what title, and what stands around it; or tells that it is none. */

import type { Span } from '../../text/span';
import { findDates } from './dates';
import { type Details, readDetails } from './details';
import { isNameLike, isPerson, readNames, type WrittenNames } from './names';
import { ADDRESS } from './plainNote';
import type { Quoted } from './quotes';
import { SYMBOL } from './symbol';
import { isTitle, titleOf, titleWithin } from './titles';

/** How a title is set off from what is around it. */
export type TitleMark = 'quoted' | 'italic' | 'none';

/** A citation as somebody wrote it out. */
export interface WrittenCitation {
  /** Names enough of a source to find it; not what only reminds of an earlier note. */
  readonly isFull: boolean;
  /** “See also”, “as quoted in”: words before it, as written. */
  readonly signal: string;
  readonly names: WrittenNames;
  readonly title?: string;
  readonly translation?: string;
  readonly mark: TitleMark;
  readonly details: Details;
}

/** What is known of the text that a piece is of. */
export interface Around {
  readonly quoted: readonly Quoted[];
  readonly italics: readonly Span[];
  readonly links: readonly (Span & { readonly url: string })[];
}

const SIGNAL_WORDS =
  'see(?: also)?(?:,? (?:for (?:example|instance)|e\\.g\\.|generally|in particular|inter alia),?)?|cf\\.?|compare|e\\.g\\.,?|also|but see|and see|(?:as )?(?:quoted|cited|reported|stated|noted|argued|described|mentioned) (?:in|by)|according to|sources?:|source:|based on|from|in|by|per|via|read(?: more)?:?|quoting|citing|смотри|см\\.|sm\\.|vgl\\.|voir|первоисточник:';
const SIGNAL_AT_START = new RegExp(`^(?:${SIGNAL_WORDS})(?:[,:]?\\s+)(?=\\S)`, 'iu');
const SIGNAL_AT_END = new RegExp(`(?:^|[\\s,.;:(–—-])(?:${SIGNAL_WORDS})[,:]?\\s*$`, 'iu');
const SIGNAL_INSIDE =
  /(?:^|[\s,.;:(–—-])(?:see(?: also)?|cf\.|quoted in|cited in|according to|reported by|from|by|in)[,:]?\s+/giu;
const NO_NAMES: WrittenNames = { names: [], areEditors: false, areMore: false };
/** Small words that a title in capitals leaves small. */
const SMALL =
  /^(?:a|an|and|as|at|by|for|from|in|into|of|on|or|over|per|the|to|under|upon|via|with|v|na|i|o|s|k|vo|po|ot|do|za|al|de|du|la|le|les|et|des|und|der|die|das|e|y|el)$/i;

/** Undefined for a remark. */
export function readCitation(piece: string, around: Around): WrittenCitation | undefined {
  return readQuotedTitle(piece, around) ?? readUnquotedTitle(piece, around) ?? readAddress(piece, around);
}

// “Title,” Outlet, date

function readQuotedTitle(piece: string, around: Around): WrittenCitation | undefined {
  for (const quoted of around.quoted) {
    const before = yearApart(piece.slice(0, quoted.start));
    const isSetOff = /,[”"’»]$/.test(piece.slice(quoted.start, quoted.end));
    const head = readHead(before.text) ?? (isSetOff ? shortHead(before.text) : undefined);
    if (!head) continue;
    const { title, end } = titleWithin(piece, quoted);
    if (!isTitle(title)) continue;
    const behind = piece.slice(end);
    // “We Suffered”: Abuses in the Valley — a title that only begins with a quotation.
    if (/^:\s/.test(behind)) continue;
    // “… ‘for informational purposes only’ and …” goes on as a sentence does.
    if (/^\s*(?:\p{Ll}[\p{L}’'-]*\s+){2}/u.test(behind) && !/^\s*in\s/.test(behind)) continue;
    const links = around.links.filter((link) => link.end > quoted.start).map(({ url }) => url);
    const marked = markItalics(bracketed(behind, title), end, around.italics);
    const details = readDetails(marked + before.year, links);
    const isSet =
      /[,.?!…]["”’»]*$/.test(piece.slice(quoted.start, end)) ||
      /^\s*[,[(]/.test(behind) ||
      behind.trim() === '';
    const isFull = isPlaced(details) || (isSet && isNameLike(details.outlets.join(' ')));
    // “…,” says Doe of the Example Office.
    if (!isPlaced(details) && GOES_ON.test(behind)) continue;
    if (
      !isFull &&
      !(head.names.names.length > 0 && (isSet || details.locator !== undefined)) &&
      details.locator === undefined
    )
      continue;
    if (!isFull && details.remark !== undefined && details.outlets.length === 0) continue;
    return { isFull, ...head, ...titleOf(title, details.translation), mark: 'quoted', details };
  }
  return undefined;
}

const ENGLISH = /\b(?:the|of|in|to|and|for|on|at|by|with|from|is|are|was|were|has|have)\b/i;

/** A translation in parentheses, in brackets: the length stays. */
function bracketed(behind: string, title: string): string {
  const found = /^([\s,]*)\(([^()]{8,})\)(?=[\s,])/.exec(behind);
  if (!found || ENGLISH.test(title) || !ENGLISH.test(found[2]!) || findDates(found[2]!).length > 0)
    return behind;
  return `${found[1]}[${found[2]}]${behind.slice(found[0].length)}`;
}

/** Whether what stands behind a title says where to find it, beside the name of an outlet. */
const isPlaced = ({ url, doi, date, symbol, publisher, book }: Details): boolean =>
  [url, doi, date, symbol, publisher, book].some((one) => one !== undefined);

/** Words with which a sentence goes on behind a quotation, and no citation does. */
const GOES_ON =
  /^\s*,?\s*(?!(?:in|eds?|trans|at|on|via|from|available|accessed|no|vol|pp?|press|video|podcast|interview|unpublished|working|and)\b)\p{Ll}[\p{L}’'-]+\s/u;

/** “Human Rights Watch. 2019.” before a title, as author-date styles have it. */
function yearApart(text: string): { text: string; year: string } {
  const found =
    /(?:[.,]\s+((?:1[5-9]|20)\d\d)[a-z]?[.,]|[.,]?\s*\(((?:1[5-9]|20)\d\d)[a-z]?\)[.,:]?)\s*$/.exec(text);
  return found
    ? { text: text.slice(0, found.index), year: `, (${found[1] ?? found[2]})` }
    : { text, year: '' };
}

/** A few words before a title that is set off as one: “Tweet by @Example,”. */
function shortHead(text: string): Head | undefined {
  const name = text.trim();
  const words = name.split(/\s+/);
  const SMALLER = /^(?:by|with|at|in|to|of|from|on|the|an?|for|and)$/;
  const isSentence = words.filter((word) => /^\p{Ll}/u.test(word) && !SMALLER.test(word)).length > 1;
  const isShort = /^[@\p{Lu}]/u.test(name) && /,$/.test(name) && words.length <= 8 && !isSentence;
  return isShort
    ? { signal: '', names: { ...NO_NAMES, names: [{ literal: name.slice(0, -1) }] } }
    : undefined;
}

interface Head {
  readonly signal: string;
  readonly names: WrittenNames;
}

/** The names before a title, behind words such as “See also”; undefined where a sentence stands there. */
function readHead(before: string): Head | undefined {
  const text = before.trim();
  if (text === '') return { signal: '', names: NO_NAMES };
  const joined = /^(?:and|&|but|or)(?:\s+|$)/i.exec(text);
  if (joined) return readHead(text.slice(joined[0].length));
  const start = SIGNAL_AT_START.exec(text);
  if (start) {
    const rest = text.slice(start[0].length);
    const inner = readHead(rest);
    if (inner) return { signal: `${start[0]}${inner.signal}`.trim(), names: inner.names };
  }
  if (SIGNAL_AT_END.test(text)) return { signal: text, names: NO_NAMES };
  if (isNameLike(text)) return { signal: '', names: readNames(text) };
  const inside = [...text.matchAll(SIGNAL_INSIDE)].at(-1);
  if (inside && inside.index > 0) {
    const rest = text.slice(inside.index + inside[0].length);
    if (isNameLike(rest))
      return { signal: text.slice(0, inside.index + inside[0].length).trim(), names: readNames(rest) };
  }
  return undefined;
}

/** Signs before and behind what is emphasised, as an outlet is in many styles. */
function markItalics(text: string, from: number, italics: readonly Span[]): string {
  let marked = text;
  for (const { start, end } of [...italics].reverse()) {
    if (start < from) continue;
    const [a, b] = [start - from, end - from];
    marked = `${marked.slice(0, a)}\u0002${marked.slice(a, b)}\u0002${marked.slice(b)}`;
  }
  return marked;
}

// Author, Title (date), page, address

function readUnquotedTitle(piece: string, around: Around): WrittenCitation | undefined {
  const start = SIGNAL_AT_START.exec(piece)?.[0].length ?? 0;
  const text = piece.slice(start);
  const signal = piece.slice(0, start).trim();
  const italics = around.italics
    .filter((one) => one.start >= start)
    .map((one) => ({ start: one.start - start, end: one.end - start }));
  const links = around.links.filter((link) => link.end > start).map(({ url }) => url);
  const found = dateFirst(text, italics) ?? italicTitle(text, italics) ?? plainTitle(text);
  if (!found) return undefined;
  const details = readDetails(found.behind, links);
  const isFull = isPlaced(details) || details.outlets.length > 0 || links.length > 0;
  if (!isFull && !found.couldBeShort && details.locator === undefined) return undefined;
  if (!isFull && (details.remark !== undefined || found.names.names.length === 0)) return undefined;
  return {
    isFull,
    signal,
    names: found.names,
    ...(found.title === undefined ? {} : titleOf(found.title, details.translation)),
    mark: found.mark,
    details,
  };
}

interface Found {
  readonly names: WrittenNames;
  readonly title?: string;
  readonly behind: string;
  readonly mark: TitleMark;
  /** Without a date, a page or an address it may still be a short form: its words are capitalised as those of titles. */
  readonly couldBeShort: boolean;
}

const YEAR_BEHIND_NAMES = /^(.{2,200}?)[\s,]*\((\s*(?:[12]\d{3}[a-z]?(?:,[^()]*)?|n\.d\.))\)[.,:]?\s+(?=\S)/u;

/** “Lister, C. (2021). Title. Outlet.”: as authors and dates stand in APA. */
function dateFirst(text: string, italics: readonly Span[]): Found | undefined {
  const found = YEAR_BEHIND_NAMES.exec(text);
  if (!found || !isNameLike(found[1]!.replace(/\.(?=\s|$)/g, '')) || /[,:]\s*$/.test(found[0].trim()))
    return undefined;
  if (!/\)\.?\s+$/.test(found[0]) || (!/\)\.\s+$/.test(found[0]) && !/\p{Lu}\./u.test(found[1]!)))
    return undefined;
  const rest = text.slice(found[0].length);
  const offset = found[0].length;
  const italic = italics.find(({ start }) => start === offset);
  const end = italic ? italic.end - offset : sentenceLength(rest);
  const title = rest.slice(0, end);
  const behind = `${rest.slice(end)}, (${found[2]})`;
  return {
    names: readNames(found[1]!),
    title,
    behind,
    mark: italic ? 'italic' : 'none',
    couldBeShort: false,
  };
}

/** As far as the first full stop that ends a sentence; a question mark ends the title too. */
function sentenceLength(text: string): number {
  const plain = text.search(/(?<=[\p{L}\p{N})\]”’]{2})\.(?=\s)/u);
  const asked = text.search(/[?!](?=\s+\p{Lu})/u);
  return Math.min(plain < 0 ? text.length : plain, asked < 0 ? text.length : asked + 1);
}

function italicTitle(text: string, italics: readonly Span[]): Found | undefined {
  for (const { start, end } of italics) {
    const head = yearApart(text.slice(0, start));
    const before = head.text.trim();
    if (before !== '' && !isNameLike(before)) continue;
    const title = text.slice(start, end);
    if (/^(?:ibid|idem|passim|inter alia|op\. cit)\.?,?$/i.test(title)) continue;
    if (/^\s+\p{Ll}/u.test(text.slice(end))) continue;
    const behind = text.slice(end) + head.year;
    return { names: readNames(before), title, behind, mark: 'italic', couldBeShort: before !== '' };
  }
  return undefined;
}

const STOPS: readonly RegExp[] = [
  /[\s,]*\((?=[^()]*(?:1[5-9]|20)\d\d[^()]*\)(?:\s*[,.:;]|\s*$|\s+\d))(?![^()]*\)[\s,]+(?:\d+ \(|and\b))/u,
  /[\s,]*\([^()]{2,40}: [^()]{2,80}\)/u,
  /,\s*(?:accessed|retrieved|last accessed|archived|available at|pp?\.\s?\d|vol\.|no\.\s?\d|para\.|§)/iu,
  new RegExp(String.raw`,\s*${SYMBOL}`, 'u'),
  /[\s,]*(?:https?:\/\/|www\.)/u,
  /,\s*(?:[ivxlc]+|\d{1,4}(?:[–-]\d{1,4})?)(?=[,.;\s]*$)/u,
];

/** The first segments are the author's; what follows, up to a date or a page, is the title. */
function plainTitle(text: string): Found | undefined {
  const date = findDates(text).find(
    ({ start, precision }) => precision !== 'year' && /(?:^|[,(]\s*)$/.test(text.slice(0, start)),
  );
  const year = findDates(text).find(
    ({ start, end, precision }) =>
      precision === 'year' && /,\s*$/.test(text.slice(0, start)) && /^\s*(?:$|[,.])/.test(text.slice(end)),
  );
  const stops = STOPS.map((stop) => text.search(stop)).filter((at) => at > 0);
  const stop = Math.min(...stops, date?.start ?? text.length, year?.start ?? text.length);
  const head = text.slice(0, stop).replace(/[\s,(]+$/, '');
  const behind = text.slice(head.length);
  const hasEvidence = stop < text.length;
  const segments = head.split(/,\s+/);
  const counted = namesOnlyOutlet(segments) ? 0 : authorSegments(segments);
  const author = segments.slice(0, counted).join(', ');
  const outlet = namesOnlyOutlet(segments) ? 1 : outletSegments(segments.slice(counted), author);
  const title = segments.slice(counted, segments.length - outlet).join(', ');
  // A title in marks that could not be read as one.
  if (/[“"].*,[”"]/.test(title)) return undefined;
  const byline = counted === 0 || isNameLike(author);
  if (!byline || title === '') return undefined;
  const words = title.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  const hasSymbol = /^[^,]{0,60}\b(?=[^\s,]*\d)[A-Z]{1,6}\/[A-Z0-9]/.test(behind);
  const looksLikeTitle = words.length >= (hasSymbol ? 2 : 3) && isCapitalised(words);
  if (!/^[“"«(]?[\p{Lu}\p{Lo}\d]/u.test(title)) return undefined;
  if (!hasEvidence && !(counted > 0 && looksLikeTitle)) return undefined;
  const isDated = date !== undefined || /https?:|www\.|\((?=[^()]*\d{4})/.test(behind);
  // What is dated may have a title in small letters; it is told from a sentence by its author.
  if (
    !looksLikeTitle &&
    !(isDated && counted > 0) &&
    !(words.length > 0 && isCapitalised(words) && counted > 0)
  )
    return undefined;
  if (counted === 0 && !(looksLikeTitle && isDated)) return undefined;
  const outlets = segments.slice(segments.length - outlet).join(', ');
  return {
    names: readNames(author),
    title,
    behind: outlet > 0 ? `, ${outlets}${behind}` : behind,
    mark: 'none',
    couldBeShort: counted > 0 && looksLikeTitle,
  };
}

const PART_OF_BODY =
  /^(?:Security Council|General Assembly|Human Rights Council|(?:Office|Department|Ministry|Division|Bureau|Directorate|Committee|Subcommittee) (?:of|on|for)\b(?!.*\b(?:report|letter)\b))/i;

/** How many segments name the author: as many people as come first, or one body. */
function authorSegments(segments: readonly string[]): number {
  if (segments.length < 2) return 0;
  const bare = (segment: string) => segment.replace(/^(?:and|&)\s+/, '').replace(/\s+et al\.?$/, '');
  if (!segments[0]!.split(/\s+(?:and|&)\s+/).every((name) => isPerson(name.replace(/\s+et al\.?$/, ''))))
    return isNameLike(segments[0]!) ? (segments.length > 2 && PART_OF_BODY.test(segments[1]!) ? 2 : 1) : 0;
  const last = segments.findIndex((segment) => /^(?:and|&)\s/.test(segment) || /^eds?\.$/.test(segment));
  if (last > 0 && last < segments.length - 1 && segments.slice(0, last).every((one) => isPerson(bare(one))))
    return last + 1;
  return 1;
}

const OUTLET =
  /\b(?:news|times|post|journal|review|monitor|commentary|quarterly|agency|radio|press|magazine|herald|tribune|gazette|working paper|policy brief|brief|report no|research paper|occasional paper|series|institute|foundation|cent(?:er|re)|university|reuters|interfax|tass|sputnik|bbc|cnn|sentinel|insights?|blog)\b|\p{L}\.(?:com|org|net|ru|uz|kz|kg|tj|info|asia)$/iu;

/** “Title of a Page, Example.org”: a title of several words, and a site. */
function namesOnlyOutlet(segments: readonly string[]): boolean {
  const [title = '', outlet = ''] = segments;
  return (
    segments.length === 2 &&
    title.split(/\s+/).length >= 4 &&
    /^[\p{L}\d-]+\.(?:com|org|net|ru|uz|kz|kg|tj|tm|info|asia|eu|de|fr|uk)$/iu.test(outlet)
  );
}

/** How many segments at the end name an outlet rather than belong to the title. */
function outletSegments(segments: readonly string[], author: string): number {
  const last = segments.at(-1);
  if (segments.length < 2 || last === undefined || author === '' || !isNameLike(last)) return 0;
  return OUTLET.test(last) && last.split(/\s+/).length <= 8 ? 1 : 0;
}

function isCapitalised(words: readonly string[]): boolean {
  const counted = words.filter((word) => !SMALL.test(word));
  const capitals = counted.filter((word) => /^\p{Lu}/u.test(word)).length;
  return counted.length > 0 && capitals / counted.length >= 0.75;
}

// https://…

/** An address without a title, alone or behind names and dates. */
function readAddress(piece: string, around: Around): WrittenCitation | undefined {
  const [first] = piece.matchAll(ADDRESS);
  const link = around.links[0];
  if (!first && !link) return undefined;
  const at = first?.index ?? link!.start;
  const before = piece.slice(0, at);
  const outlet = before.replace(/[\s,:(]+$/, '');
  const head = readHead(outlet.replace(/^(?:available at|url|link|source)\b:?\s*/i, ''));
  const details = readDetails(
    head
      ? `${head.signal === '' ? outlet : outlet.slice(outlet.indexOf(head.signal) + head.signal.length)}, ${piece.slice(at)}`
      : piece.slice(at),
    around.links.map(({ url }) => url),
  );
  return { isFull: true, signal: head?.signal ?? outlet, names: NO_NAMES, mark: 'none', details };
}
