/** The index over forms: what it finds at a word, and that more forms never hide one. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Capitals, NameIndex } from '../../../server/src/names/nameIndex';
import { pack, unpack } from '../../../server/src/names/packed';
import { readWords } from '../../../server/src/names/words';

type Given = string | [text: string, capitals: Capitals];

const indexOf = (forms: readonly Given[]) =>
  NameIndex.of(
    forms.map((form) =>
      typeof form === 'string'
        ? { text: form, capitals: 'name' as const }
        : { text: form[0], capitals: form[1] },
    ),
  );

/** The longest matches of a text from left to right, as the text they cover. */
function found(forms: readonly Given[], text: string): string[] {
  const index = indexOf(forms);
  const words = readWords(text);
  const matches: string[] = [];
  for (let at = 0; at < words.count; ) {
    const match = index.matchAt(text, words, at);
    if (match) matches.push(text.slice(words.start[at], words.end[at + match.wordCount - 1]));
    at += match?.wordCount ?? 1;
  }
  return matches;
}

describe('NameIndex', () => {
  it('takes the longest form, and falls back to a shorter one', () => {
    const forms = ['Abu', 'Abu Saloh', 'Abu Saloh al-Uzbeki'];
    assert.deepEqual(found(forms, 'Abu Saloh al-Uzbek and Abu Saloh al-Uzbeki, Abu'), [
      'Abu Saloh',
      'Abu Saloh al-Uzbeki',
      'Abu',
    ]);
  });

  it('falls back where the capitals of the longer form do not agree', () => {
    assert.deepEqual(found(['Osh', 'Osh City'], 'Osh city'), ['Osh']);
  });

  it('lets particles do as they like, and no other word', () => {
    const forms = ['Katibat al-Tawhid'];
    assert.deepEqual(found(forms, 'Katibat Al-Tawhid, katibat al-Tawhid, Katibat al-tawhid'), [
      'Katibat Al-Tawhid',
    ]);
  });

  it('tells the first thousand of very many equal forms, in the order given', () => {
    const many = Array.from({ length: 10_000 }, () => 'Abu Saloh');
    const index = indexOf(many);
    const text = 'Abu Saloh';
    const match = index.matchAt(text, readWords(text), 0);
    assert.deepEqual(match?.forms.slice(0, 3), [0, 1, 2]);
    assert.equal(match?.forms.length, 1000);
  });

  it('tells forms that are gone from none at all', () => {
    const forms = ['Abu', 'Abu Saloh', 'Abu Saloh al-Uzbeki', 'Abu Saloh'];
    const index = indexOf(forms);
    const text = 'Abu Saloh al-Uzbeki';
    const words = readWords(text);
    const without = (...gone: number[]) =>
      index.matchAt(text, words, 0, (form) => gone.includes(form))?.forms;
    assert.deepEqual(without(), [2]);
    assert.deepEqual(without(2), [1, 3]);
    assert.deepEqual(without(2, 1), [3]);
    assert.deepEqual(without(2, 1, 3), [0]);
    assert.deepEqual(without(0, 1, 2, 3), undefined);
    assert.deepEqual(
      index.formsFoldedAs('abu saloh', (form) => form === 1),
      [3],
    );
  });

  it('works beside another index on the words of one reading', () => {
    const text = 'Abu Saloh of Osh';
    const words = readWords(text);
    assert.deepEqual(indexOf(['Abu Saloh']).matchAt(text, words, 0)?.forms, [0]);
    assert.deepEqual(indexOf(['Tashkent', 'Osh']).matchAt(text, words, 3)?.forms, [1]);
  });

  it('is the same from its arrays', () => {
    const word = fc.constantFrom('Abu', 'Saloh', 'al', 'Osh', 'KTJ', 'MoD', 'Gen.', '&', 'of', 'ʿAli');
    const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    const capitals = fc.constantFrom<Capitals>('name', 'as-written');
    fc.assert(
      fc.property(fc.array(fc.tuple(text, capitals), { maxLength: 10 }), text, (forms, report) => {
        const index = indexOf(forms);
        const arrays = unpack(pack(index.pack()));
        const again = NameIndex.unpack(arrays!, (form) => forms[form]![0]);
        const words = readWords(report);
        for (let at = 0; at < words.count; at++)
          assert.deepEqual(again?.matchAt(report, words, at), index.matchAt(report, words, at));
        assert.deepEqual(again?.formsFoldedAs(report), index.formsFoldedAs(report));
      }),
    );
  });

  it('is not made of arrays that are not its own', () => {
    const arrays = indexOf(['Abu Saloh', 'Osh']).pack();
    for (const name of Object.keys(arrays)) {
      const { [name]: _, ...others } = arrays;
      assert.equal(
        NameIndex.unpack(others, () => ''),
        undefined,
        name,
      );
    }
    assert.equal(
      NameIndex.unpack({ ...arrays, ends: new Int32Array(1) }, () => ''),
      undefined,
    );
  });

  it('is built in many steps from forms that are made for the moment', () => {
    const textOf = (form: number) => `Name${form} Other${form % 7}`;
    function* forms() {
      for (let form = 0; form < 20_000; form++) yield { text: textOf(form), capitals: 'name' as const };
    }
    const steps = NameIndex.build(forms(), 20_000, textOf);
    let count = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) count++;
    assert.ok(count > 100, `${count}`);
    assert.deepEqual(step.value.matchAt(textOf(9), readWords(textOf(9)), 0)?.forms, [9]);
  });

  it('finds forms whatever their capitals when asked for folded ones', () => {
    const index = indexOf(['Abu Saloh', ['IS', 'as-written']]);
    assert.deepEqual(index.formsFoldedAs('ABU-SALOH'), [0]);
    assert.deepEqual(index.formsFoldedAs('is'), [1]);
    assert.deepEqual(index.formsFoldedAs('Abu'), []);
    assert.deepEqual(index.formsFoldedAs(''), []);
  });

  it('has no form of one letter, of no letter, or of a hundred words', () => {
    const forms = ['A', '…', '', Array.from({ length: 100 }, () => 'word').join(' ')];
    assert.deepEqual(found(forms, `A … ${forms[3]}`), []);
  });

  it('takes a regular expression, or any other signs, for letters and gaps', () => {
    assert.deepEqual(
      found(['(a+)+$ Name', '.*'], 'the (a+)+$ Name here'),
      ['(a+)+$ Name'].map((name) => name.slice(1)),
    );
  });

  it('copes with marks without end, endless words, overrides of direction, and names that are hardly any', () => {
    const zalgo = `A${'\u0301\u0336'.repeat(5000)}bu`;
    const endless = 'x'.repeat(10_000);
    const forms = [
      zalgo,
      endless,
      `${endless}y`,
      '\u202eOsh\u202c',
      '7',
      '42',
      '🙂',
      '𐐀𐐁',
      'a',
      '王',
      '王明',
    ];
    const index = indexOf(forms);
    const found = (text: string) => index.matchAt(text, readWords(text), 0)?.forms;
    assert.deepEqual(found('Abu'), [0]);
    assert.deepEqual(found(zalgo), [0]);
    // Words are known by their first 256 letters.
    assert.deepEqual(found(endless), [1, 2]);
    assert.deepEqual(found('Osh'), [3]);
    assert.deepEqual(found('42'), [5]);
    assert.deepEqual(found('𐐀𐐁'), [7]);
    assert.deepEqual(found('王明'), [10]);
    for (const text of ['7', '🙂', 'a', '王']) assert.equal(found(text), undefined, text);
  });

  it('looks at each word of a text of near misses a few times at most', () => {
    const text = 'Abu Saloh al '.repeat(3000);
    const forms = Array.from({ length: 25 }, (_, k) => `${'Abu Saloh al '.repeat(k % 9)}Abu Saloh Osh`);
    const index = indexOf(forms);
    const words = readWords(text);
    let asked = 0;
    const counted = new Proxy(words.shape, {
      get: (shape, key) => {
        asked++;
        return Reflect.get(shape, key);
      },
    });
    words.shape = counted;
    for (let at = 0; at < words.count; at++) index.matchAt(text, words, at);
    assert.ok(asked < words.count * 40, `${asked}`);
  });

  it('grows with its words', () => {
    const forms = Array.from({ length: 20_000 }, (_, k) => `Name${k} Other${k % 7}`);
    const index = indexOf(forms);
    const text = 'Name19999 Other0, Name12345 Other4';
    const words = readWords(text);
    assert.deepEqual(index.matchAt(text, words, 0)?.forms, [19_999]);
    assert.deepEqual(index.matchAt(text, words, 2)?.forms, [12_345]);
  });

  it('never loses an exact mention to forms added later', () => {
    const word = fc.constantFrom('Abu', 'Saloh', 'al', 'Osh', 'KTJ', 'Ali', 'of');
    const form = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(form, fc.array(form, { maxLength: 12 }), (wanted, others) => {
        const index = indexOf([...others, wanted]);
        const match = index.matchAt(wanted, readWords(wanted), 0);
        assert.ok(match?.forms.includes(others.length), `${wanted} among ${others.join(', ')}`);
      }),
    );
  });
});
