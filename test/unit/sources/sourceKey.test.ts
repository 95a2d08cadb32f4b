/** Keys that are proposed for new sources, and sources as fields that a writer corrects. */

import assert from 'node:assert/strict';
import { fieldsOf, itemOfFields } from '../../../server/src/sources/adding/sourceFields';
import { proposeKey } from '../../../server/src/sources/adding/sourceKey';
import { makeLibrary } from '../../../server/src/sources/library';
import type { UnnamedItem } from '../../../server/src/sources/written/takenItem';

const libraryOf = (...keys: string[]) =>
  makeLibrary([
    {
      path: '/a.json',
      problems: [],
      sources: keys.map((key) => ({
        key,
        item: { id: key, type: 'book', title: key },
        path: '/a.json',
        locate: () => ({ start: 0, end: 0 }),
      })),
    },
  ]);

const DATE = { 'date-parts': [[2021, 6, 1]] };
const ITEMS: readonly (readonly [key: string, item: UnnamedItem])[] = [
  ['doe-2021', { type: 'book', author: [{ family: 'Doe', given: 'Jane' }], issued: DATE }],
  ['doe-roe-2021', { type: 'book', author: [{ family: 'Doe' }, { family: 'Roe' }], issued: DATE }],
  [
    'doe-et-al-2021',
    { type: 'book', author: [{ family: 'Doe' }, { family: 'Roe' }, { family: 'Poe' }], issued: DATE },
  ],
  [
    'un-security-council-2021',
    { type: 'report', author: [{ literal: 'United Nations Security Council' }], issued: DATE },
  ],
  [
    'un-s-2021-486',
    {
      type: 'report',
      author: [{ literal: 'United Nations Security Council' }],
      number: 'S/2021/486',
      issued: DATE,
    },
  ],
  ['example-post-2021-06-01', { type: 'webpage', 'container-title': 'The Example Post', issued: DATE }],
  ['fires-valley-2021', { type: 'webpage', title: 'The Fires in the Valley', issued: DATE }],
  ['example-org', { type: 'webpage', URL: 'https://www.example.org/x' }],
  ['source', { type: 'webpage' }],
];

describe('A key is proposed', () => {
  for (const [key, item] of ITEMS) it(key, () => assert.equal(proposeKey(item, libraryOf()), key));

  it('that no source has', () => {
    const [, item] = ITEMS[0]!;
    assert.equal(proposeKey(item, libraryOf('doe-2021')), 'doe-2021b');
    assert.equal(proposeKey(item, libraryOf('doe-2021', 'doe-2021b')), 'doe-2021c');
  });

  it('as the keys of the library are written', () => {
    assert.equal(proposeKey(ITEMS[0]![1], libraryOf('roe2020', 'poe1999')), 'doe2021');
  });
});

describe('A source as fields', () => {
  it('comes back as it was', () => {
    const item = {
      type: 'article-newspaper',
      author: [
        { family: 'Doe', given: 'Jane' },
        { literal: 'Office of Letters, Hills' },
        { literal: 'Council' },
      ],
      title: 'Fires',
      'translated-title': 'Flames',
      'container-title': 'Post',
      issued: {
        'date-parts': [
          [2021, 3],
          [2021, 4],
        ],
      },
      URL: 'https://example.org/',
    };
    const fields = fieldsOf('doe-2021', item);
    assert.equal(
      fields.find(({ name }) => name === 'author')?.value,
      'Doe, Jane; {Office of Letters, Hills}; Council',
    );
    assert.deepEqual(itemOfFields(fields), { item: { id: 'doe-2021', ...item } });
  });
});
