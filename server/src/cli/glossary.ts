/** `nomenclator glossary`: reports what is wrong in the desk's own files, and reads no report. */

import { counted } from '../text/counted';
import { refuseBaseline, type TellOptions } from './checking/options';
import { checkOwnFiles, ownFileCount, ownFilesOf } from './checking/ownFiles';
import { tell } from './checking/tell';
import { Desks } from './desks';
import { CannotRun, type ExitCode, type Terminal } from './terminal';

/** Checks the desk of the folder that the command was called in, or the one that is named. */
export async function glossary(terminal: Terminal, options: TellOptions): Promise<ExitCode> {
  refuseBaseline(options);
  const desk = await new Desks(terminal, options.desk).of(terminal.cwd);
  const files = await checkOwnFiles(terminal, [desk], options);
  const paths = ownFilesOf(desk);
  const count = await ownFileCount(terminal, desk);
  // Who checks nothing every night believes that all is well.
  if (count === 0)
    throw new CannotRun(
      'There is no desk here. Name a folder with a nomenclator.yaml or a glossary/: --desk DIR, or start one: nomenclator init.',
    );
  const checked = {
    files,
    subject: `${counted(count, 'file')} of the desk`,
    isMended: false,
    covers: (path: string) => paths.has(path),
  };
  return tell(terminal, checked, options);
}
