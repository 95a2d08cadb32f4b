/** Finds every mention in a report, block by block, and settles who is meant. */

import type { Entity } from '../glossary/entity';
import type { Lexicon } from '../glossary/lexicon';
import type { Report } from '../markdown/report';
import type { PlacedBlock, ZoneKind } from '../markdown/zones';
import { finish, type Steps } from '../text/steps';
import { BlockMemo } from './blockMemo';
import { blockMentions } from './blockMentions';
import type { Mention } from './mention';

/** The mentions of a report in order; they never overlap. Blocks that an edit left alone are not read again. */
export const findMentions = (report: Report, lexicon: Lexicon): Mention[] =>
  finish(mentionSteps(report, lexicon));

/** The same in steps; a step is a block. */
export function* mentionSteps(report: Report, lexicon: Lexicon): Steps<Mention[]> {
  const { text, layout, printed } = report;
  const found: Mention[] = [];
  const introduced = new Introduced();
  const mentionsIn = mentionReader(text, lexicon);
  let next = 0;
  for (const block of layout.blocks) {
    yield;
    for (const mention of mentionsIn(block)) {
      while (next < printed.length && printed[next]!.end <= mention.start) next++;
      const isPrinted = (printed[next]?.start ?? Infinity) <= mention.start;
      const placed = isPrinted ? { ...mention, mendable: false } : mention;
      const before = found.at(-1);
      const entity = before && entityBeside(text, before, placed);
      if (entity && placed.claims.length > 1) found.push(settle(placed, new Set([entity])));
      else found.push(placed.claims.length === 1 ? placed : settle(placed, introduced.before(found)));
      // *AFP (Agence France-Presse)*: what stands behind tells as well.
      if (entity && before.claims.length > 1) found[found.length - 2] = settle(before, new Set([entity]));
    }
  }
  return found;
}

/** Reads the mentions in a block as the block alone tells them: several entities may still claim one. */
export function mentionReader(text: string, lexicon: Lexicon): (block: PlacedBlock) => readonly Mention[] {
  const known = memo.of(lexicon);
  return (block) => {
    const { start, layout } = block;
    return (
      known.in(block) ??
      known.keep(block, blockMentions(text.slice(start, start + layout.length), layout, lexicon, start))
    );
  };
}

/** What stands there introduces nobody to the reader. */
const UNREAD: ReadonlySet<ZoneKind> = new Set<ZoneKind>(['code', 'url', 'html', 'front-matter']);

/** The entities that a report has named so far, gathered when somebody asks: in most reports nobody does. */
class Introduced {
  readonly #entities = new Set<Entity>();
  #seen = 0;

  before(mentions: readonly Mention[]): ReadonlySet<Entity> {
    for (; this.#seen < mentions.length; this.#seen++) {
      const { claims, zone } = mentions[this.#seen]!;
      if (claims.length === 1 && !UNREAD.has(zone)) this.#entities.add(claims[0]!.entity);
    }
    return this.#entities;
  }
}

/** The one entity that two mentions share of which one is in parentheses right behind the other, and settles whom it means. */
function entityBeside(text: string, first: Mention, second: Mention): Entity | undefined {
  const [claims, others] = [first.claims, second.claims];
  if ((claims.length === 1) === (others.length === 1)) return undefined;
  const { entity } = (claims.length === 1 ? claims : others)[0]!;
  const isShared = (claims.length === 1 ? others : claims).some((claim) => claim.entity === entity);
  return isShared && IN_PARENTHESES.test(text.slice(first.end, second.start)) ? entity : undefined;
}

const IN_PARENTHESES =
  /^(?:[’'ʼ]s?)?[*_”"’']*\s*[([]\s*(?:(?:here(?:in)?after|or)\s+)?[“‘"'«*_]*(?:the\s+)?[“‘"'«*_]*$/iu;

/** A form that several entities claim means the one that the report has already named otherwise, if it is only one. */
function settle(mention: Mention, introduced: ReadonlySet<Entity>): Mention {
  const known = mention.claims.filter(({ entity }) => introduced.has(entity));
  return known.length === 1 ? { ...mention, claims: known } : mention;
}

const memo = new BlockMemo<Mention>(({ start, end, words, visible, claims, zone, mendable }, by) => {
  const parts = words.map((word) => ({ start: word.start + by, end: word.end + by }));
  return { start: start + by, end: end + by, words: parts, visible, claims, zone, mendable };
});
