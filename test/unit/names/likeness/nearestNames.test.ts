/** The index of names: built in steps, packed, and divided into layers that together find what one would. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NearestNames } from '../../../../server/src/names/likeness/nearestNames';
import { VariantIndex } from '../../../../server/src/names/likeness/variantIndex';
import { pack, unpack } from '../../../../server/src/names/packed';
import { finish } from '../../../../server/src/text/steps';

const WORDS = [
  'Abu Saloh Salah Salokh Sirojiddin Sirajuddin Mukhtarov Muxtorov Mukhtar Karimov Karimova Kerimov',
  'Rahim Rahimov Rahimzoda Abd al Rahman Abdurahman Nasr Din Nasreddin Haji A. B. Unit 121 122',
  'Ivanovich Sergeevich Ivan Sergey Сергей Иванов محمد أحمد Muhammad Mohamed Ahmad Ahmed Company Ltd',
]
  .join(' ')
  .split(' ');
const name = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));
const LEAST = 0.3;

const indexOf = (names: readonly string[]): VariantIndex => finish(VariantIndex.build(names));

/** What is found, as texts with scores; names of one score in the order of the alphabet. */
function found(
  names: NearestNames,
  texts: readonly (readonly string[])[],
  query: string,
): readonly (readonly [number, string])[] {
  return names
    .nearest(query, 1000, LEAST)
    .map(({ layer, name: number, score }) => [score, texts[layer]![number]!] as const)
    .sort((p, q) => q[0] - p[0] || (p[1] < q[1] ? -1 : 1));
}

describe('nearest names', () => {
  it('are those of one index, however the names are divided into layers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, fc.boolean()), { maxLength: 60 }),
        fc.array(name, { maxLength: 10 }),
        fc.array(name, { minLength: 1, maxLength: 5 }),
        (base, added, queries) => {
          const texts = base.map(([text]) => text);
          const gone = new Set(base.flatMap(([, isGone], at) => (isGone ? [at] : [])));
          const all = [...texts.filter((_, at) => !gone.has(at)), ...added];
          const layered = new NearestNames([{ index: indexOf(texts), gone }, { index: indexOf(added) }]);
          const fresh = new NearestNames([{ index: indexOf(all) }]);
          for (const query of [...queries, ...texts.slice(0, 3)])
            assert.deepEqual(found(layered, [texts, added], query), found(fresh, [all], query), query);
        },
      ),
    );
  });

  it('are the same from the bytes of an index', () => {
    const names = ['Sirojiddin Mukhtarov', 'Unit 121', 'Abu Saloh', 'Сергей Иванов', 'أبو صلاح', '', '…'];
    const index = indexOf(names);
    const bytes = unpack(pack(index.pack()));
    assert.ok(bytes);
    const again = new NearestNames([{ index: VariantIndex.unpack(bytes) }]);
    const first = new NearestNames([{ index }]);
    for (const query of [...names, 'Sirajuddin Muxtarov', 'Unit 122', 'Sergei Ivanov', 'Abu Salokh'])
      assert.deepEqual(found(again, [names], query), found(first, [names], query), query);
    assert.equal(found(again, [names], 'Sirajuddin Mukhtarov')[0]?.[1], 'Sirojiddin Mukhtarov');
  });

  it('of equal names are the first ones, however many there are', () => {
    const names = new NearestNames([{ index: indexOf(new Array<string>(5000).fill('Abu Saloh')) }]);
    assert.deepEqual(
      names.nearest('Abu Salokh', 3, LEAST).map((one) => one.name),
      [0, 1, 2],
    );
  });

  it('are found among thousands that are nearly the same', () => {
    const near = Array.from({ length: 4000 }, (_, k) => `Karim${'aeiou'[k % 5]}v${k.toString(5)} Rahimov`);
    const texts = [...near, 'Karimov Rahimov'];
    const [first] = found(new NearestNames([{ index: indexOf(texts) }]), [texts], 'Kerimov Rakhimov');
    assert.equal(first?.[1], 'Karimov Rahimov');
  });

  it('are looked up in an index that was built with many rests', () => {
    const steps = VariantIndex.build(Array.from({ length: 2000 }, (_, k) => `Karimov ${k}`));
    let rests = 0;
    while (!steps.next().done) rests++;
    assert.ok(rests >= 10, `${rests}`);
  });

  it('of a name that has no letters are none', () => {
    const names = new NearestNames([{ index: indexOf(['Abu Saloh', '…', '12']) }]);
    for (const query of ['', '…', '12', '🙂']) assert.deepEqual(names.nearest(query, 5, LEAST), []);
  });
});
