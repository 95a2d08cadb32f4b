/** Inserts the lists that a report keeps of its sources and of its abbreviations, and makes them anew, between their comments. */

import { abbreviationsIn, abbreviationText, keptAbbreviations } from '../analysis/abbreviationList';
import type { Analysis } from '../analysis/analyze';
import { type KeptListState, listText } from '../analysis/keptList';
import { keptBibliographies, madeBibliography } from '../analysis/notes/madeBibliography';
import { closingMark, type KeptList, openingMark } from '../markdown/keptBlocks';
import { keptFor, type Report } from '../markdown/report';
import type { Edit } from '../text/edit';
import { lineEndOf } from '../text/lines';

/**
 * One edit for each list that is not that of what the report cites. In a report without one, a list is inserted at its
 * end, or where `offset` says: behind the paragraph, or the whole list, there. Nothing in a report that cites nothing and
 * has no list, nor where the desk's style can't be used.
 */
export function updateBibliography(analysis: Analysis, offset = analysis.report.text.length): Edit[] {
  const { report, works } = analysis;
  if (works.styleProblem !== undefined) return [];
  if (keptFor(report, 'bibliography').length > 0)
    return made(analysis, 'citation/bibliography', keptBibliographies(report, works));
  return inserted(report, 'bibliography', madeBibliography(report, works), offset);
}

/** The same for the list of the acronyms that the report uses. */
export function updateAbbreviations(analysis: Analysis, offset = analysis.report.text.length): Edit[] {
  const { report } = analysis;
  if (keptFor(report, 'abbreviations').length > 0)
    return made(analysis, 'acronym/list', keptAbbreviations(analysis));
  const content = abbreviationText(abbreviationsIn(analysis));
  return inserted(report, 'abbreviations', listText(content, lineEndOf(report.text)), offset);
}

/** Those that are no longer right, unless their writer has turned the rule off. */
const made = ({ suppressions }: Analysis, code: string, states: readonly KeptListState[]): Edit[] =>
  states
    .filter(({ isCurrent, opening }) => !isCurrent && !suppressions.isOff(code, opening.start))
    .map(({ span, made: newText }) => ({ span, newText }));

function inserted(report: Report, list: KeptList, content: string, offset: number): Edit[] {
  if (content.trim() === '') return [];
  const lineEnd = lineEndOf(report.text);
  const at = endOfBlock(report, offset);
  const before = report.text.slice(0, at);
  const gap = before.trim() === '' ? '' : lineEnd.repeat(2 - newLinesAtEnd(before));
  const behind = report.text.slice(at);
  const isLast = behind.trim() === '';
  const after = isLast || !/^[ \t]*(?:\r?\n|\r)[ \t]*(?:[\r\n]|$)/.test(behind) ? lineEnd : '';
  const newText = `${gap}${openingMark(list)}${content}${closingMark(list)}${after}`;
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
