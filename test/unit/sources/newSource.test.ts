/** Adding a source to a file changes nothing else in it, whatever its format and layout. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addSource } from '../../../server/src/sources/adding/newSource';
import { readSourceFile } from '../../../server/src/sources/reading/read';
import type { CslItem } from '../../../server/src/sources/source';
import { applyEdits } from '../../../server/src/text/edit';

const ITEM: CslItem = {
  id: 'doe-2021',
  type: 'article-newspaper',
  author: [{ family: 'Doe', given: 'Jane' }, { literal: 'Example Office' }],
  title: 'Letters: A *Short* History',
  'container-title': 'Example Post',
  issued: { 'date-parts': [[2021, 6, 1]] },
  URL: 'https://example.org/a_b?c=1',
};

function added(path: string, text: string, item = ITEM): string {
  const edit = addSource(path, text, item);
  if ('refusal' in edit) assert.fail(edit.refusal);
  return applyEdits(text, edit.edits);
}

function refused(path: string, text: string): string {
  const edit = addSource(path, text, ITEM);
  assert.ok('refusal' in edit, 'It was added.');
  return edit.refusal;
}

describe('Adding a source', () => {
  it('to CSL-YAML, in the layout of its entries', () => {
    const text = `---
references:
- id: roe-2020
  type: report
  author:
  - literal: Roe Institute
  title: 'One'   # a comment
  issued: 2020

# The end of it
...
`;
    assert.equal(
      added('/library.yaml', text),
      `---
references:
- id: roe-2020
  type: report
  author:
  - literal: Roe Institute
  title: 'One'   # a comment
  issued: 2020
- id: doe-2021
  type: article-newspaper
  author:
  - family: Doe
    given: Jane
  - literal: Example Office
  title: 'Letters: A \\*Short\\* History'
  container-title: Example Post
  issued: 2021-06-01
  URL: https://example.org/a_b?c=1

# The end of it
...
`,
    );
  });

  it('to a bare list, with an empty line between entries where there is one', () => {
    const text = '- id: a\n  type: book\n  title: A\n\n- id: b\n  type: book\n  title: B\n';
    assert.ok(added('/library.yml', text).startsWith(`${text}\n- id: doe-2021\n  type: article-newspaper\n`));
  });

  it('to an empty file, one of comments only, and one whose list is empty', () => {
    for (const text of ['', '# Sources of this desk\n', 'references:\n', 'references: []\n', '# x'])
      assert.match(
        added('/library.yaml', text),
        /references:\n {2}- id: doe-2021\n {4}type: article-newspaper\n/,
      );
    assert.match(added('/library.json', ''), /^\[\n {2}\{\n {4}"id": "doe-2021",/);
    assert.match(added('/library.bib', ''), /^@article\{doe-2021,\n/);
  });

  it('to a list in flow style, and to YAML that Pandoc has closed with dashes', () => {
    const flow = 'references: [{ id: a, type: book, title: A }]\n';
    assert.equal(readSourceFile('/a.yaml', added('/a.yaml', flow)).sources.length, 2);
    const closed = '---\nreferences:\n- id: a\n  type: book\n  title: A\n---\n';
    assert.match(added('/a.yaml', closed), /URL: https:\/\/example\.org\/a_b\?c=1\n---\n$/);
  });

  it('to CSL-JSON, indented as it is', () => {
    const text = '[\n\t{\n\t\t"id": "a",\n\t\t"type": "book",\n\t\t"title": "A"\n\t}\n]\n';
    const after = added('/library.json', text);
    assert.ok(
      after.startsWith(
        '[\n\t{\n\t\t"id": "a",\n\t\t"type": "book",\n\t\t"title": "A"\n\t},\n\t{\n\t\t"id": "doe-2021",',
      ),
    );
    const under = '{ "items": [ { "id": "a", "type": "book", "title": "A" } ] }';
    assert.equal(readSourceFile('/a.json', added('/a.json', under)).sources.length, 2);
  });

  it('to BibTeX, in its dialect, with braces and LaTeX’s own signs escaped', () => {
    const text = '@article{a,\n\ttitle = {A},\n\tjournal = {J},\n\tyear = 2020\n}\n';
    const item = { ...ITEM, title: 'Profit & {Loss} at 100%', 'container-title': 'R&D_Post' };
    assert.equal(
      added('/library.bib', text, item),
      `${text}
@article{doe-2021,
\tauthor = {Doe, Jane and {Example Office}},
\ttitle = {{Profit \\& \\{Loss\\} at 100\\%}},
\tjournal = {R\\&D\\_Post},
\tyear = {2021},
\tmonth = jun,
\tday = {1},
\turl = {https://example.org/a_b?c=1},
}
`,
    );
    const biblatex = '@online{a,\n  title = {A},\n  date = {2020},\n}\n';
    assert.match(
      added('/library.bib', biblatex),
      /entrysubtype = \{newspaper\},\n {2}date = \{2021-06-01\},/,
    );
  });

  it('is refused where the file is broken, has the key, or takes none', () => {
    assert.match(refused('/a.yaml', 'references:\n - id: a\n  b: [\n'), /not sound/);
    assert.match(refused('/a.json', '[{"id": "a",'), /not sound/);
    assert.match(refused('/a.yaml', '- id: doe-2021\n  type: book\n  title: A\n'), /another key/);
    assert.match(refused('/a.ris', 'TY  - JOUR\nER  - \n'), /another file/);
    assert.match(refused('/a.json', '{"a": 1}'), /not sound/);
  });

  const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
  const texts = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `A ${words.join(' ')} z`);
  const items = fc.record({
    title: texts,
    family: texts,
    outlet: texts,
    key: fc.stringMatching(/^[a-z][a-z0-9]{1,10}$/),
  });
  const layouts = fc.constantFrom(
    [
      '/a.yaml',
      'references:\n  - id: A\n    type: book\n    title: "A"\n    author:\n      - family: X\n        given: Y\n',
    ],
    ['/a.yaml', "- {id: A, type: book, title: 'A'}\n# end\n"],
    ['/a.yaml', 'other: 1\nreferences:\n- id: A\n  type: book\n  title: >\n    A long\n    title\nmore: 2\n'],
    ['/a.yaml', 'references:\r\n- id: A\r\n  type: book\r\n  title: A\r\n'],
    ['/a.json', '[{"id":"A","type":"book","title":"A"}]'],
    [
      '/a.json',
      '{\n    "references": [\n        {"id": "A", "type": "book", "title": "A"}\n    ],\n    "x": 1\n}\n',
    ],
    ['/a.bib', '% a comment\n@string{j = "Journal"}\n@book{A, title = "A", year = 2020}\n\n@comment{end}\n'],
  );

  it('leaves every other byte and source, and adds exactly the one', () => {
    fc.assert(
      fc.property(layouts, items, ([path, text], { title, family, outlet, key }) => {
        const item: CslItem = {
          ...ITEM,
          id: key,
          title: title.replace(/\s+/g, ' '),
          author: [{ family: family.replace(/\s+/g, ' '), given: 'X' }],
          'container-title': outlet.replace(/\s+/g, ' '),
        };
        const before = readSourceFile(path!, text!);
        const edit = addSource(path!, text!, item);
        // A title that the reader cleans does not come back; then nothing is done.
        if ('refusal' in edit) return;
        const after = readSourceFile(path!, applyEdits(text!, edit.edits));
        assert.deepEqual(
          after.sources.slice(0, -1).map((one) => one.item),
          before.sources.map((one) => one.item),
        );
        const last = after.sources.at(-1)!;
        assert.equal(last.key, key);
        if (!path!.endsWith('.bib')) assert.deepEqual(last.item, item);
        // Nothing is taken away: what was there stands there, around what was added.
        const removed = edit.edits.reduce((sum, { span }) => sum + span.end - span.start, 0);
        assert.equal(removed, 0);
      }),
      { numRuns: 300 },
    );
  });
});
