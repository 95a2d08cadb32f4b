/** The order of a glossary’s names, and how very many are divided. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Division,
  MOST_TOGETHER,
  type NameTree,
  nameTreeSteps,
} from '../../../../server/src/features/explorer/nameTree';
import type { Glossary } from '../../../../server/src/glossary/glossary';
import { finish } from '../../../../server/src/text/steps';
import { worksOf } from '../../../support/works';

const PERSON = worksOf('people: { somebody: { name: Somebody } }').lexicon.glossary.entities.get('somebody')!;
const glossaryOf = (names: readonly string[]): Glossary => ({
  entities: new Map(names.map((name, k) => [`p${k}`, { ...PERSON, id: `p${k}`, name }])),
  problems: new Map(),
});
const peopleNamed = (names: readonly string[]): NameTree => finish(nameTreeSteps(glossaryOf(names)));
const namesIn = ({ entities }: Division): string[] => entities.map(({ name }) => name);

/** All that stand below, however deep. */
function allBelow(tree: NameTree, letters = '', depth = 0): string[] {
  assert.ok(depth < 50, `no end below “${letters}”`);
  const division = tree.divisionOf('person', letters);
  const { beginnings } = division;
  for (const { letters: longer, count } of beginnings)
    assert.equal(allBelow(tree, longer, depth + 1).length, count, longer);
  return [...namesIn(division), ...beginnings.flatMap((one) => allBelow(tree, one.letters, depth + 1))];
}

describe('nameTree', () => {
  it('sorts by folded names, and counts', () => {
    const tree = peopleNamed(['zafar', 'Élan', 'Edil', 'al-Aziz', 'Akram']);
    assert.deepEqual(namesIn(tree.divisionOf('person')), ['Akram', 'al-Aziz', 'Edil', 'Élan', 'zafar']);
    assert.equal(tree.countOf('person'), 5);
    assert.equal(tree.countOf('group'), 0);
  });

  it('gives few together, and those that begin so', () => {
    const tree = peopleNamed(['Abu Saloh', 'Abu Yusuf', 'Akram']);
    assert.deepEqual(namesIn(tree.divisionOf('person', 'abu')), ['Abu Saloh', 'Abu Yusuf']);
    assert.deepEqual(namesIn(tree.divisionOf('person', 'b')), []);
  });

  it('divides very many by the letter in which they differ', () => {
    const many = Array.from({ length: MOST_TOGETHER }, (_, k) => `Abu ${k % 2 ? 'Salim' : 'Umar'} ${k}`);
    const tree = peopleNamed([...many, 'Zafar']);
    const top = tree.divisionOf('person');
    assert.deepEqual(top.beginnings, [
      { letters: 'a', count: MOST_TOGETHER },
      { letters: 'z', count: 1 },
    ]);
    assert.deepEqual(top.entities, []);
    assert.equal(tree.divisionOf('person', 'a').entities.length, MOST_TOGETHER);
    const more = peopleNamed([...many, 'Abu', 'Zafar']);
    const below = more.divisionOf('person', 'a');
    assert.deepEqual(namesIn(below), ['Abu']);
    assert.deepEqual(
      below.beginnings.map(({ letters }) => letters),
      ['abu '],
    );
    assert.deepEqual(more.divisionOf('person', 'abu ').entities.length, MOST_TOGETHER);
  });

  it('gives thousands of one name together', () => {
    const tree = peopleNamed(Array.from({ length: MOST_TOGETHER * 2 }, () => 'Muhammad'));
    assert.equal(tree.divisionOf('person').entities.length, MOST_TOGETHER * 2);
  });

  it('loses nobody, and repeats nobody', () => {
    const part = fc.constantFrom('Abu', 'a', 'al-', '𐐀', '𐐁b', 'Ж', ' ', '-', '7');
    const name = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `x${parts.join('')}`);
    fc.assert(
      fc.property(fc.array(name, { minLength: 30, maxLength: 60 }), (few) => {
        const names = few.flatMap((one) =>
          Array.from({ length: 25 }, (_, k) => `${one}${k % 5}`.replace(/\s+/g, ' ')),
        );
        assert.deepEqual(allBelow(peopleNamed(names)).sort(), [...names].sort());
      }),
      { numRuns: 20 },
    );
  });

  it('is built in steps', () => {
    const glossary = glossaryOf(Array.from({ length: 3000 }, (_, k) => `Name ${k}`));
    let rests = 0;
    for (const steps = nameTreeSteps(glossary); !steps.next().done; ) rests++;
    assert.ok(rests > 10, `${rests} rests`);
  });
});
