/** Finds the acronyms in a block of a report, and where the author says what they stand for. */

import type { BlockLayout, PlacedBlock, ZoneKind } from '../../markdown/zones';
import type { Span } from '../../text/span';
import { isFunctionWord } from '../ordinaryWords';
import { zonesOf } from '../ownWords';
import { fullFormBefore, isSpelledBy } from './fullForm';
import { type SeenText, seenText } from './seenText';

/** What an acronym stands for, where it is introduced. */
export interface Expansion extends Span {
  readonly text: string;
  /** Whether its letters are those of the acronym: else it may be a translation, or mean something else. */
  readonly isMatched: boolean;
  /** Whether it stands behind the acronym. */
  readonly isBehind: boolean;
}

/** Offsets count from the beginning of the block. */
export interface Acronym extends Span {
  /** Without the *s* of a plural. */
  readonly letters: string;
  readonly zone: ZoneKind;
  /** Whether it is in capitals throughout. */
  readonly isInCapitals: boolean;
  /** Whether it stands for itself: not in a longer name, nor among words in capitals. */
  readonly isAlone: boolean;
  /** Whether the author says here what it stands for, or that it is an acronym. */
  readonly isIntroduced: boolean;
  readonly full?: Expansion;
}

const PART = '\\p{Lu}[\\p{L}\\p{N}\\p{M}]{0,11}';
const ACRONYM = new RegExp(
  `(?<![\\p{L}\\p{N}\\p{M}@#_&+=\\\\.:])${PART}(?:[/&-]${PART}){0,3}(?![\\p{L}\\p{N}\\p{M}_@])`,
  'gu',
);
const MAY_HOLD_ONE = /\p{Lu}[\p{L}\p{N}&/-]?\p{Lu}/u;
const LONGEST = 12;
const AROUND = 240;
/** What stands between a full form and its acronym, or says that it is one, is no longer; nor is a word. */
const LONGEST_LEAD = 64;

