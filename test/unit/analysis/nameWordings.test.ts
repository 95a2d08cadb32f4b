/** Endings of family names, words for groups, words cut short, slips of the pen, cases of places. */

import assert from 'node:assert/strict';
import { otherWordings } from '../../../server/src/analysis/abbreviations';
import { hasFamilyEnding, otherFamilyNames } from '../../../server/src/analysis/familyNames';
import { splitGroupName } from '../../../server/src/analysis/groupWords';
import { isInflected } from '../../../server/src/analysis/placeCases';
import { slip } from '../../../server/src/analysis/typos';

describe('otherFamilyNames', () => {
  it('exchanges the ending, or sets one where there is none', () => {
    assert.deepEqual(otherFamilyNames('Kamol Saidov'), ['Kamol Said', 'Kamol Saidzoda']);
    assert.deepEqual(otherFamilyNames('Saidzoda'), ['Said', 'Saidov']);
    assert.deepEqual(otherFamilyNames('Yuldash'), ['Yuldashov']);
  });

  it('leaves alone what is short, or ends as other family names do', () => {
    assert.deepEqual(otherFamilyNames('Said'), []);
    assert.deepEqual(otherFamilyNames('Petrenko'), []);
    assert.deepEqual(otherFamilyNames('Orlov'), []);
    assert.deepEqual(otherFamilyNames(''), []);
  });

  it('takes the last word, whatever stands before it and however much that is', () => {
    assert.deepEqual(otherFamilyNames('1,—Yuldash'), ['1,—Yuldashov']);
    assert.deepEqual(otherFamilyNames('Yuldash —'), []);
    const many = 'Ab '.repeat(200_000);
    assert.deepEqual(otherFamilyNames(`${many}Yuldash`), [`${many}Yuldashov`]);
  });

  it('knows what ends as a family name', () => {
    assert.deepEqual(['Saidov', 'Bakiyev', 'Rahimzoda', 'Nuriy', 'Ov', 'Bakr'].map(hasFamilyEnding), [
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('splitGroupName', () => {
  it('takes out the one word that says what the group is', () => {
    const [one, other] = ['Katibat Nur Khan', 'Nur Khan Brigade'].map(splitGroupName);
    assert.deepEqual([one?.rest, other?.rest], ['Nur Khan', 'Nur Khan']);
    assert.equal(one?.kind, other?.kind);
    assert.notEqual(splitGroupName('Nur Khan Party')?.kind, one?.kind);
  });

  it('does not split a name with none, with two, or with nothing else', () => {
    assert.deepEqual(['Nur Khan', 'Jamaat Brigade', 'Brigade', ''].map(splitGroupName), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('otherWordings', () => {
  it('writes a word in full, or cut short', () => {
    assert.deepEqual(
      otherWordings('St. Anna').map(({ text }) => text),
      ['Saint Anna', 'Sankt Anna', 'Sainte Anna'],
    );
    assert.deepEqual(otherWordings('United Nations Office'), [
      { text: 'UN Office', from: 'United Nations', to: 'UN' },
    ]);
    assert.deepEqual(otherWordings('Katibat Nur Khan'), []);
  });
});

describe('slip', () => {
  it('tells one letter wrong, missing or too many, and two exchanged', () => {
    assert.equal(slip('kazakstan', 'kazakhstan'), 'a letter is missing');
    assert.equal(slip('kazakhhstan', 'kazakhstan'), 'a letter too many');
    assert.equal(slip('kazakhstam', 'kazakhstan'), 'm for n');
    assert.equal(slip('kazahkstan', 'kazakhstan'), 'two letters exchanged');
    assert.equal(slip('shafirov', 'sharifov'), 'two letters exchanged');
  });

  it('tells nothing of equal words, and of more than one slip', () => {
    assert.equal(slip('osh', 'osh'), undefined);
    assert.equal(slip('kazakstam', 'kazakhstan'), undefined);
    assert.equal(slip('ab', 'abcd'), undefined);
    assert.equal(slip('', ''), undefined);
  });
});

describe('isInflected', () => {
  it('knows a place’s people, and its name in other cases', () => {
    for (const word of ['tajik', 'tajiks', 'tajikistani', 'tajikistane', 'tajikistanom'])
      assert.ok(isInflected(word, 'tajikistan'), word);
    assert.ok(isInflected('syrian', 'syria'));
  });

  it('leaves spellings alone', () => {
    for (const [seen, listed] of [
      ['termiz', 'termez'],
      ['jizzax', 'jizzakh'],
      ['kazakstan', 'kazakhstan'],
    ] as const)
      assert.ok(!isInflected(seen, listed), seen);
  });
});
