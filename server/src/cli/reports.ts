/** Turns the paths of a command line into reports, each with the desk that it belongs to. */

import type { Desk } from '../desk/desk';
import { DeskKeeper } from '../desk/deskKeeper';
import { configPathOf, findDesk } from '../desk/findDesk';
import { findFiles } from '../desk/findFiles';
import { isAbsolute, join, parentOf, relativeTo } from '../desk/path';
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

/** The desks of one run, each loaded once. */
export class Desks {
  readonly #terminal: Terminal;
  readonly #guesses: boolean;
  readonly #fixed: string | undefined;
  readonly #loaded = new Map<string, Promise<Desk>>();

  /** `folder`, if given, is the desk of every report; `guesses`: whether the command asks for any. */
  constructor(terminal: Terminal, folder: string | undefined, { guesses = false } = {}) {
    this.#terminal = terminal;
    this.#guesses = guesses;
    this.#fixed = folder === undefined ? undefined : join(terminal.cwd, folder);
  }

  /** The desk of the folder; without one above it, the desk of the folder the command was called in. */
  async of(folder: string): Promise<Desk> {
    if (this.#fixed !== undefined) return this.#load(this.#fixed, true);
    const { files, cwd } = this.#terminal;
    return this.#load((await findDesk(files, folder)) ?? (await findDesk(files, cwd)) ?? cwd, false);
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

/** The absolute paths of the reports that `readReports` reads, for who reads them one after another. */
export const reportPaths = async (
  terminal: Terminal,
  desks: Desks,
  paths: readonly string[],
): Promise<string[]> =>
  paths.length > 0 ? expand(terminal, paths) : reportsOf(terminal, await desks.of(terminal.cwd));

/** The reports that the paths name: files, folders, globs; without a path, the reports of the desk. */
export async function readReports(
  terminal: Terminal,
  desks: Desks,
  paths: readonly string[],
): Promise<InputReport[]> {
  const { files, cwd } = terminal;
  const reports: InputReport[] = [];
  for (const absolutePath of await reportPaths(terminal, desks, paths)) {
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

const reportsOf = ({ files }: Terminal, { root, config }: Desk): Promise<string[]> =>
  findFiles(files, root, config.reports, config.ignore);

async function expand({ files, cwd }: Terminal, paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const given of paths) {
    const path = given.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '');
    const absolute = isAbsolute(path) ? join(path, '.') : join(cwd, path);
    const kind = await kindOf(files, absolute);
    if (kind === 'file') found.add(absolute);
    else if (kind === 'folder')
      for (const file of await findFiles(files, absolute, MARKDOWN)) found.add(file);
    else if (GLOB.test(path)) {
      const matching = await findFiles(files, cwd, [path]);
      if (matching.length === 0) throw new CannotRun(`No file matches ${given}. Check the pattern.`);
      for (const file of matching) found.add(file);
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
