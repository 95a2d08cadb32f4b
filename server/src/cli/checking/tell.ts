/** Prints what a check has found, as it was asked for, and says how the run ends. */

import { EXIT, type ExitCode, type Terminal } from '../terminal';
import { withBaseline } from './baselineFile';
import type { CheckedAll } from './checkedFile';
import { asGithub } from './formats/github';
import { asJson } from './formats/json';
import { asJunit } from './formats/junit';
import { asSarif } from './formats/sarif';
import { asText } from './formats/text';
import { type CheckFormat, failsFrom, isSilent, reaches, SEVERITIES, type TellOptions } from './options';
import { repositoryOf } from './repository';
import { countsOf, leftOutOf, limited, mendableIn, type Told } from './told';

const FORMATS: Readonly<Record<CheckFormat, (told: Told) => string>> = {
  text: asText,
  json: asJson,
  sarif: asSarif,
  github: asGithub,
  junit: asJunit,
};
/** These say all by themselves; what the others leave out is told beside them. */
const SAYS_ALL: readonly CheckFormat[] = ['text', 'github'];

/**
 * Takes away what the baseline knows, prints the rest, and gives the exit code.
 *
 * @param prints whether anything is to be printed.
 */
export async function tell(
  terminal: Terminal,
  checked: CheckedAll,
  options: TellOptions,
  prints = !isSilent(options),
): Promise<ExitCode> {
  const { format, maxFindings } = options;
  const { files, ...beside } = await withBaseline(terminal, checked, options);
  const counts = countsOf(files);
  const total = SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
  const most = maxFindings ?? total;
  const least = failsFrom(options);
  if (prints) {
    const told: Told = {
      ...beside,
      files: most < total ? limited(files, most) : files,
      subject: checked.subject,
      counts,
      mendable: checked.isMended ? 0 : mendableIn(files),
      omitted: Math.max(0, total - most),
      failsFrom: least,
      root: await repositoryOf(terminal.files, terminal.cwd),
      coloured: terminal.coloured ?? false,
    };
    terminal.out(FORMATS[format](told));
    if (!SAYS_ALL.includes(format) && !options.quiet)
      for (const sentence of leftOutOf(told)) terminal.error(sentence);
  }
  const fails = SEVERITIES.some((severity) => counts[severity] > 0 && reaches(severity, least));
  return fails ? EXIT.found : EXIT.clean;
}
