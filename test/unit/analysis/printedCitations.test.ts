/** Tests what is said to be printed where citations stay as keys; test/pandoc compares the same with Pandoc itself. */

import assert from 'node:assert/strict';
import { inlineNotes, printedPage } from '../../../server/src/analysis/notes/printedCitations';
import { readReport } from '../../../server/src/markdown/report';
import { makeFormatter } from '../../../server/src/sources/formatting/format';
import { DEFAULT_STYLE, styleOrDefault } from '../../../server/src/sources/formatting/styles';
import { worksOf } from '../../support/works';

const LIBRARY = `
references:
  - { id: doe, type: book, title: Letters, author: [{ family: Doe, given: Jane }], issued: 2020 }
  - { id: roe, type: book, title: Rivers, author: [{ family: Roe, given: Richard }], issued: 2019 }
`;

const works = {
  ...worksOf('', LIBRARY),
  formatter: makeFormatter({ style: styleOrDefault(DEFAULT_STYLE), forPandoc: true }),
  citations: 'pandoc' as const,
};

const page = (text: string) => printedPage(readReport(text), works);
const notes = (text: string): string[] =>
  page(text).notes.map(({ number, text: note }) => `${number} ${note}`);

describe('printedPage', () => {
  it('prints a note anew for each reference to it', () => {
    assert.deepEqual(notes('A.[^x] B [@roe]. C.[^x]\n\n[^x]: See [@doe, p. 3].'), [
      '1 See (Jane Doe, *Letters*, 2020, 3).',
      '2 Richard Roe, *Rivers*, 2019.',
      '3 See (Doe, *Letters*, 3).',
    ]);
  });

  it('leaves out what nothing refers to, and what is referred to from within a note alone', () => {
    assert.deepEqual(notes('A.[^x]\n\n[^x]: So.[^y]\n[^y]: [@doe]\n[^z]: [@roe]'), ['1 So.[^y]']);
  });

  it('takes the first of two definitions', () => {
    assert.deepEqual(notes('A.[^x]\n\n[^x]: One.\n\n[^X]: [@doe]'), ['1 One.']);
  });

  it('ends Ibid. at a note without a source', () => {
    assert.deepEqual(notes('A [@doe]. B.[^x] C [@doe].\n\n[^x]: So.'), [
      '1 Jane Doe, *Letters*, 2020.',
      '2 So.',
      '3 Doe, *Letters*.',
    ]);
  });

  it('prints unknown keys with a question mark, alone and among others', () => {
    assert.deepEqual(notes('A [see @no, p. 3; @doe]. B [@doe; @no]. C [-@no]. D @no.'), [
      '1 See no?; Jane Doe, *Letters*, 2020.',
      '2 Ibid.; no?',
      '3 No?',
      '4 No?',
    ]);
  });

  it('reads a citation over several lines of a block quotation', () => {
    assert.deepEqual(notes('> A [@doe,\n> p. 3 and\n> passim].'), [
      '1 Jane Doe, *Letters*, 2020, 3 and passim.',
    ]);
  });

  it('says nothing of citations in code, comments and links', () => {
    assert.deepEqual(notes('`[@doe]` <!-- @doe --> <!-- [@roe] -->\n\n    [@doe]\n\nme@doe.org \\@doe'), []);
  });

  it('is the same page for the same report', () => {
    const report = readReport('A [@doe].');
    assert.equal(printedPage(report, works), printedPage(report, works));
  });

  it('says why a source cannot be formatted', () => {
    const empty = { ...works, library: worksOf('', 'references:\n  - { id: doe, type: book }').library };
    const [citation] = printedPage(readReport('A [@doe].'), empty).citations;
    assert.match(citation!.problem!, /prints nothing useful/);
  });
});

describe('inlineNotes', () => {
  const found = (text: string) =>
    inlineNotes(readReport(text)).map(({ start, end }) => text.slice(start, end));

  it('finds them with brackets within, and over the ends of lines', () => {
    assert.deepEqual(found('A^[See [@doe, p. [3]]\nand so on.] B^[x]'), [
      '^[See [@doe, p. [3]]\nand so on.]',
      '^[x]',
    ]);
  });

  it('finds none in code, none that is escaped, and none that does not end in its paragraph', () => {
    assert.deepEqual(found('`^[x]` \\^[x] <!-- ^[x] -->\n\n    ^[x]\n\nA^[x\n\ny]'), []);
  });
});
