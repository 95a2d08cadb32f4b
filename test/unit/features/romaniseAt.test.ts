/** Tests what is romanised at a selection, and how it is offered. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import {
  knownNamesIn,
  romanisableAt,
  romaniseActionsAt,
  romaniseAt,
} from '../../../server/src/features/romaniseAt';
import { applyEdits } from '../../../server/src/text/edit';
import { sliceOf } from '../../../server/src/text/span';
import { readCaret } from '../../support/underlines';
import { worksOf } from '../../support/works';

const works = worksOf(`version: 1
people:
  navqotiy: { name: Akhliddin Navqotiy, short: Navqotiy }
  abu-saloh: { name: Abu Saloh, scripts: [Абу Салох], aliases: [{ name: Mukhtarov, scripts: [Мухтаров Сирож] }] }
  anvar: { name: Anvar Rahimov, short: Rahimov }
  bobur: { name: Bobur Rahimov, short: Rahimov }
`);

/** The run around the “|” of a text. */
function runAt(marked: string): string | undefined {
  const { text, offset } = readCaret(marked);
  const at = romanisableAt(analyze(text, works), { start: offset, end: offset });
  return at && sliceOf(text, at);
}

/** The text with the part of it romanised. */
function romanised(text: string, part = text, house = true): string {
  const start = text.indexOf(part);
  const how = { language: 'ru', system: 'bgn-pcgn', house } as const;
  return applyEdits(text, [romaniseAt(analyze(text, works), { start, end: start + part.length }, how)]);
}

describe('What is romanised', () => {
  it('is the selection, if it has Cyrillic', () => {
    const analysis = analyze('He said Да now.', works);
    assert.deepEqual(romanisableAt(analysis, { start: 0, end: 9 }), { start: 0, end: 9 });
    assert.equal(romanisableAt(analysis, { start: 0, end: 7 }), undefined);
  });

  it('is the words in a row around a caret, to the next other sign or line', () => {
    assert.equal(runAt('Он |сказал, что'), 'Он сказал');
    assert.equal(runAt('the “Катибат ат-Тау|хид валь-Джихад” group'), 'Катибат ат-Таухид валь-Джихад');
    assert.equal(runAt('раз\nдва| три\nчетыре'), 'два три');
    assert.equal(runAt('Солов’|яненко and'), 'Солов’яненко');
    assert.equal(runAt('|Да'), 'Да');
    assert.equal(runAt('Да, |да'), 'да');
    assert.equal(runAt('He s|aid да'), undefined);
    assert.equal(runAt('|'), undefined);
  });

  it('leaves addresses and code in a selection, and takes them when they are all of it', () => {
    const text = '[Уфа](https://x.org/Уфа) `Уфа` and *Уфа* <!-- Уфа -->';
    assert.equal(romanised(text), '[Ufa](https://x.org/Уфа) `Уфа` and *Ufa* <!-- Уфа -->');
    assert.equal(romanised('So `Уфа` is.', 'Уфа'), 'So `Ufa` is.');
  });
});

describe('Known names', () => {
  const text = 'Сказал Навқотий, за ним Абу\nСалох; *Мухтаров* Сирож, Рахимов и НАВҚОТИЙ.';

  it('are those that a selection holds whole, and that are settled', () => {
    const analysis = analyze(text, works);
    assert.deepEqual(knownNamesIn(analysis, { start: 0, end: text.length }), [
      'Navqotiy',
      'Abu Saloh',
      'Mukhtarov',
    ]);
    assert.deepEqual(knownNamesIn(analysis, { start: 0, end: 10 }), []);
  });

  it('come out in the house form, with their line breaks and capitals, if asked', () => {
    assert.equal(
      romanised(text),
      'Skazal Navqotiy, za nim Abu\nSaloh; *Mukhtarov* Sirozh, Rakhimov i NAVQOTIY.',
    );
    assert.match(romanised('Абу Салох', 'Абу Салох', false), /^Abu Salokh$/);
  });
});

describe('The actions that romanise', () => {
  const titles = (text: string, start = 0, end = text.length) =>
    romaniseActionsAt(analyze(text, works), { start, end }).map(({ title }) => title);

  it('are one for a language that is sure, and two where it is not and makes a difference', () => {
    assert.deepEqual(titles('Раҳмонзода Ҷамшед'), ['Romanise (Tajik, BGN/PCGN)']);
    assert.deepEqual(titles('Жураев'), ['Romanise (Russian, BGN/PCGN)', 'Romanise (Uzbek, BGN/PCGN)']);
    assert.deepEqual(titles('Лавров'), ['Romanise (Russian, BGN/PCGN)']);
  });

  it('offer the house form where a name is known', () => {
    assert.deepEqual(titles('Ислом ҳаракати ва Абу Салох учун бўлган'), [
      'Romanise (Uzbek, BGN/PCGN) and write known names in the house form',
      'Romanise (Uzbek, BGN/PCGN)',
    ]);
  });

  it('offer a name alone in the house form once', () => {
    assert.deepEqual(titles('Навқотий'), ['Write “Navqotiy”, the house form']);
    assert.deepEqual(titles('Абу Салох').slice(0, 2), [
      'Write “Abu Saloh”, the house form',
      'Romanise (Russian, BGN/PCGN)',
    ]);
  });

  it('are none without Cyrillic, and for very long selections', () => {
    assert.deepEqual(titles('Lavrov'), []);
    assert.deepEqual(titles('Лавров '.repeat(2000)), []);
  });
});
