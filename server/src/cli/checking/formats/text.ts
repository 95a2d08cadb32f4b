/** The result of a check for people: a finding a line, and what came of it. */

import type { Severity } from '../../../text/problem';
import { type Colour, inColour } from '../../colours';
import { summaryOf, type Told } from '../told';

const COLOURS: Readonly<Record<Severity, Colour>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'dim',
};

/** `path:line:column severity message [code]`, counted from 1, and the summary. */
export function asText(told: Told): string {
  const paint = told.coloured ? inColour : (_: Colour, text: string) => text;
  const rows: string[] = [];
  for (const { path, lines, findings } of told.files) {
    for (const { span, severity, code, message } of findings) {
      const { line, character } = lines.positionAt(span.start);
      const place = paint('bold', `${printable(path)}:${line + 1}:${character + 1}`);
      rows.push(
        `${place} ${paint(COLOURS[severity], severity)} ${printable(message)} ${paint('dim', `[${code}]`)}`,
      );
    }
  }
  return `${[...rows, ...summaryOf(told)].join('\n')}\n`;
}

/** A name of a file or words of a report may hold what a terminal takes for orders. */
const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
