/** Compares a citation written by hand with the note that is made of it: what it says that the note would not. */

import type { CitedSource, Formatter } from '../../sources/formatting/format';
import type { Source } from '../../sources/source';
import { looseAddressKey } from '../../sources/written/address';
import { type LeftOut, leftOut, printedText, saysNothing } from '../../sources/written/leftOut';
import type { NotePart, Remark, TakenSource } from '../../sources/written/takeApart';

/** A citation as it was written, and what it has become. */
export interface Said {
  readonly part: Exclude<NotePart, Remark>;
  readonly cited: CitedSource;
  /** Addresses that its links lead to, and that no reader sees. */
  readonly links: readonly string[];
}

/** Words of a citation that are neither in a text nor kept beside the source. */
export const lostFrom = (
  { part, cited: { prefix = '', suffix = '', locator = '' }, links }: Said,
  text: string,
): LeftOut[] =>
  leftOut(
    [part.text, ...links].join(' '),
    [text, prefix, suffix, locator].join(' · '),
    part.kind !== 'source',
  );

/** What was compared lately with all that is known of a source. */
const compared = new WeakMap<Source, Map<string, readonly LeftOut[]>>();
const MOST_COMPARED = 100;

/** Words that any note made of the source would lose; the same every time that an editor asks. */
function lostBy(said: Said, printed = ''): readonly LeftOut[] {
  const { part, cited, links } = said;
  const { source, prefix, suffix, locator } = cited;
  const known = compared.get(source) ?? new Map<string, readonly LeftOut[]>();
  if (known.size >= MOST_COMPARED) known.clear();
  compared.set(source, known);
  const key = JSON.stringify([part.kind, part.text, links, prefix, suffix, locator, printed]);
  const lost = known.get(key) ?? lostFrom(said, `${printedText(source.item)} · ${printed}`);
  known.set(key, lost);
  return lost;
}

/**
 * Words that the note would lose, as far as that can be told before it is made. Whether a style prints the symbol of a
 * document, say, costs little once its processor is there; before that, it is taken not to.
 */
export const leavesOut = ({ said }: { readonly said: readonly Said[] }, formatter: Formatter): string[] =>
  said.flatMap((one) => {
    const printed = formatter.isStarted ? formatter.note({ source: one.cited.source }) : '';
    return lostBy(one, printed).map(({ text }) => text);
  });

/** Words before the title that the note would lose: without them, it may say the opposite. */
export const lostAhead = (said: Said): string | undefined =>
  lostBy(said).find(({ start }) => start < headLength(said))?.text;

/** How much of a citation stands before the title; or before the address, where there is no title. */
function headLength({ part: { text, item }, cited: { source } }: Said): number {
  for (const title of [source.item.title, item.title]) {
    const found = title === undefined ? -1 : text.indexOf(title.replace(/\s*\[[^[\]]*\]$|[?!.]+$/g, ''));
    if (found >= 0) return found;
  }
  return Math.max(0, text.search(/https?:|www\./i));
}

/** The words behind a source, with their comma if they have one; nothing where it only tells the address, once more. */
export function suffixOf({ text, suffix }: TakenSource, { item: { URL = '' } }: Source): string | undefined {
  if (suffix === undefined || saysNothing(suffix)) return undefined;
  if (URL !== '' && looseAddressKey(suffix) === looseAddressKey(URL)) return undefined;
  return text.slice(0, suffixAt(text, suffix)).trimEnd().endsWith(',') ? `, ${suffix}` : suffix;
}

/** Whether words stand before the page, and would stand behind it: “but not page 12”. */
export const isTurned = ({ text, suffix, locator }: TakenSource): boolean =>
  suffix !== undefined && locator !== undefined && text.lastIndexOf(locator) > suffixAt(text, suffix);

/** Where words behind a title begin: they need not stand together. */
const suffixAt = (text: string, suffix: string): number => Math.max(0, text.indexOf(suffix.split(', ')[0]!));
