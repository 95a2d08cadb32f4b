/** The citations of a report that count in its desk: where keys stay for Pandoc, those in the running text too. */

import type { Citation, CitationCluster, Report } from '../markdown/report';
import type { CitationStyle } from './works';

/** What of the works of reference decides what a citation is. */
interface Desk {
  readonly citations: CitationStyle;
}

const forPandoc = new WeakMap<Report, readonly CitationCluster[]>();

/** The citations as they stand together, in the order of the text; none lies within another. */
export function clustersOf(report: Report, { citations }: Desk): readonly CitationCluster[] {
  if (citations !== 'pandoc' || report.textual.length === 0) return report.clusters;
  let clusters = forPandoc.get(report);
  if (!clusters) {
    clusters = withTextual(report);
    forPandoc.set(report, clusters);
  }
  return clusters;
}

/** Every use of a source, in the order of the text. */
export const citationsOf = (report: Report, desk: Desk): readonly Citation[] =>
  desk.citations !== 'pandoc' || report.textual.length === 0
    ? report.citations
    : clustersOf(report, desk).flatMap(({ cites }) => cites);

function withTextual({ clusters, textual }: Report): readonly CitationCluster[] {
  const merged: CitationCluster[] = [];
  let next = 0;
  for (const one of [...clusters, ...textual].sort((a, b) => a.start - b.start || b.end - a.end)) {
    // The group of `@key [see @other]` is a part of that citation.
    if (one.start < next) continue;
    merged.push(one);
    next = one.end;
  }
  return merged;
}
