/** What has changed between two texts. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeBetween } from '../../../server/src/text/change';

describe('changeBetween', () => {
  const long = 'Then he wrote. '.repeat(400);

  it('finds the one stretch, near the ends and far from them', () => {
    assert.deepEqual(changeBetween('abc', 'abc'), { from: 3, toBefore: 3, toNow: 3 });
    assert.deepEqual(changeBetween('abc', 'abxc'), { from: 2, toBefore: 2, toNow: 3 });
    assert.deepEqual(changeBetween('', 'abc'), { from: 0, toBefore: 0, toNow: 3 });
    assert.deepEqual(changeBetween('aaa', 'aa'), { from: 2, toBefore: 3, toNow: 2 });
    assert.deepEqual(changeBetween(`${long}!${long}`, `${long}??${long}`), {
      from: long.length,
      toBefore: long.length + 1,
      toNow: long.length + 2,
    });
  });

  it('leaves what is the same on both sides', () => {
    const text = fc.array(fc.constantFrom('a', 'b', long, '\n')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, text, text, (before, removed, inserted, after) => {
        const [old, now] = [before + removed + after, before + inserted + after];
        const { from, toBefore, toNow } = changeBetween(old, now);
        assert.ok(from <= Math.min(toBefore, toNow));
        assert.equal(old.slice(0, from) + now.slice(from, toNow) + old.slice(toBefore), now);
        assert.ok(toNow - from <= inserted.length && toBefore - from <= removed.length);
      }),
    );
  });
});
