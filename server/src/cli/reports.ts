/** Turns the paths of a command line into reports, each with the desk that it belongs to. */

import type { Desk } from '../desk/desk';
import type { MarkedEncoding } from '../desk/files';
import { findFiles } from '../desk/findFiles';
import { isAbsolute, join, parentOf, relativeTo } from '../desk/path';
import { findReports } from '../desk/reportFiles';
import type { Desks } from './desks';
import { CannotRun, type Terminal, told } from './terminal';

export interface InputReport {
  /** As it is printed: relative to where the command was called. */
  readonly path: string;
  readonly absolutePath: string;
  readonly text: string;
  /** How its bytes say it, if not as plain UTF-8. */
  readonly encoding?: MarkedEncoding;
  readonly desk: Desk;
}

const GLOB = /[*?[\]{}!]/;

/** How the paths of a command line are taken. */
export interface PathOptions {
  /** Whether a file that is named itself is left out too where its desk ignores it. */
  readonly obeysIgnore?: boolean;
  /** Whether a desk’s own files may be named, and nothing else: they are no reports, but the command looks at them too. */
  readonly takesOwnFiles?: boolean;
}

export interface Inputs {
  readonly reports: readonly InputReport[];
  /** How many more could not be read; each was told on standard error. */
  readonly unread: number;
}

/**
 * The absolute paths of the reports that `readReports` reads, for who reads them one after another. What a desk ignores
 * is left out, but for files that are named one by one: who names a file wants it. Throws `CannotRun` where nothing is left
 * of what was named, and for a file that is no report.
 */
export const reportPaths = async (
  terminal: Terminal,
  desks: Desks,
  paths: readonly string[],
  options: PathOptions = {},
): Promise<string[]> =>
  paths.length > 0 ? new Expansion(terminal, desks, options).of(paths) : reportsOf(terminal, desks);

/**
 * The reports that the paths name: files, folders, globs; without a path, the reports of the desk. One that cannot be read
 * is told on standard error and left out; throws `CannotRun` where none is left then.
 */
export async function readReports(
  terminal: Terminal,
  desks: Desks,
  paths: readonly string[],
  options: PathOptions = {},
): Promise<Inputs> {
  const { files, cwd } = terminal;
  const reports: InputReport[] = [];
  const failures: string[] = [];
  for (const absolutePath of await reportPaths(terminal, desks, paths, options)) {
    const read = await files.read(absolutePath);
    if ('failure' in read) failures.push(told(terminal, read.failure));
    else
      reports.push({
        path: relativeTo(cwd, absolutePath),
        absolutePath,
        ...read,
        desk: await desks.of(parentOf(absolutePath)),
      });
  }
  const last = reports.length === 0 ? failures.pop() : undefined;
  for (const failure of failures) terminal.error(failure);
  if (last !== undefined) throw new CannotRun(last);
  return { reports, unread: failures.length };
}

/** A report that comes by standard input, under the name it would have. Throws `CannotRun` for the name of one of the desk’s own files. */
export async function readStdin(
  terminal: Terminal,
  desks: Desks,
  filename: string | undefined,
): Promise<InputReport> {
  const path = filename ?? 'stdin.md';
  const absolutePath = join(terminal.cwd, path.replaceAll('\\', '/'));
  if ((await desks.roleOf(absolutePath)) === 'own') throw new CannotRun(ownFile(path));
  const input = await terminal.input();
  const text = input.replace(/^\uFEFF/, '');
  return {
    path,
    absolutePath,
    text,
    ...(text !== input && { encoding: 'utf-8' }),
    desk: await desks.of(parentOf(absolutePath)),
  };
}

const ownFile = (path: string): string =>
  `${path} is one of the desk’s own files, and no report. “nomenclator glossary” checks those.`;

async function reportsOf({ files, cwd }: Terminal, desks: Desks): Promise<string[]> {
  const { root, config } = await desks.of(cwd);
  const kept: string[] = [];
  for (const path of await findReports(files, root, config))
    if (!(await desks.ignores(path))) kept.push(path);
  return kept;
}

