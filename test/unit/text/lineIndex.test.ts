/** Lines and characters: every kind of line end, and offsets and positions outside the text. */

import assert from 'node:assert/strict';
import { LineIndex } from '../../../server/src/text/lineIndex';

describe('LineIndex', () => {
  const text = 'a\nbc\r\nd\re\n\r\n';
  const lines = new LineIndex(text);

  it('ends lines at LF, CR LF and a lone CR', () => {
    const starts = Array.from({ length: lines.lineCount }, (_, line) => lines.lineStart(line));
    assert.deepEqual(starts, [0, 2, 6, 8, 10, 12]);
  });

  it('turns every offset into a position and back', () => {
    for (let offset = 0; offset <= text.length; offset++) {
      const position = lines.positionAt(offset);
      assert.equal(lines.offsetAt(position), offset, JSON.stringify(position));
    }
  });

  it('counts in UTF-16 code units', () => {
    assert.deepEqual(new LineIndex('x\n𐐷a').positionAt(4), { line: 1, character: 2 });
  });

  it('takes an offset outside the text for its nearest end', () => {
    assert.deepEqual(lines.positionAt(-5), { line: 0, character: 0 });
    assert.deepEqual(lines.positionAt(999), { line: 5, character: 0 });
  });

  it('takes a position outside the text for the nearest one inside', () => {
    assert.equal(lines.offsetAt({ line: -1, character: 3 }), 0);
    assert.equal(lines.offsetAt({ line: 0, character: -3 }), 0);
    assert.equal(lines.offsetAt({ line: 99, character: 0 }), text.length);
    assert.equal(lines.offsetAt({ line: 99, character: 9 }), text.length);
  });

  it('keeps a character past the end of its line on that line', () => {
    assert.ok(lines.offsetAt({ line: 0, character: 99 }) <= lines.lineStart(1));
  });

  it('has one line in an empty text', () => {
    const empty = new LineIndex('');
    assert.equal(empty.lineCount, 1);
    assert.deepEqual(empty.positionAt(0), { line: 0, character: 0 });
    assert.equal(empty.lineStart(3), 0);
  });
});
