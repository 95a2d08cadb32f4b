/** `nomenclator check`: reports what is wrong in reports and in the desk's own files, and mends it if asked. */

import { createTwoFilesPatch } from 'diff';
import { analyzeListed, completeSteps, listedSteps } from '../analysis/analyze';
import type { Finding } from '../analysis/finding';
import { fixAll } from '../analysis/fixAll';
import type { Waiting } from '../analysis/rule';
import { RULES } from '../analysis/rules';
import type { WorksOfReference } from '../analysis/works';
import { relativeTo } from '../desk/path';
import { LineIndex } from '../text/lineIndex';
import type { Problem, Severity } from '../text/problem';
import { finish } from '../text/steps';
import { findingJson, problemJson, VERSION } from './json';
import { Desks, type InputReport, readReports, readStdin } from './reports';
import { CannotRun, EXIT, type ExitCode, type Terminal } from './terminal';

export const CHECK_FORMATS = ['text', 'json'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly desk?: string | undefined;
  readonly format: CheckFormat;
  readonly fix: boolean;
  readonly dryRun: boolean;
  readonly stdin: boolean;
  readonly stdinFilename?: string | undefined;
  /** Nothing below it is printed or counted; without it all is printed, and warnings and errors are counted. */
  readonly minSeverity?: Severity | undefined;
  /** Empty: every rule. */
  readonly rules: readonly string[];
  readonly quiet: boolean;
}

export const SEVERITIES: readonly Severity[] = ['hint', 'information', 'warning', 'error'];
/** What makes a run fail, if nothing else is said. */
const COUNTED: Severity = 'warning';
const reaches = (severity: Severity, least: Severity): boolean =>
  SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);

interface CheckedReport {
  readonly path: string;
  readonly lines: LineIndex;
  readonly findings: readonly Finding[];
}

interface CheckedFile {
  readonly path: string;
  readonly lines: LineIndex;
  readonly problems: readonly Problem[];
}

export async function check(terminal: Terminal, options: CheckOptions): Promise<ExitCode> {
  const unknown = options.rules.find((code) => !RULES.some((rule) => rule.code === code));
  if (unknown)
    throw new CannotRun(
      `There is no rule ${unknown}. Known are ${RULES.map(({ code }) => code).join(', ')}.`,
    );
  refuseContradictions(options);
  const desks = new Desks(terminal, options.desk, { guesses: true });
  const inputs = options.stdin
    ? [await readStdin(terminal, desks, options.stdinFilename)]
    : await readReports(terminal, desks, options.paths);

  const shows = ({ code, severity }: Finding) =>
    (options.rules.length === 0 || options.rules.includes(code)) &&
    reaches(severity, options.minSeverity ?? 'hint');
  const reports: CheckedReport[] = [];
  for (const input of inputs) {
    const mended = await mend(terminal, input, options);
    const { works } = input.desk;
    const listed = listedSteps(mended, works);
    const { report, findings } = finish(completeSteps(finish(listed), countedWaiting(works, options)));
    reports.push({ path: input.path, lines: report.lines, findings: findings.filter(shows) });
  }
  const files = await problemsOf(terminal, desks, options);

  const counted = options.minSeverity ?? COUNTED;
  const severities = [
    ...reports.flatMap(({ findings }) => findings.map(({ severity }) => severity)),
    ...files.flatMap(({ problems }) => problems.map(({ severity }) => severity)),
  ];
  const printsText = options.stdin && (options.fix || options.dryRun);
  if (!options.quiet && !printsText)
    terminal.out(options.format === 'json' ? asJson(reports, files) : asText(reports, files));
  return severities.some((severity) => reaches(severity, counted)) ? EXIT.found : EXIT.clean;
}

