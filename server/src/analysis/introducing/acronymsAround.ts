/** Looks up the acronyms of a report, and what it says they stand for, around an offset. */

import type { Report } from '../../markdown/report';
import type { PlacedBlock } from '../../markdown/zones';
import { firstIndex } from '../../text/firstIndex';
import type { Span } from '../../text/span';
import { type Acronym, blockAcronyms } from './blockAcronyms';

/** An acronym, and where the block begins from which its offsets count. */
export interface AcronymOfBlock {
  readonly acronym: Acronym;
  readonly by: number;
}

/** The acronym that begins at an offset, where the report says what it stands for, or that it is one. */
export function introducedAt(report: Report, offset: number): AcronymOfBlock | undefined {
  const block = blockAt(report, offset);
  if (!block) return undefined;
  const { start: by } = block;
  const acronyms = blockAcronyms(report.text, block);
  const acronym = acronyms[firstFrom(acronyms, offset - by)];
  return acronym?.isIntroduced && by + acronym.start === offset ? { acronym, by } : undefined;
}

/** Whether the report gives an acronym to a longer name that a span is a part of: *Islamic State Khorasan Province (ISKP)*. */
export function isWithinFullForm(report: Report, { start, end }: Span): boolean {
  const block = blockAt(report, start);
  if (!block) return false;
  const [from, to] = [start - block.start, end - block.start];
  const acronyms = blockAcronyms(report.text, block);
  for (let at = firstFrom(acronyms, from - FARTHEST); at < acronyms.length; at++) {
    const { start: place, full } = acronyms[at]!;
    if (place > to + FARTHEST) return false;
    const isAround = full?.isMatched && full.start <= from && full.end >= to;
    if (isAround && full.end - full.start > to - from) return true;
  }
  return false;
}

/** A full form stands no farther from its acronym. */
const FARTHEST = 300;

/** The number of the first acronym that begins at an offset in the block or behind it. */
function firstFrom(acronyms: readonly Acronym[], offset: number): number {
  return firstIndex(acronyms.length, (at) => acronyms[at]!.start < offset);
}

function blockAt({ layout: { blocks } }: Report, offset: number): PlacedBlock | undefined {
  const first = firstIndex(blocks.length, (at) => blocks[at]!.start <= offset);
  return blocks[first - 1];
}
