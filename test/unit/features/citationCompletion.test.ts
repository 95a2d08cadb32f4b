/** What is offered while something is being cited, and what becomes of it. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import type { WorksOfReference } from '../../../server/src/analysis/works';
import { insertCitation, type NoteLabels } from '../../../server/src/features/citing/noteInsertion';
import { completeAt } from '../../../server/src/features/completion';
import { makeSourceSearch } from '../../../server/src/sources/searching/search';
import { applyEdits } from '../../../server/src/text/edit';
import { sliceOf } from '../../../server/src/text/span';
import { worksOf } from '../../support/works';

const works = worksOf(
  'version: 1\n',
  `
- { id: doe-2020, type: book, title: A Short History of Letters, author: [{ family: Doe, given: Jane }], issued: 2020 }
- { id: roe-2019, type: book, title: Names of Rivers, author: [{ family: Roe, given: Richard }], issued: 2019 }
- { id: mik-2018, type: book, title: Roads, author: [{ family: Mikhaylov, given: Pyotr }], issued: 2018 }
- { id: "moe.", type: book, title: Bridges, author: [{ family: Moe, given: Max }], issued: 2012 }
`,
);
const pandoc: WorksOfReference = { ...works, citations: 'pandoc' };
const search = makeSourceSearch(works.library);

/** What is offered at “|”. */
function at(marked: string, by = works, labels: NoteLabels = 'number') {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const analysis = analyze(text, by);
  const policy = { labels };
  return { text, analysis, policy, found: completeAt(analysis, offset, { search, policy }) };
}

const labels = (marked: string, by = works) => at(marked, by).found?.items.map(({ label }) => label);

/** The report after the first suggestion was chosen. */
function chosen(marked: string, by = works, named: NoteLabels = 'number'): string {
  const { text, analysis, policy, found } = at(marked, by, named);
  const [first] = found?.items ?? [];
  assert.ok(found && first, `Nothing is offered at ${marked}`);
  if (first.kind !== 'source' || first.note === 'none')
    return applyEdits(text, [{ span: found.span, newText: first.newText }]);
  const made = insertCitation(analysis, found.at ?? found.span, first.cited, policy);
  assert.ok('edits' in made);
  return applyEdits(text, made.edits);
}

const DOE = 'Jane Doe, *A Short History of Letters*, 2020.';

