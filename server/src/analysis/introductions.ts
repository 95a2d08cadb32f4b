/** Tells where a report introduces a name: sets one form beside another, so that the reader learns they are one. */

import type { Report } from '../markdown/report';
import { firstIndex } from '../text/firstIndex';
import { type Mention, settled } from './mention';

const CONNECTORS = [
  'alias(?:es)?',
  'a\\.?\\s?k\\.?\\s?a\\.?',
  '(?:also|better|otherwise|sometimes|formerly|previously|commonly|locally|now)?\\s*(?:known|called|referred to|written|spelled|spelt)(?:\\s+[\\p{L}-]+){0,4}?\\s+(?:as|by|to as)',
  '(?:also|now)\\s+(?:called|written|spelled|spelt|named)',
  'formerly|previously|née|né|born|nicknamed|dubbed|called|named|renamed',
  '(?:real|birth|full|given|original|former|legal) names?(?:\\s+(?:is|was|being|of))?',
  '(?:his|her|their|its|whose|the)?\\s*(?:nom de guerre|noms de guerre|kunya|nickname|pseudonym|acronym|short name)(?:\\s+(?:is|was|of))?',
  'under the (?:name|alias|nom de guerre|kunya)(?:\\s+of)?',
  'goes by(?: the name(?: of)?)?',
  'calls (?:itself|himself|herself)',
  'i\\.e\\.|or|that is|meaning|in (?:Russian|Uzbek|Tajik|Arabic|Kyrgyz|Kazakh|Persian)',
].join('|');
const OPENING = '(?:the\\s+)?[“‘"\'«*_\\[]*(?:the\\s+)?';
const CLOSING = '[”’"\'»*_\\],]*';
const CONNECTED = new RegExp(`(?:^|[\\s(,–—-])(?:${CONNECTORS})[\\s:,]*${OPENING}$`, 'iu');
const IN_PARENTHESES = new RegExp(`^${CLOSING}\\s*[([]\\s*(?:(?:${CONNECTORS})[\\s:,]*)*${OPENING}$`, 'iu');
const BY_COMMA = new RegExp(
  `^${CLOSING}(?:\\s*[,;–—:=]\\s*|\\s-{1,3}\\s)${OPENING}$|^["”’'»]*,["”’'»]*\\s*${OPENING}$`,
  'iu',
);
const COORDINATED = new RegExp(`^${CLOSING}\\s*(?:,\\s*)?(?:and|or|/)\\s*${OPENING}$`, 'iu');
/** Set on purpose beside the right spelling: “Novkatiy (Navqotiy)”, “Novqat (or Nookat)”, “IJU or IJG”. */
const SHOWN = new RegExp(
  `^${CLOSING}\\s*[([]\\s*(?:(?:${CONNECTORS})[\\s:,]*)*${OPENING}$|^${CLOSING}[\\s,]*(?:${CONNECTORS})[\\s:,]*${OPENING}$`,
  'iu',
);
const SENTENCE_END = /[\p{Ll}\p{N})”’"]{2}[.!?]["”’)]*\s+["“‘]?\p{Lu}/u;
/** What introduces stands close by: further off, it is another statement. */
const WIDEST_GAP = 140;

/** Whether each mention, in order, is an introduction: it stands beside another form of the same entity. */
export function findIntroductions(report: Report, mentions: readonly Mention[]): boolean[] {
  const introduced: boolean[] = new Array(mentions.length).fill(false);
  const lastOf = new Map<string, number>();
  const paragraph = paragraphs(report);
  for (let at = 0; at < mentions.length; at++) {
    const mention = mentions[at]!;
    const id = settled(mention)?.entity.id;
    if (id === undefined) continue;
    const before = lastOf.get(id);
    lastOf.set(id, at);
    if (before === undefined) continue;
    const earlier = mentions[before]!;
    if (paragraph(earlier.start) !== paragraph(mention.start) || !isOtherForm(earlier, mention)) continue;
    const gap = gapBetween(report, earlier, mention);
    const joined =
      gap !== undefined && (IN_PARENTHESES.test(gap) || BY_COMMA.test(gap) || CONNECTED.test(gap));
    if (joined) {
      introduced[before] = true;
      introduced[at] = true;
    } else if (gap !== undefined && introduced[before] && COORDINATED.test(gap)) {
      introduced[at] = true;
    } else if (CONNECTED.test(report.text.slice(Math.max(0, mention.start - 60), mention.start))) {
      introduced[at] = true;
    }
  }
  return introduced;
}

/** Whether a spelling stands beside the house form of that very name, shown on purpose. */
export function isShownBeside(report: Report, spelling: Mention, house: Mention): boolean {
  const [first, second] = spelling.start < house.start ? [spelling, house] : [house, spelling];
  const gap = gapBetween(report, first, second);
  return gap !== undefined && SHOWN.test(gap);
}

const isOtherForm = (a: Mention, b: Mention): boolean => settled(a)?.form.house !== settled(b)?.form.house;

/** The text between two mentions, as one line; undefined if it is long or ends a sentence. */
function gapBetween(report: Report, first: Mention, second: Mention): string | undefined {
  if (second.start - first.end > WIDEST_GAP) return undefined;
  const gap = report.text.slice(first.end, second.start);
  if (SENTENCE_END.test(report.text.slice(first.end, second.start + 1))) return undefined;
  return gap.replace(/^[’']s?(?=\s)/, '').replace(/\s+/g, ' ');
}

/** Numbers the paragraphs, for offsets in any order. */
function paragraphs(report: Report): (offset: number) => number {
  const { walls } = report.layout;
  return (offset) => {
    return firstIndex(walls.length, (at) => walls[at]! <= offset);
  };
}
