/** A file that was checked, with what was found in it: what every format prints, and a baseline remembers. */

import type { Finding } from '../../analysis/finding';
import type { LineIndex } from '../../text/lineIndex';
import type { Problem } from '../../text/problem';
import { sliceOf } from '../../text/span';

export interface CheckedFile {
  /** As it is printed: relative to where the command was called. */
  readonly path: string;
  readonly absolutePath: string;
  /** Else it is one of the desk’s own files. */
  readonly isReport: boolean;
  readonly lines: LineIndex;
  /** In the order of the text. */
  readonly findings: readonly CheckedFinding[];
}

export interface CheckedFinding extends Finding {
  /** What stands there, with single spaces, and short: all that an identity across edits may rest on. */
  readonly written: string;
}

/** All that one run has checked. */
export interface CheckedAll {
  /** The desks’ own files first. */
  readonly files: readonly CheckedFile[];
  /** What was checked, for a sentence: “3 reports”. */
  readonly subject: string;
  /** Whether all that can be mended was: what is left, `--fix` would leave again. */
  readonly isMended: boolean;
  /** Whether the run has looked for findings of the rule in the file. */
  covers(absolutePath: string, rule: string): boolean;
}

const LONGEST_WRITTEN = 200;

/** What stands at a finding, for `CheckedFinding.written`. */
export function writtenAt(text: string, { span, message }: Pick<Finding, 'span' | 'message'>): string {
  // A place without extent shows nothing; what is said of it tells it from others.
  const shown =
    span.end > span.start ? sliceOf(text, { ...span, end: endOf(span.start, span.end) }) : message;
  return shown.replace(/\s+/g, ' ').trim().slice(0, LONGEST_WRITTEN);
}

const endOf = (start: number, end: number): number => Math.min(end, start + 2 * LONGEST_WRITTEN);

/** A problem of one of the desk’s own files as a finding, which nobody mends unasked. */
export const asFinding = ({ rule, severity, message, span }: Problem): Finding => ({
  code: rule,
  severity,
  message,
  span,
  fixes: [],
});
