/** A baseline: the findings that are known and not told again, told apart by what stands there and not by where. */

import type { Severity } from '../../text/problem';
import type { CheckedFile, CheckedFinding } from './checkedFile';
import { reaches, SEVERITIES } from './options';

/** So many findings of a rule at the same words of a file. */
export interface KnownFinding {
  /** Relative to the folder of the baseline, with `/`. */
  readonly path: string;
  readonly rule: string;
  readonly severity: Severity;
  /** What stands there: lines may move, and the words stay. */
  readonly text: string;
  readonly count: number;
}

export type Baseline = readonly KnownFinding[];

/** What a run has looked at: of nothing else can it be said that it is no longer there. */
export interface Scope {
  covers(path: string, rule: string): boolean;
  readonly least: Severity;
}

const VERSION = 1;
const ABOUT =
  'Findings that are known and not told again. “nomenclator check --baseline FILE --update-baseline” writes this file.';

/** Reads a baseline. Of anything else, says why it is none and what to do. Never throws. */
export function readBaseline(text: string): { readonly baseline: Baseline } | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return {
      problem: `is no baseline: it is not JSON (${error instanceof Error ? error.message.split('\n')[0] : error}). ${ANEW}`,
    };
  }
  if (!isRecord(json) || json.version === undefined || !Array.isArray(json.findings))
    return { problem: `is no baseline: it has no “version” and “findings”. ${ANEW}` };
  if (json.version !== VERSION)
    return {
      problem: `is a baseline of version ${JSON.stringify(json.version)}, and this program reads version ${VERSION}. ${ANEW}`,
    };
  const wrong = json.findings.findIndex((one) => !isKnownFinding(one));
  if (wrong >= 0)
    return {
      problem: `is a broken baseline: finding ${wrong + 1} lacks its path, rule, severity, text or count. ${ANEW}`,
    };
  return { baseline: json.findings };
}

const ANEW = 'Remove it and write it anew with --update-baseline, or name another file.';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isKnownFinding = (value: unknown): value is KnownFinding =>
  isRecord(value) &&
  typeof value.path === 'string' &&
  typeof value.rule === 'string' &&
  SEVERITIES.some((one) => one === value.severity) &&
  typeof value.text === 'string' &&
  Number.isSafeInteger(value.count) &&
  Number(value.count) > 0;

/** The file’s text: a finding a line, sorted, so that two branches seldom touch the same line. */
export function writeBaseline(baseline: Baseline): string {
  const rows = [...baseline]
    .sort((a, b) => inOrder(a.path, b.path) || inOrder(a.rule, b.rule) || inOrder(a.text, b.text))
    .map(
      ({ path, rule, severity, text, count }) =>
        `    ${JSON.stringify({ path, rule, severity, text, count })}`,
    );
  const list = rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n  ]`;
  return `{\n  "about": ${JSON.stringify(ABOUT)},\n  "version": ${VERSION},\n  "findings": ${list}\n}\n`;
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A file’s findings without those that are known. */
export interface Remaining {
  readonly files: readonly CheckedFile[];
  /** How many were left out as known. */
  readonly hidden: number;
  /** How many of the known were looked for and are no longer there. */
  readonly gone: number;
}

/**
 * Takes the known findings away. Where there are more of a kind than are known, the first ones count as known.
 *
 * @param pathOf how the baseline calls a file.
 */
export function withoutKnown(
  files: readonly CheckedFile[],
  baseline: Baseline,
  pathOf: (file: CheckedFile) => string,
  scope: Scope,
): Remaining {
  const left = new Map<string, number>();
  for (const known of baseline) {
    const key = keyOf(known.path, known.rule, known.text);
    left.set(key, (left.get(key) ?? 0) + known.count);
  }
  let hidden = 0;
  const remaining = files.map((file) => {
    const path = pathOf(file);
    const isNew = ({ code, written }: CheckedFinding) => {
      if (isUnread(code)) return true;
      const key = keyOf(path, code, written);
      const count = left.get(key) ?? 0;
      if (count === 0) return true;
      left.set(key, count - 1);
      hidden++;
      return false;
    };
    return { ...file, findings: file.findings.filter(isNew) };
  });
  let gone = 0;
  for (const known of baseline) {
    const key = keyOf(known.path, known.rule, known.text);
    if (isLookedAt(known, scope)) gone += left.get(key) ?? 0;
    left.delete(key);
  }
  return { files: remaining, hidden, gone };
}

/** The baseline that a run makes of another: what it has found, and what it has not looked at as it was. */
export function updatedBaseline(
  before: Baseline,
  files: readonly CheckedFile[],
  pathOf: (file: CheckedFile) => string,
  scope: Scope,
): Baseline {
  const found = new Map<string, KnownFinding>();
  for (const file of files) {
    const path = pathOf(file);
    for (const { code: rule, severity, written: text } of file.findings) {
      if (isUnread(rule)) continue;
      const key = keyOf(path, rule, text);
      const count = (found.get(key)?.count ?? 0) + 1;
      found.set(key, { path, rule, severity, text, count });
    }
  }
  const kept = before.filter(
    (known) => !isLookedAt(known, scope) && !found.has(keyOf(known.path, known.rule, known.text)),
  );
  return [...kept, ...found.values()];
}

const isLookedAt = ({ path, rule, severity }: KnownFinding, { covers, least }: Scope): boolean =>
  covers(path, rule) && reaches(severity, least);

/** Whether a finding says that a file of the desk cannot be read: nobody knows then what a baseline would hide with it. */
const isUnread = (code: string): boolean => /\/(?:syntax|unreadable)$/.test(code);

const keyOf = (...parts: readonly string[]): string => parts.join('\0');
