/** Distances between words, and the nearest of many. */

import assert from 'node:assert/strict';
import { editDistance, nearest } from '../../../server/src/text/nearest';

describe('editDistance', () => {
  const cases: [a: string, b: string, distance: number][] = [
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['spelling', 'spleling', 1],
    ['ab', 'ba', 1],
    ['abc', 'abc', 0],
  ];
  for (const [a, b, distance] of cases)
    it(`“${a}” and “${b}”: ${distance}`, () => assert.equal(editDistance(a, b), distance));

  it('goes no further than it is asked to', () => {
    assert.equal(editDistance('aaaaaaaa', 'bbbbbbbb', 2), 3);
  });
});

describe('nearest', () => {
  it('gives what differs least first, whatever the capitals', () => {
    assert.deepEqual(nearest('NAEM', ['note', 'name', 'names'], 2), ['name', 'names']);
  });

  it('gives nothing where nothing is alike', () => {
    assert.deepEqual(nearest('persons', ['version', 'places'], 3), []);
    assert.deepEqual(nearest('x', [], 3), []);
  });

  it('takes a part for nearly the whole', () => {
    assert.deepEqual(nearest('doe', ['doe-2020-letters'], 1), ['doe-2020-letters']);
  });
});
