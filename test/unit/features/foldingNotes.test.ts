/** What of a report's notes can be folded. */

import assert from 'node:assert/strict';
import { foldableNotes } from '../../../server/src/features/citing/foldingNotes';
import { readReport } from '../../../server/src/markdown/report';

/** The first and the last line of each stretch, counted from 1. */
const folded = (...lines: string[]) => {
  const report = readReport(`${lines.join('\n')}\n`);
  return foldableNotes(report).map(
    ({ start, end }) => `${report.lines.positionAt(start).line + 1}-${report.lines.positionAt(end).line + 1}`,
  );
};

describe('foldableNotes', () => {
  it('folds notes that stand together, with or without blank lines', () => {
    assert.deepEqual(folded('A.[^1][^2]', '', '[^1]: One.', '[^2]: Two.', '', '[^3]: Three.', '', 'End.'), [
      '3-6',
    ]);
  });

  it('folds a long note, within the others too', () => {
    assert.deepEqual(folded('[^1]: One', 'and more.', '', '    A second paragraph.', '', 'End.'), ['1-4']);
    assert.deepEqual(folded('[^1]: One.', '[^2]: Two.', '', '    More.', '', '[^3]: Three.'), ['1-6', '2-4']);
  });

  it('folds two stretches that begin in one line as the longer one', () => {
    assert.deepEqual(folded('[^1]: One', 'and more.', '[^2]: Two.'), ['1-3']);
  });

  it('tells apart notes with text between them', () => {
    assert.deepEqual(folded('[^1]: A.', '[^2]: B.', '', 'Text.', '', '[^3]: C.', '[^4]: D.'), ['1-2', '6-7']);
  });

  it('leaves what is one line alone', () => {
    assert.deepEqual(folded('A.[^1]', '', '[^1]: One.', '', 'Text.', '', '[^2]: Two.'), []);
    assert.deepEqual(folded('A.'), []);
  });

  it('folds notes in a quotation', () => {
    assert.deepEqual(folded('> A.[^1]', '>', '> [^1]: One.', '>', '> [^2]: Two.'), ['3-5']);
  });
});