/** What the paths of one command line come to. */
class Expansion {
  readonly #terminal: Terminal;
  readonly #desks: Desks;
  readonly #options: PathOptions;
  /** By where they lie when every link is followed: a file that is named twice is read once. */
  readonly #found = new Map<string, string>();
  readonly #ownFiles: string[] = [];
  /** Of each folder and pattern that gave no report, why. */
  readonly #empty: string[] = [];

  constructor(terminal: Terminal, desks: Desks, options: PathOptions) {
    this.#terminal = terminal;
    this.#desks = desks;
    this.#options = options;
  }

  async of(paths: readonly string[]): Promise<string[]> {
    for (const given of paths) await this.#add(given);
    const isNothingLeft = this.#found.size === 0;
    const [own] = this.#ownFiles;
    if (isNothingLeft && own !== undefined && !this.#options.takesOwnFiles) throw new CannotRun(ownFile(own));
    const last = isNothingLeft && own === undefined ? this.#empty.pop() : undefined;
    for (const sentence of this.#empty) this.#terminal.error(sentence);
    if (last !== undefined) throw new CannotRun(last);
    return [...this.#found.values()];
  }

  async #add(given: string): Promise<void> {
    const { files, cwd } = this.#terminal;
    const path = given.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '');
    const absolute = isAbsolute(path) ? join(path, '.') : join(cwd, path);
    const kind = await kindOf(files, absolute);
    if (kind === 'file') await this.#addFile(given, absolute);
    else if (kind === 'folder') await this.#addAll(given, await findFiles(files, absolute, ['**/*']));
    else if (GLOB.test(path)) {
      const matching = await findFiles(files, cwd, [path]);
      if (matching.length === 0) throw new CannotRun(`No file matches ${given}. Check the pattern.`);
      await this.#addAll(given, matching);
    } else throw new CannotRun(`There is no file or folder ${given}. Check the name.`);
  }

  async #addFile(given: string, path: string): Promise<void> {
    const role = await this.#desks.roleOf(path);
    if (role === undefined)
      throw new CannotRun(
        `${given} is no report: it is not Markdown, and “reports:” in nomenclator.yaml does not name it. Leave it out, or name it there.`,
      );
    if (role === 'own') this.#ownFiles.push(given);
    else if (!this.#options.obeysIgnore || !(await this.#desks.ignores(path))) await this.#keep(path);
  }

  /** The reports among the files that a folder or a pattern gave. */
  async #addAll(given: string, paths: readonly string[]): Promise<void> {
    const roles = { report: 0, own: 0 };
    let kept = 0;
    for (const path of paths) {
      const role = await this.#desks.roleOf(path);
      if (role) roles[role]++;
      if (role !== 'report' || (await this.#desks.ignores(path))) continue;
      await this.#keep(path);
      kept++;
    }
    if (kept > 0) return;
    if (roles.report > 0)
      this.#empty.push(
        `Every report in ${given} is left out by “ignore:” in nomenclator.yaml or a .nomenclatorignore. Name one itself, or another folder.`,
      );
    else if (roles.own > 0) this.#ownFiles.push(given);
    else
      this.#empty.push(
        `There is no report in ${given}: no Markdown, and nothing that “reports:” in nomenclator.yaml names. Check the name.`,
      );
  }

  async #keep(path: string): Promise<void> {
    const place = (await this.#terminal.files.realPath?.(path)) ?? path;
    if (!this.#found.has(place)) this.#found.set(place, path);
  }
}

async function kindOf(files: Terminal['files'], path: string): Promise<'file' | 'folder' | undefined> {
  if (parentOf(path) === path) return 'folder';
  const name = path.slice(path.lastIndexOf('/') + 1);
  const entry = (await files.list(parentOf(path))).find((one) => one.name === name);
  if (!entry) return undefined;
  return entry.isFolder ? 'folder' : 'file';
}
