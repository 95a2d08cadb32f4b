/** The source library of a desk: the sources of all its files under their keys. */

import { nearest } from '../text/nearest';
import type { Problem } from '../text/problem';
import { finish, type Steps } from '../text/steps';
import type { Source, SourceFile } from './source';

/** Immutable: a changed file makes a new library. */
export interface Library {
  /** Every source under its key; of two with one key, that of the first file (by path). */
  readonly sources: ReadonlyMap<string, Source>;
  /** The same sources in the order of the files and of the entries in them. */
  readonly all: readonly Source[];
  /** What is wrong with each file, by its path: what its reader found, and keys that two files give. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

const SOURCES_A_STEP = 5_000;
/** Two copies of a large library are not told so at every source. */
const MOST_DUPLICATES = 100;

/** Puts files together; their order does not matter, as they are taken by path. */
export const makeLibrary = (files: readonly SourceFile[]): Library => finish(makeLibrarySteps(files));

/** The same in steps. */
export function* makeLibrarySteps(files: readonly SourceFile[]): Steps<Library> {
  const byPath = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const sources = new Map<string, Source>();
  const problems = new Map<string, Problem[]>();
  const told = new Set<Source>();
  const counts = new Map<string, number>();
  const tell = (source: Source, otherPath: string, used: string) => {
    const count = (counts.get(source.path) ?? 0) + 1;
    counts.set(source.path, count);
    if (count <= MOST_DUPLICATES) problems.get(source.path)?.push(duplicate(source, otherPath, used));
  };
  let taken = 0;
  for (const file of byPath) {
    problems.set(file.path, [...file.problems]);
    for (const source of file.sources) {
      if (++taken % SOURCES_A_STEP === 0) yield;
      const first = sources.get(source.key);
      if (!first) {
        sources.set(source.key, source);
        continue;
      }
      if (!told.has(first)) {
        told.add(first);
        tell(first, source.path, 'This one is used.');
      }
      tell(source, first.path, 'That one is used.');
    }
  }
  for (const [path, count] of counts)
    if (count > MOST_DUPLICATES)
      problems.get(path)?.push({
        rule: 'source/more',
        severity: 'error',
        message: `${count - MOST_DUPLICATES} more keys of this file are given in other files too. Remove one of the files, if they are the same.`,
        span: { start: 0, end: 0 },
      });
  return { sources, all: [...sources.values()], problems };
}

function duplicate(source: Source, otherPath: string, used: string): Problem {
  return {
    rule: 'source/duplicate-key',
    severity: 'error',
    message: `The key “${source.key}” is also given to a source in ${pathFrom(source.path, otherPath)}. ${used} Keep one of the two, or change a key.`,
    span: source.locate('key'),
  };
}

/** A path without the folders that both files lie in. */
function pathFrom(path: string, other: string): string {
  const folders = path.split('/').slice(0, -1);
  const parts = other.split('/');
  const common = folders.findIndex((folder, k) => k >= parts.length - 1 || folder !== parts[k]);
  return parts.slice(common < 0 ? folders.length : common).join('/');
}

/** Answers already given: a rule asks for the same unknown keys at every keystroke. */
const answers = new WeakMap<Library, Map<string, readonly string[]>>();
const MOST_ANSWERS = 200;
const MOST_NEAREST = 10;

/**
 * The keys of the library nearest to one that it does not have, nearest first: `limit` or 10 at most, and none when
 * nothing is alike.
 */
export function nearestKeys(library: Library, key: string, limit: number): string[] {
  let known = answers.get(library);
  if (!known || known.size >= MOST_ANSWERS) {
    known = new Map();
    answers.set(library, known);
  }
  let keys = known.get(key);
  if (!keys) {
    keys = nearest(key, library.sources.keys(), MOST_NEAREST);
    known.set(key, keys);
  }
  return keys.slice(0, limit);
}