describe('completion of citations', () => {
  it('is asked only where something is cited', () => {
    for (const text of [
      'He wrote|',
      'He wrote [here|',
      'He wrote [here](a@b|',
      'mail@doe|',
      '[mail@doe|',
      '@doe|',
      'He wrote.[^1]| More',
      '<!-- @doe| -->',
      '<!-- [^doe| -->',
      '<!-- Later:\n[@doe| -->\n',
      'A.[^1]\n\n[^1]: Doe. <!-- @doe-2020; [^doe| -->\n',
      'A.[^do]\n\n[^do|]: Doe.\n',
    ])
      assert.equal(labels(text), undefined, text);
    for (const text of ['He wrote @|', '“@doe|', '(-@doe|'])
      assert.ok((labels(text, pandoc)?.length ?? 0) > 0, text);
    for (const text of ['me@doe|', 'a@|', '@doe wrote|']) assert.equal(labels(text, pandoc), undefined, text);
  });

  it('puts what the report cites first', () => {
    const note = `\n\n[^1]: Richard Roe, *Names of Rivers*, 2019. <!-- @roe-2019 -->\n`;
    assert.equal(labels('He wrote.[^|')?.[0], 'Doe 2020');
    assert.equal(labels(`He wrote.[^|] She wrote.[^1]${note}`)?.[0], 'Roe 2019');
    assert.equal(labels(`He wrote.[^20|] She wrote.[^1]${note}`)?.[0], 'Roe 2019');
    assert.equal(labels(`He wrote.[^doe|] She wrote.[^1]${note}`)?.[0], 'Doe 2020');
  });

  it('cites a page', () => {
    assert.equal(
      chosen('He wrote.[^mikhailov, p. 20|]\n'),
      'He wrote.[^1]\n\n[^1]: Pyotr Mikhaylov, *Roads*, 2018, 20. <!-- @mik-2018, p. 20 -->\n',
    );
    assert.equal(
      chosen('He wrote.[@mik-2018, 20|\n'),
      'He wrote.[^1]\n\n[^1]: Pyotr Mikhaylov, *Roads*, 2018, 20. <!-- @mik-2018, 20 -->\n',
    );
  });

  it('takes the page behind the caret along', () => {
    assert.match(chosen('He wrote.[^mik|, 20]\n'), /<!-- @mik-2018, 20 -->/);
    assert.match(chosen('He wrote.[@mik|, 20; @doe-2020]\n'), /<!-- @mik-2018, 20; @doe-2020 -->/);
  });

  it('replaces the whole label or key in which the caret stands', () => {
    const doe = `[^1]: ${DOE} <!-- @doe-2020 -->\n`;
    assert.equal(chosen('He wrote.[^doe|x]\n'), `He wrote.[^1]\n\n${doe}`);
    assert.equal(chosen('He wrote.[^Doe| 2020] More.\n'), `He wrote.[^1] More.\n\n${doe}`);
    assert.equal(chosen('He [or so[^do|e]] wrote.\n'), `He [or so[^1]] wrote.\n\n${doe}`);
    assert.match(chosen('He wrote.[^mik|hail, 20]\n'), /^He wrote\.\[\^1\]\n\n.*<!-- @mik-2018, 20 -->\n$/);
    assert.equal(chosen('He wrote [see @lett|ers, p. 20].\n', pandoc), 'He wrote [see @doe-2020, p. 20].\n');
    assert.equal(chosen('He wrote [@{moe|.}, p. 20].\n', pandoc), 'He wrote [@{moe.}, p. 20].\n');
    assert.equal(chosen('As @roe|-2018 says\n', pandoc), 'As @roe-2019 says\n');
    assert.equal(chosen('As @roe|. He\n', pandoc), 'As @roe-2019. He\n');
  });

  it('keeps all that is said of the place', () => {
    assert.match(
      chosen('He wrote.[^doe, para. 5 and passim|]\n'),
      /Letters\*, 2020, para\. 5 and passim\. <!-- @doe-2020, para\. 5 and passim -->/,
    );
    assert.match(chosen('He wrote.[^doe, {p. 5; 6}|]\n'), /<!-- @doe-2020, \{p\. 5; 6\} -->/);
    assert.match(chosen('He wrote.[^doe, {p. 5; 6|\n'), /<!-- @doe-2020, \{p\. 5; 6\} -->/);
    assert.match(chosen('He wrote.[^doe, {p. 5; 6|}]\n'), /^He wrote\.\[\^1\]\n.*\n.*\{p\. 5; 6\} -->/);
    assert.equal(
      chosen('He wrote [@lett, {p. 5; 6|}; @roe-2019].\n', pandoc),
      'He wrote [@doe-2020, {p. 5; 6}; @roe-2019].\n',
    );
  });

  it('goes on with a source of which only words are known', () => {
    assert.match(chosen('He wrote.[@doe-2020, 5; mikh|]\n'), /<!-- @doe-2020, 5; @mik-2018 -->/);
    assert.equal(
      chosen('He wrote [@doe-2020; see mikh|].\n', pandoc),
      'He wrote [@doe-2020; see @mik-2018].\n',
    );
  });

  it('cites several sources in one note', () => {
    assert.match(
      chosen('He wrote.[^see also @roe-2019, 3; letters|]\n'),
      /^He wrote\.\[\^1\]\n\n.* <!-- See also @roe-2019, 3; @doe-2020 -->\n$/,
    );
    assert.match(chosen('He wrote.[^rivers, 3; letters|]\n'), /<!-- @roe-2019, 3; @doe-2020 -->/);
    assert.match(chosen('He wrote.[see @roe-2019; @d|]\n'), /<!-- See @roe-2019; @doe-2020 -->/);
    assert.equal(labels('He wrote.[^rivers; letters|]\n')?.[0], 'Roe 2019; Doe 2020');
  });

  it('refers again to a note that cites the same page, and only to that', () => {
    const note = '\n\n[^7]: Jane Doe, *A Short History of Letters*, 2020, 20. <!-- @doe-2020, p. 20 -->\n';
    assert.equal(chosen(`One.[^7] Two.[^letters, 20|]${note}`), `One.[^7] Two.[^7]${note}`);
    assert.match(
      chosen(`One.[^7] Two.[^letters, 21|]${note}`),
      /Two\.\[\^8\][\s\S]*\[\^8\]: Ibid\., 21\. <!-- @doe-2020, 21 -->/,
    );
  });

  it('calls notes by their source', () => {
    assert.equal(
      chosen('He wrote.[^letters|]\n', works, 'key'),
      `He wrote.[^doe-2020]\n\n[^doe-2020]: ${DOE} <!-- @doe-2020 -->\n`,
    );
  });

  it('offers notes by their labels, those of a number first', () => {
    const notes = '\n\n[^2]: Two.\n\n[^20]: Twenty.\n\n[^re]: Re.\n';
    assert.deepEqual(labels(`A.[^2] B.[^20] C.[^re] D.[^2|]${notes}`)?.slice(0, 2), ['[^2]', '[^20]']);
    assert.equal(labels(`A.[^2] B.[^20] C.[^re] D.[^re|]${notes}`)?.at(-1), '[^re]');
  });

  it('fills an empty note, and adds to a generated one', () => {
    assert.equal(
      chosen('A.[^1]\n\n[^1]: [@let|]\n\nThe end.\n'),
      `A.[^1]\n\n[^1]: ${DOE} <!-- @doe-2020 -->\n\nThe end.\n`,
    );
    assert.equal(
      chosen(`A.[^1]\n\n[^1]: ${DOE} [^rivers, 4|] <!-- @doe-2020 -->\n`),
      'A.[^1]\n\n[^1]: Jane Doe, *A Short History of Letters*, 2020; Richard Roe, *Names of Rivers*, 2019, 4. <!-- @doe-2020; @roe-2019, 4 -->\n',
    );
  });

  it('writes a key into the comment of a note', () => {
    assert.equal(
      chosen(`A.[^1]\n\n[^1]: ${DOE} <!-- @doe-2020, 4; @riv| -->\n`),
      `A.[^1]\n\n[^1]: ${DOE} <!-- @doe-2020, 4; @roe-2019 -->\n`,
    );
  });

  it('writes keys for Pandoc', () => {
    assert.equal(chosen('He wrote [@lett|].\n', pandoc), 'He wrote [@doe-2020].\n');
    assert.equal(chosen('He wrote [@lett, p. 20|].\n', pandoc), 'He wrote [@doe-2020, p. 20].\n');
    assert.equal(chosen('He wrote [@lett|, p. 20].\n', pandoc), 'He wrote [@doe-2020, p. 20].\n');
    assert.equal(
      chosen('He wrote [see @roe-2019, p. 3; -@lett|].\n', pandoc),
      'He wrote [see @roe-2019, p. 3; -@doe-2020].\n',
    );
    assert.equal(
      chosen('He wrote [^see rivers, 3; letters|].\n', pandoc),
      'He wrote [see @roe-2019, 3; @doe-2020].\n',
    );
    assert.equal(chosen('As @lett| says\n', pandoc), 'As @doe-2020 says\n');
    assert.equal(chosen('As @bridges| says\n', pandoc), 'As @{moe.} says\n');
    assert.equal(chosen('A.[^n]\n\n[^n]: See [@lett|].\n', pandoc), 'A.[^n]\n\n[^n]: See [@doe-2020].\n');
    assert.ok(labels('A.[^note] B.[^no|]\n\n[^note]: A note.\n', pandoc)?.includes('[^note]'));
  });

  it('replaces what stands on one line, around the caret', () => {
    for (const marked of [
      'He wrote.[^lett|',
      'He wrote.[^lett|]',
      'He wrote [of it.[^lett| more text] and [more]',
      'He wrote.[^lett| more text and [more]',
      'He wrote.[see @doe-2020; @riv|, 4] and [more]',
      'A.[^1]\n\n[^1]: [@lett|]\nmore\n',
      `A.[^1]\n\n[^1]: ${DOE} [@lett|]\n    <!-- @doe-2020 -->\n`,
    ]) {
      const { text, found } = at(marked);
      const offset = marked.indexOf('|');
      assert.ok(found);
      assert.ok(found.span.start <= offset && offset <= found.span.end);
      assert.doesNotMatch(sliceOf(text, found.span), /\n/);
      assert.ok(!sliceOf(text, found.span).includes('more'), sliceOf(text, found.span));
    }
  });
});
