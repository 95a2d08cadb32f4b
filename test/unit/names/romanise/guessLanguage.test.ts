/** Tests which language a Cyrillic text is taken for, why, and how surely. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { guessLanguage } from '../../../../server/src/names/romanise/guessLanguage';
import type { Language } from '../../../../server/src/names/romanise/system';

const SENTENCES: readonly (readonly [Language, string])[] = [
  ['ru', 'Все люди рождаются свободными и равными в своём достоинстве и правах.'],
  ['uk', 'Всі люди народжуються вільними і рівними у своїй гідності та правах.'],
  ['uz', 'Барча одамлар эркин, қадр-қиммат ва ҳуқуқларда тенг бўлиб туғиладилар.'],
  ['tg', 'Тамоми одамон озод ба дунё меоянд ва аз лиҳози манзилату ҳуқуқ бо ҳам баробаранд.'],
  ['ky', 'Бардык адамдар өз беделинде жана укуктарында эркин жана тең укуктуу болуп жаралат.'],
  ['kk', 'Барлық адамдар тумысынан азат және қадір-қасиеті мен құқықтары тең болып дүниеге келеді.'],
  ['tk', 'Хемме адамлар өз мертебеси ве хукуклары боюнча деңлик болуп, азат догулярлар.'],
];

describe('guessing the language', () => {
  it('knows a sentence of each language (the Universal Declaration of Human Rights, article 1)', () => {
    for (const [language, sentence] of SENTENCES) {
      assert.equal(guessLanguage(sentence).language, language, sentence);
      assert.equal(guessLanguage(sentence.toUpperCase()).language, language, sentence);
    }
  });

  it('goes by letters that only one of the languages has', () => {
    const names: readonly (readonly [Language, string])[] = [
      ['uz', 'Ўктам'],
      ['tg', 'Ҷамшед'],
      ['tg', 'Навқотӣ'],
      ['uk', 'Київ'],
      ['uk', 'Ґалаґан'],
      ['kk', 'Тоқаев Нұрлан'],
      ['kk', 'Біржан Қайрат'],
      ['tk', 'Энеҗан'],
    ];
    for (const [language, name] of names) {
      const guess = guessLanguage(name);
      assert.equal(guess.language, language, name);
      assert.ok(guess.confident, name);
      assert.match(guess.why, /^the letters? /u);
    }
  });

  it('prefers the likelier language for letters that several have, without confidence', () => {
    for (const [language, name] of [
      ['uz', 'Навқотий'],
      ['ky', 'Өмүрбек'],
      ['uk', 'Вінниця'],
      ['ru', 'Лавров'],
    ] as const) {
      assert.equal(guessLanguage(name).language, language, name);
      assert.equal(guessLanguage(name).confident, false, name);
    }
  });

  it('trusts a letter that Russian has not more than one word of one letter', () => {
    for (const text of ['Ҳикматов и другие', 'Ғуломов в Москве'])
      assert.equal(guessLanguage(text).language, 'uz');
    assert.equal(guessLanguage('Лавров и другие').language, 'ru');
  });

  it('names the next best guess', () => {
    assert.equal(guessLanguage('Навқотий').next, 'tg');
    assert.equal(guessLanguage('Вінниця').next, 'kk');
    assert.equal(guessLanguage('Зоҳир жана Назира').next, 'tg');
  });

  it('breaks ties by words and endings, and says so', () => {
    assert.deepEqual(guessLanguage('Раҳмонзода'), {
      language: 'tg',
      why: 'the letter ҳ and the word раҳмонзода',
      confident: true,
      next: 'uz',
    });
    assert.deepEqual(guessLanguage('Зеленський'), {
      language: 'uk',
      why: 'the word зеленський',
      confident: false,
      next: 'ru',
    });
    assert.equal(guessLanguage('Ислам жана коом').language, 'ky');
    assert.equal(guessLanguage('Сооронбай Жээнбеков').language, 'ky');
    assert.equal(guessLanguage('Ислом ва дунё учун').language, 'uz');
  });

  it('does not turn a long Russian text into Uzbek for one Uzbek name in it', () => {
    assert.equal(guessLanguage(`${SENTENCES[0]![1]} Ўктам Қодиров`).language, 'ru');
  });

  it('calls a text without Cyrillic Russian, without confidence', () => {
    assert.deepEqual(guessLanguage('Tashkent 2021'), {
      language: 'ru',
      why: 'no Cyrillic letter at all',
      confident: false,
      next: 'uz',
    });
  });

  it('reads letters written with combining marks', () => {
    assert.equal(guessLanguage('\u0423\u0306ктам').language, 'uz');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        guessLanguage(text);
      }),
    );
  });
});
