/** Takes a note that somebody wrote by hand apart into the sources that it cites, and the words that are none. */

import type { Span } from '../../text/span';
import { readCitation, type TitleMark, type WrittenCitation } from './citation';
import { findDates } from './dates';
import { readDetails } from './details';
import { isNameLike, readNames } from './names';
import { type Piece, piecesOf } from './pieces';
import { addressesIn, type PlainNote, readPlainNote } from './plainNote';
import { findQuoted } from './quotes';
import { itemOf, type UnnamedItem } from './takenItem';

/** A part of a note; its span is that of the note as it was given, without the sign that parts it from the next. */
export type NotePart = TakenSource | Reminder | Remark;

interface Part extends Span {
  /** As a reader sees it. */
  readonly text: string;
}

/** A source, as far as the note tells. */
export interface TakenSource extends Part {
  readonly kind: 'source';
  readonly item: UnnamedItem;
  readonly mark: TitleMark;
  /** What is cited of it, as written without “p.”: “20”. */
  readonly locator?: string;
  /** “See also”: words before it. */
  readonly prefix?: string;
  /** Words behind it, in the same sentence. */
  readonly suffix?: string;
}

/** What names no source by itself: *Ibid.*, or a short form of what an earlier note tells in full. */
export interface Reminder extends Part {
  readonly kind: 'ibid' | 'short';
  /** What the short form has of the source. */
  readonly item: UnnamedItem;
  readonly mark: TitleMark;
  readonly locator?: string;
  readonly prefix?: string;
  /** Number of the note that “supra note 7” names. */
  readonly of?: number;
}

/** Sentences that cite nothing. */
export interface Remark extends Part {
  readonly kind: 'remark';
}

export interface TakenNote {
  readonly parts: readonly NotePart[];
}

/** A longer note is an essay; nobody takes it apart by hand either. */
const LONGEST_NOTE = 6_000;
const IBID =
  /^(?<signal>(?:see(?: also)?|cf\.?)\s+)?(?:ibid(?:em)?|id(?:em)?|там же|tam zhe|ebd|ebenda)\b\.?[,:;]?\s*(?:at\s+)?(?:[A-Z]+\/[\w/]+,\s*)?(?<locator>(?:pp?\.\s?|paras?\.\s?|§+\s?)?[\divxlc][\w\s,–—.-]{0,30}?)?[.,]?$/iu;
const BACK =
  /[\s,(]*\b(?:op\.?\s?cit|loc\.?\s?cit|supra(?:,?\s(?:note|n\.?)\s?(?<note>\d+))?|(?:see\s)?(?:above\s)?n(?:ote)?\.?\s(?<n>\d+)(?=\)|[,\s]|$)(?:\sabove)?|cited above)\b\.?\)?,?\s*/iu;
/** “See supra note 5, at 12”: a note by its number, and nothing else. */
const POINTED =
  /^(?:(?:see(?: also)?|cf\.?)\s+)?(?:supra,?\s+)?(?:foot)?(?:note|n\.)\s?(?<note>\d{1,4})(?:\s+(?:above|supra))?(?:,\s*(?<rest>(?:at\s|pp?\.\s?|para)?[^.]{1,30}))?\.?$/i;
/** A piece that only says where or when the one before it was found. */
const ADDENDUM =
  /^(?:also(?: available)? (?:at|from|on)\b|(?:last )?(?:accessed|retrieved|viewed|visited|updated|modified)\b|archived\b|available (?:at|from|online)\b|(?:url|link|doi)\s?:|https?:\/\/(?:dx\.)?doi\.org)/i;
