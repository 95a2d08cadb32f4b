/** Tests what a name is taken for by its words, and by what stands before it. */

import assert from 'node:assert/strict';
import { likelyTypes } from '../../../server/src/features/nameWords';

describe('likelyTypes', () => {
  const cases: readonly (readonly [name: string, before: string, type: string])[] = [
    ['Anvar Turdizoda', '', 'person'],
    ['Anvar Turdizoda', 'in', 'person'],
    ['Katibat al-Furqon', '', 'group'],
    ['Jamaat Nur', '', 'group'],
    ['Islamic Party of Balkhania', '', 'group'],
    ['Al-Nur Brigade', 'the', 'group'],
    ['Ministry of Rivers', 'the', 'organisation'],
    ['Example Press', '', 'organisation'],
    ['Farkhor', 'near', 'place'],
    ['Farkhor', 'of', 'person'],
    ['Balkhistan', '', 'place'],
    ['Nur District', '', 'place'],
    ['Central Asia', '', 'place'],
    ['Brigade', 'general', 'person'],
  ];
  for (const [name, before, type] of cases) {
    it(`takes ${before} ${name} for a ${type}`, () => assert.equal(likelyTypes(name, before)[0], type));
  }

  it('gives each type once', () => {
    for (const [name, before] of cases)
      assert.deepEqual([...likelyTypes(name, before)].sort(), ['group', 'organisation', 'person', 'place']);
  });
});
