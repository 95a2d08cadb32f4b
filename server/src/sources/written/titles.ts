/** Reads titles out of their marks: where they end, what only closes them, and the translation behind them. */

import { findDates } from './dates';
import { ADDRESS } from './plainNote';
import type { Quoted } from './quotes';

/** The title within its marks; of one that nothing closes, as far as it may reach. */
export function titleWithin(piece: string, { start, end, isOpen }: Quoted): { title: string; end: number } {
  if (!isOpen) return { title: piece.slice(start + 1, end - 1), end };
  const text = piece.slice(start + 1);
  const bracket = /^[^\]]*\](?=[,\s])/.exec(text);
  const date = findDates(text).find(({ precision }) => precision !== 'year');
  const address = text.search(ADDRESS);
  const stop = Math.min(date?.start ?? text.length, address < 0 ? text.length : address);
  // Between the last comma before the date, and the one before that, stands the outlet.
  const commas = [...text.slice(0, stop).matchAll(/,\s/g)].map(({ index }) => index);
  const length = bracket?.[0].length ?? commas.at(-2) ?? commas.at(-1) ?? text.length;
  return { title: text.slice(0, length), end: start + 1 + length };
}

/** Whether it begins as titles do. */
export const isTitle = (title: string): boolean =>
  /^[\s\p{P}\p{S}]*[\p{Lu}\p{Lo}\d]/u.test(title) || /^[\s\p{P}]*\p{Ll}+[\p{L}\d-]*\p{Lu}/u.test(title);

/** The title without the sign that only closes it, and the translation that stands in brackets behind it. */
export function titleOf(written: string, behind?: string): { title: string; translation?: string } {
  const whole = written.trim().replace(/[\s,;]+$/, '');
  const bracketed = /^(.*\S)\s*\[([^[\]]{3,})\][\s,.”’"']*$/su.exec(whole);
  const isTranslated = bracketed && !/^(?:sic|video|audio|in \w+|.* language)$/i.test(bracketed[2]!);
  const title = closed(isTranslated ? bracketed[1]! : whole);
  const translation = isTranslated ? closed(bracketed[2]!) : behind && closed(behind);
  return { title, ...(translation ? { translation } : {}) };
}

/** Without a comma, a full stop, or a mark that nothing opens at the end. */
function closed(text: string): string {
  let title = text.trim().replace(/[\s,;]+$/, '');
  if (
    /[\p{L}\p{N})\]”’"»]\.$/u.test(title) &&
    !/\b(?:\p{Lu}\.)+$|\b(?:Inc|Ltd|Co|Jr|Sr|etc|No)\.$/u.test(title)
  )
    title = title.slice(0, -1).trimEnd();
  // A comma that the marks of a quotation within the title have taken in.
  title = title.replace(/,(?=[”’"'»]+$)/, '');
  if (/[\p{L}\p{N}.!?)]’$/u.test(title) && !/(?:^|[\s(“«])[‘’'](?=\p{L})/u.test(title))
    title = title.slice(0, -1);
  if (/”$/.test(title) && !/[“„”]./.test(title)) title = title.slice(0, -1);
  return title.trim();
}
