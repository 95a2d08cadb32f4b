/** A block as the reader sees it: without signs, with one mark for what is no text and where a paragraph begins. */

import type { BlockLayout, ZoneKind } from '../../markdown/zones';
import { firstIndex } from '../../text/firstIndex';
import { WRITTEN_SPACE } from '../mention';

/** Stands for an address, code or HTML, and at the beginning of a paragraph or cell: no pattern of words runs over it. */
const BARRIER = '\uFFFC';

/** Of a sign that shows as white space, so much is looked at. */
const LONGEST_SPACE = 16;
const WORDS: ReadonlySet<ZoneKind> = new Set<ZoneKind>(['prose', 'heading', 'note', 'quotation']);

export interface SeenText {
  readonly text: string;
  /** The offset in the block of a unit of the text. */
  offsetOf(at: number): number;
}

/** What the reader sees of a block whose own text is `text`. */
export function seenText(text: string, { zones, walls }: BlockLayout): SeenText {
  let seen = '';
  /** Where pieces begin in what is seen, and in the block. */
  const pieces: number[] = [];
  const offsets: number[] = [];
  const put = (piece: string, offset: number) => {
    pieces.push(seen.length);
    offsets.push(offset);
    seen += piece;
  };
  let wall = 0;
  for (const { start, end, kind } of zones) {
    const isText = WORDS.has(kind);
    let from = start;
    for (; wall < walls.length && walls[wall]! < end; wall++) {
      if (isText && walls[wall]! > from) put(text.slice(from, walls[wall]), from);
      from = Math.max(from, walls[wall]!);
      put(BARRIER, from);
    }
    if (isText) put(text.slice(from, end), from);
    else if (kind !== 'markup') put(BARRIER, start);
    else if (WRITTEN_SPACE.test(text.slice(start, Math.min(end, start + LONGEST_SPACE)))) put(' ', start);
  }
  return {
    text: seen,
    offsetOf: (at) => {
      const first = firstIndex(pieces.length, (middle) => pieces[middle]! <= at);
      return first === 0 ? at : offsets[first - 1]! + (at - pieces[first - 1]!);
    },
  };
}
