/** Properties of likeness: alike both ways, a score whatever the text, and the same name by whichever table it was romanised. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nameParts } from '../../server/src/names/likeness/nameParts';
import { NearestNames } from '../../server/src/names/likeness/nearestNames';
import { compareNames, SAME_FROM } from '../../server/src/names/likeness/similarity';
import { VariantIndex } from '../../server/src/names/likeness/variantIndex';
import { romanise } from '../../server/src/names/romanise/romanise';
import { systemsFor } from '../../server/src/names/romanise/scripts';
import { LANGUAGES, type Language } from '../../server/src/names/romanise/system';
import { finish } from '../../server/src/text/steps';
import { runs, TIMEOUT } from './runs';

/** Vowels and consonants with which names of a language are made. */
const LETTERS: Readonly<Record<Language, readonly [string, string]>> = {
  ru: ['аеиоуыэюяё', 'бвгджзклмнпрстфхцчш'],
  uk: ['аеиоуюяєі', 'бвгґджзклмнпрстфхцчш'],
  uz: ['аеиоуўэюяё', 'бвгғджзкқлмнпрстфхҳчш'],
  tg: ['аеиоуӣӯэюяё', 'бвгғджҷзкқлмнпрстфхҳчш'],
  ky: ['аеиоуөүыэюя', 'бвгджзклмнпрстхчш'],
  kk: ['аәеиіоөуұүыэюя', 'бвгғджзкқлмнпрстхһчш'],
  tk: ['аәеиоөуүыэюя', 'бвгджҗзклмнпрстхчш'],
};
const CLOSES_SYLLABLE = ['', '', '', 'р', 'н', 'л', 'м', 'й'];
const CLOSES_NAME = [...'нрлмковбт'];

const from = (letters: string) => fc.constantFrom(...letters);

const wordOf = (language: Language): fc.Arbitrary<string> => {
  const [vowels, consonants] = LETTERS[language];
  const syllable = fc.tuple(from(consonants), from(vowels), fc.constantFrom(...CLOSES_SYLLABLE));
  return fc
    .tuple(fc.array(syllable, { minLength: 2, maxLength: 3 }), fc.constantFrom(...CLOSES_NAME))
    .map(([syllables, last]) => syllables.flat().join('') + last)
    .map((word) => word[0]!.toUpperCase() + word.slice(1));
};

const PERSONS = [
  'Sirojiddin Mukhtarov',
  'Abu Muhammad al-Julani',
  'Katibat al-Tawhid wal-Jihad',
  'Тоҳир Йўлдошев',
  'أبو صلاح',
  'A. B. Rahimzoda',
  'Haji 3',
  'Li',
];
const STRANGE = [
  'Z̷̢̛a̶̡͝l̵͇͠g̸̨͌o̶͎͑',
  'x'.repeat(10_000),
  'аб'.repeat(5000),
  `${'Abd al-'.repeat(2000)}Rahman`,
  '\u202Enames\u202C \u2067عربي\u2069',
  'A',
  '٣',
  '42',
  '👩‍👩‍👧',
  '’’’',
  '\uD800',
  '',
  ' \n\t',
];
const anything = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(...PERSONS, ...STRANGE),
  fc.tuple(fc.constantFrom(...PERSONS), fc.string({ maxLength: 5 })).map(([name, more]) => name + more),
);

describe('likeness', function () {
  this.timeout(TIMEOUT);

  it('is the same both ways, from 0 to 1, and says something, whatever the texts', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        const there = compareNames(a, b);
        const back = compareNames(b, a);
        assert.ok(there.score >= 0 && there.score <= 1, `${there.score}`);
        assert.equal(there.score, back.score);
        assert.equal(there.same, there.score >= SAME_FROM);
        assert.ok(there.reason.length > 0 && there.reason.length < 1000);
        assert.equal(compareNames(a, a).score, a.trim() === '' ? 0 : 1);
      }),
      runs(300),
    );
  });

  it('reads no more of a text than a name is long', () => {
    for (const text of STRANGE) {
      const { parts } = nameParts(text);
      assert.ok(parts.length <= 8);
      for (const { form } of parts) assert.ok(form.codes.length <= 40);
    }
  });

  it('finds what an index holds, whatever else it holds', () => {
    const names = new NearestNames([{ index: finish(VariantIndex.build([...STRANGE, ...PERSONS])) }]);
    for (const [at, name] of PERSONS.entries()) {
      if (nameParts(name).parts.every((part) => part.form.codes.length < 3)) continue;
      const found = names.nearest(name, 3, SAME_FROM).map((one) => one.name);
      assert.ok(found.includes(STRANGE.length + at), name);
    }
  });

  for (const language of LANGUAGES) {
    it(`is that of one name for a name and its romanisations (${language})`, () => {
      const systems = systemsFor(language).map(({ system }) => system);
      fc.assert(
        fc.property(fc.tuple(wordOf(language), wordOf(language)), (words) => {
          const name = words.join(' ');
          const spellings = [name, ...systems.map((system) => romanise(name, { language, system }).text)];
          for (const a of spellings) {
            for (const b of spellings) {
              const { same, score, reason } = compareNames(a, b);
              assert.ok(same, `${a} = ${b}: ${score} (${reason})`);
            }
          }
        }),
        runs(60),
      );
    });
  }
});
