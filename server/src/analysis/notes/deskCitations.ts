/** The citations of a report that count in its desk: where keys stay for Pandoc, those in the running text too. */

import { citationsOfGroup } from '../../markdown/citations';
import type { Citation, CitationCluster, Report } from '../../markdown/report';
import { type Span, sliceOf } from '../../text/span';
import type { WorksOfReference } from '../works';

/** What of the works of reference decides what a citation is. */
type Citing = Pick<WorksOfReference, 'citations'>;

const forPandoc = new WeakMap<Report, readonly CitationCluster[]>();

/** The citations as they stand together, in the order of the text; none lies within another. */
export function clustersOf(report: Report, { citations }: Citing): readonly CitationCluster[] {
  if (citations !== 'pandoc' || report.textual.length === 0) return report.clusters;
  let clusters = forPandoc.get(report);
  if (!clusters) {
    clusters = withTextual(report);
    forPandoc.set(report, clusters);
  }
  return clusters;
}

/** Every use of a source, in the order of the text; for Pandoc, those that the front matter lists under `nocite` too. */
export const citationsOf = (report: Report, works: Citing): readonly Citation[] =>
  works.citations === 'pandoc'
    ? [...uncited(report), ...clustersOf(report, works).flatMap(({ cites }) => cites)]
    : report.citations;

/** Whether a report for Pandoc lists every source of the library, cited or not: `nocite: "@*"`. */
export const listsAll = (report: Report, { citations }: Citing): boolean =>
  citations === 'pandoc' && /(?<![\p{L}\p{N}])@\*/u.test(sliceOf(report.text, nociteOf(report)));

/** The value of `nocite:`, which may go on in indented lines. */
const NOCITE = /^(nocite[ \t]*:)(?:.*(?:\r\n|\n|\r|$))(?:(?:[ \t]+.*)?(?:\r\n|\n|\r))*/m;

function nociteOf({ text, layout }: Report): Span {
  const found = NOCITE.exec(text.slice(0, layout.parsed.frontMatterEnd));
  return found
    ? { start: found.index + found[1]!.length, end: found.index + found[0].length }
    : { start: 0, end: 0 };
}

function uncited(report: Report): readonly Citation[] {
  const { start, end } = nociteOf(report);
  return start < end ? citationsOfGroup(report.text, { start: start - 1, end: end + 1 }) : [];
}

/** Pandoc’s numbered examples: a line that begins with `(@label)`, to which `(@label)` refers anywhere. */
const EXAMPLE = /^[ \t>]*\(@([\p{L}\p{N}_-]+)\)[ \t]/gmu;

function withTextual({ text, clusters, textual: all }: Report): readonly CitationCluster[] {
  const examples = new Set(text.includes('(@') ? [...text.matchAll(EXAMPLE)].map(([, label]) => label) : []);
  const textual = examples.size === 0 ? all : all.filter(({ cites: [cite] }) => !examples.has(cite?.key));
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
