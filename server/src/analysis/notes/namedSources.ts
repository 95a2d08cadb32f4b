/** Knows what a note written by hand names: how many sources, and of a title, whether it names it in full. */

import { foldText } from '../../names/fold';
import { isFunctionWord, isKnownPlace, isOrdinary } from '../ordinaryWords';
import { takenApart } from './takenNotes';

/** How many sources a text names, the same one counted once; of other scripts than ours it cannot be said. */
export function sourcesIn(text: string): number {
  const parts = takenApart(text).filter(({ kind }) => kind !== 'remark');
  if (/[^\p{Script=Latin}\p{Script=Common}]/u.test(text)) return Math.min(parts.length, 1);
  const named = new Set<string>();
  const ibids = parts.filter(({ kind }) => kind === 'ibid');
  for (const [at, part] of parts.entries()) {
    // Behind another source, an address alone is where that one is found too.
    if (part.kind === 'source' && (at === 0 || part.item.title))
      named.add(foldText(part.item.title ?? part.text));
  }
  const full = parts.flatMap((part) => (part.kind === 'source' ? [` ${foldText(part.text)} `] : []));
  for (const part of parts) {
    if (part.kind !== 'short') continue;
    const [who] = part.item.author ?? [];
    const name = foldText(who?.family ?? who?.literal ?? part.item.title ?? part.text);
    if (!full.some((one) => one.includes(` ${name} `))) named.add(name);
  }
  // “Ibid., 5; ibid., 7” is one source, and “Doe, *Book*, 5; ibid., 7” too.
  const opens = parts[0]?.kind === 'ibid';
  return named.size + Number(ibids.length > 0 && (opens || named.size === 0));
}

/** Whether a text names a source in full whose words hold a title. */
export const namesInFull = (text: string, title: string): boolean =>
  takenApart(text).some(
    (part) => part.kind === 'source' && ` ${foldText(part.text)} `.includes(` ${foldText(title)} `),
  );

/** Whether a text names a source in full that has this title, and no longer one. */
export const hasTitle = (text: string, title: string): boolean =>
  takenApart(text).some(
    (part) => part.kind === 'source' && foldText(part.item.title ?? '') === foldText(title),
  );

/** A title that says no more than of what kind the source is. */
const GENERIC =
  /^(?:statements?|news|press|releases?|interviews?|speech|reviews?|remarks?|updates?|briefs?|briefing|study|studies|papers?|articles?|posts?)$/;

/** Whether a title has no word by which its source could be told from another. */
export const isGeneric = (title: string): boolean =>
  foldText(title)
    .split(' ')
    .every((word) => GENERIC.test(word) || isOrdinary(word) || isFunctionWord(word) || isKnownPlace(word));
