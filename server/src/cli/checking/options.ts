/** What a check may be asked for, and which wishes contradict each other. */

import { RULES } from '../../analysis/rules';
import { nearest } from '../../text/nearest';
import type { Severity } from '../../text/problem';
import { CannotRun } from '../terminal';

export const CHECK_FORMATS = ['text', 'json', 'sarif', 'github', 'junit'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** What is asked of any check, of reports or of the desk’s own files. */
export interface TellOptions {
  readonly desk?: string | undefined;
  readonly format: CheckFormat;
  /** Nothing below it is printed or counted; without it all is printed, and warnings and errors are counted. */
  readonly minSeverity?: Severity | undefined;
  /** So many findings are printed, the most severe ones; all are counted. */
  readonly maxFindings?: number | undefined;
  /** The file with the findings that are known and not to be told. */
  readonly baseline?: string | undefined;
  /** Whether that file is to be written from what is found. */
  readonly updateBaseline: boolean;
  readonly quiet: boolean;
}

export interface CheckOptions extends TellOptions {
  readonly paths: readonly string[];
  readonly fix: boolean;
  readonly dryRun: boolean;
  readonly stdin: boolean;
  readonly stdinFilename?: string | undefined;
  /** Codes, or groups of them such as `name/*`. Empty: every rule. */
  readonly rules: readonly string[];
  /** Whether files that are named one by one are left out too where their desk ignores them. */
  readonly obeyIgnore: boolean;
}

export const SEVERITIES: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** What is read by another program, which expects something to read. */
const DOCUMENTS: readonly CheckFormat[] = ['json', 'sarif', 'junit'];

/** Whether only the exit code is asked for. */
export const isSilent = ({ quiet, format }: TellOptions): boolean => quiet && !DOCUMENTS.includes(format);

/** What makes a run fail, if nothing else is said. */
const COUNTED: Severity = 'warning';

/** From which severity on a finding makes the run fail. */
export const failsFrom = ({ minSeverity }: TellOptions): Severity => minSeverity ?? COUNTED;

/** The least severity that is looked for. */
export const shownFrom = ({ minSeverity }: TellOptions): Severity => minSeverity ?? 'hint';

/** Whether a severity is at least another. */
export const reaches = (severity: Severity, least: Severity): boolean =>
  SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);

/** Whether a word names rules: a code, or a group of codes. */
export const namesRules = (word: string): boolean => RULES.some(({ code }) => isNamed(code, [word]));

/** Whether one of `rules` names the code. */
export const isNamed = (code: string, rules: readonly string[]): boolean =>
  rules.some((rule) => rule === code || (rule.endsWith('/*') && code.startsWith(rule.slice(0, -1))));

/** Throws `CannotRun` for a word that names no rule. */
export function refuseUnknownRules(words: readonly string[]): void {
  const unknown = words.find((word) => !namesRules(word));
  if (unknown === undefined) return;
  const near = nearest(
    unknown,
    RULES.map(({ code }) => code),
    MOST_NEAR,
  );
  const advice =
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '“nomenclator rules” lists them all.';
  throw new CannotRun(`There is no rule ${unknown}. ${advice}`);
}
const MOST_NEAR = 3;

/** Throws `CannotRun` where no sense can be made of what was asked for together. */
export function refuseContradictions(options: CheckOptions): void {
  const { dryRun, stdin, stdinFilename, paths, rules } = options;
  refuseUnknownRules(rules);
  if (stdin && paths.length > 0)
    throw new CannotRun(`--stdin reads no files: leave out ${paths.join(' ')}, or --stdin.`);
  if (stdinFilename !== undefined && !stdin)
    throw new CannotRun(
      '--stdin-filename names the report that --stdin reads. Add --stdin, or name the file itself.',
    );
  refuseBaseline(options);
  const writes = dryRun ? '--dry-run' : stdin ? '--stdin' : undefined;
  if (options.updateBaseline && writes !== undefined)
    throw new CannotRun(`--update-baseline writes a file, and ${writes} writes none. Leave one of them out.`);
}

/** Throws `CannotRun` where a baseline is to be written and none is named. */
export function refuseBaseline({ baseline, updateBaseline }: TellOptions): void {
  if (updateBaseline && baseline === undefined)
    throw new CannotRun('Name the file to write: --baseline nomenclator-baseline.json --update-baseline.');
}
