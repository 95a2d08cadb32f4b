/** Where a new note goes, and what it is called. */

import assert from 'node:assert/strict';
import { existingNote, insertDefinition, nextLabel } from '../../../server/src/features/noteInsertion';
import { readReport } from '../../../server/src/markdown/report';
import { applyEdits } from '../../../server/src/text/edit';

const inserted = (text: string) => applyEdits(text, [insertDefinition(readReport(text), '[^9]: New.')]);

describe('insertDefinition', () => {
  const cases: [name: string, before: string, after: string][] = [
    ['an empty report', '', '[^9]: New.\n'],
    ['a text without a line end', 'Text.', 'Text.\n\n[^9]: New.\n'],
    ['a text with one', 'Text.\n', 'Text.\n\n[^9]: New.\n'],
    ['a text with a blank line', 'Text.\n\n', 'Text.\n\n[^9]: New.\n'],
    ['a blank line of spaces', 'Text.\n  \n', 'Text.\n  \n[^9]: New.\n'],
    ['Windows line ends', 'Text.\r\n', 'Text.\r\n\r\n[^9]: New.\r\n'],
    ['Windows line ends and a blank line', 'Text.\r\n\r\n', 'Text.\r\n\r\n[^9]: New.\r\n'],
    ['one note', 'T.[^1]\n\n[^1]: One.\n', 'T.[^1]\n\n[^1]: One.\n\n[^9]: New.\n'],
    ['notes with blank lines', '[^1]: One.\n\n[^2]: Two.\n', '[^1]: One.\n\n[^2]: Two.\n\n[^9]: New.\n'],
    ['notes without', '[^1]: One.\n[^2]: Two.\n', '[^1]: One.\n[^2]: Two.\n[^9]: New.\n'],
    ['text behind the notes', '[^1]: One.\n\nThe end.\n', '[^1]: One.\n\n[^9]: New.\n\nThe end.\n'],
    ['a note of two paragraphs', '[^1]: One.\n\n    More.\n', '[^1]: One.\n\n    More.\n\n[^9]: New.\n'],
    ['an empty note', '[^1]:\n', '[^1]:\n\n[^9]: New.\n'],
    ['a note at the very end', '[^1]: One.', '[^1]: One.\n\n[^9]: New.'],
  ];
  for (const [name, before, after] of cases) it(name, () => assert.equal(inserted(before), after));

  it('gives a note that the report then has', () => {
    for (const [, before] of cases) {
      const { definitions } = readReport(inserted(before)).layout;
      assert.equal(definitions.at(-1)?.label, '9', JSON.stringify(before));
    }
  });
});

describe('nextLabel', () => {
  const next = (text: string) => nextLabel(readReport(text));
  it('is the number after the highest, of references and definitions', () => {
    assert.equal(next(''), '1');
    assert.equal(next('A.[^3] B.[^12]\n\n[^7]: Seven.\n'), '13');
    assert.equal(next('A.[^letter] B.[^0007x]\n'), '1');
    assert.equal(next(`A.[^${'9'.repeat(50)}]\n`), '1');
  });
});

describe('existingNote', () => {
  const labelOf = (comment: string) =>
    existingNote(readReport(`A.[^1]\n\n[^1]: A note. <!-- ${comment} -->\n`), 'doe-2020')?.label;
  it('is the note that cites the source and nothing else, without a page', () => {
    assert.equal(labelOf('@doe-2020'), '1');
    assert.equal(labelOf('@doe-2020, 18'), undefined);
    assert.equal(labelOf('@doe-2020; @roe-2019'), undefined);
    assert.equal(labelOf('@roe-2019'), undefined);
    assert.equal(labelOf('see doe-2020'), undefined);
  });
});
