/** The entries of a source file, whatever its format: what each of them says, and where it stands. */

import type { Problem } from '../../text/problem';
import type { Span } from '../../text/span';
import type { EntryFault, TextReading } from './cslItem';

/** What is wrong with an entry as its format has it; `span` where that is known better than by a variable. */
export interface FormatFault extends EntryFault {
  readonly span?: Span;
}

export interface ReadFormat {
  /** A loose CSL entry; undefined where there is none, which `faults` then say unless nothing is wrong with that. */
  readonly value?: unknown;
  readonly faults: readonly FormatFault[];
}

export interface EntryList {
  readonly count: number;
  /** What is wrong with the file apart from its entries. */
  readonly problems: readonly Problem[];
  readonly texts: TextReading;
  /** What a person writes to give a source its title: “title”, “TI”. */
  readonly titleName: string;
  /** How many entries are read between two rests. */
  readonly atOnce: number;
  /** Reads one entry; never throws. */
  read(index: number): ReadFormat;
  /** Where an entry, or one of its CSL variables, is written. */
  locate(index: number, variable?: string): Span;
  /** Where an entry and its key are written, for as long as the source is kept. */
  placeOf(index: number): (part?: 'entry' | 'key') => Span;
}

export const START: Span = { start: 0, end: 0 };

/** A file that is wrong from end to end is not told so a million times. */
export const MOST_PROBLEMS = 100;

/** The list of a file without entries. */
export function noEntries(problems: readonly Problem[]): EntryList {
  return {
    count: 0,
    problems,
    texts: 'tags',
    titleName: 'title',
    atOnce: 1,
    read: () => ({ faults: [] }),
    locate: () => START,
    placeOf: () => () => START,
  };
}

/** The list of a file that holds no list at all. */
export const notAList = (message: string, span: Span = START): EntryList =>
  noEntries([{ rule: 'source/not-a-list', severity: 'error', message, span }]);

/** The list of entries that are plain values already, as those of JSON and YAML are. */
export function plainEntries(
  entries: readonly unknown[],
  problems: readonly Problem[],
  texts: TextReading,
  locate: (index: number, variable?: string) => Span,
): EntryList {
  return {
    count: entries.length,
    problems,
    texts,
    titleName: 'title',
    atOnce: 500,
    read: (index) => ({ value: entries[index], faults: [] }),
    locate,
    placeOf:
      (index) =>
      (part = 'entry') =>
        locate(index, part === 'key' ? 'id' : undefined),
  };
}

/** Places that are known already; what they were found with is not kept for them. */
export const fixedPlaces =
  (entry: Span, key: Span) =>
  (part: 'entry' | 'key' = 'entry'): Span =>
    part === 'key' ? key : entry;
