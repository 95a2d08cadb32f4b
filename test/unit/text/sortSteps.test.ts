/** Sorting in steps: what `Array.sort` gives, and equal things in their order. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sortSteps } from '../../../server/src/text/sortSteps';
import { finish } from '../../../server/src/text/steps';

const byKey = (a: { key: number }, b: { key: number }): number => a.key - b.key;

describe('sortSteps', () => {
  it('gives what a sort gives, whatever the length', () => {
    const lengths = fc.constantFrom(0, 1, 999, 1000, 1001, 2500, 7000);
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 5000 }), (length, factor) => {
        const items = Array.from({ length }, (_, place) => ({ key: (place * factor) % 977, place }));
        assert.deepEqual(finish(sortSteps(items, byKey)), [...items].sort(byKey));
      }),
      { numRuns: 30 },
    );
  });

  it('rests now and then', () => {
    const items = Array.from({ length: 10_000 }, (_, key) => ({ key }));
    let rests = 0;
    for (const steps = sortSteps(items, byKey); !steps.next().done; ) rests++;
    assert.ok(rests >= 10, `${rests} rests`);
  });
});
