/** Removing an unused note: with its lines, and with one of the blank lines around it, whatever the line ends. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import { applyEdits } from '../../../server/src/text/edit';
import { worksOf } from '../../support/works';

const works = worksOf('version: 1\n');

function withoutUnused(text: string): string {
  const [finding] = analyze(text, works).findings.filter(({ code }) => code === 'note/unused');
  assert.ok(finding, 'No note is unused.');
  const [fix] = finding.fixes;
  assert.equal(fix?.preferred, false, 'What an author wrote is not removed without asking.');
  return applyEdits(text, fix?.edits ?? []);
}

describe('note/unused: removing the note', () => {
  const cases: [name: string, before: string, after: string][] = [
    [
      'between others',
      'A.[^1][^3]\n\n[^1]: One.\n\n[^2]: Two.\n\n[^3]: Three.\n',
      'A.[^1][^3]\n\n[^1]: One.\n\n[^3]: Three.\n',
    ],
    [
      'between others without blank lines',
      'A.[^1][^3]\n\n[^1]: One.\n[^2]: Two.\n[^3]: Three.\n',
      'A.[^1][^3]\n\n[^1]: One.\n[^3]: Three.\n',
    ],
    ['the last one', 'A.[^1]\n\n[^1]: One.\n\n[^2]: Two.\n', 'A.[^1]\n\n[^1]: One.\n'],
    ['the only one', 'A.\n\n[^2]: Two.\n', 'A.\n'],
    ['with all its paragraphs', 'A.\n\n[^2]: Two.\n\n    More.\n\nB.\n', 'A.\n\nB.\n'],
    [
      'below another without a blank line, before a paragraph',
      'A.[^1]\n\n[^1]: One.\n[^2]: Two.\n\nB.\n',
      'A.[^1]\n\n[^1]: One.\n\nB.\n',
    ],
    ['right below a paragraph', 'A.\n[^2]: Two.\n\nB.\n', 'A.\n\nB.\n'],
    ['alone in a block quotation', 'A.\n\n> [^2]: Two.\n\nB.\n', 'A.\n\nB.\n'],
    ['last in a block quotation', '> q\n>\n> [^2]: Two.\n\nB.\n', '> q\n\nB.\n'],
    ['first in a block quotation', 'A.\n\n> [^2]: Two.\n>\n> q\n', 'A.\n\n> q\n'],
    ['within a block quotation', '> q\n>\n> [^2]: Two.\n> lazily\n>\n> r\n', '> q\n>\n> r\n'],
    ['within a point of a list', '- x\n  [^2]: Two\n  of it\n- y\n', '- x\n- y\n'],
    ['as a point of a list', '- x\n- [^2]: Two.\n- y\n', '- x\n- y\n'],
    ['as a numbered point', '1. [^2]: Two.\n2. z\n', '1.\n2. z\n'],
    ['as the last numbered point', '1. x\n2. [^2]: Two.\n', '1. x\n'],
    ['at the beginning of a point', '- [^2]: Two.\n\n  More.\n', '- More.\n'],
    [
      'within a list in a block quotation',
      '> - x\n>\n>   [^2]: Two.\n>\n>       More.\n>\n> B.\n',
      '> - x\n>\n> B.\n',
    ],
    ['between two lists', '- x\n\n[^2]: Two.\n\n- y\n', '- x\n\n<!-- -->\n\n- y\n'],
    ['between a list and what is indented', '- x\n\n[^2]: Two.\n\n  B.\n', '- x\n\n<!-- -->\n\n  B.\n'],
    ['before a line that would make a heading', 'A.\n[^2]: Two.\n---\n', 'A.\n\n---\n'],
    ['at the very end', 'A.\n\n[^2]: Two.', 'A.\n'],
  ];
  for (const [name, before, after] of cases) {
    it(name, () => assert.equal(withoutUnused(before), after));
    it(`${name}, with Windows line ends`, () =>
      assert.equal(withoutUnused(before.replaceAll('\n', '\r\n')), after.replaceAll('\n', '\r\n')));
  }
});
