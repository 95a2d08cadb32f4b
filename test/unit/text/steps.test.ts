/** Long work in small steps. */

import assert from 'node:assert/strict';
import { finish, pace, type Steps } from '../../../server/src/text/steps';

function* sum(most: number): Steps<number> {
  let total = 0;
  for (let k = 1; k <= most; k++) {
    total += k;
    yield;
  }
  return total;
}

describe('steps', () => {
  it('give the same at once and with rests', async () => {
    let asked = 0;
    const rest = () => (++asked % 3 === 0 ? Promise.resolve() : undefined);
    assert.equal(finish(sum(10)), 55);
    assert.equal(await pace(sum(10), rest), 55);
    assert.equal(asked, 10);
  });
});
