/** Finds the stretches of a report between two comments where the list of its sources is kept. */

import type { Span } from '../text/span';

/** What a list of sources is kept between. */
export const BIBLIOGRAPHY_START = '<!-- nomenclator-bibliography -->';
export const BIBLIOGRAPHY_END = '<!-- /nomenclator-bibliography -->';

export interface BibliographyBlock {
  /** The comment that opens it. */
  readonly opening: Span;
  /** All between the two comments. */
  readonly inner: Span;
}

const MARK = /^<!--\s*(\/?)nomenclator-bibliography\s*-->$/;
/** A longer comment is prose. */
const LONGEST_MARK = 200;

/** The blocks of a report, and the comments that make none because their other half is missing; in their order. */
export interface FoundBibliographies {
  readonly blocks: readonly BibliographyBlock[];
  readonly unpaired: readonly UnpairedMark[];
}

export interface UnpairedMark extends Span {
  readonly is: 'opening' | 'closing';
}

/** The lists that stand between their two comments, in the order of the text, and the comments that lack the other one. */
export function bibliographyBlocks(text: string, comments: readonly Span[]): FoundBibliographies {
  const blocks: BibliographyBlock[] = [];
  const unpaired: UnpairedMark[] = [];
  let opening: Span | undefined;
  const leaveOpen = () => {
    if (opening) unpaired.push({ start: opening.start, end: opening.end, is: 'opening' });
  };
  for (const comment of comments) {
    if (comment.end - comment.start > LONGEST_MARK) continue;
    const mark = MARK.exec(text.slice(comment.start, comment.end).trim());
    if (!mark) continue;
    if (mark[1] === '') {
      leaveOpen();
      opening = comment;
    } else if (opening) {
      blocks.push({ opening, inner: { start: opening.end, end: comment.start } });
      opening = undefined;
    } else unpaired.push({ start: comment.start, end: comment.end, is: 'closing' });
  }
  leaveOpen();
  return { blocks, unpaired };
}
