/** Finds every mention in a report, block by block, and settles who is meant. */

import type { Lexicon } from '../glossary/lexicon';
import type { Report } from '../markdown/report';
import type { ZoneKind } from '../markdown/zones';
import { BlockMemo } from './blockMemo';
import { blockMentions } from './blockMentions';
import type { Mention } from './mention';

/** The mentions of a report in order; they never overlap. Blocks that an edit left alone are not read again. */
export function findMentions(report: Report, lexicon: Lexicon): Mention[] {
  const { text, layout, generated } = report;
  const found: Mention[] = [];
  const introduced = new Set<string>();
  let note = 0;
  for (const { start, layout: block } of layout.blocks) {
    const inBlock = () => blockMentions(text.slice(start, start + block.length), block, lexicon);
    for (const mention of memo.in(block, start, lexicon, inBlock)) {
      while (note < generated.length && generated[note]!.definition.end <= mention.start) note++;
      const isGenerated = (generated[note]?.definition.start ?? Infinity) <= mention.start;
      found.push(settle(isGenerated ? { ...mention, mendable: false } : mention, introduced));
    }
  }
  return found;
}

/** What stands there introduces nobody to the reader. */
const UNREAD: ReadonlySet<ZoneKind> = new Set<ZoneKind>(['code', 'url', 'html', 'front-matter']);

/** A form that several entities claim means the one that the report has already named otherwise, if it is only one. */
function settle(mention: Mention, introduced: Set<string>): Mention {
  const { claims } = mention;
  if (claims.length === 1) {
    if (!UNREAD.has(mention.zone)) introduced.add(claims[0]!.entity.id);
    return mention;
  }
  const known = claims.filter(({ entity }) => introduced.has(entity.id));
  return known.length === 1 ? { ...mention, claims: known } : mention;
}

const memo = new BlockMemo<Mention>(({ start, end, words, visible, claims, zone, mendable }, by) => {
  const parts = words.map((word) => ({ start: word.start + by, end: word.end + by }));
  return { start: start + by, end: end + by, words: parts, visible, claims, zone, mendable };
});
