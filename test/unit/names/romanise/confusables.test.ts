/** Tests how words of mixed script are found and what they are taken for. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { latinLookAlike, mixedScript } from '../../../../server/src/names/romanise/confusables';

describe('mixed scripts', () => {
  it('finds a Cyrillic or Greek letter in a Latin word, and says where', () => {
    assert.deepEqual(mixedScript('Kаzakh'), {
      script: 'Latin',
      repaired: 'Kazakh',
      latin: 'Kazakh',
      strays: [{ offset: 1, letter: 'а', script: 'Cyrillic' }],
    });
    assert.equal(mixedScript('Αhmad')?.repaired, 'Ahmad');
    assert.equal(mixedScript('Ukraїne')?.repaired, 'Ukraïne');
    assert.equal(mixedScript('al-Jоlani')?.repaired, 'al-Jolani');
    assert.deepEqual(
      mixedScript('𝒜Tаshkеnt')?.strays.map((stray) => stray.offset),
      [3, 7],
    );
  });

  it('finds a Latin letter in a Cyrillic word', () => {
    assert.deepEqual(mixedScript('Мaлик'), {
      script: 'Cyrillic',
      repaired: 'Малик',
      strays: [{ offset: 1, letter: 'a', script: 'Latin' }],
    });
    assert.equal(mixedScript('Pоссия')?.repaired, 'Россия');
    assert.equal(mixedScript('Біpжан')?.repaired, 'Біржан');
  });

  it('takes a word for Latin that has as many letters of each script', () => {
    assert.deepEqual([mixedScript('cахa')?.script, mixedScript('cахa')?.repaired], ['Latin', 'caxa']);
  });

  it('takes the other script where the majority’s has no look-alike', () => {
    assert.equal(mixedScript('ШKAP')?.repaired, 'ШКАР');
  });

  it('is silent on words in one script, on compounds, and on words that no look-alikes explain', () => {
    for (const word of [
      'Москва',
      'Tashkent',
      'Αθήνα',
      'IT-компания',
      'Telegramда',
      'e’лон',
      '',
      '2021',
      '北京',
    ]) {
      assert.equal(mixedScript(word), undefined, word);
    }
  });

  it('knows the look-alikes of Unicode’s confusables', () => {
    const cyrillic = 'аеорсухѕіјһԁԛԝАВЕКМНОРСТУХЅІЈ';
    assert.equal([...cyrillic].map(latinLookAlike).join(''), 'aeopcyxsijhdqwABEKMHOPCTYXSIJ');
    assert.equal([...'αινορυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'].map(latinLookAlike).join(''), 'aivopuABEZHIKMNOPTYX');
    assert.equal(latinLookAlike('ж'), undefined);
    assert.equal(latinLookAlike('a'), 'a');
    assert.equal(latinLookAlike('5'), undefined);
  });

  it('undoes any replacement of Latin letters by look-alikes in a longer Latin word', () => {
    const replace = new Map([...'aeopcyxsij'].map((letter, at) => [letter, [...'аеорсухѕіј'][at]!]));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...'aeopcyxsijbdfgklmnrtu'), fc.boolean())),
        (letters) => {
          const word = `Tbl${letters.map(([letter]) => letter).join('')}`;
          const mixed = `Tbl${letters.map(([letter, swap]) => (swap && replace.get(letter)) || letter).join('')}`;
          if (mixed !== word) assert.equal(mixedScript(mixed)?.latin, word);
        },
      ),
    );
  });

  it('never throws, and repairs to one script', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aаbвοоPРxжщ-’\u0301 ') }), (word) => {
        const repaired = mixedScript(word)?.repaired;
        if (repaired !== undefined) assert.equal(mixedScript(repaired), undefined);
      }),
    );
  });
});
