/** The order of a glossary’s names, and how very many are divided. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  isBeginning,
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
/** Names, and how many there are of those that begin so. */
const below = (tree: NameTree, letters?: string): string[] =>
  tree
    .partsOf('person', letters)
    .map((part) => (isBeginning(part) ? `${part.letters}… ${part.count}` : part.name));

/** All that stand below, however deep. */
function allBelow(tree: NameTree, letters = '', depth = 0): string[] {
  assert.ok(depth < 50, `no end below “${letters}”`);
  return tree.partsOf('person', letters).flatMap((part) => {
    if (!isBeginning(part)) return [part.name];
    const names = allBelow(tree, part.letters, depth + 1);
    assert.equal(names.length, part.count, part.letters);
    return names;
  });
}

describe('nameTree', () => {
  it('sorts by folded names, and counts', () => {
    const tree = peopleNamed(['zafar', 'Élan', 'Edil', 'al-Aziz', 'Akram']);
    assert.deepEqual(below(tree), ['Akram', 'al-Aziz', 'Edil', 'Élan', 'zafar']);
    assert.equal(tree.countOf('person'), 5);
    assert.equal(tree.countOf('group'), 0);
  });

  it('gives few together, and those that begin so', () => {
    const tree = peopleNamed(['Abu Saloh', 'Abu Yusuf', 'Akram']);
    assert.deepEqual(below(tree, 'abu'), ['Abu Saloh', 'Abu Yusuf']);
    assert.deepEqual(below(tree, 'b'), []);
  });

  it('divides very many by the letter in which they differ', () => {
    const many = Array.from({ length: MOST_TOGETHER }, (_, k) => `Abu ${k % 2 ? 'Salim' : 'Umar'} ${k}`);
    const tree = peopleNamed([...many, 'Zafar']);
    assert.deepEqual(below(tree), [`a… ${MOST_TOGETHER}`, 'Zafar']);
    assert.equal(below(tree, 'a').length, MOST_TOGETHER);
    const more = peopleNamed([...many, 'Abu', 'Zafar']);
    assert.deepEqual(below(more, 'a'), ['Abu', `abu … ${MOST_TOGETHER}`]);
    assert.equal(below(more, 'abu ').length, MOST_TOGETHER);
  });

  it('gives thousands of one name together', () => {
    const tree = peopleNamed(Array.from({ length: MOST_TOGETHER * 2 }, () => 'Muhammad'));
    assert.equal(below(tree).length, MOST_TOGETHER * 2);
  });

  it('loses nobody, and repeats nobody', () => {
    const part = fc.constantFrom('Abu', 'a', 'al-', '𐐀', '𐐁b', 'Ж', ' ', '-', '7');
    const name = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `x${parts.join('')}`);
    fc.assert(
      fc.property(fc.array(name, { minLength: 30, maxLength: 60 }), (few) => {
        const names = few.flatMap((one) =>
          Array.from({ length: 25 }, (_, k) => `${one}${k % 5}`.replace(/\s+/g, ' ')),
        );
        const tree = peopleNamed(names);
        assert.deepEqual(allBelow(tree).sort(), [...names].sort());
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
