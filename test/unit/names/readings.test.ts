/** Tests as which words of an index a word in another script is read. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldText } from '../../../server/src/names/fold';
import { Readings } from '../../../server/src/names/readings';
import { romanise, romaniseLetters } from '../../../server/src/names/romanise/romanise';
import { alphabetOf, systemsFor } from '../../../server/src/names/romanise/scripts';
import { LANGUAGES } from '../../../server/src/names/romanise/system';
import { readWords } from '../../../server/src/names/words';
import { WordTable } from '../../../server/src/names/wordTable';

/** The words of `known` that `word` is read as. */
function read(word: string, known: string): string[] {
  const words = readWords(known);
  const table = WordTable.empty(words.count);
  for (let k = 0; k < words.count; k++) table.intern(words, k);
  return new Readings(table).of(word).map((id) => table.wordOf(id));
}

describe('Readings', () => {
  it('are what any table of a language with these letters makes of the word', () => {
    assert.deepEqual(read('Мухтаров', 'mukhtarov muxtarov muhtarov mohtarov').sort(), [
      'muhtarov',
      'mukhtarov',
      'muxtarov',
    ]);
    assert.deepEqual(read('Юлдашев', 'yuldashev yoldashev'), ['yuldashev']);
    // ў is Uzbek, and Uzbek has no kh.
    assert.deepEqual(read('Ўхтам', 'oxtam okhtam'), ['oxtam']);
    assert.deepEqual(read('Асадулло', 'asadullo'), ['asadullo']);
    assert.deepEqual(read('Объединённый', 'obyedinennyy obyedinonnyy'), ['obyedinennyy']);
  });

  it('hold the word itself, and what it is when it is in one script', () => {
    assert.deepEqual(read('Салох', 'салох'), ['салох']);
    assert.deepEqual(read('Sаloh', 'saloh'), ['saloh']);
    assert.deepEqual(read('Мaлик', 'малик malik').sort(), ['malik', 'малик']);
    assert.deepEqual(read('Αhmad', 'ahmad'), ['ahmad']);
  });

  it('are none for letters of no language that we have, and for words that are too long', () => {
    assert.deepEqual(read('Ԝԛ', 'wq'), []);
    assert.deepEqual(read('а'.repeat(41), 'a'.repeat(41)), []);
  });

  it('are romanised as `romanise` does it, but for case and signs', () => {
    for (const language of LANGUAGES) {
      const word = fc
        .array(fc.constantFrom(...alphabetOf(language)), { minLength: 1, maxLength: 9 })
        .map((letters) => letters.join(''));
      for (const { system, table } of systemsFor(language)) {
        fc.assert(
          fc.property(word, (text) => {
            assert.equal(
              foldText(romaniseLetters([...text], table)),
              foldText(romanise(text, { language, system }).text),
            );
          }),
          { numRuns: 100 },
        );
      }
    }
  });
});