/** What takes long, as far as anything that needs it would be printed or counted. */
function countedWaiting({ severities }: WorksOfReference, options: CheckOptions): readonly Waiting[] {
  const least = options.minSeverity ?? (options.quiet ? COUNTED : 'hint');
  return RULES.flatMap(({ code, waitsFor, defaultSeverity }) => {
    const severity = severities.get(code) ?? defaultSeverity;
    const isWanted = options.rules.length === 0 || options.rules.includes(code);
    return waitsFor && isWanted && severity !== 'off' && reaches(severity, least) ? waitsFor : [];
  });
}

function refuseContradictions({ fix, dryRun, stdin, stdinFilename, paths }: CheckOptions): void {
  if (fix && dryRun)
    throw new CannotRun('Give --fix, which writes, or --dry-run, which only shows what it would write.');
  if (stdin && paths.length > 0)
    throw new CannotRun(`--stdin reads no files: leave out ${paths.join(' ')}, or --stdin.`);
  if (stdinFilename !== undefined && !stdin)
    throw new CannotRun(
      '--stdin-filename names the report that --stdin reads. Add --stdin, or name the file itself.',
    );
}

/** The text to be checked: mended and written where that was asked for. */
async function mend(
  terminal: Terminal,
  input: InputReport,
  { fix, dryRun, stdin, rules }: CheckOptions,
): Promise<string> {
  if (!fix && !dryRun) return input.text;
  const analysis = analyzeListed(input.text, input.desk.works);
  const mended = fixAll(analysis, (code) => rules.length === 0 || rules.includes(code));
  if (dryRun) {
    if (mended !== input.text) terminal.out(createTwoFilesPatch(input.path, input.path, input.text, mended));
    return input.text;
  }
  if (stdin) terminal.out(mended);
  else if (mended !== input.text) {
    try {
      await terminal.write(input.absolutePath, mended);
    } catch (error) {
      throw new CannotRun(
        `${input.path} could not be written (${error instanceof Error ? error.message : error}).`,
      );
    }
  }
  return mended;
}

async function problemsOf(terminal: Terminal, desks: Desks, options: CheckOptions): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = [];
  for (const desk of await desks.all()) {
    for (const [path, problems] of desk.problems) {
      const shown = problems.filter(({ severity }) => reaches(severity, options.minSeverity ?? 'hint'));
      if (shown.length === 0 || options.rules.length > 0) continue;
      const read = await terminal.files.read(path);
      const lines = new LineIndex('text' in read ? read.text : '');
      checked.push({ path: relativeTo(terminal.cwd, path), lines, problems: shown });
    }
  }
  return checked;
}

function asJson(reports: readonly CheckedReport[], files: readonly CheckedFile[]): string {
  const json = {
    version: VERSION,
    files: reports.map(({ path, lines, findings }) => ({
      path,
      findings: findings.map((finding) => findingJson(lines, finding)),
    })),
    problems: files.flatMap(({ path, lines, problems }) =>
      problems.map((problem) => problemJson(path, lines, problem)),
    ),
  };
  return `${JSON.stringify(json)}\n`;
}

function asText(reports: readonly CheckedReport[], files: readonly CheckedFile[]): string {
  const rows: string[] = [];
  const row = (
    path: string,
    lines: LineIndex,
    start: number,
    severity: Severity,
    code: string,
    message: string,
  ) => {
    const { line, character } = lines.positionAt(start);
    rows.push(`${path}:${line + 1}:${character + 1} ${severity} ${message} [${code}]`);
  };
  for (const { path, lines, problems } of files) {
    for (const { span, severity, rule, message } of problems)
      row(path, lines, span.start, severity, rule, message);
  }
  for (const { path, lines, findings } of reports) {
    for (const { span, severity, code, message } of findings)
      row(path, lines, span.start, severity, code, message);
  }
  const count = reports.length === 1 ? '1 report' : `${reports.length} reports`;
  const total =
    rows.length === 0 ? 'nothing to mend' : rows.length === 1 ? '1 finding' : `${rows.length} findings`;
  return `${[...rows, `${count} checked: ${total}.`].join('\n')}\n`;
}
