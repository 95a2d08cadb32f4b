/** Analyses a report: text to zones to mentions to findings, in one readable synchronous function. */

import { type Report, readReport } from '../markdown/report';
import type { Finding } from './finding';
import { findMentions } from './findMentions';
import { findIntroductions } from './introductions';
import type { Mention } from './mention';
import type { Evidence } from './rule';
import { RULES } from './rules';
import { readSuppressions } from './suppressions';
import type { WorksOfReference } from './works';

/** Of each rule, this many are found in a report: nobody reads more, and a million would fill the memory. */
export const MOST_FINDINGS = 50_000;

export interface Analysis {
  readonly report: Report;
  readonly mentions: readonly Mention[];
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly works: WorksOfReference;
}

/**
 * Analyses `text`. `earlier`, an analysis of the same report before an edit, only makes it faster: the result is the
 * same as from scratch. Never throws.
 */
export function analyze(text: string, works: WorksOfReference, earlier?: Analysis): Analysis {
  const report = readReport(text, earlier?.report);
  const mentions = findMentions(report, works.lexicon);
  const introduced = findIntroductions(report, mentions);
  const evidence: Evidence = { report, mentions, introduced, works };
  const isOff = readSuppressions(report);
  const findings: Finding[] = [];
  for (const rule of RULES) {
    const configured = works.severities.get(rule.code);
    if (configured === 'off') continue;
    let count = 0;
    for (const { severity, ...found } of rule.find(evidence)) {
      if (isOff(rule.code, found.span.start)) continue;
      findings.push({ ...found, code: rule.code, severity: configured ?? severity ?? rule.defaultSeverity });
      if (++count === MOST_FINDINGS) break;
    }
  }
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { report, mentions, findings, works };
}
