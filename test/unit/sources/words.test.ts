/** The small readers and writers around a citation: locators, labels, notes' text, nearest words. */

import assert from 'node:assert/strict';
import { parseLocator } from '../../../server/src/sources/formatting/locator';
import { noteToMarkdown, noteToPlain } from '../../../server/src/sources/formatting/noteText';
import { sourceLabel } from '../../../server/src/sources/label';
import { nearest } from '../../../server/src/text/nearest';

describe('parseLocator', () => {
  const cases: [written: string, label: string, value: string][] = [
    ['20', 'page', '20'],
    ['p. 20', 'page', '20'],
    ['pp. 3–5', 'page', '3-5'],
    ['pages 3 — 5', 'page', '3-5'],
    ['p20', 'page', '20'],
    ['xii', 'page', 'xii'],
    ['§ 4', 'section', '4'],
    ['§§4–6', 'section', '4-6'],
    ['ch. 2', 'chapter', '2'],
    ['Chapter 2', 'chapter', '2'],
    ['para. 12', 'paragraph', '12'],
    ['vol. 3', 'volume', '3'],
    ['n. 4', 'note', '4'],
    ['Annex II', 'page', 'Annex II'],
    ['p.', 'page', 'p.'],
    ['стр. 5', 'page', '5'],
    ['сс. 5–7', 'page', '5-7'],
    ['S. 12', 'page', '12'],
    ['S/2021/486', 'page', 'S/2021/486'],
    ['гл. 3', 'chapter', '3'],
    ['Bd. 2', 'volume', '2'],
    ['вып. 4', 'issue', '4'],
    ['п. 15', 'paragraph', '15'],
  ];
  for (const [written, label, value] of cases)
    it(written, () => assert.deepEqual(parseLocator(written), { label, value }));

  it('gives nothing for a blank text', () => assert.equal(parseLocator(' \n'), undefined));
});

describe('sourceLabel', () => {
  const issued = { 'date-parts': [[2021, 6]] };
  const label = (rest: object) => sourceLabel({ id: 'key', type: 'report', ...rest });
  it('names authors and year', () => {
    assert.equal(
      label({ author: [{ literal: 'United Nations Security Council' }], issued }),
      'UN Security Council 2021',
    );
    assert.equal(
      label({ author: [{ family: 'Beek', 'non-dropping-particle': 'van' }], issued }),
      'van Beek 2021',
    );
    assert.equal(label({ author: [{ family: 'A' }, { family: 'B' }], issued }), 'A and B 2021');
    assert.equal(label({ author: [{ family: 'A' }, { family: 'B' }, { family: 'C' }] }), 'A et al.');
  });
  it('else the title, else the key', () => {
    assert.equal(
      label({ title: 'A <i>Short</i> Title', issued: { raw: 'June 1, 2021' } }),
      'A Short Title 2021',
    );
    assert.equal(label({ title: `${'word '.repeat(20)}` }), 'word word word word word word word word…');
    assert.equal(label({}), 'key');
  });
});

describe('noteToMarkdown', () => {
  const italic = (text: string) => `\u0001${text}\u0002`;
  const cases: [what: string, marked: string, markdown: string][] = [
    ['emphasis', `A, ${italic('B')}, C`, 'A, *B*, C'],
    ['spaces outside emphasis', `A${italic(' B ')}C`, 'A *B* C'],
    ['emphasis within emphasis', italic('War in \u0003Foo\u0004 again'), '*War in* Foo *again*'],
    ['emphases that meet', `${italic('A')}${italic('B')}`, '*AB*'],
    ['emphasis that Markdown could not close', `${italic('A!')}s`, 'A!s'],
    ['nothing emphasised', `A${italic(' ')}B`, 'A B'],
    ['asterisks and backticks', '* `x`', '\\* \\`x\\`'],
    ['underscores at the ends of words', '_a_ b_c', '\\_a\\_ b_c'],
    [
      'a URL as it is',
      'see https://e.org/a_b_/_c_~~d?x=1&amp;y.',
      'see https://e.org/a_b_/_c_~~d?x=1&amp;y.',
    ],
    ['asterisks within a URL', 'https://e.org/*x*', 'https://e.org/%2Ax%2A'],
    ['a backslash', 'a\\b \\* c\\', 'a\\b \\\\\\* c\\\\'],
    ['what would begin a list, a heading or a quotation', '- a', '\\- a'],
    ['a heading', '# a', '\\# a'],
    ['a number', '12. a', '12\\. a'],
    ['a definition', '[a]: b', '\\[a]: b'],
    ['brackets', 'a [b] (c)', 'a [b] (c)'],
    ['a link by reference', 'a [b][c]', 'a [b]\\[c]'],
    ['a citation', 'a [@b]', 'a \\[@b]'],
  ];
  for (const [what, marked, markdown] of cases)
    it(`writes ${what}`, () => {
      assert.equal(noteToMarkdown(marked), markdown);
      assert.equal(noteToPlain(markdown).replaceAll('%2A', '*'), marked.replace(/[\u0001-\u0004]/g, ''));
    });
});

describe('nearest', () => {
  it('forgives letters left out, doubled, wrong or swapped', () => {
    for (const typo of ['reprot', 'repport', 'repor', 'raport', 'REPORT'])
      assert.equal(nearest(typo, ['book', 'report', 'review'], 1)[0], 'report');
  });
});
