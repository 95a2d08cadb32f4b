/** Finds the probable unlisted spellings in a report, block by block, and keeps those that the whole report allows. */

import type { Lexicon } from '../glossary/lexicon';
import type { Report } from '../markdown/report';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import { BlockMemo } from './blockMemo';
import { blockVariants } from './blockVariants';
import { mentionsIn } from './findMentions';
import type { Mention } from './mention';
import type { Variant } from './variant';

/** Comparing costs more than finding: longer reports are left to the names that are listed. */
export const LONGEST_FOR_VARIANTS = 300_000;
/** With more forms, indexing and comparing them would hold up whoever opens a report. */
export const MOST_FORMS_FOR_VARIANTS = 20_000;

const memo = new BlockMemo<Variant>((variant, by) => ({
  ...variant,
  start: variant.start + by,
  end: variant.end + by,
  words: moved(variant.words, by),
  core: moved(variant.core, by),
}));

const moved = (spans: readonly Span[], by: number): Span[] =>
  spans.map(({ start, end }) => ({ start: start + by, end: end + by }));

/** What is known of the variants of a report. */
export interface Variants {
  /** In order. */
  readonly found: readonly Variant[];
  /** Whether all blocks have been looked at that are to be; else `seekVariants` has something to do. */
  readonly isComplete: boolean;
}

/** Looks for variants where nobody has looked yet: in the blocks that are new. After it, `knownVariants` knows all. */
export function* seekVariants({ text, layout }: Report, lexicon: Lexicon): Steps<void> {
  if (isBeyondLimits(text, lexicon)) return;
  for (const block of layout.blocks) {
    if (memo.in(block, lexicon)) continue;
    yield* lexicon.guesserSteps();
    const { start, layout: own } = block;
    const mentions = mentionsIn(text, block, lexicon).map((one) => ({
      ...one,
      start: one.start - start,
      end: one.end - start,
    }));
    const ownText = text.slice(start, start + own.length);
    memo.remember(block, lexicon, yield* blockVariants(ownText, own, lexicon, mentions));
    yield;
  }
}

/** The variants that were found so far; none in a report, or with a glossary, beyond the two limits. */
export function knownVariants(report: Report, mentions: readonly Mention[], lexicon: Lexicon): Variants {
  const { text, layout, generated } = report;
  if (isBeyondLimits(text, lexicon)) return NONE;
  const named = new Set(mentions.flatMap(({ claims }) => claims.map(({ entity }) => entity.id)));
  const isWord = wordsOf(text);
  const found: Variant[] = [];
  let isComplete = true;
  for (const block of layout.blocks) {
    const known = memo.in(block, lexicon);
    if (!known) isComplete = false;
    for (const variant of known ?? []) {
      const isGenerated = generated.some(
        ({ definition }) => definition.start <= variant.start && variant.end <= definition.end,
      );
      if (isGenerated || (variant.needsMention && !named.has(variant.claim.entity.id))) continue;
      if (variant.words.length > 1 || !isWord(variant.visible)) found.push(variant);
    }
  }
  return { found, isComplete };
}

const NONE: Variants = { found: [], isComplete: true };

const isBeyondLimits = (text: string, lexicon: Lexicon): boolean =>
  text.length > LONGEST_FOR_VARIANTS || lexicon.claimCount > MOST_FORMS_FOR_VARIANTS;

/** A single word that the report also writes small is a word, not a name: *Terms*, where there are *terms*. */
function wordsOf(text: string): (visible: string) => boolean {
  const known = new Map<string, boolean>();
  return (visible) => {
    const small = visible.toLowerCase();
    const isWord = known.get(small) ?? (small !== visible && stands(small, text));
    known.set(small, isWord);
    return isWord;
  };
}

/** Whether a word stands in the text by itself, written just so. */
function stands(small: string, text: string): boolean {
  const isLetter = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{M}\p{N}]/u.test(letter);
  for (let at = text.indexOf(small); at >= 0; at = text.indexOf(small, at + small.length)) {
    const before = text[at - 1];
    // An address writes every name small.
    if (!isLetter(before) && !isLetter(text[at + small.length]) && !/[/.@#_-]/.test(before ?? ' '))
      return true;
  }
  return false;
}
