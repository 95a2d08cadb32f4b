/** Words found by how they sound. */

import assert from 'node:assert/strict';
import { SoundingWords } from '../../../server/src/names/likeness/soundingWords';
import { finish } from '../../../server/src/text/steps';

const WORDS = [
  'Mikhaylov',
  'Михайлов',
  'Hikmatov',
  'Yo‘ldoshev',
  'Zaderzhan',
  'Tariri',
  'Li',
  '2021',
  'al',
  'Bukhari',
  'بخاري',
];
const index = finish(SoundingWords.build(WORDS));

function sounding(word: string, isLonger = false): string[] {
  const found: string[] = [];
  index.find(word, (number, likeness, goesOn) => {
    assert.ok(likeness > 0 && likeness <= 1);
    if (goesOn === isLonger) found.push(WORDS[number]!);
  });
  return found;
}

describe('SoundingWords', () => {
  it('finds a word in any spelling and script', () => {
    for (const written of ['Mikhailov', 'Mihajlov', 'михаилов', 'MIKHAYLOV'])
      assert.deepEqual(sounding(written).sort(), ['Mikhaylov', 'Михайлов']);
    assert.deepEqual(sounding('Khikmatov'), ['Hikmatov']);
    assert.deepEqual(sounding('Yuldashev'), ['Yo‘ldoshev']);
    assert.deepEqual(sounding('задержан'), ['Zaderzhan']);
    assert.deepEqual(sounding('Buhari').sort(), ['Bukhari', 'بخاري']);
  });

  it('finds those that begin so', () => {
    assert.deepEqual(sounding('Mihajl', true).sort(), ['Mikhaylov', 'Михайлов']);
    assert.deepEqual(sounding('задерж', true), ['Zaderzhan']);
    assert.deepEqual(sounding('Mi', true), []);
  });

  it('finds no other words', () => {
    for (const written of ['terror', 'report', 'state', '2021', '', '…', 'x'.repeat(1000)])
      assert.deepEqual([...sounding(written), ...sounding(written, true)], [], written);
  });

  it('is as empty as what it was built of', () => {
    finish(SoundingWords.build([])).find('Mikhaylov', () => assert.fail());
  });
});
