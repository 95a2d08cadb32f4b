/** Tests dates of which the month or the day may be unknown. */

import assert from 'node:assert/strict';
import {
  comparePartialDates,
  formatPartialDate,
  parsePartialDate,
} from '../../../server/src/glossary/partialDate';

describe('partialDate', () => {
  it('reads years, months and days', () => {
    assert.deepEqual(parsePartialDate('2019'), { year: 2019 });
    assert.deepEqual(parsePartialDate('2019-04'), { year: 2019, month: 4 });
    assert.deepEqual(parsePartialDate('2020-02-29'), { year: 2020, month: 2, day: 29 });
  });

  for (const text of [
    '',
    '19',
    '2019-4',
    '2019-13',
    '2019-00',
    '2019-02-29',
    '1900-02-29',
    '2019-04-31',
    'May',
    '2019/04',
  ]) {
    it(`does not take “${text}” for a date`, () => assert.equal(parsePartialDate(text), undefined));
  }

  it('compares what is known', () => {
    assert.equal(comparePartialDates('2018', '2019-04'), 'before');
    assert.equal(comparePartialDates('2019-05', '2019-04-30'), 'after');
    assert.equal(comparePartialDates('2019-04-01', '2019-04-02'), 'before');
    assert.equal(comparePartialDates('2019-04', '2019-04'), 'same');
  });

  it('does not guess what is unknown', () => {
    assert.equal(comparePartialDates('2019', '2019-04'), 'unknown');
    assert.equal(comparePartialDates('2019-04-11', '2019-04'), 'unknown');
    assert.equal(comparePartialDates('soon', '2019'), 'unknown');
  });

  it('writes dates for a reader', () => {
    assert.equal(formatPartialDate('2022-09-11', 'short'), '11 Sep 2022');
    assert.equal(formatPartialDate('2019-04', 'short'), 'Apr 2019');
    assert.equal(formatPartialDate('2019', 'short'), '2019');
    assert.equal(formatPartialDate('2023-01-01', 'full'), '1 January 2023');
    assert.equal(formatPartialDate('nowhere', 'full'), 'nowhere');
  });
});
