/** The search over forms as they are typed: by beginnings, with slips, in any layer, and from packed arrays. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldWords } from '../../../server/src/names/fold';
import { FormSearch } from '../../../server/src/names/formSearch';
import { NameIndex } from '../../../server/src/names/nameIndex';
import { pack, unpack } from '../../../server/src/names/packed';
import { SortedWords } from '../../../server/src/names/sortedWords';
import { finish } from '../../../server/src/text/steps';

const indexOf = (texts: readonly string[]) =>
  NameIndex.of(texts.map((text) => ({ text, capitals: 'name' as const })));
const searchOf = (texts: readonly string[]) => FormSearch.of(indexOf(texts));
const MANY = 1000;

/** What is found, as texts with their scores. */
const found = (texts: readonly string[], typed: string) =>
  searchOf(texts)
    .find(typed, MANY)
    .map(({ form, score }) => `${texts[form]} ${Number(score.toFixed(3))}`);

describe('FormSearch', () => {
  it('finds a form by the beginning of any word, the first word first', () => {
    const texts = ['Tahir Yuldashev', 'Saloh Tahirov', 'Osh', 'Tahir'];
    assert.deepEqual(found(texts, 'tahir'), [
      'Tahir Yuldashev 1',
      'Tahir 1',
      // Its second word goes on.
      'Saloh Tahirov 0.855',
    ]);
  });

  it('finds words in a row, the last of them unfinished', () => {
    const texts = ['Katibat al-Tawhid wal-Jihad', 'Katibat Imam al-Bukhari', 'Tawhid'];
    assert.deepEqual(found(texts, 'Katibat al Taw'), ['Katibat al-Tawhid wal-Jihad 0.95']);
    assert.deepEqual(found(texts, 'al-'), ['Katibat al-Tawhid wal-Jihad 0.9', 'Katibat Imam al-Bukhari 0.9']);
    assert.deepEqual(found(texts, 'Imam al-Bukhari'), ['Katibat Imam al-Bukhari 0.9']);
    assert.deepEqual(found(texts, 'Bukhari al'), []);
  });

  it('forgives one slip anywhere in a word of four letters or more', () => {
    for (const typed of ['Muhktarov', 'Mkhtarov', 'Mukhtorov', 'Mmukhtarov', 'Bukhtarov', 'Mukht4r'])
      assert.match(found(['Sirojiddin Mukhtarov', 'Osh'], typed)[0] ?? '', /Mukhtarov/, typed);
    assert.deepEqual(found(['Osh'], 'Ohs'), []);
  });

  it('forgives several slips behind the first letters', () => {
    assert.match(found(['Saidrakhmonov', 'Osh'], 'Saidrahmanov')[0] ?? '', /Saidrakhmonov/);
  });

  it('asks for the words before one that is like it', () => {
    const texts = ['Avaz Yuldashev', 'Tahir Yuldashev'];
    assert.deepEqual(found(texts, 'Tahir Yuldahsev').length, 1);
  });

  it('finds nothing by nothing, and nothing in what has no words', () => {
    assert.deepEqual(found(['Osh', '…', ''], ''), []);
    assert.deepEqual(found(['Osh', '…', ''], '…'), []);
    assert.deepEqual(found([], 'Osh'), []);
    assert.deepEqual(found(['…'], 'Oshh'), []);
  });

  it('finds a form once, whatever it says twice', () => {
    assert.deepEqual(found(['Ali Ali Alikhan'], 'Ali'), ['Ali Ali Alikhan 1']);
  });

  it('passes over forms that are gone, as if they had never been there', () => {
    const search = searchOf(Array.from({ length: 500 }, (_, k) => `Abu Saloh ${k}`));
    const isGone = (form: number) => form < 490;
    assert.deepEqual(
      search.find('abu sal', 3, isGone).map(({ form }) => form),
      [490, 491, 492],
    );
    assert.deepEqual(
      search.find('salho', 3, isGone).map(({ form }) => form),
      [490, 491, 492],
    );
  });

  const word = fc.constantFrom(
    'Abu',
    'Saloh',
    'Salohiddin',
    'al',
    'Osh',
    'Оша',
    'Ali',
    'Alim',
    '王',
    'a',
    'é',
  );
  const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

  it('finds every form that a look at each of them finds', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), text, fc.nat(4), (texts, query, cut) => {
        const typed = query.slice(0, Math.max(1, query.length - cut)).trimEnd();
        const wanted = foldWords(typed);
        const expected = texts.flatMap((one, form) => {
          const own = foldWords(one);
          const isAt = (start: number) =>
            wanted.every((word, k) =>
              k < wanted.length - 1 ? own[start + k] === word : own[start + k]?.startsWith(word),
            );
          // One letter alone is no name.
          return one.length > 1 && own.some((_, start) => isAt(start)) ? [form] : [];
        });
        const forms = searchOf(texts)
          .begun(typed, MANY)
          .map(({ form }) => form);
        assert.deepEqual(
          forms.sort((a, b) => a - b),
          expected,
        );
      }),
    );
  });

  it('is the same from its arrays', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), text, (texts, typed) => {
        const index = indexOf(texts);
        const search = FormSearch.of(index);
        const arrays = unpack(pack(search.pack()));
        const again = FormSearch.unpack(arrays!, index);
        assert.deepEqual(again?.find(typed, 5), search.find(typed, 5));
      }),
    );
    assert.equal(FormSearch.unpack({}, indexOf(['Osh'])), undefined);
    assert.equal(FormSearch.unpack(searchOf(['Abu Saloh']).pack(), indexOf(['Osh'])), undefined);
  });

  it('is built in many steps', () => {
    const index = indexOf(Array.from({ length: 20_000 }, (_, k) => `Name${k} Other${k % 7}`));
    let steps = 0;
    for (const _ of FormSearch.build(index)) steps++;
    assert.ok(steps > 50, `${steps}`);
  });
});

describe('SortedWords', () => {
  it('has words in the order of their units', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'я', '王', '9'), minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 200 }), (all) => {
        const { words } = indexOf(all);
        const order = finish(SortedWords.orderOf(words));
        const sorted = new SortedWords(words, order);
        assert.deepEqual(
          Array.from(order, (_, rank) => sorted.wordAt(rank)),
          [...all].sort(),
        );
        for (const one of all) {
          const [from, to] = sorted.beginningWith([one.charCodeAt(0), one.charCodeAt(1)]);
          const begun = Array.from({ length: to - from }, (_, k) => sorted.wordAt(from + k));
          assert.deepEqual(
            begun,
            [...all].sort().filter((other) => other.startsWith(one.slice(0, 2))),
          );
        }
      }),
    );
  });
});