/** “Washington, DC: Example Press, 2014”: in a bibliography, a sentence of its own behind the title. */
const IMPRINT =
  /^\p{Lu}[\p{L}.’' -]{1,40}(?:, \p{Lu}[\p{L}.]{1,20})?: [^:;.]{2,80}, (?:(?:1[5-9]|20)\d\d|n\.d\.?)(?:, [\d–-]+)?$/u;
const YEAR_LAST = /\((?:[12]\d{3}[a-z]?(?:,[^()]*)?|n\.d\.)\)$/;

/** Takes apart Markdown or plain text. Never throws; a note of which nothing can be made is one remark. */
export function takeNoteApart(written: string): TakenNote {
  if (written.length > LONGEST_NOTE)
    return { parts: [{ kind: 'remark', text: written, start: 0, end: written.length }] };
  const note = readPlainNote(written);
  const { text, italics } = note;
  const addresses = addressesIn(text);
  const quoted = findQuoted(text, addresses);
  const whole = outermost([...addresses, ...quoted.filter(({ isOpen }) => !isOpen), ...italics]);
  const pieces = joined(piecesOf(text, whole, quoted), note, whole);
  const parts = pieces.map((piece) => readPiece(piece, note, quoted));
  return { parts: withoutGaps(parts) };
}

function outermost(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of sorted) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

/** Puts together what full stops part within one citation: “Lister, C. (2021). Title. Outlet. https://…”. */
function joined(pieces: readonly Piece[], { text }: PlainNote, whole: readonly Span[]): Piece[] {
  const result: Piece[] = [];
  let open = false;
  for (const piece of pieces) {
    const written = text.slice(piece.start, piece.end);
    const last = result.at(-1);
    const isBehindStop = last?.endsWith === '.';
    const lastText = last ? text.slice(last.start, last.end) : '';
    if (
      last &&
      (isBehindStop || (ADDENDUM.test(written) && !/^https?:/.test(written))) &&
      (open ||
        (IMPRINT.test(written) && whole.some((one) => one.start >= last.start && one.end <= last.end)) ||
        ADDENDUM.test(written) ||
        isBareAddress(written, lastText) ||
        isBareDate(written, lastText) ||
        isNameThenTitle(lastText, piece, whole) ||
        isYearApart(lastText, written))
    ) {
      result[result.length - 1] = { ...last, end: piece.end, endsWith: piece.endsWith };
      open = open && !/https?:|\bdoi\b/i.test(written);
    } else {
      result.push(piece);
      open = false;
    }
    if (isYearApart(lastText, written)) open = true;
    if (
      YEAR_LAST.test(written) &&
      readNames(written.replace(YEAR_LAST, '')).names.length > 0 &&
      written.length < 200
    )
      open = true;
  }
  return result;
}

const isBareAddress = (written: string, before: string): boolean =>
  /^<?https?:\S+>?$/.test(written) && !/https?:/.test(before) && /[“"”«»‘’]|\d{4}/.test(before);

/** “The Example. May 3, 2019.”: a bibliography puts a full stop where a note has a comma. */
function isBareDate(written: string, before: string): boolean {
  const [date] = findDates(written);
  const isWhole = date?.start === 0 && date.end >= written.length - 1 && date.precision !== 'year';
  return isWhole && /["“”«»]/.test(before) && !findDates(before).some(({ precision }) => precision === 'day');
}

/** “Human Rights Watch. 2019.”: the year is a sentence of its own in author-date styles. */
const isYearApart = (before: string, written: string): boolean =>
  /^(?:1[5-9]|20)\d\d[a-z]?$/.test(written) && isNameLike(before);

/** “Souliotis, Yannis.” before a title in marks: as a bibliography has it. */
const isNameThenTitle = (before: string, piece: Span, whole: readonly Span[]): boolean =>
  whole.some(({ start }) => start === piece.start) &&
  /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?, (?:\p{Lu}[\p{L}.’'-]*\s?){1,3}(?:,? and [\p{L}\s.’'-]+)?$/u.test(
    before,
  );

function readPiece(piece: Piece, note: PlainNote, quoted: ReturnType<typeof findQuoted>): NotePart {
  const text = note.text.slice(piece.start, piece.end);
  const at = { text, start: note.offsets[piece.start]!, end: endOf(note, piece.end) };
  const ibid = IBID.exec(text);
  if (ibid) {
    const { signal, locator } = ibid.groups ?? {};
    return {
      kind: 'ibid',
      ...at,
      item: { type: 'document' },
      mark: 'none',
      ...(locator && { locator: bareLocator(locator) }),
      ...(signal && { prefix: signal.trim() }),
    };
  }
  const pointed = POINTED.exec(text)?.groups;
  if (pointed) {
    const of = Number(pointed.note);
    const { locator } = readDetails(`, ${pointed.rest ?? ''}`, []);
    const item = { type: 'document' };
    return {
      kind: 'short',
      ...at,
      item,
      mark: 'none',
      of,
      ...(locator && { locator: bareLocator(locator) }),
    };
  }
  const back = BACK.exec(text);
  const isBack = back !== null && back.index > 0 && !/https?:/.test(text);
  // What stands in for the words that point back keeps the length.
  const citing = isBack ? text.replace(back[0], `, ${' '.repeat(Math.max(0, back[0].length - 2))}`) : text;
  const local = <T extends Span>(spans: readonly T[]): T[] =>
    spans
      .filter(({ start }) => start >= piece.start && start < piece.end)
      .map((span) => ({
        ...span,
        start: span.start - piece.start,
        end: Math.min(span.end, piece.end) - piece.start,
      }));
  const around = { quoted: local(quoted), italics: local(note.italics), links: local(note.links) };
  const citation = readCitation(citing, around);
  if (!citation && isBack) {
    const before = text.slice(0, back.index);
    const title = /^[“"«‘](.+?)[,.]?[”"»’]?$/u.exec(before.trim())?.[1];
    if (title !== undefined && /\p{Lu}/u.test(title))
      return { kind: 'short', ...at, item: { type: 'document', title }, mark: 'quoted', ...backTo(back) };
    const names = readNames(before);
    if (names.names.length === 0 || names.names.length > 4) return { kind: 'remark', ...at };
    const { locator } = readDetails(`, ${text.slice(back.index + back[0].length)}`, []);
    return {
      kind: 'short',
      ...at,
      item: { type: 'document', author: names.names },
      mark: 'none',
      ...backTo(back),
      ...(locator !== undefined && { locator: bareLocator(locator) }),
    };
  }
  if (!citation) return shortByPage(text, at) ?? { kind: 'remark', ...at };
  const { locator, remark } = citation.details;
  const common = {
    ...at,
    item: itemOfCitation(citation),
    mark: citation.mark,
    ...(locator !== undefined && { locator: bareLocator(locator) }),
    ...(citation.signal !== '' && { prefix: citation.signal }),
  };
  if (isBack || !citation.isFull) return { kind: 'short', ...common, ...(isBack ? backTo(back) : {}) };
  return { kind: 'source', ...common, ...(remark !== undefined && { suffix: remark }) };
}

/** “Lister, 45”. */
function shortByPage(text: string, at: Part): Reminder | undefined {
  const found =
    /^(?<who>\p{Lu}[\p{L}’'-]+(?:(?:,? and |,? & | )\p{Lu}[\p{L}’'-]+){0,3}),\s+(?<locator>(?:pp?\.\s?)?\d{1,4}(?:[–-]\d{1,4})?)\.?$/u.exec(
      text,
    );
  if (!found?.groups) return undefined;
  const { names } = readNames(found.groups.who!);
  return {
    kind: 'short',
    ...at,
    item: { type: 'document', author: names },
    mark: 'none',
    locator: bareLocator(found.groups.locator!),
  };
}

function backTo(back: RegExpExecArray): { of?: number } {
  const number = back.groups?.note ?? back.groups?.n;
  return number === undefined ? {} : { of: Number(number) };
}

function itemOfCitation({ names, title, translation, mark, details }: WrittenCitation): UnnamedItem {
  const {
    outlets,
    editors,
    archivedAt,
    locator: _,
    remark: __,
    precision: ___,
    translation: ____,
    ...rest
  } = details;
  return itemOf({
    ...rest,
    names: names.names,
    areEditors: names.areEditors,
    title,
    translation,
    mark,
    outlet: outlets.length > 0 ? outlets.join(', ') : undefined,
    editors: editors === undefined ? undefined : readNames(editors).names,
    archivedAt,
  });
}

const bareLocator = (written: string): string =>
  written
    .trim()
    .replace(/^pp?\.\s?/, '')
    .replace(/[.,\s]+$/, '');

/** Where the last sign of a piece ends in what was written. */
const endOf = ({ offsets, text }: PlainNote, end: number): number =>
  end >= text.length ? offsets[end]! : offsets[end - 1]! + 1;

/** Remarks that follow one another are one. */
function withoutGaps(parts: readonly NotePart[]): NotePart[] {
  const result: NotePart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.kind === 'remark' && last?.kind === 'remark')
      result[result.length - 1] = { ...last, end: part.end, text: `${last.text} ${part.text}` };
    else result.push(part);
  }
  return result;
}
