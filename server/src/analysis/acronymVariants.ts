/** Finds acronyms with a wrong letter: one off from an acronym of an entity that the report names. */

import type { Entity } from '../glossary/entity';
import type { Claim } from '../glossary/lexicon';
import type { Report } from '../markdown/report';
import type { BlockLayout } from '../markdown/zones';
import { type Mention, mentionAt } from './mention';
import { isOrdinary } from './ordinaryWords';
import { isAuthors, zonesOf } from './ownWords';
import { slip } from './typos';
import type { Variant } from './variant';

/** Shorter ones are too often another's: *HTS* and *HTC*. */
const SHORTEST = 4;
const SCORE = 0.8;
/** Capitals and digits, perhaps divided: *RFE/RL*, *ISIS-K*. */
const CAPITALS = /(?<![\p{L}\p{N}/-])\p{Lu}[\p{Lu}\p{N}]+(?:[/-]\p{Lu}[\p{Lu}\p{N}]*)*(?![\p{L}\p{N}])/gu;

/** The variants of acronyms in order; a wrong letter is rarer than the right one, and no other name stands behind it. */
export function acronymVariants({ text, layout }: Report, mentions: readonly Mention[]): Variant[] {
  const acronyms = acronymsOf(mentions);
  if (acronyms.size === 0) return [];
  const uses = new Map<string, number>();
  const close = new Map<string, readonly Acronym[]>();
  const found: Variant[] = [];
  for (const { start, layout: block } of layout.blocks) {
    for (const { visible, letters, at: offset, isWritten } of capitalsIn(text, start, block)) {
      uses.set(letters, (uses.get(letters) ?? 0) + 1);
      if (!isWritten || acronyms.has(letters)) continue;
      const near =
        close.get(letters) ?? [...acronyms].filter(([other]) => differenceOf(letters, other) !== undefined);
      close.set(letters, near);
      const [right] = near;
      if (!right || near.length > 1) continue;
      const at = { start: start + offset, end: start + offset + visible.length };
      if ((mentionAt(mentions, at.start)?.end ?? 0) > at.start) continue;
      if (isIntroduced(text, at.start, mentions, right[1])) continue;
      const claim = right[1];
      if (claim.entity.not.includes(visible)) continue;
      const reason = differenceOf(letters, right[0])!;
      found.push({
        ...at,
        words: [at],
        core: [at],
        visible,
        claim,
        house: claim.form.house,
        score: SCORE,
        reason,
        needsMention: false,
      });
    }
  }
  return found.filter(({ visible, claim }) => {
    const [wrong, right] = [uses.get(lettersOf(visible)) ?? 0, uses.get(lettersOf(claim.form.text)) ?? 0];
    return wrong <= Math.max(1, right);
  });
}

type Acronym = readonly [letters: string, claim: Claim];

/** A word in capitals that may be an acronym. */
interface Capitals {
  readonly visible: string;
  readonly letters: string;
  /** From the beginning of its block. */
  readonly at: number;
  /** Whether the author wrote it, and not in a heading, where all may be in capitals. */
  readonly isWritten: boolean;
}

/** By the block's layout, which stays the same object for as long as an edit leaves the block alone. */
const known = new WeakMap<BlockLayout, readonly Capitals[]>();

function capitalsIn(text: string, start: number, block: BlockLayout): readonly Capitals[] {
  const before = known.get(block);
  if (before) return before;
  const found: Capitals[] = [];
  known.set(block, found);
  const own = text.slice(start, start + block.length);
  if (!mayHoldCapitals(own)) return found;
  const zoneAt = zonesOf(block);
  for (const { 0: visible, index } of own.matchAll(CAPITALS)) {
    const letters = lettersOf(visible);
    if (letters.length < SHORTEST || isOrdinary(visible.toLowerCase())) continue;
    const zone = zoneAt(index);
    found.push({ visible, letters, at: index, isWritten: isAuthors(zone) && zone !== 'heading' });
  }
  return found;
}

/** Whether two capitals, or a capital and a digit, may stand together: quickly told, and often not. */
function mayHoldCapitals(text: string): boolean {
  let wasCapital = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isCapital = (unit >= 65 && unit <= 90) || unit > 127;
    if (wasCapital && (isCapital || (unit >= 48 && unit <= 57))) return true;
    wasCapital = isCapital;
  }
  return false;
}

const lettersOf = (acronym: string): string => acronym.replace(/[^\p{L}\p{N}]/gu, '');

/** By their letters, the acronyms of the entities that a report names. */
function acronymsOf(mentions: readonly Mention[]): Map<string, Claim> {
  const acronyms = new Map<string, Claim>();
  const seen = new Set<Entity>();
  for (const { claims } of mentions) {
    for (const { entity } of claims) {
      if (entity.acronyms.length === 0 || seen.has(entity)) continue;
      seen.add(entity);
      for (const text of entity.acronyms) {
        const letters = lettersOf(text);
        if (letters.length < SHORTEST || acronyms.has(letters)) continue;
        acronyms.set(letters, { entity, form: { text, kind: 'acronym', house: entity.acronyms[0]! } });
      }
    }
  }
  return acronyms;
}

/** “Center for Studying Regional Threats (CSRT)”: what stands in parentheses behind another name is that one's. */
function isIntroduced(text: string, start: number, mentions: readonly Mention[], { entity }: Claim): boolean {
  const before = /\s*\(\s*[“"*_]*$/u.exec(text.slice(Math.max(0, start - 6), start));
  if (!before) return false;
  const named = mentionAt(mentions, start - before[0].length);
  return !named?.claims.some((claim) => claim.entity.id === entity.id);
}

/** How an acronym differs from another by a slip; four letters with one in another's place are another's: *ISKP*, *ISSP*. */
function differenceOf(wrong: string, right: string): string | undefined {
  const isShort = right.length === SHORTEST && wrong.length === SHORTEST;
  if (right.length < SHORTEST) return undefined;
  const told = slip(wrong, right);
  return isShort && told !== EXCHANGED ? undefined : told;
}

const EXCHANGED = 'two letters exchanged';
