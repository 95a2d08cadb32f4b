/** Tests how what follows a key in Pandoc's citations is taken apart; test/pandoc compares the same with Pandoc itself. */

import assert from 'node:assert/strict';
import { ibidOf, locatorTermsOf } from '../../../server/src/sources/formatting/localeTerms';
import { takeFollowingApart } from '../../../server/src/sources/formatting/pandocLocator';
import { localeNamed } from '../../../server/src/sources/formatting/styles';

const english = locatorTermsOf('', localeNamed('en-US'));

const apart = (rest: string, terms = english): string => {
  const { locator, suffix } = takeFollowingApart(rest, terms);
  return `${locator ? `${locator.label} ${locator.value}` : '-'} | ${suffix ?? ''}`;
};

describe('takeFollowingApart', () => {
  const cases: readonly (readonly [rest: string, expected: string])[] = [
    ['', '- | '],
    [', p. 20', 'page 20 | '],
    [' p. 20', 'page 20 | '],
    [', 20', 'page 20 | '],
    [', pp. 20-25, 31', 'page 20-25, 31 | '],
    [', pp. 105--107 and passim', 'page 105-107 |  and passim'],
    [', p. 20, and passim', 'page 20 | , and passim'],
    [', p. xii', 'page xii | '],
    [', xii', '- | , xii'],
    [', preface', '- | , preface'],
    [' and passim', '- |  and passim'],
    ['passim', '- | , passim'],
    [', chap. 3', 'chapter 3 | '],
    [', Chapters 3, 4', 'chapter 3, 4 | '],
    [', ch. 3', '- | , ch. 3'],
    [', § 5', 'section 5 | '],
    [', secs. 4.1.2, 5(a)(ii)', 'section 4.1.2, 5(a)(ii) | '],
    [', vol. 2, p. 5', 'volume 2 | , p. 5'],
    [', p. 12, n. 4', 'page 12 | , n. 4'],
    [', p. 33 ff.', 'page 33 |  ff.'],
    [', {p. a, b}', 'page a, b | '],
    [', {pp. iv, (xv)-(xvii)} with words', 'page iv, (xv)–(xvii) |  with words'],
    ['{p. 5, and more}, and words', 'page 5, and more | , and words'],
    [', {}, 99 years later', '- | , 99 years later'],
    [', {p. 5', '- | , {p. 5'],
    [', pages', '- | , pages'],
    [', partly 5', '- | , partly 5'],
    [', p.\u00a020', 'page 20 | '],
    [',\np. 20', 'page 20 | '],
  ];
  for (const [rest, expected] of cases)
    it(`takes “${rest}” apart`, () => {
      assert.equal(apart(rest), expected);
    });

  it('knows the words of other languages', () => {
    const german = locatorTermsOf('', localeNamed('de-DE'));
    assert.equal(apart(', S. 20', german), 'page 20 | ');
    assert.equal(apart(', S. 20', english), '- | , S. 20');
  });

  it('knows the words that a style has in place of them', () => {
    const style = '<locale><terms><term name="section" form="short">s</term></terms></locale>';
    assert.equal(apart(', s 5', locatorTermsOf(style, localeNamed('en-US'))), 'section 5 | ');
  });

  it('takes time that grows with the length', () => {
    const long = `, ${'{'.repeat(20_000)}${'p. '.repeat(20_000)}`;
    assert.equal(apart(long).startsWith('- | '), true);
  });
});

describe('ibidOf', () => {
  it('is the word of the language, or of the style', () => {
    assert.equal(ibidOf('', localeNamed('en-US')), 'ibid.');
    assert.equal(ibidOf('', localeNamed('de-DE')), 'ebd.');
    assert.equal(ibidOf('<term name="ibid">idem</term>', localeNamed('en-US')), 'idem');
    assert.equal(ibidOf('', ''), 'ibid.');
  });
});
