/** The result of a check as commands of GitHub Actions, which shows them beside the lines of a change. */

import { relativeTo } from '../../../desk/path';
import type { Severity } from '../../../text/problem';
import { SEVERITIES } from '../options';
import { summaryOf, type Told } from '../told';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** An annotation a line, the most severe first: GitHub shows but the first ten of a kind. Then the summary. */
export function asGithub(told: Told): string {
  const bySeverity = new Map(SEVERITIES.toReversed().map((severity) => [severity, [] as string[]]));
  for (const { absolutePath, lines, findings } of told.files) {
    const file = relativeTo(told.root, absolutePath);
    for (const { span, severity, code, message } of findings) {
      const start = lines.positionAt(span.start);
      const end = lines.positionAt(span.end);
      const properties = {
        file,
        line: start.line + 1,
        endLine: end.line + 1,
        // Columns only mean something within one line.
        ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
        title: code,
      };
      const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
      bySeverity.get(severity)?.push(`::${COMMANDS[severity]} ${list.join(',')}::${data(message)}`);
    }
  }
  return `${[...[...bySeverity.values()].flat(), ...summaryOf(told)].join('\n')}\n`;
}

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
