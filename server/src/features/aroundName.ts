/** Makes what stands right around a name agree with another name in its place: the article before it, the possessive behind it. */

import { indefiniteBefore, indefiniteOf } from '../analysis/introducing/articles';
import type { Mention } from '../analysis/mention';
import { atSentenceStart } from '../analysis/rewrite';
import type { Entity } from '../glossary/entity';
import type { FormChange } from '../glossary/renameForm';
import type { Report } from '../markdown/report';
import type { Edit } from '../text/edit';
import { lineEnd, lineStart } from '../text/lines';

/** “An” before a name becomes “a” before one that begins with a consonant, as it is spoken, and the other way round. */
export function articleEdits(
  report: Report,
  mention: Mention,
  { before, after }: Pick<FormChange, 'before' | 'after'>,
): Edit[] {
  const article = indefiniteBefore(report, mention.start);
  const wanted = indefiniteOf(after);
  // Where both are spoken alike, the author’s article is left, whatever it is.
  if (!article || wanted === indefiniteOf(before) || wanted === article.word.toLowerCase()) return [];
  if (report.layout.walls.some((wall) => article.end <= wall && wall <= mention.start)) return [];
  const isShouted = !/\p{Ll}/u.test(lineAround(report, mention));
  // *Plan A*, in the midst of a sentence, ends in no article.
  if (article.word === 'A' && !isShouted && !atSentenceStart(report, { ...mention, start: article.start }))
    return [];
  return [
    { span: { start: article.start, end: article.end }, newText: likeWord(article.word, wanted, isShouted) },
  ];
}

const lineAround = ({ text }: Report, { start, end }: Mention): string =>
  text.slice(lineStart(text, start), lineEnd(text, end));

function likeWord(word: string, wanted: string, isShouted: boolean): string {
  if (!/^\p{Lu}/u.test(word)) return wanted;
  return isShouted ? wanted.toUpperCase() : wanted.charAt(0).toUpperCase() + wanted.slice(1);
}

/**
 * A bare apostrophe behind a name in *s* is no possessive behind another: *the Brothers’ camp*, *the Front’s camp*. And
 * behind the plural that a group’s name in *s* is, nothing else is one; a person’s stays: *Rahmon’s*, *Idris’s*.
 */
export function possessiveEdits(
  { text, layout }: Report,
  { end, start, visible }: Mention,
  after: string,
  { type }: Pick<Entity, 'type'>,
): Edit[] {
  const [wasInS, isInS] = [/s$/i.test(visible), /s$/i.test(after)];
  const behind = /^[’'](s)?(?![\p{L}\p{N}])/iu.exec(text.slice(end, end + 3));
  if (!behind || wasInS === isInS) return [];
  const at = end + 1;
  if (behind[1] !== undefined)
    return isInS && type !== 'person' ? [{ span: { start: at, end: at + 1 }, newText: '' }] : [];
  // It may as well close a quotation.
  const wall = layout.walls.findLast((one) => one <= start) ?? 0;
  if (isInS || /(?:^|[^\p{L}\p{N}])[‘'](?=[\p{L}*_[])/u.test(text.slice(wall, start))) return [];
  return [{ span: { start: at, end: at }, newText: /\p{Ll}/u.test(visible) ? 's' : 'S' }];
}
