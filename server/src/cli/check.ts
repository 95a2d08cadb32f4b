/** `nomenclator check`: reports what is wrong in reports and in the desk's own files, and mends it if asked. */

import { counted } from '../text/counted';
import { checkReports } from './checking/checkReports';
import { type CheckOptions, isNamed, refuseContradictions } from './checking/options';
import { checkOwnFiles, ownFilesOf } from './checking/ownFiles';
import { tell } from './checking/tell';
import { Desks, readReports, readStdin } from './reports';
import type { ExitCode, Terminal } from './terminal';

/** Throws `CannotRun` where the paths, the options or the desk do not let it run. */
export async function check(terminal: Terminal, options: CheckOptions): Promise<ExitCode> {
  refuseContradictions(options);
  const { rules, stdin, fix, dryRun } = options;
  const desks = new Desks(terminal, options.desk, { guesses: true });
  const inputs = stdin
    ? [await readStdin(terminal, desks, options.stdinFilename)]
    : await readReports(terminal, desks, options.paths, { obeysIgnore: options.obeyIgnore });
  const reports = await checkReports(terminal, inputs, options);
  // Who names rules asks for what reports are checked by.
  const used = rules.length === 0 ? await desks.all() : [];
  const ownFiles = await checkOwnFiles(terminal, used, options);
  const paths = new Set(inputs.map(({ absolutePath }) => absolutePath));
  const ownPaths = new Set(used.flatMap((desk) => [...ownFilesOf(desk)]));
  const checked = {
    files: [...ownFiles, ...reports],
    subject: counted(reports.length, 'report'),
    isMended: fix,
    covers: (path: string, rule: string) =>
      ownPaths.has(path) || (paths.has(path) && (rules.length === 0 || isNamed(rule, rules))),
  };
  // Standard output is then a patch, or a report, and nothing else.
  const printsText = (stdin && (fix || dryRun)) || (fix && dryRun);
  return tell(terminal, checked, options, !options.quiet && !printsText);
}
