/** The desks of one run of the command line: which one a report belongs to, each loaded once. */

import type { Desk } from '../desk/desk';
import { DeskKeeper } from '../desk/deskKeeper';
import { configPathOf, findDesk } from '../desk/findDesk';
import { join, parentOf, relativeTo } from '../desk/path';
import { type FileRole, fileRoles, IgnoredReports } from '../desk/reportFiles';
import { CannotRun, type Terminal, told } from './terminal';

/** What desks are read by. */
type Reader = Pick<Terminal, 'cwd' | 'files' | 'cache' | 'later'>;

export class Desks {
  readonly #terminal: Reader;
  readonly #guesses: boolean;
  readonly #fixed: string | undefined;
  readonly #loaded = new Map<string, Promise<Desk>>();
  readonly #ofFolder = new Map<string, Promise<Desk>>();
  readonly #ignored = new Map<Desk, IgnoredReports>();
  readonly #roles = new Map<Desk, (path: string) => FileRole | undefined>();

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

  /** What a file is to its desk; undefined: neither a report nor one of the desk’s own files. */
  async roleOf(path: string): Promise<FileRole | undefined> {
    const desk = await this.of(parentOf(path));
    let role = this.#roles.get(desk);
    if (!role) {
      role = fileRoles(desk.root, desk.config);
      this.#roles.set(desk, role);
    }
    return role(path);
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
    if (failure !== undefined) throw new CannotRun(told(this.#terminal, failure));
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
