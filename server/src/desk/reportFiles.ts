/** Which files are reports of a desk: those that its configuration names, but for what it and its ignore files leave out. */

import ignore, { type Ignore } from 'ignore';
import type { DeskConfig } from './config';
import { stylePathOf } from './deskStyle';
import type { FileSystem } from './files';
import { configPathOf } from './findDesk';
import { findFiles, matcher } from './findFiles';
import { join, nameOf, relativeTo } from './path';

/** A file in any folder of a desk that names reports to be left out, as `.gitignore` does. */
const IGNORE_NAME = '.nomenclatorignore';

/** What a file is to a desk: a report of it, or one of its own files, which never is a report. */
export type FileRole = 'report' | 'own';

/** The names that Markdown goes by. */
const MARKDOWN = /\.(?:md|markdown|markdn|mdown|mdwn|mkd|mkdn|mkdown|mdtxt|mdtext|mdx|qmd|rmd)$/i;

/**
 * Answers what a file is to the desk in `root`: a report is Markdown, or what the configuration names so; undefined: neither
 * that nor a file of the desk itself.
 */
export function fileRoles(root: string, config: DeskConfig): (path: string) => FileRole | undefined {
  const single = [configPathOf(root), stylePathOf(root, config.csl)];
  const isNamedOwn = matcher(root, [...config.glossary, ...config.sources]);
  const isNamedReport = matcher(root, config.reports);
  return (path) => {
    if (single.includes(path) || nameOf(path) === IGNORE_NAME || isNamedOwn(path)) return 'own';
    return MARKDOWN.test(path) || isNamedReport(path) ? 'report' : undefined;
  };
}

/** The reports of a desk, sorted by path. */
export async function findReports(files: FileSystem, root: string, config: DeskConfig): Promise<string[]> {
  const roleOf = fileRoles(root, config);
  const found = await findFiles(files, root, config.reports, config.ignore);
  return new IgnoredReports(files, root, config.ignore).without(
    found.filter((path) => roleOf(path) === 'report'),
  );
}

/** Answers whether a desk leaves a report out. Reads each ignore file once: make a new one where they may have changed. */
export class IgnoredReports {
  readonly #files: FileSystem;
  readonly #root: string;
  readonly #isUnwanted: (path: string) => boolean;
  readonly #read = new Map<string, Promise<Ignore | undefined>>();
  readonly #failures: string[] = [];

  /** @param patterns what the configuration ignores, relative to `root`, the desk’s folder. */
  constructor(files: FileSystem, root: string, patterns: readonly string[]) {
    this.#files = files;
    this.#root = root;
    this.#isUnwanted = matcher(root, patterns);
  }

  /** Why an ignore file that was asked for could not be read; nothing is left out on its account. */
  get failures(): readonly string[] {
    return this.#failures;
  }

  /** Whether the report, or a folder that holds it, is left out. Nothing outside the desk’s folder is. */
  async ignores(path: string): Promise<boolean> {
    const relative = relativeTo(this.#root, path);
    if (relative === path || relative.startsWith('../')) return false;
    const parts = relative.split('/');
    const within = parts.map((_, k) => join(this.#root, parts.slice(0, k + 1).join('/')));
    if (within.some(this.#isUnwanted)) return true;
    // As with Git: the nearest file that says something decides, and what lies in a folder left out stays out.
    let isLeftOut = false;
    for (let depth = 0; depth < parts.length; depth++) {
      const folder = depth === 0 ? this.#root : within[depth - 1]!;
      const rules = await this.#rulesIn(folder);
      if (!rules) continue;
      const { ignored, unignored } = rules.test(parts.slice(depth).join('/'));
      if (ignored) isLeftOut = true;
      else if (unignored && !(await this.#isFolderLeftOut(parts, depth))) isLeftOut = false;
    }
    return isLeftOut;
  }

  /** Those of the reports that are not left out. */
  async without(paths: readonly string[]): Promise<string[]> {
    const kept: string[] = [];
    for (const path of paths) if (!(await this.ignores(path))) kept.push(path);
    return kept;
  }

  /** Whether a folder that holds the one at `depth`, or that one, is left out by an ignore file above it. */
  async #isFolderLeftOut(parts: readonly string[], depth: number): Promise<boolean> {
    for (let above = 0; above < depth; above++) {
      const rules = await this.#rulesIn(join(this.#root, parts.slice(0, above).join('/') || '.'));
      if (rules?.ignores(`${parts.slice(above, depth).join('/')}/`)) return true;
    }
    return false;
  }

  #rulesIn(folder: string): Promise<Ignore | undefined> {
    const known = this.#read.get(folder);
    if (known) return known;
    const reading = this.#readRules(folder);
    this.#read.set(folder, reading);
    return reading;
  }

  async #readRules(folder: string): Promise<Ignore | undefined> {
    const entries = await this.#files.list(folder);
    if (!entries.some(({ name, isFolder }) => name === IGNORE_NAME && !isFolder)) return undefined;
    const read = await this.#files.read(join(folder, IGNORE_NAME));
    // Letters count as written on every system: a build server is to leave out what its authors do.
    if ('text' in read) return ignore({ ignorecase: false }).add(read.text);
    this.#failures.push(read.failure);
    return undefined;
  }
}
