/** Turns the paths of a command line into reports, each with the desk that it belongs to. */

import type { Desk } from '../desk/desk';
import { DeskKeeper } from '../desk/deskKeeper';
import { configPathOf, findDesk } from '../desk/findDesk';
import { findFiles } from '../desk/findFiles';
import { isAbsolute, join, parentOf, relativeTo } from '../desk/path';
import { findReports, IgnoredReports } from '../desk/reportFiles';
import { CannotRun, type Terminal } from './terminal';

export interface InputReport {
  /** As it is printed: relative to where the command was called. */
  readonly path: string;
  readonly absolutePath: string;
  readonly text: string;
  readonly desk: Desk;
}

const GLOB = /[*?[\]{}!]/;
const MARKDOWN = ['**/*.{md,markdown}'];

/** What desks are read by. */
type Reader = Pick<Terminal, 'cwd' | 'files' | 'cache' | 'later'>;

/** The desks of one run, each loaded once. */
export class Desks {
  readonly #terminal: Reader;
  readonly #guesses: boolean;
  readonly #fixed: string | undefined;
  readonly #loaded = new Map<string, Promise<Desk>>();
  readonly #ofFolder = new Map<string, Promise<Desk>>();
  readonly #ignored = new Map<Desk, IgnoredReports>();

  /** `folder`, if given, is the desk of every report; `guesses`: whether the command asks for any. */
  constructor(terminal: Reader, folder: string | undefined, { guesses = false } = {}) {
    this.#terminal = terminal;
    this.#guesses = guesses;
    this.#fixed = folder === undefined ? undefined : join(terminal.cwd, folder);
  }

  /** The desk of the folder; without one above it, the desk of the folder the command was called in. */
  of(folder: string): Promise<Desk> {
    const known = this.#ofFolder.get(folder);
    if (known) return known;
    const finding = this.#find(folder);
    this.#ofFolder.set(folder, finding);
    return finding;
  }

  async #find(folder: string): Promise<Desk> {
    if (this.#fixed !== undefined) return this.#load(this.#fixed, true);
    const { files, cwd } = this.#terminal;
    return this.#load((await findDesk(files, folder)) ?? (await findDesk(files, cwd)) ?? cwd, false);
  }

  /** Whether its desk leaves a report out. Throws `CannotRun` where an ignore file cannot be read. */
  async ignores(path: string): Promise<boolean> {
    const desk = await this.of(parentOf(path));
    let ignored = this.#ignored.get(desk);
    if (!ignored) {
      ignored = new IgnoredReports(this.#terminal.files, desk.root, desk.config.ignore);
      this.#ignored.set(desk, ignored);
    }
    const isIgnored = await ignored.ignores(path);
    const [failure] = ignored.failures;
    if (failure !== undefined) throw new CannotRun(failure);
    return isIgnored;
  }

  /** The desks that were used. */
  async all(): Promise<Desk[]> {
    return Promise.all(this.#loaded.values());
  }

  #load(root: string, named: boolean): Promise<Desk> {
    const known = this.#loaded.get(root);
    if (known) return known;
    const loading = this.#read(root, named);
    this.#loaded.set(root, loading);
    return loading;
  }

  async #read(root: string, named: boolean): Promise<Desk> {
    const { files, cwd, cache } = this.#terminal;
    if (named && (await files.list(root)).length === 0) {
      throw new CannotRun(
        `There is no desk in ${relativeTo(cwd, root)}. Name a folder with a nomenclator.yaml or a glossary/.`,
      );
    }
    const keeper = new DeskKeeper(files, root, cache && { cache });
    const desk = await keeper.load();
    if (this.#guesses) await keeper.recall();
    this.#terminal.later?.(() => keeper.remember());
    const config = configPathOf(root);
    const broken = desk.problems
      .get(config)
      ?.find(({ rule }) => rule === 'desk/syntax' || rule === 'desk/unreadable');
    if (broken) throw new CannotRun(`${relativeTo(cwd, config)} cannot be read: ${broken.message}`);
    return desk;
  }
}

/** How the paths of a command line are taken. */
export interface PathOptions {
  /** Whether a file that is named itself is left out too where its desk ignores it. */
  readonly obeysIgnore?: boolean;
}

/**
 * The absolute paths of the reports that `readReports` reads, for who reads them one after another. What a desk ignores
 * is left out, but for files that are named one by one: who names a file wants it.
 */
export const reportPaths = async (
  terminal: Terminal,
  desks: Desks,
  paths: readonly string[],
  options: PathOptions = {},
): Promise<string[]> =>
  paths.length > 0 ? expand(terminal, desks, paths, options) : reportsOf(terminal, desks);

/** The reports that the paths name: files, folders, globs; without a path, the reports of the desk. */
export async function readReports(
  terminal: Terminal,
  desks: Desks,
  paths: readonly string[],
  options: PathOptions = {},
): Promise<InputReport[]> {
  const { files, cwd } = terminal;
  const reports: InputReport[] = [];
  for (const absolutePath of await reportPaths(terminal, desks, paths, options)) {
    const read = await files.read(absolutePath);
    if ('failure' in read) throw new CannotRun(read.failure);
    const desk = await desks.of(parentOf(absolutePath));
    reports.push({ path: relativeTo(cwd, absolutePath), absolutePath, text: read.text, desk });
  }
  return reports;
}

/** A report that comes by standard input, under the name it would have. */
export async function readStdin(
  terminal: Terminal,
  desks: Desks,
  filename: string | undefined,
): Promise<InputReport> {
  const absolutePath = join(terminal.cwd, filename ?? 'stdin.md');
  const text = (await terminal.input()).replace(/^\uFEFF/, '');
  return { path: filename ?? 'stdin.md', absolutePath, text, desk: await desks.of(parentOf(absolutePath)) };
}

async function reportsOf({ files, cwd }: Terminal, desks: Desks): Promise<string[]> {
  const { root, config } = await desks.of(cwd);
  return withoutIgnored(desks, await findReports(files, root, config));
}

async function withoutIgnored(desks: Desks, paths: readonly string[]): Promise<string[]> {
  const kept: string[] = [];
  for (const path of paths) if (!(await desks.ignores(path))) kept.push(path);
  return kept;
}

async function expand(
  { files, cwd }: Terminal,
  desks: Desks,
  paths: readonly string[],
  { obeysIgnore = false }: PathOptions,
): Promise<string[]> {
  const found = new Set<string>();
  const add = async (some: readonly string[]) => {
    for (const file of await withoutIgnored(desks, some)) found.add(file);
  };
  for (const given of paths) {
    const path = given.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '');
    const absolute = isAbsolute(path) ? join(path, '.') : join(cwd, path);
    const kind = await kindOf(files, absolute);
    if (kind === 'file' && obeysIgnore) await add([absolute]);
    else if (kind === 'file') found.add(absolute);
    else if (kind === 'folder') await add(await findFiles(files, absolute, MARKDOWN));
    else if (GLOB.test(path)) {
      const matching = await findFiles(files, cwd, [path]);
      if (matching.length === 0) throw new CannotRun(`No file matches ${given}. Check the pattern.`);
      await add(matching);
    } else throw new CannotRun(`There is no file or folder ${given}. Check the name.`);
  }
  return [...found];
}

async function kindOf(files: Terminal['files'], path: string): Promise<'file' | 'folder' | undefined> {
  if (parentOf(path) === path) return 'folder';
  const name = path.slice(path.lastIndexOf('/') + 1);
  const entry = (await files.list(parentOf(path))).find((one) => one.name === name);
  if (!entry) return undefined;
  return entry.isFolder ? 'folder' : 'file';
}
