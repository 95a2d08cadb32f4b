/** Finds the stretches of a report between two comments where a list is kept that is made of the rest of the report. */

import type { Span } from '../text/span';

const KEPT_LISTS = ['bibliography', 'abbreviations'] as const;
/** What is listed: the sources that are cited, or the acronyms that are used. */
export type KeptList = (typeof KEPT_LISTS)[number];

/** What a list is kept between. */
export const openingMark = (list: KeptList): string => `<!-- nomenclator-${list} -->`;
export const closingMark = (list: KeptList): string => `<!-- /nomenclator-${list} -->`;

export interface KeptBlock {
  readonly list: KeptList;
  /** The comment that opens it. */
  readonly opening: Span;
  /** All between the two comments. */
  readonly inner: Span;
}

const MARK = new RegExp(`^<!--\\s*(/?)nomenclator-(${KEPT_LISTS.join('|')})\\s*-->$`);
/** A longer comment is prose. */
const LONGEST_MARK = 200;

/** The blocks of a report, and the comments that make none because their other half is missing; in their order. */
export interface FoundBlocks {
  readonly blocks: readonly KeptBlock[];
  readonly unpaired: readonly UnpairedMark[];
}

export interface UnpairedMark extends Span {
  readonly list: KeptList;
  readonly is: 'opening' | 'closing';
}

/** The lists that stand between their two comments, in the order of the text, and the comments that lack the other one. */
export function keptBlocks(text: string, comments: readonly Span[]): FoundBlocks {
  const blocks: KeptBlock[] = [];
  const unpaired: UnpairedMark[] = [];
  let open: { list: KeptList; opening: Span } | undefined;
  const leaveOpen = () => {
    if (open)
      unpaired.push({ start: open.opening.start, end: open.opening.end, list: open.list, is: 'opening' });
    open = undefined;
  };
  for (const comment of comments) {
    if (comment.end - comment.start > LONGEST_MARK) continue;
    const mark = MARK.exec(text.slice(comment.start, comment.end).trim());
    const list = KEPT_LISTS.find((one) => one === mark?.[2]);
    if (!mark || !list) continue;
    if (mark[1] === '') {
      leaveOpen();
      open = { list, opening: comment };
    } else if (open?.list === list) {
      blocks.push({ ...open, inner: { start: open.opening.end, end: comment.start } });
      open = undefined;
    } else unpaired.push({ start: comment.start, end: comment.end, list, is: 'closing' });
  }
  leaveOpen();
  return { blocks, unpaired };
}
