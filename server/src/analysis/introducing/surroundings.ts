/** Tells what stands right around a name: whether another may be put there and the sentence still reads right. */

import type { Report } from '../../markdown/report';
import type { Span } from '../../text/span';
import { WRITTEN_SPACE } from '../mention';
import { isFunctionWord, isOrdinary, isTitle } from '../ordinaryWords';
import { atSentenceStart } from '../rewrite';

const NEAR = 12;
const FARTHEST_WORD = 48;

/** Signs of emphasis, which the reader does not see. */
const SIGNS_BEFORE = /[*_~]+$/u;
const SIGNS_BEHIND = /^[*_~]+/u;
/** White space, what opens, a dash between two thoughts; and signs that are white space, or HTML. */
const FREE_BEFORE = /(?:^|[\s([{“‘"'«‹„‚¿¡—…>]|&(?:nbsp|ensp|emsp|thinsp|#160);)$/u;
/** White space, what closes, the end of a sentence or of a part of it, a note; no address goes on behind it. */
const FREE_BEHIND = /^(?:$|[\s)\]}”"»›“‘—…<]|[’'](?!\p{L})|[.,;:!?]+(?![\p{L}\p{N}_@/\\])|\[\^|\[@|\^\p{N})/u;

/** Whether it stands for itself: in no compound, and not joined to a number, a sign or an address. */
export function isFree({ text }: Report, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start).replace(SIGNS_BEFORE, '');
  const behind = text.slice(end, end + NEAR).replace(SIGNS_BEHIND, '');
  // *[IMU]* may be a link that is explained elsewhere.
  if (before.endsWith('[') && behind.startsWith(']')) return false;
  return FREE_BEFORE.test(before) && (FREE_BEHIND.test(behind) || WRITTEN_SPACE.test(behind));
}

/** What ends right before a name in an address, and begins right behind one. */
const MAY_END_ADDRESS = new Set([...'#$@\\=._:/{[(']);
const MAY_GO_ON = new Set([...'._@$:/\\}]|']);
const ADDRESS_BEFORE = /^(?:[#$@\\=]|\\[([]|[\p{L}\p{N}][._:]|\/|\{\{\s*|\[\[\s*)$/u;
const ADDRESS_BEHIND =
  /^(?:\.[\p{L}\p{N}]|_[\p{L}\p{N}]|[@$]|:\/\/|\/\/|\\[\p{L})\]]|\s?\}\}|\s?\]\]|\|[^\s|]*\]\])/u;
/** *IMU/KTJ* are two names, *t.me/KTJ* is an address. */
const ALTERNATIVES_BEFORE = /(?:^|[\s([“‘"'*_])(?:\p{Lu}[\p{L}\p{M}\p{N}-]*\/)+$/u;
const FARTHEST_ADDRESS = 64;

/**
 * Whether it is no word of a sentence: in an address without a scheme (*KTJ.com*), a hashtag, mathematics, the name of a
 * file, a template. Nothing is introduced there, and nothing mended.
 */
export function isInAddress({ text }: Report, { start, end }: Span): boolean {
  const next = text.charAt(end);
  if (MAY_GO_ON.has(next === ' ' ? text.charAt(end + 1) : next))
    if (ADDRESS_BEHIND.test(text.slice(end, end + NEAR))) return true;
  if (!MAY_END_ADDRESS.has(text.charAt(start - 1))) return false;
  const isAddress = [1, 2].some((count) =>
    ADDRESS_BEFORE.test(text.slice(Math.max(0, start - count), start)),
  );
  return isAddress && !ALTERNATIVES_BEFORE.test(text.slice(Math.max(0, start - FARTHEST_ADDRESS), start));
}

/** Whether a parenthesis opens right behind: another one before it reads wrong. */
export const isBeforeParenthesis = ({ text }: Report, { end }: Pick<Span, 'end'>): boolean =>
  /^[*_]*\s*\(/u.test(text.slice(end, end + NEAR));

const CAPITAL_BEHIND = /^[*_]*[ \n\u00a0]+[*_]*(\p{Lu}[\p{L}\p{M}’'-]*)/u;
const CAPITAL_BEFORE = /(?:^|[^\p{L}\p{N}’'-])(\p{Lu}[\p{L}\p{M}’'-]*)[*_]*[ \n\u00a0]+[*_]*$/u;

/** Offices: a body’s name before one is whole (*IMU Chairman Yuldashev*). */
const OFFICES = new Set(
  `chairman chairwoman chairperson chair leader commander chief head director deputy founder president secretary spokesman spokeswoman
spokesperson emir amir member officer official general colonel major captain lieutenant fighter fighters militants members`.split(
    /\s+/,
  ),
);

/** Whether a word with a capital goes on behind a name, so that it is a part of a longer one: *IMU Support Group*. */
export function goesOn(report: Report, { start, end }: Span): boolean {
  const next = CAPITAL_BEHIND.exec(report.text.slice(end, end + FARTHEST_WORD))?.[1];
  if (next === undefined) return false;
  if (!/\p{Ll}/u.test(next) && isInCapitalLine(report, { start, end })) return false;
  const word = next.replace(/[’']s?$/u, '').toLowerCase();
  return !isFunctionWord(word) && !isTitle(word) && !OFFICES.has(word);
}

/** Whether a word with a capital that is no adjective stands before a name: *Radio KTJ*. */
export function isLed(report: Report, { start }: Pick<Span, 'start'>): boolean {
  const found = CAPITAL_BEFORE.exec(report.text.slice(Math.max(0, start - FARTHEST_WORD), start));
  if (!found) return false;
  const word = found[1]!;
  const at = start - found[0].length + found[0].indexOf(word);
  const folded = word.toLowerCase();
  if (CHANNELS.has(folded)) return true;
  if (isFunctionWord(folded) || isOrdinary(folded) || isTitle(folded)) return false;
  return !/[’']s?$/u.test(word) && /\p{Ll}/u.test(word) && !atSentenceStart(report, { start: at, end: at });
}

/** What is called by a name that stands behind. */
const CHANNELS = new Set([
  'radio',
  'team',
  'studio',
  'channel',
  'club',
  'tv',
  'operation',
  'camp',
  'project',
]);
const FARTHEST_SENTENCE = 120;

/** Whether the sentence around is written in capitals throughout: *THE IMU CAME*. */
export function isInCapitalLine({ text }: Report, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - FARTHEST_SENTENCE), start);
  const behind = text.slice(end, end + FARTHEST_SENTENCE);
  const around = [
    before.split(/[.!?\r\n]\s/u).at(-1)!,
    behind.replace(/^[’']s/iu, '').split(/[.!?]\s|[\r\n]{2}/u)[0]!,
  ];
  return (
    around.every((one) => !/\p{Ll}/u.test(one)) &&
    around.some((one) =>
      (one.match(/\p{Lu}[\p{Lu}’']+/gu) ?? []).some((word) => {
        const small = word.toLowerCase();
        return isFunctionWord(small) || isOrdinary(small);
      }),
    )
  );
}
