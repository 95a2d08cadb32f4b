/** Finds the probable unlisted spellings in a report, block by block, and keeps those that the whole report allows. */

import type { Lexicon } from '../glossary/lexicon';
import type { Report } from '../markdown/report';
import { finish } from '../text/steps';
import { BlockMemo } from './blockMemo';
import { blockVariants } from './blockVariants';
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
  words: variant.words.map(({ start, end }) => ({ start: start + by, end: end + by })),
}));

/** The variants of a report in order; none in a report, or with a glossary, beyond the two limits. */
export function findVariants(report: Report, mentions: readonly Mention[], lexicon: Lexicon): Variant[] {
  const { text, layout, generated } = report;
  if (text.length > LONGEST_FOR_VARIANTS || lexicon.claimCount > MOST_FORMS_FOR_VARIANTS) return [];
  const named = new Set(mentions.flatMap(({ claims }) => claims.map(({ entity }) => entity.id)));
  const found: Variant[] = [];
  let next = 0;
  for (const { start, layout: block } of layout.blocks) {
    const end = start + block.length;
    const first = next;
    while (next < mentions.length && mentions[next]!.start < end) next++;
    const inBlock = () =>
      mentions.slice(first, next).map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
    for (const variant of memo.in(block, start, lexicon, () =>
      finish(blockVariants(text.slice(start, end), block, lexicon, inBlock())),
    )) {
      const isGenerated = generated.some(
        ({ definition }) => definition.start <= variant.start && variant.end <= definition.end,
      );
      if (isGenerated || (variant.needsMention && !named.has(variant.claim.entity.id))) continue;
      if (variant.words.length > 1 || !isWordOfReport(text, variant.visible)) found.push(variant);
    }
  }
  return found;
}

/** A single word that the report also writes small is a word, not a name: *Terms*, where there are *terms*. */
function isWordOfReport(text: string, visible: string): boolean {
  const small = visible.toLowerCase();
  const isLetter = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{M}\p{N}]/u.test(letter);
  for (let at = text.indexOf(small); at >= 0; at = text.indexOf(small, at + small.length)) {
    const before = text[at - 1];
    // An address writes every name small.
    if (!isLetter(before) && !isLetter(text[at + small.length]) && !/[/.@#_-]/.test(before ?? ' '))
      return true;
  }
  return false;
}
