/** Which words of a citation a note made of its source would lose. */

import assert from 'node:assert/strict';
import { leftOut, printedText } from '../../../server/src/sources/written/leftOut';

const ITEM = {
  id: 'council',
  type: 'report',
  title: 'Twelfth Report of the Monitoring Team',
  author: [{ literal: 'Example Security Council' }],
  editor: [{ family: 'Yanovskaia', given: 'Mariya' }],
  number: 'EN/2021/7',
  issued: { 'date-parts': [[2021, 6, 1]] },
  accessed: { 'date-parts': [[2022, 5, 5]] },
  publisher: 'Radio Example Europe',
  URL: 'https://www.example.org/docs/2021/7',
};

const lost = (written: string, { against = printedText(ITEM), isReminder = false } = {}) =>
  leftOut(written, against, isReminder).map(({ text }) => text);

describe('leftOut', () => {
  const same = [
    'Example Security Council, Twelfth Report of the Monitoring Team, June 1, 2021',
    'ESC, “Twelfth report of the Monitoring Team,” 01.06.2021, http://example.org/docs/2021/7/.',
    'Maria Yanovskaya, ed., Twelfth Report (June 2021), p. 20',
    'M. Yanovskaya, Twelfth Report, 1 июня 2021',
    'Twelfth Report, REE',
  ];
  for (const written of same)
    it(`misses nothing of “${written}”`, () =>
      assert.deepEqual(lost(`${written}`.replace(', p. 20', '')), []));

  const others: [written: string, ...words: string[]][] = [
    ['I disagree with the Example Security Council, Twelfth Report', 'I disagree'],
    ['Example Security Council, not the Twelfth Report', 'not'],
    ['Twelfth Report (in Russian)', 'in Russian'],
    ['Twelfth Report, EN/2021/7', 'EN/2021/7'],
    ['Twelfth Report, 2021, accessed on 5 May 2022', 'accessed on 5 May 2022'],
    ['Twelfth Report, 2 June 2021', '2 June 2021'],
    [
      'Twelfth Report, archived at https://archive.example.net/1.',
      'archived at https://archive.example.net/1',
    ],
    ['Richard Roe, Twelfth Report, 2nd ed.', 'Richard Roe', '2nd'],
    ['Twelfth Report, 20', '20'],
    ['Twelfth Report, UNSC', 'UNSC'],
  ];
  for (const [written, ...words] of others)
    it(`misses ${words.join(' and ')}`, () => assert.deepEqual(lost(written), words));

  it('misses no symbol where the address has it', () => {
    assert.deepEqual(lost('EN/2021/7', { against: 'https://docs.example.org/en/2021/7' }), []);
  });

  it('misses no words that lead back', () => {
    assert.deepEqual(lost('Yanovskaia, op. cit., note 9 above', { isReminder: true }), []);
    assert.deepEqual(lost('Yanovskaia, note 9 above'), ['note 9 above']);
  });

  it('tells where they stand', () => {
    const written = 'See Roe, Twelfth Report';
    for (const { start, end, text } of leftOut(written, 'See Twelfth Report', false))
      assert.equal(written.slice(start, end), text);
  });
});
