/** Inserts the list of the sources that a report cites, and makes it anew, between the two comments that keep it. */

import type { Analysis } from '../../analysis/analyze';
import { keptBibliographies, madeBibliography } from '../../analysis/notes/madeBibliography';
import { readSuppressions } from '../../analysis/suppressing/suppressions';
import { BIBLIOGRAPHY_END, BIBLIOGRAPHY_START } from '../../markdown/bibliographyBlocks';
import type { Report } from '../../markdown/report';
import type { Edit } from '../../text/edit';
import { lineEndOf } from '../../text/lines';

/**
 * One edit for each list that is not that of what the report cites. In a report without one, a list is inserted at its
 * end, or where `offset` says: behind the paragraph, or the whole list, there. Nothing in a report that cites nothing and
 * has no list, nor where the desk's style can't be used.
 */
export function updateBibliography(
  { report, works }: Pick<Analysis, 'report' | 'works'>,
  offset = report.text.length,
): Edit[] {
  if (works.styleProblem !== undefined) return [];
  if (report.bibliographies.length > 0) {
    const { isOff } = readSuppressions(report);
    return keptBibliographies(report, works)
      .filter(({ isCurrent, opening }) => !isCurrent && !isOff('citation/bibliography', opening.start))
      .map(({ span, made }) => ({ span, newText: made }));
  }
  const list = madeBibliography(report, works);
  if (list.trim() === '') return [];
  const lineEnd = lineEndOf(report.text);
  const at = endOfBlock(report, offset);
  const before = report.text.slice(0, at);
  const gap = before.trim() === '' ? '' : lineEnd.repeat(2 - newLinesAtEnd(before));
  const behind = report.text.slice(at);
  const isLast = behind.trim() === '';
  const after = isLast || !/^[ \t]*(?:\r?\n|\r)[ \t]*(?:[\r\n]|$)/.test(behind) ? lineEnd : '';
  const newText = `${gap}${BIBLIOGRAPHY_START}${list}${BIBLIOGRAPHY_END}${after}`;
  return [{ span: { start: at, end: isLast ? report.text.length : at }, newText }];
}

/** The end of the block in which a place lies: of a paragraph, of a whole list. Elsewhere, that of the one before it. */
function endOfBlock({ text, layout: { parsed } }: Report, offset: number): number {
  if (text.slice(offset).trim() === '') return text.trimEnd().length;
  const block = parsed.blocks.findLast(({ start }) => start <= offset);
  const end = block ? Math.max(block.to, parsed.frontMatterEnd) : parsed.frontMatterEnd;
  return text.slice(0, end).trimEnd().length;
}

const newLinesAtEnd = (text: string): number =>
  Math.min(2, /(?:\r?\n[ \t]*)*$/.exec(text)![0].split('\n').length - 1);
