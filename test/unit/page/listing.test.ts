/** Tests what of a long list the report page shows, and in which order. */

import assert from 'node:assert/strict';
import { asked, folded, type Order, pressed, sorted } from '../../../client/page/listing';

interface Row {
  readonly name: string;
  readonly count: number;
}

const ROWS: Row[] = [
  { name: 'Österholm', count: 2 },
  { name: 'Zarif 10', count: 7 },
  { name: 'Zarif 9', count: 7 },
  { name: 'abdul', count: 0 },
];
const ORDERS: Order<Row>[] = [
  { key: 'name', of: ({ name }) => name, begins: 'ascending' },
  { key: 'count', of: ({ count }) => count, begins: 'descending' },
];
const namesBy = (key: string, direction: 'ascending' | 'descending') =>
  sorted(ROWS, ORDERS, { key, direction }).map(({ name }) => name);

describe('A list of the report page', () => {
  it('is in the order of the alphabet, not of codes, and numbers in it count', () => {
    assert.deepEqual(namesBy('name', 'ascending'), ['abdul', 'Österholm', 'Zarif 9', 'Zarif 10']);
  });

  it('keeps what an order does not tell apart as it was, both ways', () => {
    assert.deepEqual(namesBy('count', 'descending'), ['Zarif 10', 'Zarif 9', 'Österholm', 'abdul']);
    assert.deepEqual(namesBy('count', 'ascending'), ['abdul', 'Österholm', 'Zarif 10', 'Zarif 9']);
  });

  it('stays as it is given by an order that it does not have', () => {
    assert.deepEqual(sorted(ROWS, ORDERS, { key: 'rank', direction: 'ascending' }), ROWS);
  });

  it('begins each order as is most useful, and turns it around when asked again', () => {
    const [name, count] = ORDERS as unknown as [Order<never>, Order<never>];
    const byCount = pressed(count, { key: 'name', direction: 'ascending' });
    assert.deepEqual(byCount, { key: 'count', direction: 'descending' });
    assert.deepEqual(pressed(count, byCount), { key: 'count', direction: 'ascending' });
    assert.deepEqual(pressed(name, byCount), { key: 'name', direction: 'ascending' });
  });
});

describe('A query of the report page', () => {
  it('finds words in any order, whatever their marks, hyphens, apostrophes and capitals', () => {
    const text = folded('Hay’at al-Shimāliyya (HASH)');
    for (const query of ['hayat', 'shimaliyya Hay', 'al Shim', 'hash', '', '  ']) {
      assert.ok(asked(query)(text), query);
    }
    assert.ok(!asked('hayat south')(text));
  });

  it('finds Cyrillic as it is written', () => {
    assert.ok(asked('Хай')(folded('ХАЙЯТ')));
  });
});
