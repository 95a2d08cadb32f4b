/** What a `.csl` file turns out to be, however bad it is. */

import assert from 'node:assert/strict';
import { readStyle } from '../../../server/src/sources/formatting/cslStyle';
import { styleNamed, styleNames } from '../../../server/src/sources/formatting/styles';

const style = (inner: string) =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text">${inner}</style>`;
const CITATION = '<citation><layout><text variable="title"/></layout></citation>';
const problemOf = (text: string) => {
  const read = readStyle(text);
  return 'problem' in read ? read.problem : Object.keys(read).join();
};

describe('readStyle', () => {
  for (const name of styleNames())
    it(`takes ${name}`, () => {
      const bundled = styleNamed(name);
      const read = readStyle(bundled?.xml() ?? '');
      assert.ok('style' in read, problemOf(bundled?.xml() ?? ''));
      assert.equal(read.style.isNoteStyle, bundled?.isNoteStyle);
    });

  const bad: [text: string, problem: string][] = [
    ['', 'it is not well-formed XML (it has no elements)'],
    ['not a style', 'it is not well-formed XML (line 1: there is text outside of all elements)'],
    ['{"a": 1}', 'it is not well-formed XML (line 1: there is text outside of all elements)'],
    ['<html><p></html>', 'it is not well-formed XML (line 1: “<p>” ends with “</html>”)'],
    ['<style>\n<citation>', 'it is not well-formed XML (line 2: “<citation>” has no end)'],
    ['</style>', 'it is not well-formed XML (line 1: “</style>” ends nothing)'],
    ['<style/><style/>', 'it is not well-formed XML (line 1: there is a second outermost element)'],
    ['<style a=b/>', 'it is not well-formed XML (line 1: what begins with “<” here is no element)'],
    [
      '<!DOCTYPE x [<!ENTITY a "b">]><style/>',
      'it is not well-formed XML (line 1: what begins with “<” here is no element)',
    ],
    ['<style/>', 'it is not CSL; CSL begins with <style xmlns="http://purl.org/net/xbiblio/csl" …>'],
    [
      '<locale xmlns="http://purl.org/net/xbiblio/csl"/>',
      'it is not CSL; CSL begins with <style xmlns="http://purl.org/net/xbiblio/csl" …>',
    ],
    [style('<citation/>'), 'it has no <citation> with a <layout>, so it says nothing of how to cite'],
    [
      style(`${CITATION}<macro name="a"><text macro="b"/></macro>`),
      'it uses a macro “b” that it does not define',
    ],
    [
      style(`<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>${CITATION}`),
      'its macro “a” uses itself',
    ],
    [style(`${CITATION}<macro name="a"><foo/></macro>`), 'it has an element “<foo>” that CSL does not know'],
    ['<a>'.repeat(100_000), 'it is not well-formed XML (line 1: its elements lie too deep in one another)'],
    [style(CITATION) + ' '.repeat(2_000_000), 'it is longer than 2 MB, and no citation style is'],
  ];
  for (const [text, problem] of bad)
    it(`says what is wrong with ${text.slice(0, 60).replaceAll('\n', ' ')}`, () =>
      assert.equal(problemOf(text), problem));

  it('does not mind long chains of macros', () => {
    const macros = Array.from(
      { length: 20_000 },
      (_, k) => `<macro name="m${k}"><text macro="m${k + 1}"/></macro>`,
    );
    assert.equal(
      problemOf(style(`${macros.join('')}<macro name="m20000"/>${CITATION}`)),
      'its macro “m0” uses itself',
    );
  });

  it('knows a style that depends on another', () => {
    const link = '<link rel="independent-parent" href="http://www.zotero.org/styles/nature"/>';
    assert.deepEqual(readStyle(style(`<info>${link}</info>`)), { parent: 'nature' });
  });
});
