/** Inserts the list of the sources that a report cites, and makes it anew, between the two comments that keep it. */

import type { Analysis } from '../analysis/analyze';
import { keptBibliographies, lineEndOf, madeBibliography } from '../analysis/madeBibliography';
import { readSuppressions } from '../analysis/suppressions';
import { BIBLIOGRAPHY_END, BIBLIOGRAPHY_START } from '../markdown/bibliographyBlocks';
import type { Edit } from '../text/edit';

/**
 * One edit for each list that is not that of what the report cites. In a report without one, a list is inserted at its
 * end, or where `offset` says: behind the paragraph there. Nothing in a report that cites nothing and has no list,
 * nor where the desk's style can't be used.
 */
export function updateBibliography(
  { report, works }: Pick<Analysis, 'report' | 'works'>,
  offset = report.text.length,
): Edit[] {
  if (works.styleProblem !== undefined) return [];
  if (report.bibliographies.length > 0) {
    const isOff = readSuppressions(report);
    return keptBibliographies(report, works)
      .filter(({ isCurrent, opening }) => !isCurrent && !isOff('citation/bibliography', opening.start))
      .map(({ span, made }) => ({ span, newText: made }));
  }
  const list = madeBibliography(report, works);
  if (list.trim() === '') return [];
  const lineEnd = lineEndOf(report);
  const at = endOfParagraph(report.text, offset);
  const before = report.text.slice(0, at);
  const gap = before.trim() === '' ? '' : lineEnd.repeat(2 - newLinesAtEnd(before));
  const after = report.text.slice(at).trim() === '' ? lineEnd : '';
  const newText = `${gap}${BIBLIOGRAPHY_START}${list}${BIBLIOGRAPHY_END}${after}`;
  return [{ span: { start: at, end: after === '' ? at : report.text.length }, newText }];
}

/** The end of the last line before the next blank one. */
function endOfParagraph(text: string, offset: number): number {
  const blank = /(?:\r?\n)[ \t]*(?=\r?\n|$)/g;
  if (text.slice(offset).trim() === '') return text.trimEnd().length;
  blank.lastIndex = Math.max(0, Math.min(offset, text.length));
  const next = blank.exec(text);
  return next ? next.index : text.length;
}

const newLinesAtEnd = (text: string): number =>
  Math.min(2, /(?:\r?\n[ \t]*)*$/.exec(text)![0].split('\n').length - 1);
