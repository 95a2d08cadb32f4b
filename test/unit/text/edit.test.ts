/** Several edits made at once: order, neighbours, overlaps and repetitions. */

import assert from 'node:assert/strict';
import { applyEdits, type Edit } from '../../../server/src/text/edit';

const edit = (start: number, end: number, newText: string): Edit => ({ span: { start, end }, newText });

describe('applyEdits', () => {
  it('makes edits in any order, at the offsets of the text as it was', () => {
    assert.equal(
      applyEdits('one two three', [edit(8, 13, '3'), edit(0, 3, '1'), edit(4, 7, 'zwei')]),
      '1 zwei 3',
    );
  });

  it('makes edits that touch', () => {
    assert.equal(applyEdits('abcd', [edit(0, 2, 'X'), edit(2, 4, 'Y')]), 'XY');
    assert.equal(applyEdits('abcd', [edit(2, 2, '-'), edit(0, 2, 'X')]), 'X-cd');
  });

  it('leaves out an edit that overlaps an earlier one', () => {
    assert.equal(applyEdits('abcdef', [edit(0, 4, 'X'), edit(2, 6, 'Y')]), 'Xef');
    assert.equal(applyEdits('abcdef', [edit(2, 3, 'Y'), edit(0, 6, 'X')]), 'X');
  });

  it('makes equal edits once, and different insertions at one place in their order', () => {
    assert.equal(applyEdits('ab', [edit(1, 1, 'X'), edit(1, 1, 'X')]), 'aXb');
    assert.equal(applyEdits('ab', [edit(1, 1, 'X'), edit(1, 1, 'Y')]), 'aXYb');
  });

  it('makes nothing of no edits', () => assert.equal(applyEdits('ab', []), 'ab'));
});
