/** What is wrong with the files of desks themselves: configuration, glossary and sources. */

import { CONFIG_NAME } from '../../desk/config';
import type { Desk } from '../../desk/desk';
import { configPathOf } from '../../desk/findDesk';
import { relativeTo } from '../../desk/path';
import { LineIndex } from '../../text/lineIndex';
import type { Terminal } from '../terminal';
import { asFinding, type CheckedFile, writtenAt } from './checkedFile';
import { reaches, shownFrom, type TellOptions } from './options';

/** The paths of a desk’s own files, whether anything is wrong with them or not, and whether there is a configuration or not. */
export const ownFilesOf = ({ root, glossaryFiles, works, problems }: Desk): ReadonlySet<string> =>
  new Set([
    configPathOf(root),
    ...glossaryFiles.keys(),
    // Every source file is among these, also one without a problem.
    ...works.library.problems.keys(),
    ...problems.keys(),
  ]);

/** How many files of its own a desk has: a configuration only where there is one. */
export async function ownFileCount({ files }: Terminal, desk: Desk): Promise<number> {
  const hasConfig = (await files.list(desk.root)).some(({ name }) => name === CONFIG_NAME);
  return ownFilesOf(desk).size - (hasConfig ? 0 : 1);
}

/**
 * The own files of the desks that have problems. Who names rules asks for what reports are checked by: of the rest, errors
 * are told all the same, without which it would not be known whether anything was checked.
 */
export async function checkOwnFiles(
  terminal: Terminal,
  desks: readonly Desk[],
  options: TellOptions,
  rules: readonly string[] = [],
): Promise<CheckedFile[]> {
  const least = rules.length > 0 ? 'error' : shownFrom(options);
  const checked = new Map<string, CheckedFile>();
  for (const desk of desks) {
    for (const [absolutePath, problems] of desk.problems) {
      const shown = problems.filter(({ severity }) => reaches(severity, least)).map(asFinding);
      // Several desks may share a glossary, and find the same in it.
      if (shown.length === 0 || checked.has(absolutePath)) continue;
      const read = await terminal.files.read(absolutePath);
      const text = 'text' in read ? read.text : '';
      checked.set(absolutePath, {
        path: relativeTo(terminal.cwd, absolutePath),
        absolutePath,
        isReport: false,
        lines: new LineIndex(text),
        findings: shown
          .map((one) => ({ ...one, written: writtenAt(text, one) }))
          .sort((a, b) => a.span.start - b.span.start),
      });
    }
  }
  return [...checked.values()];
}
