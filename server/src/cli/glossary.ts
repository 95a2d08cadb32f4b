/** `nomenclator glossary`: reports what is wrong in the desk's own files, and reads no report. */

import { refuseBaseline, type TellOptions } from './checking/options';
import { checkOwnFiles, ownFilesOf } from './checking/ownFiles';
import { tell } from './checking/tell';
import { counted } from './checking/told';
import { Desks } from './reports';
import type { ExitCode, Terminal } from './terminal';

/** Checks the desk of the folder that the command was called in, or the one that is named. */
export async function glossary(terminal: Terminal, options: TellOptions): Promise<ExitCode> {
  refuseBaseline(options);
  const desk = await new Desks(terminal, options.desk).of(terminal.cwd);
  const files = await checkOwnFiles(terminal, [desk], options);
  const paths = ownFilesOf(desk);
  const checked = {
    files,
    subject: `${counted(paths.size, 'file')} of the desk`,
    covers: (path: string) => paths.has(path),
  };
  return tell(terminal, checked, options);
}
