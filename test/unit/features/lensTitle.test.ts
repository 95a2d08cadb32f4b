/** What stands over an entry of the glossary. */

import assert from 'node:assert/strict';
import { lensTitle } from '../../../server/src/features/deskFiles/lensTitle';

describe('What stands over an entry', () => {
  const of = (count: number, reportCount: number, otherSpellings: number) =>
    lensTitle({ count, reportCount, otherSpellings, off: 0 });

  it('says how often, in how many reports, and in how many other spellings', () => {
    assert.equal(of(41, 7, 3), '41 mentions in 7 reports · 3 other spellings');
    assert.equal(of(1, 1, 1), '1 mention in 1 report · 1 other spelling');
    assert.equal(of(12_345, 1000, 0), '12,345 mentions in 1,000 reports');
    assert.equal(of(0, 0, 0), 'not mentioned');
  });
});
