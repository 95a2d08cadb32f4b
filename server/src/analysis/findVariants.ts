/** Finds the probable unlisted spellings in a report, block by block, and keeps those that the whole report allows. */

import type { Lexicon } from '../glossary/lexicon';
import type { Report } from '../markdown/report';
import type { BlockLayout, Layout, PlacedBlock } from '../markdown/zones';
import { foldText } from '../names/fold';
import { changeBetween } from '../text/change';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import { acronymVariants } from './acronymVariants';
import { BlockMemo } from './blockMemo';
import { blockVariants } from './blockVariants';
import { mentionReader } from './findMentions';
import { type Mention, mentionAt } from './mention';
import type { Variant } from './variant';

/**
 * Comparing costs more than finding, so that variants are sought in blocks that end before this offset: what is longer
 * than a thick book has been put together by a machine.
 */
export const LONGEST_FOR_VARIANTS = 1_000_000;

const movedVariant = (variant: Variant, by: number): Variant => ({
  ...variant,
  start: variant.start + by,
  end: variant.end + by,
  words: moved(variant.words, by),
  core: moved(variant.core, by),
});

const moved = (spans: readonly Span[], by: number): Span[] =>
  spans.map(({ start, end }) => ({ start: start + by, end: end + by }));

const memo = new BlockMemo<Variant>(movedVariant);

/** What is known of the variants of a report. */
export interface Variants {
  /** In order. */
  readonly found: readonly Variant[];
  /** Whether all blocks have been looked at that are to be; else `seekVariants` has something to do. */
  readonly isComplete: boolean;
  /** Where the first block begins in which, as the report is too long, none are sought; undefined if all is looked at. */
  readonly soughtUntil?: number;
}

/** Looks for variants where nobody has looked yet: in the blocks that are new. After it, `knownVariants` knows all. */
export function* seekVariants({ text, layout }: Report, lexicon: Lexicon): Steps<void> {
  const blocks = memo.of(lexicon);
  const mentionsIn = mentionReader(text, lexicon);
  for (const block of layout.blocks) {
    if (endOf(block) > LONGEST_FOR_VARIANTS) return;
    if (blocks.in(block)) continue;
    yield* lexicon.guesserSteps();
    const { start, layout: own } = block;
    const mentions = mentionsIn(block).map((one) => ({
      ...one,
      start: one.start - start,
      end: one.end - start,
    }));
    const ownText = text.slice(start, start + own.length);
    blocks.remember(block, yield* blockVariants(ownText, own, lexicon, mentions));
    yield;
  }
}

/** What was known of a report before an edit, or before a change of its glossary. */
export interface Earlier {
  readonly report: Report;
  readonly variants: Variants;
}

/**
 * The variants that were found so far. Where nobody has looked yet, what was known earlier of names that are still there
 * holds until somebody does, so that hints do not vanish and come back.
 */
export function knownVariants(
  report: Report,
  mentions: readonly Mention[],
  lexicon: Lexicon,
  earlier?: Earlier,
): Variants {
  const { layout, printed } = report;
  const blocks = memo.of(lexicon);
  const all: Variant[] = [];
  const unknown: PlacedBlock[] = [];
  let soughtUntil: number | undefined;
  for (const block of layout.blocks) {
    if (endOf(block) > LONGEST_FOR_VARIANTS) {
      soughtUntil = block.start;
      break;
    }
    const inBlock = blocks.in(block);
    if (!inBlock) unknown.push(block);
    for (const one of inBlock ?? []) all.push(one);
  }
  const isComplete = unknown.length === 0;
  if (earlier && !isComplete) {
    const { entities } = lexicon.glossary;
    for (const one of stillThere(earlier, report.text, unknown)) {
      const { entity } = one.claim;
      const isNamed = (mentionAt(mentions, one.start)?.end ?? 0) >= one.end;
      if (!isNamed && entities.get(entity.id) === entity) all.push(one);
    }
  }
  for (const one of acronymVariants(report, mentions)) {
    if (!all.some(({ start, end }) => start < one.end && one.start < end)) all.push(one);
  }
  const extent = { isComplete, ...(soughtUntil === undefined ? {} : { soughtUntil }) };
  if (all.length === 0) return { found: all, ...extent };
  all.sort((a, b) => a.start - b.start);
  const named = all.some(({ needsMention }) => needsMention) ? namedIn(mentions, all) : undefined;
  const isWord = wordsOf(report);
  const isOthers = othersIn(mentions, all);
  let next = 0;
  const found = all.filter((one) => {
    const { start, core, claim, needsMention } = one;
    if (isOthers(one)) return false;
    if (needsMention && !named?.has(claim.entity.id)) return false;
    if (core.length === 1 && isWord(report.text.slice(core[0]!.start, core[0]!.end))) return false;
    while (next < printed.length && printed[next]!.end <= start) next++;
    return (printed[next]?.start ?? Infinity) > start;
  });
  return { found, ...extent };
}

