/** Reads what an author turns off in a report: by comments for a line or a stretch, in the front matter for all of it. */

import type { Report } from '../../markdown/report';
import type { Severity } from '../../text/problem';
import type { Span } from '../../text/span';
import { readFrontMatterRules } from './frontMatterRules';
import { Stretches } from './stretches';
import { EVERY_RULE, type Misread, type Suppression, UNUSED } from './suppression';
import { readComments } from './suppressionComments';

export interface Suppressions {
  readonly all: readonly Suppression[];
  /** What would be one, but can't be read: it turns nothing off. */
  readonly misread: readonly Misread[];
  /** How severe the report's front matter says that rules are, and where it says so of each. */
  readonly severities: ReadonlyMap<string, { readonly severity: Severity; readonly word: Span }>;
  /** Whether a rule is turned off at an offset. */
  isOff(code: string, offset: number): boolean;
}

/** All that a report turns off. Never throws. */
export function readSuppressions(report: Report): Suppressions {
  const { text, layout } = report;
  const comments = readComments(report);
  const whole = readFrontMatterRules(text, layout.parsed.frontMatterEnd);
  const all = [...whole.all, ...comments.all];
  const off = new Stretches(all);
  const on = new Stretches(comments.exceptions);
  return {
    all,
    misread: [...whole.misread, ...comments.misread],
    severities: whole.severities,
    isOff: (code, offset) =>
      off.holds(code, offset) ||
      (code !== UNUSED && off.holds(EVERY_RULE, offset) && !on.holds(code, offset)),
  };
}
