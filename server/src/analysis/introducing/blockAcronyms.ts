/** Finds the acronyms in a block of a report, and where the author says what they stand for. */

import type { BlockLayout, PlacedBlock, ZoneKind } from '../../markdown/zones';
import type { Span } from '../../text/span';
import { hasFamilyEnding } from '../familyNames';
import { isFunctionWord, isKnownPlace, isOrdinary, isTitle } from '../ordinaryWords';
import { isGivenName } from '../otherPeople';
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
  /** As it is written. */
  readonly text: string;
  /** Without the *s* of a plural. */
  readonly letters: string;
  readonly zone: ZoneKind;
  /** Whether it is in capitals throughout. */
  readonly isInCapitals: boolean;
  /** Whether it stands for itself: not in a longer name, nor among words in capitals. */
  readonly isAlone: boolean;
  /** Whether the author says here what it stands for, or that it is an acronym. */
  readonly isIntroduced: boolean;
  /** Whether all that says so is a parenthesis behind words that need not be a name: *the movement (IMU)*. */
  readonly isBare: boolean;
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
const SAID = `(?:(?:${LEAD})[\\s:,]*)*${QUOTE}${ARTICLE}${QUOTE}$`;
const OPENED = new RegExp(`[([]\\s*${SAID}`, 'iu');
/** Something else stands before it in the parenthesis: *(Uzbek: Oʻzbekiston islomiy harakati, IMU)*. */
const OPENED_BEFORE = new RegExp(`[([][^()[\\]\uFFFC]{1,80}[,;:/]\\s*${SAID}`, 'iu');
const CLOSED = /^[”’"'»]?\s*(?:[)\]]|;|,(?!\s*(?:and\s+|or\s+)?\p{Lu}[\p{Lu}\p{N}])|\s+or\s|\s*\/)/u;
/** Several acronyms of one name: *(ISKP, ISIS-K)*. */
const CLOSED_OR_MORE = /^[”’"'»]?\s*(?:[)\],;/]|or\s)/u;
/** Set off by commas or dashes behind the full form: *the Turkestan Union Front – TUF – left*. */
const APPOSED = new RegExp(`(?:,\\s|\\s*[–—]\\s*|\\s-{1,3}\\s)${ARTICLE}${QUOTE}$`, 'u');
const APPOSED_CLOSED = /^[”’"'»]?(?:[,.;!?)\]](?!\p{L})|\s*[–—]|\s-{1,3}\s|[”’"'»]|$)/u;
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
  /^\s*(?:,|–|—|:|=|-{1,3}\s|,?\s+(?:which\s+)?(?:stands for|is short for|short for|meaning|i\.e\.))\s*(?:the\s+)?([^,.;:()–—\uFFFC]{3,140})/iu;

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
    text: text.slice(at.start, at.end),
    letters,
    zone,
    isInCapitals: !/\p{Ll}/u.test(letters),
    isAlone: zone === 'prose' && isAlone(before, behind),
    isIntroduced: expansion !== undefined,
    isBare: expansion !== undefined && 'isBare' in expansion,
    ...(full ? { full } : {}),
  };
}

/** Where the full form stands in what is before or behind; without it, the author says no more than that it is an acronym. */
type Found = FoundFull | { readonly isBare: true } | Record<string, never>;

interface FoundFull {
  readonly from: number;
  readonly to: number;
  readonly isMatched: boolean;
  readonly isBehind: boolean;
}

function expansionOf(letters: string, before: string, behind: string): Found | undefined {
  return (
    parenthesised(letters, before, behind) ??
    apposed(letters, before, behind) ??
    explained(letters, behind) ??
    (SAID_TO_BE.test(before.slice(-LONGEST_LEAD)) ? {} : undefined)
  );
}

/** *The Turkestan Union Front (hereafter “the TUF”)*. */
function parenthesised(letters: string, before: string, behind: string): Found | undefined {
  const near = before.slice(-LONGEST_LEAD);
  const opened = /[([]/.test(near) ? OPENED.exec(near) : null;
  if (opened && CLOSED.test(behind)) {
    const name = before.slice(0, before.length - near.length + opened.index);
    // At the beginning of a paragraph nothing stands before the parenthesis that it could be about.
    if (/[\p{L}\p{N}][’'”"»*_]*\s*$/u.test(name)) {
      const full = fullFormBefore(name, letters);
      if (full) return { from: full.start, to: full.end, isMatched: full.isMatched, isBehind: false };
      return isDescribed(name) ? {} : { isBare: true };
    }
  }
  // With more in the parentheses, only its letters tell that it is not one example of several.
  const later = opened ?? (/[([]/.test(before) ? OPENED_BEFORE.exec(before.slice(-AROUND)) : null);
  if (!later || !CLOSED_OR_MORE.test(behind)) return undefined;
  const until = opened ? before.length - near.length + later.index : later.index;
  const name = before.slice(0, until);
  const found = matchedBefore(name, letters);
  if (found || opened) return found;
  // *(ISKP, or ISK)*: a second acronym of the name.
  const first = FIRST_ITEM.exec(before.slice(until))?.[1];
  return first && isAcronym(first) && matchedBefore(name, first) ? {} : undefined;
}

const FIRST_ITEM = new RegExp(`^[([]\\s*${QUOTE}(${PART}(?:[/&-]${PART}){0,3})`, 'u');

/** *The Turkestan Union Front, or TUF*; *the Turkestan Union Front – TUF – left*, if its words begin with the letters. */
function apposed(letters: string, before: string, behind: string): Found | undefined {
  const near = before.slice(-LONGEST_LEAD);
  const orSo = OR_SO.exec(near);
  const found = orSo ?? (APPOSED_CLOSED.test(behind) ? APPOSED.exec(near) : null);
  if (!found) return undefined;
  const name = before.slice(0, before.length - near.length + found.index);
  const full = matchedBefore(name, letters);
  return full && (orSo || isSpelledBy(name.slice(full.from, full.to), letters)) ? full : undefined;
}

function matchedBefore(text: string, letters: string): FoundFull | undefined {
  const full = fullFormBefore(text, letters);
  if (!full?.isMatched) return undefined;
  return { from: full.start, to: full.end, isMatched: true, isBehind: false };
}

/** *TUF (Turkestan Union Front)*; *TUF stands for Turkestan Union Front*. */
function explained(letters: string, behind: string): Found | undefined {
  for (const pattern of [PARENTHESIS_BEHIND, SENTENCE_BEHIND]) {
    const name = pattern.exec(behind);
    if (!name) continue;
    const full = name[1]!.replace(NEXT_ITEM, '').trimEnd();
    if (!isSpelledBy(full, letters)) continue;
    const from = name[0].indexOf(name[1]!);
    return { from, to: from + full.length, isMatched: true, isBehind: true };
  }
  return undefined;
}

/** The sign of the next item of a list. */
const NEXT_ITEM = /\s*\n\s*(?:[-*+]|\p{N}+[.)])?\s*$/u;
const LEAST_DESCRIPTION = 3;

/**
 * Whether words may stand for the name of a body: one with a capital that nobody is called by (*Daesh*), or so many others
 * that they describe it (*the national security committee*).
 */
function isDescribed(text: string): boolean {
  const words = text.slice(-LONGEST_LEAD).match(/[\p{L}\p{M}\p{N}’'-]+[^\p{L}\p{M}\p{N}]*/gu) ?? [];
  let count = 0;
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at]!.replace(/[^\p{L}\p{M}\p{N}]+$/u, '').toLowerCase();
    if (at < words.length - 1 && /[^\s]/u.test(words[at]!.slice(word.length))) break;
    if (word === 'of' || word === 'and' || word === 'for') continue;
    if (isFunctionWord(word)) break;
    if (at === words.length - 1 && /^\p{Lu}/u.test(words[at]!)) {
      const isWord = isOrdinary(word) || isTitle(word) || isKnownPlace(word);
      if (!isWord && !hasFamilyEnding(word) && !isGivenName(word)) return true;
    }
    count++;
  }
  return count >= LEAST_DESCRIPTION;
}

const IN_CAPITALS = /^\p{Lu}[\p{Lu}\p{N}’']+$/u;
const SENTENCE_BEFORE = /(?:^|\uFFFC|[.!?…][”’"')]*\s+)[“‘"']?$/u;
const WORD_BEFORE = /([\p{L}\p{N}\p{M}’']+)[ \n\u00a0]$/u;
const APPOSED_BEFORE = /\p{Lu}[\p{L}\p{M}’']+,[ \n\u00a0]$/u;
const WORD_BEHIND = /^(?:[’']s)?[ \n\u00a0]([\p{L}\p{N}\p{M}’']+)/u;
/** Joined to what is no word of a sentence: a number, a path, an address. */
const JOINED_BEFORE = /[\p{N}./\\&]-?$/u;
const JOINED_BEHIND = /^(?:[/\\&]|[.:-]?\p{N}|\.\p{L})/u;

function isAlone(allBefore: string, behind: string): boolean {
  const before = allBefore.slice(-LONGEST_LEAD);
  if (JOINED_BEFORE.test(before) || JOINED_BEHIND.test(behind)) return false;
  // *STOP!*: a sentence of its own.
  if (SENTENCE_BEFORE.test(allBefore) && /^[.!?]/u.test(behind)) return false;
  const last = WORD_BEFORE.exec(before)?.[1] ?? '';
  const next = WORD_BEHIND.exec(behind)?.[1] ?? '';
  if (IN_CAPITALS.test(last) || IN_CAPITALS.test(next)) return false;
  const isOfName = (word: string) => /^\p{Lu}/u.test(word) && !isFunctionWord(word.toLowerCase());
  // *The Investment Group, ABC*: said to be the name of what stands before it.
  if (APPOSED_BEFORE.test(before) && /^[,.;)]/.test(behind)) return false;
  // *CTC Sentinel*, *Radio RBC*: it names something together with its neighbour.
  return !isOfName(next) && !isOfName(last);
}