/** The variants from before a change that it has not touched, with their places now, as far as they are in some blocks. */
function* stillThere(
  { report, variants }: Earlier,
  text: string,
  blocks: readonly PlacedBlock[],
): Generator<Variant> {
  const { from, toBefore, toNow } = changeBetween(report.text, text);
  let at = 0;
  for (const one of variants.found) {
    const isBefore = one.end <= from;
    if (!isBefore && one.start < toBefore) continue;
    const now = isBefore ? one : movedVariant(one, toNow - toBefore);
    if (isGrown(text, now)) continue;
    while (at < blocks.length && endOf(blocks[at]!) < now.end) at++;
    if ((blocks[at]?.start ?? Infinity) <= now.start) yield now;
  }
}

/** A letter that is written beside a name makes it another. */
const isGrown = (text: string, { start, end }: Span): boolean =>
  /[\p{L}\p{M}\p{N}]/u.test(text.charAt(start - 1) + text.charAt(end));

const endOf = ({ start, layout }: PlacedBlock): number => start + layout.length;

/** The ids of the entities that the report names; a full name that is spelt otherwise names the person as well. */
function namedIn(mentions: readonly Mention[], variants: readonly Variant[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { claims } of mentions) for (const { entity } of claims) named.add(entity.id);
  for (const { needsMention, core, claim } of variants) {
    if (!needsMention && core.length > 1) named.add(claim.entity.id);
  }
  return named;
}

/**
 * Tells, of variants in order, which are somebody else's: a surname alone that the report last had, spelt so or as it is
 * listed, in another person's full name, while its listed bearer is named in full nowhere.
 */
function othersIn(mentions: readonly Mention[], variants: readonly Variant[]): (one: Variant) => boolean {
  const others = new Set<string>();
  const keyOf = (id: string, word: string) => `${id} ${foldText(word)}`;
  let inFull: ReadonlySet<string> | undefined;
  return ({ claim: { entity }, isSomebodyElse, visible, house, words, core }) => {
    if (isSomebodyElse) {
      others.add(keyOf(entity.id, visible));
      return true;
    }
    if (others.size === 0 || core.length > 1 || words.length > 1) return false;
    if (!others.has(keyOf(entity.id, visible)) && !others.has(keyOf(entity.id, house))) return false;
    inFull ??= namedInFull(mentions, variants);
    return !inFull.has(entity.id);
  };
}

/** The ids of the entities that the report names by more than one word. */
function namedInFull(mentions: readonly Mention[], variants: readonly Variant[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { words, claims } of mentions)
    if (words.length > 1) for (const { entity } of claims) named.add(entity.id);
  for (const { words, needsMention, claim } of variants)
    if (!needsMention && words.length > 1) named.add(claim.entity.id);
  return named;
}

/** A single word that the report also writes small is a word, not a name: *Terms*, where there are *terms*. */
function wordsOf({ text, layout }: Report): (visible: string) => boolean {
  const ofReport = known(wordsOfReport, layout);
  return (visible) => {
    const small = visible.toLowerCase();
    if (small === visible) return false;
    const answer =
      ofReport.get(small) ??
      layout.blocks.some(({ start, layout: block }) => {
        const ofBlock = known(wordsOfBlock, block);
        const stands = ofBlock.get(small) ?? standsIn(text.slice(start, start + block.length), small);
        ofBlock.set(small, stands);
        return stands;
      });
    ofReport.set(small, answer);
    return answer;
  };
}

/** What was asked of the words of each report, and of each block. */
const wordsOfReport = new WeakMap<Layout, Map<string, boolean>>();
const wordsOfBlock = new WeakMap<BlockLayout, Map<string, boolean>>();

function known<K extends object>(of: WeakMap<K, Map<string, boolean>>, place: K): Map<string, boolean> {
  let answers = of.get(place);
  if (!answers) {
    answers = new Map();
    of.set(place, answers);
  }
  return answers;
}

/** Whether a word stands in the text by itself, written just so. */
function standsIn(text: string, small: string): boolean {
  const isLetter = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{M}\p{N}]/u.test(letter);
  for (let at = text.indexOf(small); at >= 0; at = text.indexOf(small, at + small.length)) {
    const before = text[at - 1];
    // An address writes every name small.
    if (!isLetter(before) && !isLetter(text[at + small.length]) && !/[/.@#_-]/.test(before ?? ' '))
      return true;
  }
  return false;
}
