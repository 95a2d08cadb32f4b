/** Finds every mention in a report, block by block, and settles who is meant. */

import type { Lexicon } from '../glossary/lexicon';
import type { Report } from '../markdown/report';
import type { BlockLayout, ZoneKind } from '../markdown/zones';
import { blockMentions } from './blockMentions';
import type { Mention } from './mention';

/** The mentions of a report in order; they never overlap. Blocks that an edit left alone are not read again. */
export function findMentions(report: Report, lexicon: Lexicon): Mention[] {
  const { text, layout, generated } = report;
  const found: Mention[] = [];
  const introduced = new Set<string>();
  let note = 0;
  for (const { start, layout: block } of layout.blocks) {
    for (const mention of mentionsOf(text, start, block, lexicon)) {
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

interface Found {
  /** Where the block began when the mentions were last asked for. */
  readonly start: number;
  readonly mentions: readonly Mention[];
}

/** What was found in a block, for each glossary; forgotten with the block. */
const known = new WeakMap<Lexicon, WeakMap<BlockLayout, Found>>();

/** The mentions of a block that now begins at `start`, with offsets in the whole text. */
function mentionsOf(text: string, start: number, block: BlockLayout, lexicon: Lexicon): readonly Mention[] {
  let ofLexicon = known.get(lexicon);
  if (!ofLexicon) {
    ofLexicon = new WeakMap();
    known.set(lexicon, ofLexicon);
  }
  const before = ofLexicon.get(block);
  if (before?.start === start) return before.mentions;
  const mentions = before
    ? before.mentions.map((mention) => moved(mention, start - before.start))
    : blockMentions(text.slice(start, start + block.length), block, lexicon).map((one) => moved(one, start));
  ofLexicon.set(block, { start, mentions });
  return mentions;
}

function moved(mention: Mention, by: number): Mention {
  if (by === 0) return mention;
  const { start, end, words, visible, claims, zone, mendable } = mention;
  const parts = words.map((word) => ({ start: word.start + by, end: word.end + by }));
  return { start: start + by, end: end + by, words: parts, visible, claims, zone, mendable };
}
