/** Spellings by family, each a habit of a language, a script or a press: what is one name, what is two, what is in doubt. */

import assert from 'node:assert/strict';
import { compareNames, SURE_FROM } from '../../../../server/src/names/likeness/similarity';
import { FAMILIES } from './families';

for (const { name, same = [], different = [], alike = [] } of FAMILIES) {
  describe(`names, ${name}`, () => {
    for (const [first, ...others] of same) {
      for (const other of others) {
        it(`${first} = ${other}`, () => {
          const { same: isSame, score, reason } = compareNames(first!, other);
          assert.ok(isSame, `${score}: ${reason}`);
        });
      }
    }
    for (const [a, b] of different) {
      it(`${a} ≠ ${b}`, () => {
        const { same: isSame, score, reason } = compareNames(a, b);
        assert.ok(!isSame, `${score}: ${reason}`);
      });
    }
    for (const [a, b] of alike) {
      it(`${a} is not surely ${b}`, () => {
        const { score, reason } = compareNames(a, b);
        assert.ok(score < SURE_FROM, `${score}: ${reason}`);
      });
    }
  });
}
