/** Sources found by whatever somebody remembers of them. */

import assert from 'node:assert/strict';
import { makeLibrary } from '../../../server/src/sources/library';
import { readSourceFile } from '../../../server/src/sources/reading/read';
import { makeSourceSearch } from '../../../server/src/sources/searching/search';

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
  URL: https://www.example-news.test/zaderzhan
  issued: 2021-02-20
- id: border-roads
  type: article-newspaper
  title: Novye dorogi u granitsy
  author: [{family: Mikhaylov, given: Pyotr}, {family: Yo'ldoshev, given: Hikmat}]
  container-title: Vecherniy Vestnik
  issued: 2018-05-02
- id: мосты
  type: book
  title: Мосты и переправы
  author: [{family: Хикматов, given: Фарход}]
  issued: 2016
- id: __proto__
  type: book
  title: Ḥizb al-Taḥrīr in Central Asia
  author: Karagiannis, Emmanuel
  publisher: Routledge
  issued: 2010
`,
  ),
]);

const search = makeSourceSearch(LIBRARY);
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
    ['the site', 'example news', 'tengri-wanted'],
    ['a tag', 'repatriation', 'elkeeva-returnees'],
    ['the translated title', 'kazakhstani detained', 'tengri-wanted'],
    ['the beginning of a word', 'zader', 'tengri-wanted'],
    ['a typo', 'Elkeva', 'elkeeva-returnees'],
    ['letters without their marks', 'hizb tahrir', '__proto__'],
    ['a single letter', 'z', 'tengri-wanted'],
    ['a name in another romanisation', 'Mikhailov', 'border-roads'],
    ['a name in another script', 'Михайлов', 'border-roads'],
    ['a name that is still being typed', 'Mihajl', 'border-roads'],
    ['an Uzbek name as Russian has it', 'Yuldashev', 'border-roads'],
    ['an Uzbek name in Cyrillic', 'Йўлдошев', 'border-roads'],
    ['a name that is written in Cyrillic', 'Khikmatov', 'мосты'],
    ['the same in Uzbek spelling', 'Hikmatov farhod', 'мосты'],
    ['a romanised title, in its own letters', 'задержан казахстанец', 'tengri-wanted'],
    ['a Cyrillic title, romanised', 'perepravy', 'мосты'],
    ['words of several scripts', 'дороги vestnik Mihaylov 2018', 'border-roads'],
    ['a slip in another romanisation', 'Mikhialov', 'border-roads'],
  ];
  for (const [what, query, key] of first)
    it(`finds by ${what}: ${query}`, () => assert.equal(keys(query)[0], key));

  it('finds all that have every word, and only those', () => {
    assert.deepEqual(keys('sanctions 2021').sort(), ['un-s-2021-486', 'un-s-2021-68']);
  });

  it('puts what is spelt as it was typed before what only sounds so', () => {
    const both = makeSourceSearch(
      makeLibrary([
        readSourceFile(
          'both.yaml',
          '- { id: a, type: book, title: Roads, author: "Mikhaylov, P." }\n- { id: b, type: book, title: Rivers, author: "Mikhailov, P." }\n',
        ),
      ]),
    );
    const found = (query: string) => both.search(query, 5).map(({ source }) => source.key);
    assert.deepEqual(found('mikhailov'), ['b', 'a']);
    assert.deepEqual(found('mikhaylov'), ['a', 'b']);
    assert.deepEqual(found('mikhailov roads'), ['a']);
  });

  it('puts those asked for first, of what was found alike', () => {
    const withFirst = (query: string, ...first: string[]) =>
      search.search(query, 10, { first: new Set(first) }).map(({ source }) => source.key);
    assert.deepEqual(withFirst('sanctions 2021', 'un-s-2021-68'), ['un-s-2021-68', 'un-s-2021-486']);
    assert.deepEqual(withFirst('sanctions 2021', 'un-s-2021-486'), ['un-s-2021-486', 'un-s-2021-68']);
    assert.equal(withFirst('', 'un-s-2021-68')[0], 'un-s-2021-68');
    // A key that was typed to its end is meant, whatever else is cited.
    assert.equal(withFirst('un-s-2021-68', 'un-s-2021-486')[0], 'un-s-2021-68');
    assert.deepEqual(withFirst('returnees', 'un-s-2021-68'), ['elkeeva-returnees']);
  });

  it('finds the same however it was built', () => {
    const stepped = makeSourceSearch(LIBRARY);
    let steps = 0;
    for (const _ of stepped.steps()) steps++;
    assert.ok(steps > 3);
    for (const query of ['elkeeva', 'Михайлов', 'un 2021', ''])
      assert.deepEqual(stepped.search(query, 5), search.search(query, 5));
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
      'border-roads',
      'un-s-2021-486',
      'un-s-2021-68',
      'tengri-wanted',
      'мосты',
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
    assert.deepEqual(makeSourceSearch(makeLibrary([])).search('x', 5), []);
  });
});
