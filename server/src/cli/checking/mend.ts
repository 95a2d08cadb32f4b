/** Mends reports before they are checked, or shows what that would change and what it would leave, where that was asked for. */

import { analyzeListed } from '../../analysis/analyze';
import { fixAll } from '../../analysis/fixAll';
import { LEFT_REASONS, type LeftFinding, LeftTally, leftClause } from '../../features/leftAlone';
import { normaliseSteps } from '../../features/normalise';
import { counted } from '../../text/counted';
import { LineIndex } from '../../text/lineIndex';
import { finish } from '../../text/steps';
import type { InputReport } from '../reports';
import { CannotRun, type Terminal } from '../terminal';
import { type CheckOptions, isNamed, reaches, shownFrom } from './options';
import { asIs, patchOf } from './patch';

/** A report, and the text of it that is to be checked. */
export interface MendedReport {
  readonly input: InputReport;
  readonly text: string;
}

/**
 * All reports, mended and written where `--fix` asks for it: all of them or none. Throws `CannotRun` where one cannot be
 * written, or is no longer what was read.
 *
 * @param seeksGuesses whether unlisted spellings are to be told of in this report.
 */
export async function mendReports(
  terminal: Terminal,
  inputs: readonly InputReport[],
  options: CheckOptions,
  seeksGuesses: (input: InputReport) => boolean,
): Promise<MendedReport[]> {
  const { fix, dryRun, stdin, quiet, rules } = options;
  const asTheyAre = inputs.map((input) => ({ input, text: input.text }));
  if (!fix && !dryRun) return asTheyAre;
  const isWanted = (code: string) => rules.length === 0 || isNamed(code, rules);
  if (dryRun) {
    if (fix && !quiet) await tellDryRun(terminal, inputs, options, seeksGuesses);
    else
      for (const { input, text } of mended(inputs, isWanted))
        terminal.out(await patchOf(terminal, input, text));
    return asTheyAre;
  }
  const reports = mended(inputs, isWanted);
  if (stdin) for (const { input, text } of reports) terminal.out(asIs(input, text));
  else
    await writeAll(
      terminal,
      reports.filter(({ input, text }) => text !== input.text),
    );
  return reports;
}

const mended = (inputs: readonly InputReport[], isWanted: (code: string) => boolean): MendedReport[] =>
  inputs.map((input) => ({
    input,
    text: fixAll(analyzeListed(input.text, input.desk.works), isWanted),
  }));

/** The patch goes to standard output, to be kept or applied; what is said of it does not. */
async function tellDryRun(
  terminal: Terminal,
  inputs: readonly InputReport[],
  options: CheckOptions,
  seeksGuesses: (input: InputReport) => boolean,
): Promise<void> {
  const isWanted = (code: string) => options.rules.length === 0 || isNamed(code, options.rules);
  const tally = new LeftTally();
  const places = new Map<string, string[]>();
  let [changes, reports] = [0, 0];
  for (const input of inputs) {
    const analysis = analyzeListed(input.text, input.desk.works);
    const guesses = seeksGuesses(input);
    const normalisation = finish(normaliseSteps(analysis, { isWanted, guesses }));
    changes += normalisation.changes.length;
    if (normalisation.changes.length > 0) reports++;
    terminal.out(await patchOf(terminal, input, normalisation.text));
    const lines = new LineIndex(input.text);
    for (const left of normalisation.left) {
      if (!reaches(left.finding.severity, shownFrom(options))) continue;
      tally.add(left);
      const known = places.get(left.reason) ?? [];
      known.push(placeOf(input, lines, left));
      places.set(left.reason, known);
    }
  }
  terminal.error(
    changes === 0
      ? `Nothing to change in ${counted(inputs.length, 'report')}.`
      : `${counted(changes, 'change')} in ${reports} of ${counted(inputs.length, 'report')}.`,
  );
  const counts = new Map(tally.counts.map((count) => [count.reason, count]));
  for (const reason of LEFT_REASONS) {
    const count = counts.get(reason);
    if (!count) continue;
    terminal.error(`Left as it is: ${leftClause(count)}`);
    for (const place of places.get(reason) ?? []) terminal.error(`  ${place}`);
  }
}

function placeOf({ path }: InputReport, lines: LineIndex, { finding, span }: LeftFinding): string {
  const { line, character } = lines.positionAt(span.start);
  return `${path}:${line + 1}:${character + 1} ${finding.message}`;
}

/** Nothing is written before it is known that everything can be; what fails all the same is undone. */
async function writeAll(terminal: Terminal, reports: readonly MendedReport[]): Promise<void> {
  for (const { input } of reports) {
    const { path, absolutePath, text } = input;
    const now = await terminal.files.read(absolutePath);
    if (!('text' in now) || now.text !== text)
      throw new CannotRun(
        `${path} has changed meanwhile, so that nothing was written. Run the command again.`,
      );
    if (!(await terminal.files.isWritable(absolutePath)))
      throw new CannotRun(
        `${path} may not be written, so that nothing was. Change its permissions, or leave it out.`,
      );
  }
  const write = (isStopped: () => boolean) => writeOrTakeBack(terminal, reports, isStopped);
  await (terminal.guarded ? terminal.guarded(write) : write(() => false));
}

async function writeOrTakeBack(
  terminal: Terminal,
  reports: readonly MendedReport[],
  isStopped: () => boolean,
): Promise<void> {
  const written: InputReport[] = [];
  /** Says what has come of it, after the words for why. */
  const takeBack = async (unwritten?: InputReport): Promise<string> => {
    const lost: string[] = [];
    for (const input of written)
      await terminal
        .write(input.absolutePath, input.text)
        .catch(() => input !== unwritten && lost.push(input.path));
    return lost.length === 0
      ? 'so that nothing was changed'
      : `and these stay as they were mended: ${lost.join(', ')}`;
  };
  for (const { input, text } of reports) {
    if (isStopped()) throw new CannotRun(`It was stopped, ${await takeBack()}. Run the command again.`);
    try {
      written.push(input);
      await terminal.write(input.absolutePath, text);
    } catch (error) {
      throw new CannotRun(
        `${input.path} could not be written (${error instanceof Error ? error.message : error}), ${await takeBack(input)}.`,
      );
    }
  }
}
