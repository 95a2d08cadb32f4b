/** A wide map answers as a map does. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { WideMap } from '../../../server/src/text/wideMap';

describe('WideMap', () => {
  it('answers as a map does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ maxLength: 3, unit: 'grapheme' }), fc.nat())), (pairs) => {
        const wide = new WideMap<number>();
        const map = new Map<string, number>();
        for (const [key, value] of pairs) {
          wide.set(key, value);
          map.set(key, value);
          assert.equal(wide.size, map.size);
        }
        for (const key of [...map.keys(), '', 'x', '__proto__']) {
          assert.equal(wide.get(key), map.get(key));
          assert.equal(wide.has(key), map.has(key));
        }
      }),
    );
  });
});
