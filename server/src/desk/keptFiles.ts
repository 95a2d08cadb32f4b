/** What a desk keeps of each of its files: the last good reading, and what is wrong with the present text. */

import { type GlossaryFile, parseGlossarySteps } from '../glossary/parse';
import { StoredFile } from '../glossary/storedFile';
import { readSourceSteps } from '../sources/reading/read';
import type { SourceFile } from '../sources/source';
import type { Problem } from '../text/problem';
import type { Steps } from '../text/steps';
import { asWindows1252 } from '../text/windows1252';
import {
  CONFIG_NAME,
  DEFAULT_CONFIG,
  type DeskConfig,
  type OwnPattern,
  type ReadConfig,
  readConfig,
} from './config';
import { type DeskStyle, languageProblem } from './deskStyle';
import type { ReadFailure, ReadResult } from './files';
import { matcher } from './findFiles';

export interface Kept<T> {
  /** As last read; undefined if it could not be. */
  readonly text: string | undefined;
  /** What the desk works with: the last good reading. */
  readonly good: T;
  /** What is wrong with the present text. */
  readonly problems: readonly Problem[];
  /** Whether the file is not UTF-8, and its text is what it says as Windows-1252. */
  readonly isLegacy?: boolean;
}

/** Makes of the text of a file, and of what was kept of it before, what is to be kept. */
type Keep<T> = (path: string, text: string, before: Kept<T> | undefined, isLegacy: boolean) => Steps<Kept<T>>;

const START = { start: 0, end: 0 };

/**
 * A file that has gone is forgotten; one that is there but cannot be read keeps its last good state.
 *
 * @param legacy whether files that are not UTF-8 are read as Windows-1252, or are such as cannot be read.
 */
export function* keepFiles<T>(
  texts: ReadonlyMap<string, ReadResult>,
  known: ReadonlyMap<string, Kept<T>>,
  keep: Keep<T>,
  legacy: 'read' | 'refused' = 'refused',
): Steps<Map<string, Kept<T>>> {
  const kept = new Map<string, Kept<T>>();
  for (const [path, read] of texts) {
    const before = known.get(path);
    const isLegacy = !('text' in read);
    const text = isLegacy ? legacyTextOf(read, legacy) : read.text;
    if (text !== undefined) {
      const isSame = before?.text === text && (before.isLegacy ?? false) === isLegacy;
      kept.set(path, isSame ? before : yield* keep(path, text, before, isLegacy));
      yield;
    }
    if (text !== undefined || !isLegacy) continue;
    const good = before ?? (yield* keep(path, '', undefined, false));
    kept.set(path, { ...good, text: undefined, problems: [unreadable(read.failure)] });
  }
  return kept;
}

/** What is wrong with a file that cannot be read. */
export const unreadable = (message: string): Problem => ({
  rule: 'desk/unreadable',
  severity: 'error',
  message,
  span: START,
});

const legacyTextOf = ({ legacyText }: ReadFailure, legacy: 'read' | 'refused'): string | undefined =>
  legacy === 'refused' || legacyText === undefined ? undefined : asWindows1252(legacyText);

/** Files that come from the cache, with the texts of which they were made. */
export function keptAsStored(
  texts: ReadonlyMap<string, ReadResult>,
  files: ReadonlyMap<string, GlossaryFile>,
): Map<string, Kept<GlossaryFile>> {
  const kept = new Map<string, Kept<GlossaryFile>>();
  for (const [path, good] of files) {
    const read = texts.get(path);
    kept.set(path, {
      text: read && 'text' in read ? read.text : undefined,
      good,
      problems: good.problems,
    });
  }
  return kept;
}

/** A configuration also keeps how it was read, to say where in it something else is wrong. */
export interface KeptConfig extends Kept<DeskConfig> {
  readonly read: ReadConfig;
}

/** One that is no YAML leaves the last good configuration at work. */
export function keepConfig(text: string, before: KeptConfig | undefined): KeptConfig {
  if (before?.text === text) return before;
  const read = readConfig(text);
  const isBroken = read.problems.some(({ rule }) => rule === 'desk/syntax');
  return { text, good: isBroken && before ? before.good : read.config, problems: read.problems, read };
}

/** What is wrong with a configuration, its citation style included, which others had to find. */
export function configProblems(
  { config, problems, styleSpan, ownPatterns }: ReadConfig,
  style: DeskStyle | undefined,
  unmatched: ReadonlySet<string>,
): readonly Problem[] {
  if (problems.some(({ rule }) => rule === 'desk/syntax')) return problems;
  const problem = (key: 'csl' | 'language', message: string | undefined): readonly Problem[] =>
    message === undefined
      ? []
      : [
          {
            rule: 'desk/config',
            severity: 'error',
            message: `${message} ${LEFT_ALONE}`,
            span: styleSpan(key),
          },
        ];
  return [
    ...problems,
    ...problem('csl', style?.problem),
    ...problem('language', languageProblem(config.language)),
    ...ownPatterns
      .filter(({ key, pattern }) => unmatched.has(patternKey(key, pattern)))
      .map(unmatchedProblem),
  ];
}

