/** The list of the sources that a report cites, as its desk's style makes it, and where it is kept in the report. */

import type { Report } from '../../markdown/report';
import type { Bibliography, Formatter } from '../../sources/formatting/format';
import type { Source } from '../../sources/source';
import { lineEndOf } from '../../text/lines';
import type { Span } from '../../text/span';
import type { WorksOfReference } from '../works';
import { citationsOf, listsAll } from './deskCitations';

/** A stretch where the list is kept. */
export interface KeptBibliography {
  /** The comment that opens it. */
  readonly opening: Span;
  /** All between the comments. */
  readonly span: Span;
  /** What is to stand there. */
  readonly made: string;
  readonly isCurrent: boolean;
}

/** The last list that a formatter made: at most keystrokes, the sources that are cited stay the same. */
const known = new WeakMap<Formatter, { sources: readonly Source[]; bibliography: Bibliography }>();

/** The sources that the report cites, each once, in the order of their first citations; unknown keys are left out. */
function citedIn(report: Report, works: WorksOfReference): readonly Source[] {
  const cited = citationsOf(report, works).flatMap(({ key }) => works.library.sources.get(key) ?? []);
  const others = listsAll(report, works) ? works.library.sources.values() : [];
  return [...new Set([...cited, ...others])];
}

/** The lists that are kept in the report. Loads the citation processor, unless the same was asked before. */
export function keptBibliographies(report: Report, works: WorksOfReference): readonly KeptBibliography[] {
  if (report.bibliographies.length === 0) return [];
  return kept(report, made(citedIn(report, works), works.formatter));
}

/** The list that the report would keep, with the blank lines around it. Loads the citation processor. */
export const madeBibliography = (report: Report, works: WorksOfReference): string =>
  bibliographyText(made(citedIn(report, works), works.formatter), lineEndOf(report.text));

/** The same as `keptBibliographies` where it is known without the processor. */
export function knownBibliographies(
  report: Report,
  works: WorksOfReference,
): readonly KeptBibliography[] | undefined {
  if (report.bibliographies.length === 0) return [];
  const earlier = earlierOf(citedIn(report, works), works.formatter);
  return earlier && kept(report, earlier);
}

/** The list as it stands between its comments: a paragraph for each source, all lines with what stands before theirs. */
function bibliographyText({ entries }: Bibliography, lineEnd: string, prefix = ''): string {
  const next = `${lineEnd}${prefix.trimEnd()}${lineEnd}${prefix}`;
  if (entries.length === 0) return lineEnd + prefix;
  return next + entries.map(({ text }) => text.replace(/\r?\n/g, lineEnd + prefix) + next).join('');
}

function kept(report: Report, bibliography: Bibliography): readonly KeptBibliography[] {
  return report.bibliographies.map(({ opening, inner }) => {
    const prefix = linePrefix(report, opening);
    const text = bibliographyText(bibliography, lineEndOf(report.text), prefix);
    const stands = report.text.slice(inner.start, inner.end);
    const isSame = folded(stands, prefix) === folded(text, prefix) && isWithin(stands, prefix);
    const isCurrent = bibliography.isPlain === true || isSame;
    return { opening, span: inner, made: text, isCurrent };
  });
}

const BEFORE_TEXT = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]+\]:))*[ \t]*/;

/** What stands before the next line of the block quotations and lists in which a line stands; nothing elsewhere. */
function linePrefix({ text, layout: { parsed } }: Report, { start }: Span): string {
  const block = parsed.blocks.findLast((one) => one.start <= start);
  if (!block || !/^(?:Blockquote|BulletList|OrderedList|FootnoteDefinition)$/.test(block.kind)) return '';
  let lineStart = start;
  while (lineStart > 0 && !/[\r\n]/.test(text[lineStart - 1]!)) lineStart--;
  const before = BEFORE_TEXT.exec(text.slice(lineStart, start))![0];
  return before.replace(/\[\^[^\]\s]+\]:[ \t]*/, '    ').replace(/[^>\s]/g, ' ');
}

/** Whether each paragraph, and what closes the list, stands where the list was opened. */
function isWithin(stands: string, prefix: string): boolean {
  if (prefix === '') return true;
  const [, ...lines] = stands.split(/\r?\n/);
  const wanted = prefix.replace(/>[ \t]?/g, '> ');
  return lines.every((line, k) => {
    const isBegun = k === lines.length - 1 || (!isBlank(line) && (k === 0 || isBlank(lines[k - 1]!)));
    return !isBegun || line.replace(/>[ \t]?/g, '> ').startsWith(wanted);
  });
}

const isBlank = (line: string): boolean => /^[ \t>]*$/.test(line);

function made(sources: readonly Source[], formatter: Formatter): Bibliography {
  const earlier = earlierOf(sources, formatter);
  if (earlier) return earlier;
  const bibliography = formatter.bibliography(sources);
  known.set(formatter, { sources, bibliography });
  return bibliography;
}

function earlierOf(sources: readonly Source[], formatter: Formatter): Bibliography | undefined {
  const earlier = known.get(formatter);
  const isSame =
    earlier?.sources.length === sources.length &&
    sources.every((source, index) => source === earlier.sources[index]);
  return isSame ? earlier.bibliography : undefined;
}

/** Paragraphs may be filled by an editor; a new paragraph is a new source. */
const folded = (text: string, prefix: string): string =>
  (prefix.includes('>') ? text.replace(/(\n)[ \t]*(?:>[ \t]*)+/g, '$1') : text)
    .split(/(?:[ \t]*\r?\n){2,}/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
