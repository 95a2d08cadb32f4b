/** Makes one set of edits of several that follow one another. */

import { compatible, type Edit } from './edit';

/** A stretch of the first text that has stayed, or what was written since. */
type Piece = { readonly start: number; readonly end: number } | { readonly written: string };

/**
 * The edits of a text that do at once what the stages do one after the other: those of each stage are of the text that
 * the stages before it give.
 *
 * @param length of the first text, in UTF-16 units.
 */
export function composeEdits(length: number, stages: readonly (readonly Edit[])[]): Edit[] {
  let pieces: Piece[] = [{ start: 0, end: length }];
  for (const stage of stages) {
    // From the last to the first, so that no edit moves the place of another.
    for (const { span, newText } of compatible(stage).reverse()) {
      const [before, rest] = divide(pieces, span.start);
      const [, after] = divide(rest, span.end - span.start);
      pieces = [...before, { written: newText }, ...after];
    }
  }
  return differences(pieces, length);
}

const lengthOf = (piece: Piece): number =>
  'written' in piece ? piece.written.length : piece.end - piece.start;

/** The pieces of the text before an offset, and those behind it. */
function divide(pieces: readonly Piece[], offset: number): [Piece[], Piece[]] {
  let left = offset;
  for (const [index, piece] of pieces.entries()) {
    const length = lengthOf(piece);
    if (left >= length) {
      left -= length;
      continue;
    }
    if (left === 0) return [pieces.slice(0, index), pieces.slice(index)];
    const [head, tail]: [Piece, Piece] =
      'written' in piece
        ? [{ written: piece.written.slice(0, left) }, { written: piece.written.slice(left) }]
        : [
            { start: piece.start, end: piece.start + left },
            { start: piece.start + left, end: piece.end },
          ];
    return [
      [...pieces.slice(0, index), head],
      [tail, ...pieces.slice(index + 1)],
    ];
  }
  return [[...pieces], []];
}

/** What stands between the stretches that have stayed, in the place of what stood there. */
function differences(pieces: readonly Piece[], length: number): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let newText = '';
  const close = (start: number) => {
    if (start > at || newText !== '') edits.push({ span: { start: at, end: start }, newText });
    newText = '';
  };
  for (const piece of pieces) {
    if ('written' in piece) newText += piece.written;
    else if (piece.end > piece.start) {
      close(piece.start);
      at = piece.end;
    }
  }
  close(length);
  return edits;
}
