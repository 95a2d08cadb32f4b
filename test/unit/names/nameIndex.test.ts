/** The index over forms: what it finds at a word, and that more forms never hide one. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Capitals, NameIndex } from '../../../server/src/names/nameIndex';
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