const ARTICLE = '(?:(?:the|an?)\\s+)?';
const QUOTE = '[“‘"\'«]?';
/** What may stand between a parenthesis and the acronym that it introduces. */
const LEAD = [
  'here(?:in)?after|henceforth|from here on|or|a\\.?k\\.?a\\.?|(?:also|better|commonly)?\\s*(?:known|called|referred to|abbreviated)(?:\\s+(?:as|to|by))?',
  'abbr(?:\\.|eviation)?|short|in short|for short|(?:in\\s+)?(?:\\p{Lu}\\p{Ll}+\\s+)?(?:acronym|abbreviation|initials)|in \\p{Lu}\\p{Ll}+|\\p{Lu}\\p{Ll}+:',
].join('|');
const OPENED = new RegExp(`[([]\\s*(?:(?:${LEAD})[\\s:,]*)*${ARTICLE}${QUOTE}$`, 'iu');
const CLOSED = /^[”’"'»]?\s*(?:[)\]]|;|,(?!\s*(?:and\s+|or\s+)?\p{Lu}[\p{Lu}\p{N}])|\s+or\s|\s*\/)/u;
const OR_SO = new RegExp(
  `,?\\s+(?:or|here(?:in)?after|abbreviated(?: as| to)?|known as|called)\\s+${ARTICLE}${QUOTE}$`,
  'iu',
);
const OPENING_QUOTE = /[“‘"'«]$/u;
const CLOSING_QUOTE = /^[”’"'»]/u;
/** Words that say that the next one is an acronym. */
const SAID_TO_BE =
  /(?:\b(?:acronyms?|abbreviat\p{L}+|initials|initialism|shorthand|known (?:simply )?as|known (?:\p{L}+ ){0,4}by|or simply)\b)[^.!?;\uFFFC]{0,24}$/iu;
const PARENTHESIS_BEHIND = /^\s*[([]\s*(?:(?:the|or|i\.e\.,?)\s+)?[“‘"'«]?([^()[\]\uFFFC]{3,140})[)\]]/iu;
const SENTENCE_BEHIND =
  /^\s*(?:,|–|—|:|,?\s+(?:which\s+)?(?:stands for|is short for|short for|meaning|i\.e\.))\s*(?:the\s+)?([^,.;:()–—\uFFFC]{3,140})/iu;

/** By the block’s layout, which stays the same object for as long as an edit leaves the block alone. */
const known = new WeakMap<BlockLayout, readonly Acronym[]>();
const NONE: readonly Acronym[] = [];

/** The acronyms of a block in order, in whatever words but code and addresses. `text` is that of the report. */
export function blockAcronyms(text: string, { start, layout }: PlacedBlock): readonly Acronym[] {
  let found = known.get(layout);
  if (!found) {
    const own = text.slice(start, start + layout.length);
    found = MAY_HOLD_ONE.test(own) ? read(own, layout) : NONE;
    known.set(layout, found);
  }
  return found;
}

function read(text: string, layout: BlockLayout): readonly Acronym[] {
  const seen = seenText(text, layout);
  const zoneAt = zonesOf(layout);
  const found: Acronym[] = [];
  for (const { 0: written, index } of seen.text.matchAll(ACRONYM)) {
    let at = index;
    for (const part of partsOf(written)) {
      const letters = part.replace(/(?<=\p{Lu}[\p{Lu}\p{N}]+)s$/u, '');
      if (isAcronym(letters)) {
        const zone = zoneAt(seen.offsetOf(at)) ?? 'prose';
        found.push(examine(seen, { start: at, end: at + part.length }, letters, zone));
      }
      at += part.length + 1;
    }
  }
  return found;
}

/** *AQ-HTS* is two of them, *ISIS-K* and *RFE/RL* are one. */
function partsOf(written: string): readonly string[] {
  const parts = written.split('-');
  return parts.every((part) => isAcronym(part)) ? parts : [written];
}

/** More capitals than other letters, and two of them or more: *KTJ*, *RFE/RL*, *JaK*. */
function isAcronym(written: string): boolean {
  if (written.length < 2 || written.length > LONGEST) return false;
  const capitals = written.match(/\p{Lu}/gu)?.length ?? 0;
  const small = written.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals > 1 && capitals > small;
}

/** @param at the place in what is seen. */
function examine(seen: SeenText, at: Span, letters: string, ofText: ZoneKind): Acronym {
  const { text, offsetOf } = seen;
  const before = text.slice(Math.max(0, at.start - AROUND), at.start);
  const behind = text.slice(at.end, at.end + AROUND);
  // (hereafter “KTJ”): a quotation that is nothing but the acronym quotes nobody.
  const isOnlyQuoted = ofText === 'quotation' && OPENING_QUOTE.test(before) && CLOSING_QUOTE.test(behind);
  const zone = isOnlyQuoted ? 'prose' : ofText;
  const placed = (start: number, end: number): Span => ({
    start: offsetOf(start),
    end: offsetOf(end - 1) + 1,
  });
  const expansion = zone === 'prose' ? expansionOf(letters, before, behind) : undefined;
  let full: Expansion | undefined;
  if (expansion && 'from' in expansion) {
    const { from, to, isMatched } = expansion;
    const base = expansion.isBehind ? at.end : at.start - before.length;
    const name = text.slice(base + from, base + to);
    full = {
      ...placed(base + from, base + to),
      text: name.replace(/\s+/g, ' '),
      isMatched,
      isBehind: expansion.isBehind,
    };
  }
  return {
    ...placed(at.start, at.end),
    letters,
    zone,
    isInCapitals: !/\p{Ll}/u.test(letters),
    isAlone: zone === 'prose' && isAlone(before, behind),
    isIntroduced: expansion !== undefined,
    ...(full ? { full } : {}),
  };
}

/** Where the full form stands in what is before or behind; empty where the author says no more than that it is an acronym. */
type Found =
  | { readonly from: number; readonly to: number; readonly isMatched: boolean; readonly isBehind: boolean }
  | Record<string, never>;

function expansionOf(letters: string, before: string, behind: string): Found | undefined {
  const near = before.slice(-LONGEST_LEAD);
  const opened = /[([]/.test(near) ? OPENED.exec(near) : null;
  if (opened && CLOSED.test(behind)) {
    const name = before.slice(0, before.length - near.length + opened.index);
    // At the beginning of a paragraph nothing stands before the parenthesis that it could be about.
    if (/[\p{L}\p{N}][’'”"»*_]*\s*$/u.test(name)) {
      const full = fullFormBefore(name, letters);
      return full ? { from: full.start, to: full.end, isMatched: full.isMatched, isBehind: false } : {};
    }
  }
  const orSo = OR_SO.exec(near);
  if (orSo) {
    const full = fullFormBefore(before.slice(0, before.length - near.length + orSo.index), letters);
    if (full?.isMatched) return { from: full.start, to: full.end, isMatched: true, isBehind: false };
  }
  for (const pattern of [PARENTHESIS_BEHIND, SENTENCE_BEHIND]) {
    const name = pattern.exec(behind);
    if (!name || !isSpelledBy(name[1]!, letters)) continue;
    const from = name[0].indexOf(name[1]!);
    const to = from + name[1]!.trimEnd().length;
    return { from, to, isMatched: true, isBehind: true };
  }
  return SAID_TO_BE.test(near) ? {} : undefined;
}

const IN_CAPITALS = /^\p{Lu}[\p{Lu}\p{N}’']+$/u;
const WORD_BEFORE = /([\p{L}\p{N}\p{M}’']+)[ \n\u00a0]$/u;
const APPOSED_BEFORE = /\p{Lu}[\p{L}\p{M}’']+,[ \n\u00a0]$/u;
const WORD_BEHIND = /^(?:[’']s)?[ \n\u00a0]([\p{L}\p{N}\p{M}’']+)/u;
/** Joined to what is no word of a sentence: a number, a path, an address. */
const JOINED_BEFORE = /[\p{N}./\\&]-?$/u;
const JOINED_BEHIND = /^(?:[/\\&]|[.:-]?\p{N}|\.\p{L})/u;

function isAlone(allBefore: string, behind: string): boolean {
  const before = allBefore.slice(-LONGEST_LEAD);
  if (JOINED_BEFORE.test(before) || JOINED_BEHIND.test(behind)) return false;
  const last = WORD_BEFORE.exec(before)?.[1] ?? '';
  const next = WORD_BEHIND.exec(behind)?.[1] ?? '';
  if (IN_CAPITALS.test(last) || IN_CAPITALS.test(next)) return false;
  const isOfName = (word: string) => /^\p{Lu}/u.test(word) && !isFunctionWord(word.toLowerCase());
  // *The Investment Group, ABC*: said to be the name of what stands before it.
  if (APPOSED_BEFORE.test(before) && /^[,.;)]/.test(behind)) return false;
  // *CTC Sentinel*, *Radio RBC*: it names something together with its neighbour.
  return !isOfName(next) && !isOfName(last);
}
