/** Sources found by whatever somebody remembers of them. */

import assert from 'node:assert/strict';
import { makeLibrary } from '../../../server/src/sources/library';
import { readSourceFile } from '../../../server/src/sources/read';
import { makeSourceSearch } from '../../../server/src/sources/search';

const LIBRARY = makeLibrary([
  readSourceFile(
    'sources.yaml',
    `
- id: un-s-2021-486
  type: report
  title: Twelfth report of the Analytical Support and Sanctions Monitoring Team
  author: United Nations Security Council
  issued: 2021-06-01
- id: un-s-2021-68
  type: report
  title: Twenty-seventh report of the Analytical Support and Sanctions Monitoring Team
  author: United Nations Security Council
  issued: 2021-02-03
- id: elkeeva-returnees
  type: article-newspaper
  title: Central Asia Struggles to Reintegrate Islamic State Returnees
  author: [{family: Elkeeva, given: Kanymgul}, {family: Najibullah, given: Farangis}]
  container-title: RFE/RL
  issued: 2021-11-06
  keyword: [repatriation, families]
- id: tengri-wanted
  type: webpage
  title: Zaderzhan kazakhstanets
  translated-title: A Kazakhstani Is Detained
  container-title: Tengrinews
  issued: 2021-02-20
- id: __proto__
  type: book
  title: Ḥizb al-Taḥrīr in Central Asia
  author: Karagiannis, Emmanuel
  publisher: Routledge
  issued: 2010
`,
  ),
]);

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase();

const search = makeSourceSearch(LIBRARY, fold);
const keys = (query: string, limit = 10): string[] =>
  search.search(query, limit).map(({ source }) => source.key);

describe('search', () => {
  const first: [what: string, query: string, key: string][] = [
    ['an author', 'elkeeva', 'elkeeva-returnees'],
    ['a second author', 'Najibullah', 'elkeeva-returnees'],
    ['words in any order and of several fields', '2021 returnees rfe najib', 'elkeeva-returnees'],
    ['the outlet', 'tengrinews', 'tengri-wanted'],
    ['the publisher', 'routledge 2010', '__proto__'],
    ['a key as it is typed', 'un-s-2021-68', 'un-s-2021-68'],
    ['the beginning of a key', 'tengri-w', 'tengri-wanted'],
    ['a tag', 'repatriation', 'elkeeva-returnees'],
    ['the translated title', 'kazakhstani detained', 'tengri-wanted'],
    ['the beginning of a word', 'zader', 'tengri-wanted'],
    ['a typo', 'Elkeva', 'elkeeva-returnees'],
    ['letters without their marks', 'hizb tahrir', '__proto__'],
    ['a single letter', 'z', 'tengri-wanted'],
  ];
  for (const [what, query, key] of first)
    it(`finds by ${what}: ${query}`, () => assert.equal(keys(query)[0], key));

  it('finds all that have every word, and only those', () => {
    assert.deepEqual(keys('sanctions 2021').sort(), ['un-s-2021-486', 'un-s-2021-68']);
  });

  it('falls back to most of the words', () => {
    assert.deepEqual(keys('returnees elkeeva xyzzy plugh'), ['elkeeva-returnees']);
  });

  it('takes no digit for another', () => assert.deepEqual(keys('2011'), []));

  it('gives scores from 0 to 1, best first', () => {
    for (const query of ['central', 'report monitoring', 'un', 'elkeva', 'un-s-2021-486']) {
      const scores = search.search(query, 10).map(({ score }) => score);
      assert.ok(scores.length > 0);
      assert.ok(scores.every((score) => score >= 0 && score <= 1));
      assert.deepEqual(
        scores,
        [...scores].sort((a, b) => b - a),
      );
    }
  });

  it('gives everything by author and year for a blank query, within the limit', () => {
    assert.deepEqual(keys(' '), [
      'elkeeva-returnees',
      '__proto__',
      'un-s-2021-486',
      'un-s-2021-68',
      'tengri-wanted',
    ]);
    assert.deepEqual(keys('', 2), ['elkeeva-returnees', '__proto__']);
    assert.deepEqual(keys('central', 0), []);
  });

  it('bears queries that are no words', () => {
    for (const query of [
      '*',
      '"',
      '\\',
      '(((',
      '\ud800',
      '𝔘',
      'x'.repeat(100_000),
      'a '.repeat(10_000),
      '__proto__',
    ])
      assert.ok(Array.isArray(keys(query)));
  });

  it('searches an empty library', () => {
    assert.deepEqual(makeSourceSearch(makeLibrary([]), fold).search('x', 5), []);
  });
});
