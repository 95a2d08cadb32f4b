/** Finds the acronym that stands in parentheses right behind a name, by itself or among other things. */

import type { Entity } from '../../glossary/entity';
import { type Mention, settled } from '../mention';
import type { Evidence } from '../rule';

type Given = Pick<Evidence, 'report' | 'mentions'>;

const SIGNS = '“‘"\'«*_';
const TIED = new RegExp(
  `^(?:[’'ʼ]s?)?[*_”"’']*\\s*[([]\\s*(?:(?:here(?:in)?after|henceforth|or|the)\\s+)*[${SIGNS}]*(?:the\\s+)?[${SIGNS}]*$`,
  'iu',
);
/** A parenthesis with something else in it, up to an acronym that stands for itself. */
const OPENED = new RegExp(
  `^(?:[’'ʼ]s?)?[*_”"’']*\\s*(?:\\([^()\\r\\n]*|\\[[^[\\]\\r\\n]*)[,;:/]\\s*(?:[\\p{Ll}. ]{0,24}\\s)?[${SIGNS}]*(?:the\\s+)?[${SIGNS}]*$`,
  'iu',
);
const ITEM_END = /^[”’"'»*_]*\s*(?:[,;)\]/]|or\s)/u;
const CLOSING = /^[”’"'*_»]*[)\]]/u;
const LONGEST_PARENTHESIS = 160;

/** Whether nothing but a parenthesis that opens, with what leads to an acronym, stands between a name and that. */
export const isTie = (between: string): boolean => TIED.test(between);

/** Behind the parenthesis that closes right behind an offset; undefined if more stands in it. */
export function closingBehind({ text }: Evidence['report'], end: number): number | undefined {
  const closed = CLOSING.exec(text.slice(end, end + 8));
  return closed ? end + closed[0].length : undefined;
}

export interface TiedAcronym {
  readonly mention: Mention;
  /** Behind the parenthesis, where nothing else stands in it. */
  readonly end?: number;
}

/**
 * The acronym of the entity in the parentheses right behind the mention number `at`.
 *
 * @param isAcronym whether a mention is an acronym of the entity.
 */
export function acronymTiedBehind(
  { report, mentions }: Given,
  at: number,
  isAcronym: (mention: Mention) => boolean,
): TiedAcronym | undefined {
  const { text } = report;
  const name = mentions[at]!;
  for (let next = at + 1; next < mentions.length; next++) {
    const mention = mentions[next]!;
    if (mention.start - name.end > LONGEST_PARENTHESIS) return undefined;
    const between = text.slice(name.end, mention.start);
    if (next > at + 1 && !/[([]/.test(between)) return undefined;
    if (!isAcronym(mention)) continue;
    if (TIED.test(between)) {
      const end = closingBehind(report, mention.end);
      return end === undefined ? { mention } : { mention, end };
    }
    if (OPENED.test(between) && ITEM_END.test(text.slice(mention.end, mention.end + 12))) return { mention };
  }
  return undefined;
}

/** The entity whose name ends right before an offset, but for closing signs; undefined where several may be meant. */
export function entityNamedBefore(
  { report: { text }, mentions }: Given,
  at: number,
  offset: number,
): Entity | undefined {
  const before = mentions[at];
  if (!before || before.end > offset) return undefined;
  const claim = settled(before);
  return claim && BETWEEN.test(text.slice(before.end, offset)) ? claim.entity : undefined;
}

const BETWEEN = /^(?:[’'ʼ]s?)?[*_”"’'»]*\s*(?:[([]\s*[“‘"'«*_]*)?$/u;
