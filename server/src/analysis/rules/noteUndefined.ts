/** `note/undefined`: a reference to a note that the report does not have. */

import { labelKey } from '../../markdown/report';
import type { Rule } from '../rule';

export const noteUndefined: Rule = {
  code: 'note/undefined',
  defaultSeverity: 'error',
  description: 'A note reference without a definition.',
  help: `The report refers to a note that it does not have, so the page shows the bare label.

Reported: *It was reported.[^7]* without a line that begins with \`[^7]:\`. Write that line, or remove the reference.`,
  *find({ report }) {
    const { references, definitions } = report.layout;
    const defined = new Set(definitions.map(({ label }) => labelKey(label)));
    for (const { start, end, label } of references) {
      if (defined.has(labelKey(label))) continue;
      yield {
        span: { start, end },
        message: `There is no note [^${label}]. Add a line “[^${label}]: …”, or remove the reference.`,
        fixes: [],
      };
    }
  },
};
