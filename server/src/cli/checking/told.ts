/** What a check has to tell: the findings that are printed, and how many there are of those that are not. */

import { counted } from '../../text/counted';
import type { Severity } from '../../text/problem';
import type { CheckedFile, CheckedFinding } from './checkedFile';
import { SEVERITIES } from './options';

export interface Told {
  /** Every file that was checked, with the findings to be printed: the desks’ own files first. */
  readonly files: readonly CheckedFile[];
  /** What was checked, for a sentence: “3 reports”. */
  readonly subject: string;
  /** Of all findings but the known ones, also of those that are not printed. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many of them `--fix` would mend. */
  readonly mendable: number;
  /** How many of them are left out for the sake of `--max-findings`. */
  readonly omitted: number;
  /** How many findings the baseline knows, and how many that it knows are no longer there. */
  readonly known: number;
  readonly gone: number;
  /** The baseline that was written, as it is printed. */
  readonly written?: string;
  /** From which severity on a finding fails the run. */
  readonly failsFrom: Severity;
  /** The folder that paths are relative to where another program is to find the files: that of the repository. */
  readonly root: string;
  readonly coloured: boolean;
}

/** How many there are of each severity. */
export function countsOf(files: readonly CheckedFile[]): Readonly<Record<Severity, number>> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { findings } of files) for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** How many of the findings `--fix` would mend. */
export function mendableIn(files: readonly CheckedFile[]): number {
  let count = 0;
  for (const { findings } of files)
    for (const { fixes } of findings)
      if (fixes.some(({ preferred, glossary }) => preferred && !glossary)) count++;
  return count;
}

/** The files with the `most` most severe findings, in the order in which they stood; the rest is left out. */
export function limited(files: readonly CheckedFile[], most: number): readonly CheckedFile[] {
  const counts = countsOf(files);
  const room: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let left = most;
  for (const severity of SEVERITIES.toReversed()) {
    room[severity] = Math.min(left, counts[severity]);
    left -= room[severity];
  }
  const isKept = ({ severity }: CheckedFinding) => room[severity]-- > 0;
  return files.map((file) => ({ ...file, findings: file.findings.filter(isKept) }));
}

const NAMES: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['information', 'information'],
  hint: ['hint', 'hints'],
};

/** What was checked and what came of it, a sentence a line. */
export function summaryOf(told: Told): readonly string[] {
  const { counts, mendable, subject } = told;
  const bySeverity = SEVERITIES.toReversed()
    .filter((severity) => counts[severity] > 0)
    .map((severity) => counted(counts[severity], ...NAMES[severity]));
  const total = SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
  const result = total === 0 ? 'nothing to mend' : `${counted(total, 'finding')} (${bySeverity.join(', ')})`;
  const fix =
    mendable === 0
      ? []
      : [mendable === total ? '--fix mends all of them.' : `--fix mends ${mendable} of them.`];
  return [`${subject} checked: ${result}.`, ...fix, ...leftOutOf(told)];
}

/** What is not printed and why, a sentence a line: for who reads a format that has no place for it, too. */
export function leftOutOf({ omitted, known, gone, written }: Told): readonly string[] {
  const sentences: string[] = [];
  if (omitted > 0)
    sentences.push(`${counted(omitted, 'more finding')} not shown: --max-findings shows the most severe.`);
  if (known > 0) sentences.push(`${counted(known, 'finding')} not shown: the baseline knows them.`);
  if (gone > 0)
    sentences.push(
      `${counted(gone, 'finding')} of the baseline ${gone === 1 ? 'is' : 'are'} no longer there: --update-baseline forgets them.`,
    );
  if (written !== undefined) sentences.push(`The baseline ${written} was written.`);
  return sentences;
}
