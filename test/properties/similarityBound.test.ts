/** Property of a score that is asked for from some least on: it is the score itself, or both are under the least. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Likenesses } from '../../server/src/names/likeness/alignment';
import { nameParts } from '../../server/src/names/likeness/nameParts';
import { similarity } from '../../server/src/names/likeness/similarity';
import { runs, TIMEOUT } from './runs';

/** Spellings of a few words, so that names often share some, divided and ordered in many ways. */
const WORDS =
  'Abu Abdul Abd Rahman Rahmon Rahimov Rahimzoda Rahimova Karim Karimov Muhammad Saloh Salah A. M. al- bin Jamal Dzhamal Blue star Bluestar Line Nur Nuriddin Nasr al-Din Nasriddin Ilyasovich Ilyos Kolesnik Kolesnikov Рахмон Навқотий أبو صلاح 24 KG of the'.split(
    ' ',
  );
const NAME = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', ' ', ' ', '', '-')), {
    minLength: 1,
    maxLength: 5,
  })
  .map((words) => words.map(([word, gap]) => word + gap).join(''));

describe('A score that is asked for from some least on', () => {
  it('is the score, or both are under the least', function () {
    this.timeout(TIMEOUT);
    // One memory for all names, as in an index.
    const known = new Likenesses();
    let passed = 0;
    fc.assert(
      fc.property(NAME, NAME, fc.constantFrom(0, 0.4, 0.5, 0.8, 0.87), (one, other, least) => {
        const [a, b] = [nameParts(one), nameParts(other)];
        const score = similarity(a, b);
        known.begin(a);
        const found = similarity(a, b, known, least);
        if (score >= least) {
          passed++;
          assert.equal(found, score);
        } else assert.ok(found < least, `${one} and ${other}: ${found}, not ${score}`);
      }),
      runs(3000),
    );
    assert.ok(passed > 0);
  });
});
