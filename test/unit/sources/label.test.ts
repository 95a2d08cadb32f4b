/** Tests of what sources are called in lists. */

import { strict as assert } from 'node:assert';
import { labelsApart, sourceLabel } from '../../../server/src/sources/label';

const un = (id: string, parts: number[]) => ({
  id,
  type: 'report',
  author: [{ literal: 'United Nations Security Council' }],
  issued: { 'date-parts': [parts] },
});

describe('the label of a source', () => {
  it('is who wrote it, and when', () =>
    assert.equal(sourceLabel(un('a', [2021, 6, 1])), 'UN Security Council 2021'));

  it('has the whole date where two would be called alike', () => {
    const sources = [un('a', [2021, 6, 1]), un('b', [2021, 2]), un('c', [2020, 1, 20])];
    assert.deepEqual(sources.map(labelsApart(sources)), [
      'UN Security Council 2021-06-01',
      'UN Security Council 2021-02',
      'UN Security Council 2020',
    ]);
  });

  it('of a source that is shown twice is not called into question', () => {
    const one = un('a', [2021, 6, 1]);
    assert.equal(labelsApart([one, one])(one), 'UN Security Council 2021');
  });
});
