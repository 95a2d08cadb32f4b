/** A mention: a span of a report that names an entity by one of its forms. */

import type { Claim } from '../glossary/lexicon';
import type { ZoneKind } from '../markdown/zones';
import { firstIndex } from '../text/firstIndex';
import type { Span } from '../text/span';

export interface Mention extends Span {
  /** The words of the name, without what stands between them. */
  readonly words: readonly Span[];
  /** What the reader sees: without hidden signs, and with one space for a line break. */
  readonly visible: string;
  /** One claim where it is settled who is meant, several where it is not; one claim an entity. */
  readonly claims: readonly Claim[];
  readonly zone: ZoneKind;
  /** Whether these words are the author's, and in the script of the form, so that a rule may speak of them. */
  readonly mendable: boolean;
}

/** Hidden signs that the reader sees as white space: a written-out space, a hard line break. */
export const WRITTEN_SPACE = /^(?:&(?:nbsp|ensp|emsp|thinsp|#160|#x0*a0);|<br\b|\\?\s*[\r\n])/i;

/** The claim of a settled mention. */
export const settled = (mention: Mention): Claim | undefined =>
  mention.claims.length === 1 ? mention.claims[0] : undefined;

/** The mention that a caret at `offset` touches. */
export function mentionAt(mentions: readonly Mention[], offset: number): Mention | undefined {
  const first = firstIndex(mentions.length, (at) => mentions[at]!.end < offset);
  const found = mentions[first];
  const next = mentions[first + 1];
  if (next && next.start === offset) return next;
  return found && found.start <= offset ? found : undefined;
}
