/** What is asked for by what stands between brackets. */

import assert from 'node:assert/strict';
import { readAsked } from '../../../server/src/features/citationQuery';

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
    ['@a; ', { words: 'a', isKey: true }, { words: '', isKey: false }],
  ];
  for (const [written, ...asked] of cases)
    it(`reads “${written}”`, () => assert.deepEqual(readAsked(written), asked));
});
