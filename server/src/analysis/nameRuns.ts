/** Finds runs of capitalised words in a block, and what of each may be a name. */

import { foldText } from '../names/fold';
import { isParticle } from '../names/particles';
import { FIRST_UPPER, HAS_LOWER, HAS_UPPER, JOINED, type Words } from '../names/words';
import type { Span } from '../text/span';
import { isFunctionWord, isOrdinary } from './ordinaryWords';

const MOST_WORDS = 10;
/** A longer word is no name: nothing is gained by comparing it, and it would take long. */
const LONGEST_WORD = 40;
/** So many stretches between *and*, *in*, *for* … are tried as one name. */
const MOST_SEGMENTS = 4;
/** How many ordinary words are tried without, at the beginning and at the end of a run. */
const MOST_TRIMMED = 3;

/** More words that are written small inside a name: *Jund al-Khilafah fi Ard al-Jaza’ir*, *Committee on Security*. */
const SMALL = new Set('fi ila li lil min el en er es et ed ez esh ath adh on against'.split(' '));

const DIVIDERS = new Set(['and', 'in', 'for', 'at', 'as', 'a', 'an', 'on', 'against']);

/** The folded form of the word of a number. */
export type FoldedWords = (at: number) => string;

/** Folds each word once, when it is first asked for. */
export function foldedWords(text: string, words: Words): FoldedWords {
  const known: string[] = [];
  return (at) => {
    known[at] ??= foldText(text.slice(words.start[at], words.end[at]));
    return known[at];
  };
}

export interface Run {
  /** Numbers of the first and the last word. */
  readonly from: number;
  readonly to: number;
  /** How many of its words are capitalised. */
  readonly names: number;
  /** The numbers of its capitalised words, and of those that are ordinary, or acronyms. */
  readonly capital: ReadonlySet<number>;
  readonly ordinary: ReadonlySet<number>;
  /** The numbers of its capitalised function words: *The*, *In*. */
  readonly empty: ReadonlySet<number>;
  /** The numbers of English particles in it (*and*, *of*): a person's name has none. */
  readonly links: ReadonlySet<number>;
  /** Those of them that are likely to stand between two names. */
  readonly dividers: ReadonlySet<number>;
}

/**
 * Capitalised words in a row, with particles between them; a word that is too long for a name ends a row.
 *
 * @param isHyphenated whether a hyphen joins the word of a number to the one before.
 */
export function runsOf(
  words: Words,
  folded: FoldedWords,
  isOwn: (start: number) => boolean,
  isHyphenated: (at: number) => boolean,
): Run[] {
  const runs: Run[] = [];
  let capital = new Set<number>();
  let ordinary = new Set<number>();
  let empty = new Set<number>();
  let links = new Set<number>();
  let dividers = new Set<number>();
  const close = () => {
    const numbers = [...capital];
    if (numbers.length > 0)
      runs.push({
        from: numbers[0]!,
        to: numbers.at(-1)!,
        names: capital.size,
        capital,
        ordinary,
        empty,
        links,
        dividers,
      });
    capital = new Set();
    ordinary = new Set();
    empty = new Set();
    links = new Set();
    dividers = new Set();
  };
  for (let at = 0; at < words.count; at++) {
    if ((words.shape[at]! & JOINED) === 0) close();
    const start = words.start[at]!;
    const shape = words.shape[at]!;
    if (words.end[at]! - start > LONGEST_WORD) {
      close();
      continue;
    }
    const isCapital = (shape & (FIRST_UPPER | HAS_UPPER)) === (FIRST_UPPER | HAS_UPPER);
    if (!isCapital && capital.size === 0) continue;
    const word = folded(at);
    if (isCapital && isOwn(start)) {
      capital.add(at);
      // *RIA Novosti*, *ISIS-Khorasan*: an acronym may begin a name, and may be another.
      if (isOrdinary(word) || ((shape & HAS_LOWER) === 0 && word.length > 1)) ordinary.add(at);
      if (isFunctionWord(word) && (word.length === 1 || (shape & HAS_LOWER) !== 0)) empty.add(at);
    } else if (!isParticle(word) && !SMALL.has(word)) {
      // *Kassym-jomart*, and *Kabul-based*.
      if (capital.has(at - 1) && isHyphenated(at)) dividers.add(at);
      else close();
    } else if (isOrdinary(word)) {
      links.add(at);
      if (DIVIDERS.has(word)) dividers.add(at);
    }
  }
  close();
  return runs;
}

/**
 * What of a run may be a name: first the whole, then the whole without ordinary words at its ends, then what stands
 * between ordinary words. What was found takes its words from what comes after.
 */
export function partsOf(run: Run): Run[] {
  const parts: Run[] = [];
  const known = new Set<number>();
  const { from, to, ordinary } = run;
  const add = (first: number, last: number) => {
    let [start, end] = [first, last];
    while (start <= end && (!run.capital.has(start) || run.empty.has(start))) start++;
    while (end >= start && !run.capital.has(end)) end--;
    const key = (start - from) * (to - from + 1) + (end - from);
    if (start > end || known.has(key)) return;
    known.add(key);
    let names = 0;
    for (let at = start; at <= end; at++) if (run.capital.has(at)) names++;
    if (names === 1 && ordinary.has(start)) return;
    parts.push({ ...run, from: start, to: end, names });
  };
  const addTrimmed = (first: number, last: number) => {
    add(first, last);
    for (let cut = 1, at = first; cut <= MOST_TRIMMED && at < last && ordinary.has(at); cut++, at++)
      add(at + 1, last);
    for (let cut = 1, at = last; cut <= MOST_TRIMMED && at > first && ordinary.has(at); cut++, at--)
      add(first, at - 1);
  };
  const segments = segmentsOf(run);
  for (let count = Math.min(segments.length, MOST_SEGMENTS); count > 0; count--) {
    for (let at = 0; at + count <= segments.length; at++) {
      const [first, last] = [segments[at]!, segments[at + count - 1]!];
      if (last.before + last.names - first.before <= MOST_WORDS) addTrimmed(first.from, last.to);
    }
  }
  let start = from;
  for (let at = from; at <= to + 1; at++) {
    if (at <= to && !ordinary.has(at) && !run.links.has(at)) continue;
    if (at > start) add(start, at - 1);
    start = at + 1;
  }
  // A given name before a name that the glossary has alone: *Akhliddin Novkatiy*, where the entry is *Navqotiy*.
  for (const { from: first, to: last } of segments) if (last > first && !ordinary.has(last)) add(last, last);
  return parts;
}

interface Segment extends Pick<Run, 'from' | 'to' | 'names'> {
  /** How many of the capitalised words stand before it. */
  readonly before: number;
}

/** What stands between *and*, *in*, *for* …, which may stand in a name or between two. */
function segmentsOf({ from, to, dividers, capital }: Run): Segment[] {
  const segments: Segment[] = [];
  let start = from;
  let names = 0;
  let before = 0;
  for (let at = from; at <= to + 1; at++) {
    if (at <= to && !dividers.has(at)) {
      if (capital.has(at)) names++;
      continue;
    }
    if (names > 0) segments.push({ from: start, to: at - 1, names, before });
    before += names;
    names = 0;
    start = at + 1;
  }
  return segments;
}

export const spansOf = (words: Words, { from, to }: Pick<Run, 'from' | 'to'>): Span[] => {
  const spans: Span[] = [];
  for (let k = from; k <= to; k++) spans.push({ start: words.start[k]!, end: words.end[k]! });
  return spans;
};
