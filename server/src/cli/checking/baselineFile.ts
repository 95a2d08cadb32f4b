/** Reads and writes the baseline of a run, whose paths are relative to the folder that it lies in. */

import { join, nameOf, parentOf, relativeTo } from '../../desk/path';
import { CannotRun, type Terminal, told } from '../terminal';
import {
  type Baseline,
  readBaseline,
  type Scope,
  updatedBaseline,
  withoutKnown,
  writeBaseline,
} from './baseline';
import type { CheckedAll, CheckedFile } from './checkedFile';
import { shownFrom, type TellOptions } from './options';

/** What is left of a run when its baseline has been taken away. */
export interface BesideBaseline {
  readonly files: readonly CheckedFile[];
  readonly known: number;
  readonly gone: number;
  /** The baseline that was written, as it is printed. */
  readonly written?: string;
}

/** The findings without those that the baseline knows, which is written first where that is asked for. Throws `CannotRun`. */
export async function withBaseline(
  terminal: Terminal,
  checked: CheckedAll,
  options: TellOptions,
): Promise<BesideBaseline> {
  const { baseline: named, updateBaseline } = options;
  if (named === undefined) return { files: checked.files, known: 0, gone: 0 };
  const path = join(terminal.cwd, named.replaceAll('\\', '/'));
  const folder = parentOf(path);
  const pathOf = ({ absolutePath }: CheckedFile) => relativeTo(folder, absolutePath);
  const before = await read(terminal, path, named, updateBaseline);
  const missing = await missingOf(terminal, folder, before);
  const scope: Scope = {
    covers: (relative, rule) => missing.has(relative) || checked.covers(join(folder, relative), rule),
    least: shownFrom(options),
  };
  if (!updateBaseline) {
    const { files, hidden, gone } = withoutKnown(checked.files, before, pathOf, scope);
    return { files, known: hidden, gone };
  }
  const baseline = updatedBaseline(before, checked.files, pathOf, scope);
  await write(terminal, path, named, writeBaseline(baseline));
  const { files, hidden, gone } = withoutKnown(checked.files, baseline, pathOf, scope);
  return { files, known: hidden, gone, written: named };
}

async function read(
  terminal: Terminal,
  path: string,
  named: string,
  isToBeWritten: boolean,
): Promise<Baseline> {
  const { files } = terminal;
  const entry = (await files.list(parentOf(path))).find(({ name }) => name === nameOf(path));
  if (entry?.isFolder)
    throw new CannotRun(`${named} is a folder. Name a file: --baseline ${named}/baseline.json.`);
  if (!entry && isToBeWritten) return [];
  if (!entry) throw new CannotRun(`There is no baseline ${named}. Add --update-baseline to write it.`);
  const text = await files.read(path);
  if ('failure' in text) throw new CannotRun(told(terminal, text.failure));
  const known = readBaseline(text.text);
  if ('problem' in known) throw new CannotRun(`${named} ${known.problem}`);
  return known.baseline;
}

async function write(terminal: Terminal, path: string, named: string, text: string): Promise<void> {
  try {
    await terminal.write(path, text);
  } catch (error) {
    throw new CannotRun(
      `${named} could not be written (${error instanceof Error ? error.message : error}). Name a file in a folder that may be written.`,
    );
  }
}

/** The files that the baseline names and that are not there any more. */
async function missingOf(
  { files }: Terminal,
  folder: string,
  baseline: Baseline,
): Promise<ReadonlySet<string>> {
  const named = new Set(baseline.map(({ path }) => path));
  const entries = new Map<string, ReadonlySet<string>>();
  const missing = new Set<string>();
  for (const relative of named) {
    const path = join(folder, relative);
    const parent = parentOf(path);
    let names = entries.get(parent);
    if (!names) {
      names = new Set((await files.list(parent)).map(({ name }) => name));
      entries.set(parent, names);
    }
    if (!names.has(nameOf(path))) missing.add(relative);
  }
  return missing;
}