const patternKey = (key: OwnPattern['key'], pattern: string): string => `${key} ${pattern}`;

/** Without its glossary a desk says nothing of names, and all seems well; a source that is missed is told where it is cited. */
const unmatchedProblem = ({ key, pattern, span }: OwnPattern): Problem => ({
  rule: 'desk/config',
  severity: key === 'glossary' ? 'warning' : 'information',
  message: `“${pattern}” names no file that can be read. Check the path: it begins in the folder of this file.`,
  span: span(),
});

/** The patterns of a configuration that no file of its desk answers to, for `configProblems`. What is there by default may wait for files. */
export function unmatchedPatterns(
  root: string,
  config: DeskConfig,
  paths: Readonly<Record<OwnPattern['key'], readonly string[]>>,
): ReadonlySet<string> {
  const unmatched = new Set<string>();
  for (const key of ['glossary', 'sources'] as const)
    for (const pattern of config[key]) {
      const matches = matcher(root, [pattern]);
      if (!DEFAULT_CONFIG[key].includes(pattern) && !paths[key].some(matches))
        unmatched.add(patternKey(key, pattern));
    }
  return unmatched;
}

/**
 * Why it is not known in which style the desk writes its notes, and what to do; undefined if it is.
 *
 * @param read the configuration, if there is one; or why it cannot be read.
 */
export function styleProblemOf(
  read: ReadConfig | string | undefined,
  { problem }: DeskStyle,
): string | undefined {
  if (read === undefined) return undefined;
  if (typeof read === 'string') return `${read} ${LEFT_ALONE}`;
  const { config, styleError } = read;
  const known = problem ?? languageProblem(config.language);
  if (known !== undefined) return `${known} ${LEFT_ALONE}`;
  return styleError === undefined
    ? undefined
    : `${CONFIG_NAME} does not say in which style to write notes: ${styleError} ${LEFT_ALONE}`;
}

const LEFT_ALONE = 'Until then, notes are left as they are.';

/** What a file is read with for the sake of what has not changed. */
export function* earlierFile(file: GlossaryFile | undefined): Steps<GlossaryFile | undefined> {
  return file instanceof StoredFile ? yield* file.earlier() : file;
}

/** A file of which nothing can be read leaves its last good reading at work. */
export function* keepGlossary(
  path: string,
  text: string,
  before: Kept<GlossaryFile> | undefined,
): Steps<Kept<GlossaryFile>> {
  const file = yield* parseGlossarySteps(path, text, yield* earlierFile(before?.good));
  // What is no YAML, or YAML without a single entry that could be read, says nothing of what the glossary should be.
  const isBroken = file.problems.some(
    ({ rule, severity }) =>
      rule === 'glossary/syntax' || (file.entities.length === 0 && severity === 'error'),
  );
  return { text, good: isBroken && before ? before.good : file, problems: file.problems };
}

/** A file that breaks off, or of which nothing can be read, leaves its last good reading at work. */
export function* keepSources(
  path: string,
  text: string,
  before: Kept<SourceFile> | undefined,
  isLegacy: boolean,
): Steps<Kept<SourceFile>> {
  const read = yield* readSourceSteps(path, text);
  const file = isLegacy ? { ...read, problems: [legacyProblem(text), ...read.problems] } : read;
  // What can be saved of a file that breaks off may be little; all of its sources are still known from before.
  const isBroken =
    file.problems.some(({ rule }) => rule === 'source/syntax') ||
    (file.sources.length === 0 && file.problems.some(({ severity }) => severity === 'error'));
  return { text, good: isBroken && before ? before.good : file, problems: file.problems, isLegacy };
}

/** At the first line that need not be what it seems. */
function legacyProblem(text: string): Problem {
  const at = Math.max(0, text.search(/[\u0080-\uffff]/));
  const start = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at)) + 1;
  const length = text.slice(start, start + LONGEST_LINE).search(/[\r\n]/);
  const end = length < 0 ? Math.min(text.length, start + LONGEST_LINE) : start + length;
  const message =
    'This file is not UTF-8. It was read as Windows-1252, so check the letters here, and save it as UTF-8.';
  return { rule: 'source/encoding', severity: 'warning', message, span: { start, end } };
}
const LONGEST_LINE = 1_000;
