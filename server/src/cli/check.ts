/** `nomenclator check`: reports what is wrong in reports and in the desk's own files, and mends it if asked. */

import type { Desk } from '../desk/desk';
import { counted } from '../text/counted';
import { checkReports } from './checking/checkReports';
import { type CheckOptions, isNamed, isSilent, refuseContradictions } from './checking/options';
import { checkOwnFiles, ownFileCount, ownFilesOf } from './checking/ownFiles';
import { asIs } from './checking/patch';
import { tell } from './checking/tell';
import { Desks } from './desks';
import { type Inputs, readReports, readStdin } from './reports';
import { CannotRun, EXIT, type ExitCode, type Terminal } from './terminal';

/** Throws `CannotRun` where the paths, the options or the desk do not let it run. */
export async function check(terminal: Terminal, options: CheckOptions): Promise<ExitCode> {
  refuseContradictions(options);
  const { paths, rules, stdin, fix, dryRun, obeyIgnore } = options;
  const desks = new Desks(terminal, options.desk, { guesses: true });
  const takesOwnFiles = rules.length === 0;
  const { reports: inputs, unread } = stdin
    ? await readInput(terminal, desks, options)
    : await readReports(terminal, desks, paths, { obeysIgnore: obeyIgnore, takesOwnFiles });
  const reports = await checkReports(terminal, inputs, options);
  const used = await desks.all();
  const ownFiles = await checkOwnFiles(terminal, used, options, rules);
  const ownCount = await totalOf(used, (desk) => ownFileCount(terminal, desk));
  // Who checks nothing every night believes that all is well.
  if (!stdin && paths.length === 0 && inputs.length === 0 && ownCount === 0)
    throw new CannotRun(
      'There is no desk here, and no report. Name reports, or a folder with a nomenclator.yaml or a glossary/: --desk DIR.',
    );
  const checkedPaths = new Set(inputs.map(({ absolutePath }) => absolutePath));
  const ownPaths = new Set(used.flatMap((desk) => [...ownFilesOf(desk)]));
  const isOfDeskAlone = paths.length > 0 && inputs.length === 0 && ownCount > 0 && !obeyIgnore;
  const checked = {
    files: [...ownFiles, ...reports],
    subject: isOfDeskAlone ? `${counted(ownCount, 'file')} of the desk` : counted(reports.length, 'report'),
    isMended: fix,
    covers: (path: string, rule: string) =>
      (takesOwnFiles && ownPaths.has(path)) ||
      (checkedPaths.has(path) && (rules.length === 0 || isNamed(rule, rules))),
  };
  // Standard output is then a patch, or a report, and nothing else.
  const printsText = (stdin && (fix || dryRun)) || (fix && dryRun);
  const ends = await tell(terminal, checked, options, !isSilent(options) && !printsText);
  return unread > 0 ? EXIT.couldNotRun : ends;
}

/** What comes by standard input; where the desk ignores its name and that is to be obeyed, it is handed back as it is. */
async function readInput(terminal: Terminal, desks: Desks, options: CheckOptions): Promise<Inputs> {
  const input = await readStdin(terminal, desks, options.stdinFilename);
  if (!options.obeyIgnore || !(await desks.ignores(input.absolutePath)))
    return { reports: [input], unread: 0 };
  if (options.fix && !options.dryRun) terminal.out(asIs(input, input.text));
  return { reports: [], unread: 0 };
}

async function totalOf(desks: readonly Desk[], count: (desk: Desk) => Promise<number>): Promise<number> {
  let total = 0;
  for (const desk of desks) total += await count(desk);
  return total;
}
