/** Checks reports one after another, and keeps of each only what is to be told. */

import { completeSteps, listedSteps } from '../../analysis/analyze';
import type { Finding } from '../../analysis/finding';
import type { Waiting } from '../../analysis/rule';
import { RULES } from '../../analysis/rules';
import type { WorksOfReference } from '../../analysis/works';
import { finish } from '../../text/steps';
import type { InputReport } from '../reports';
import type { Terminal } from '../terminal';
import { type CheckedFile, writtenAt } from './checkedFile';
import { mendReports } from './mend';
import { type CheckOptions, failsFrom, isNamed, isSilent, reaches, shownFrom } from './options';

/** The findings of the rules and severities that are asked for, after mending where that was. */
export async function checkReports(
  terminal: Terminal,
  inputs: readonly InputReport[],
  options: CheckOptions,
): Promise<CheckedFile[]> {
  const least = shownFrom(options);
  const isShown = ({ code, severity }: Finding) =>
    (options.rules.length === 0 || isNamed(code, options.rules)) && reaches(severity, least);
  const checked: CheckedFile[] = [];
  const seeksGuesses = ({ desk }: InputReport) => countedWaiting(desk.works, options).includes('guesses');
  for (const { input, text } of await mendReports(terminal, inputs, options, seeksGuesses)) {
    const { works } = input.desk;
    const listed = finish(listedSteps(text, works));
    const { report, findings } = finish(completeSteps(listed, countedWaiting(works, options)));
    checked.push({
      path: input.path,
      absolutePath: input.absolutePath,
      isReport: true,
      lines: report.lines,
      findings: findings.filter(isShown).map((one) => ({ ...one, written: writtenAt(text, one) })),
    });
  }
  return checked;
}

/** What takes long, as far as anything that needs it would be printed, remembered or counted. */
function countedWaiting({ severities }: WorksOfReference, options: CheckOptions): readonly Waiting[] {
  const isTold = !isSilent(options) || options.updateBaseline;
  const least = isTold ? shownFrom(options) : failsFrom(options);
  return RULES.flatMap(({ code, waitsFor, defaultSeverity }) => {
    const severity = severities.get(code) ?? defaultSeverity;
    const isWanted = options.rules.length === 0 || isNamed(code, options.rules);
    return waitsFor && isWanted && severity !== 'off' && reaches(severity, least) ? waitsFor : [];
  });
}
