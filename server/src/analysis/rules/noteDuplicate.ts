/** `note/duplicate`: a label that is defined twice. */

import { labelKey } from '../../markdown/report';
import type { Rule } from '../rule';

export const noteDuplicate: Rule = {
  code: 'note/duplicate',
  defaultSeverity: 'error',
  description: 'A note label that is defined twice.',
  help: `Two notes have the same label, and pages show but one of them.

Reported: a second line that begins with \`[^7]:\`. Give it a label of its own, or remove it.`,
  *find({ report }) {
    const first = new Map<string, number>();
    for (const { label, mark, start } of report.layout.definitions) {
      const earlier = first.get(labelKey(label));
      if (earlier === undefined) {
        first.set(labelKey(label), start);
        continue;
      }
      const line = report.lines.positionAt(earlier).line + 1;
      yield {
        span: mark,
        message: `Note [^${label}] is already defined in line ${line}, and that text is used. Give this note another label.`,
        fixes: [],
      };
    }
  },
};
