/** `nomenclator init`: starts a desk in a folder, and replaces nothing that is there. */

import { findDesk } from '../desk/findDesk';
import { planNewDesk } from '../desk/newDesk';
import { isAbsolute, join, nameOf, parentOf, relativeTo } from '../desk/path';
import { CannotRun, EXIT, type ExitCode, type Terminal } from './terminal';

export interface InitOptions {
  /** One folder, which need not be there yet; none: where the command was called. */
  readonly folders: readonly string[];
  readonly desk?: string | undefined;
}

/** Says what it has written and what it has left alone. Throws `CannotRun` where something cannot be written. */
export async function init(terminal: Terminal, { folders, desk: named }: InitOptions): Promise<ExitCode> {
  const { cwd, files } = terminal;
  if (named !== undefined) throw new CannotRun(`init starts a desk where you say: nomenclator init ${named}`);
  if (folders.length > 1)
    throw new CannotRun(`Start one desk at a time: leave out ${folders.slice(1).join(' ')}.`);
  const given = folders[0]?.replaceAll('\\', '/') ?? '.';
  const root = isAbsolute(given) ? join(given, '.') : join(cwd, given);
  const itself = (await files.list(parentOf(root))).find(({ name }) => name === nameOf(root));
  if (itself && !itself.isFolder) throw new CannotRun(`${given} is a file. Name a folder for the desk.`);
  const above = await findDesk(files, parentOf(root));
  const { files: planned, kept, open } = await planNewDesk(files, root, terminal.today());
  const shown = (path: string) => relativeTo(cwd, join(root, path)) + (path.endsWith('/') ? '/' : '');
  for (const path of kept) terminal.out(`Left alone: ${shown(path)}\n`);
  for (const { path, text } of planned) {
    try {
      await terminal.create(join(root, path), text);
    } catch (error) {
      throw new CannotRun(
        `${shown(path)} could not be written (${error instanceof Error ? error.message : error}). Name a folder that may be written.`,
      );
    }
    terminal.out(`Written: ${shown(path)}\n`);
  }
  if (planned.length === 0) {
    terminal.out('This is a desk already: nothing was written.\n');
    return EXIT.clean;
  }
  if (above !== undefined && above !== root)
    terminal.out(`This folder now has a desk of its own, apart from the one in ${relativeTo(cwd, above)}.\n`);
  const folder = relativeTo(cwd, root);
  const desk = folder === '.' ? '' : ` --desk ${/\s/.test(folder) ? `"${folder}"` : folder}`;
  terminal.out(`Open ${shown(open)} to begin, or run: nomenclator check${desk}\n`);
  return EXIT.clean;
}
