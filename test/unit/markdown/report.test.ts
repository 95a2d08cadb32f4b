/** A report as zones, notes and citations: what documents of feature tests cannot show. */

import assert from 'node:assert/strict';
import { readReport, zoneAt } from '../../../server/src/markdown/report';

const citationsIn = (text: string) =>
  readReport(text).citations.map(({ start, end, key, locator }) => [text.slice(start, end), key, locator]);

describe('readReport', () => {
  it('tiles the text with zones, whatever it holds', () => {
    const texts = [
      '',
      '\r',
      '\u0000',
      '\ud800 x \udfff',
      '---\na: b\n---\n',
      '---\nnever closed',
      '> “a\n\n[^1]: *b*',
      '[^',
      '```\nx',
      'a\rb\r\rc',
    ];
    for (const text of texts) {
      let at = 0;
      for (const { start, end } of readReport(text).layout.zones) {
        assert.equal(start, at, JSON.stringify(text));
        assert.ok(end > start);
        at = end;
      }
      assert.equal(at, text.length, JSON.stringify(text));
    }
  });

  it('takes every kind of line end for one', () => {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const text = ['# Head', '', 'Text[^1] `code`', '', '[^1]: Note.', ''].join(lineEnd);
      const report = readReport(text);
      const kindAt = (words: string) => zoneAt(report, text.indexOf(words) + 1)?.kind;
      assert.deepEqual(
        [kindAt('Head'), kindAt('Text'), kindAt('code'), kindAt('Note')],
        ['heading', 'prose', 'code', 'note'],
      );
      const { references, definitions } = report.layout;
      assert.deepEqual([references[0]?.label, definitions[0]?.label], ['1', '1']);
    }
  });

  it('reads the date of the front matter', () => {
    const dateOf = (line: string) => readReport(`---\ntitle: x\n${line}\n---\n\ndate: 1999\n`).date;
    assert.equal(dateOf('date: 2022-12-31'), '2022-12-31');
    assert.equal(dateOf('date: "2022-12"'), '2022-12');
    assert.equal(dateOf('date: 2022'), '2022');
    assert.equal(dateOf('dates: 2022'), undefined);
    assert.equal(readReport('date: 2022\n').date, undefined);
  });

  it('reads citations with their locators', () => {
    assert.deepEqual(citationsIn('A [@doe-2020, p. 18; see @roe-2019] b [-@x:1].'), [
      ['doe-2020', 'doe-2020', 'p. 18'],
      ['roe-2019', 'roe-2019', undefined],
      ['x:1', 'x:1', undefined],
    ]);
    assert.deepEqual(citationsIn('A [@{https://a.org/b}].'), [
      ['https://a.org/b', 'https://a.org/b', undefined],
    ]);
  });

  it('reads the citation of a generated note, in a note and nowhere else', () => {
    assert.deepEqual(citationsIn('A.[^1]\n\n[^1]: B. <!-- @doe-2020, 18 -->\n'), [
      ['doe-2020', 'doe-2020', '18'],
    ]);
    assert.deepEqual(citationsIn('A. <!-- @doe-2020, 18 -->\n'), []);
    assert.equal(readReport('A.[^1]\n\n[^1]: B. <!-- see @doe -->\n').generated.length, 0);
  });

  it('has no citations in code and addresses', () => {
    assert.deepEqual(citationsIn('`[@a]` <a@b.org> a@b.org\n\n    [@c]\n'), []);
  });
});
