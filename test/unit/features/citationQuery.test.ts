/** What is asked for by what stands between brackets. */

import assert from 'node:assert/strict';
import { readAsked, readQuery } from '../../../server/src/features/citing/citationQuery';

describe('readAsked', () => {
  const cases: [written: string, ...asked: object[]][] = [
    ['', { words: '', isKey: false }],
    ['mikhailov 2021', { words: 'mikhailov 2021', isKey: false }],
    ['mikhailov 2021, p. 20', { words: 'mikhailov 2021', isKey: false, locator: 'p. 20' }],
    ['mikhailov, 20–25, 31', { words: 'mikhailov', isKey: false, locator: '20–25, 31' }],
    ['mikhailov, xii', { words: 'mikhailov', isKey: false, locator: 'xii' }],
    ['mikhailov, § 4', { words: 'mikhailov', isKey: false, locator: '§ 4' }],
    // A year is a word of the source.
    ['mikhailov, 2021', { words: 'mikhailov, 2021', isKey: false }],
    ['mikhailov, 2021, 14', { words: 'mikhailov, 2021', isKey: false, locator: '14' }],
    ['mikhailov, pyotr', { words: 'mikhailov, pyotr', isKey: false }],
    // While a page is being typed.
    ['mikhailov, ', { words: 'mikhailov', isKey: false }],
    ['mikhailov, p', { words: 'mikhailov', isKey: false }],
    ['mikhailov, p.', { words: 'mikhailov', isKey: false }],
    ['@un-s-2021-486, p. 20', { words: 'un-s-2021-486', isKey: true, locator: 'p. 20' }],
    ['@un-s-2021-486, 2001', { words: 'un-s-2021-486', isKey: true, locator: '2001' }],
    ['@{a.}, 4', { words: 'a.', isKey: true, locator: '4' }],
    ['see also un 2021, 20', { words: 'un 2021', isKey: false, prefix: 'see also', locator: '20' }],
    ['See', { words: 'See', isKey: false }],
    ['see ', { words: 'see', isKey: false }],
    ['cf. @doe', { words: 'doe', isKey: true, prefix: 'cf.' }],
    ['-@doe', { words: 'doe', isKey: true, suppressesAuthor: true }],
    ['see -@doe', { words: 'doe', isKey: true, prefix: 'see', suppressesAuthor: true }],
    [
      'see also un 2021, 20; elkeeva',
      { words: 'un 2021', isKey: false, prefix: 'see also', locator: '20' },
      { words: 'elkeeva', isKey: false },
    ],
    [
      'mikhailov, para. 5 and passim',
      { words: 'mikhailov', isKey: false, locator: 'para. 5', suffix: 'and passim' },
    ],
    // Words of a title.
    ['mikhailov, 12 monkeys', { words: 'mikhailov, 12 monkeys', isKey: false }],
    ['@a, 12 and passim', { words: 'a', isKey: true, locator: '12', suffix: 'and passim' }],
    ['doe, {p. 5; 6}', { words: 'doe', isKey: false, locator: 'p. 5; 6' }],
    ['doe, {p. 5; 6', { words: 'doe', isKey: false, locator: 'p. 5; 6' }],
    ['doe, {', { words: 'doe', isKey: false }],
    [
      'doe, {p. 5; 6}; roe',
      { words: 'doe', isKey: false, locator: 'p. 5; 6' },
      { words: 'roe', isKey: false },
    ],
    ['@a; ', { words: 'a', isKey: true }, { words: '', isKey: false }],
  ];
  for (const [written, ...asked] of cases)
    it(`reads “${written}”`, () => assert.deepEqual(readAsked(written), asked));
});

describe('readQuery', () => {
  it('takes a citation that was copied for what stands in it', () => {
    const asked = [{ words: 'doe-2020', isKey: true, locator: 'p. 5' }];
    for (const query of [
      '@doe-2020, p. 5',
      '[@doe-2020, p. 5]',
      '[@doe-2020, p. 5',
      '<!-- @doe-2020, p. 5 -->',
    ])
      assert.deepEqual(readQuery(query), asked, query);
    assert.deepEqual(readQuery('[^doe, 5]'), [{ words: 'doe', isKey: false, locator: '5' }]);
    assert.deepEqual(readQuery('[translated] doe'), [{ words: '[translated] doe', isKey: false }]);
  });
});
