/** Where a new note goes, and what it is called. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import type { WorksOfReference } from '../../../server/src/analysis/works';
import { insertDefinition } from '../../../server/src/features/citing/insertDefinition';
import {
  existingNote,
  insertCitation,
  type NoteLabels,
  nextLabel,
} from '../../../server/src/features/citing/noteInsertion';
import { readReport } from '../../../server/src/markdown/report';
import type { CitedSources } from '../../../server/src/sources/formatting/format';
import { applyEdits } from '../../../server/src/text/edit';
import { worksOf } from '../../support/works';

const inserted = (text: string) => applyEdits(text, [insertDefinition(readReport(text), '[^9]: New.')]);

describe('insertDefinition', () => {
  it('parts no list and no block quotation, and takes nothing into itself', () => {
    assert.equal(
      inserted('> [^1]: One.\n>\n> More.\n\nEnd.\n'),
      '> [^1]: One.\n>\n> More.\n\n[^9]: New.\n\nEnd.\n',
    );
    assert.equal(inserted('- a\n  [^1]: One.\n- b\n'), '- a\n  [^1]: One.\n- b\n\n[^9]: New.\n');
    assert.equal(
      inserted('> [^1]: One.\n\n    code\n\nEnd.\n'),
      '> [^1]: One.\n\n    code\n\n[^9]: New.\n\nEnd.\n',
    );
    assert.equal(inserted('[^1]: One.\n# End\n'), '[^1]: One.\n\n[^9]: New.\n\n# End\n');
  });

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

const SOURCES = `
- { id: doe-2020, type: book, title: A Short History of Letters, author: [{ family: Doe, given: Jane }], issued: 2020 }
- { id: roe-2019, type: book, title: Names of Rivers, author: [{ family: Roe, given: Richard }], issued: 2019 }
- { id: twelve, type: book, title: Twelve, author: [{ family: Moe, given: Max }], issued: 2012 }
- { id: "a.", type: book, title: Braces, author: [{ family: Poe, given: Ann }], issued: 2013 }
- { id: "a--b", type: book, title: Never Cited, author: [{ family: Koe, given: Zoe }], issued: 2014 }
`;
const works = worksOf('version: 1\n', SOURCES);
const pandoc: WorksOfReference = { ...works, citations: 'pandoc' };
const source = (key: string) => works.library.sources.get(key)!;
const [doe, roe] = [{ source: source('doe-2020') }, { source: source('roe-2019') }];

describe('existingNote', () => {
  const labelOf = (comment: string, cited: CitedSources) =>
    existingNote(readReport(`A.[^1]\n\n[^1]: A note. <!-- ${comment} -->\n`), cited)?.label;
  it('is the note that cites the source and nothing else', () => {
    assert.equal(labelOf('@doe-2020', [doe]), '1');
    assert.equal(labelOf('@doe-2020, 18', [doe]), undefined);
    assert.equal(labelOf('@doe-2020; @roe-2019', [doe]), undefined);
    assert.equal(labelOf('@roe-2019', [doe]), undefined);
    assert.equal(labelOf('see doe-2020', [doe]), undefined);
  });
  it('is the note with the same page, however that is written', () => {
    assert.equal(labelOf('@doe-2020, 18', [{ ...doe, locator: 'p. 18' }]), '1');
    assert.equal(labelOf('@doe-2020, p. 3–5', [{ ...doe, locator: '3-5' }]), '1');
    assert.equal(labelOf('@doe-2020, 18', [{ ...doe, locator: '19' }]), undefined);
    assert.equal(labelOf('@doe-2020, ch. 18', [{ ...doe, locator: '18' }]), undefined);
  });
  it('is the note with the same sources and words in the same order', () => {
    assert.equal(labelOf('@doe-2020; @roe-2019, 4', [doe, { ...roe, locator: '4' }]), '1');
    assert.equal(labelOf('@doe-2020; @roe-2019', [roe, doe]), undefined);
    assert.equal(labelOf('@doe-2020; see also @roe-2019', [doe, roe]), undefined);
  });
  it('is never the second definition of a label', () => {
    const text = 'A.[^1]\n\n[^1]: A letter.\n\n[^1]: Doe. <!-- @doe-2020 -->\n';
    assert.equal(existingNote(readReport(text), [doe]), undefined);
  });
});

/** The report with “|” taken for the caret or two for the span that is replaced, and the caret shown as “|” afterwards. */
function cite(
  marked: string,
  cited: CitedSources,
  { by = works, labels = 'number' }: { by?: WorksOfReference; labels?: NoteLabels } = {},
): string {
  const [before = '', inside = '', behind] = marked.split('|');
  const text = before + inside + (behind ?? '');
  const span = {
    start: before.length,
    end: behind === undefined ? before.length : before.length + inside.length,
  };
  const done = insertCitation(analyze(text, by), span, cited, { labels });
  if ('refusal' in done) return done.refusal;
  const after = applyEdits(text, done.edits);
  const starts = done.edits.map((edit) => edit.span.start);
  assert.deepEqual(
    starts,
    [...starts].sort((a, b) => a - b),
  );
  const stale = analyze(after, by).findings.filter(({ code }) => code === 'note/stale');
  assert.deepEqual(
    stale.filter(({ span: { start } }) => after.slice(start).startsWith(done.note ?? '\0')),
    [],
  );
  return `${after.slice(0, done.caret)}|${after.slice(done.caret)}`;
}

const DOE = 'Jane Doe, *A Short History of Letters*, 2020.';
const ROE = 'Richard Roe, *Names of Rivers*, 2019.';

describe('insertCitation', () => {
  it('writes a reference and its note', () => {
    assert.equal(cite('He wrote.|\n', [doe]), `He wrote.[^1]|\n\n[^1]: ${DOE} <!-- @doe-2020 -->\n`);
  });

  it('takes the place of what was typed, which is no label', () => {
    assert.equal(
      cite('He wrote.|[^12]| More.\n', [doe]),
      `He wrote.[^1]| More.\n\n[^1]: ${DOE} <!-- @doe-2020 -->\n`,
    );
  });

  it('stands behind a reference, not within it', () => {
    assert.equal(
      cite('He wrote.[^4|2] More.\n\n[^42]: A letter.\n', [doe]),
      `He wrote.[^42][^43]| More.\n\n[^42]: A letter.\n\n[^43]: ${DOE} <!-- @doe-2020 -->\n`,
    );
  });

  it('cites several sources in one note, with pages and words', () => {
    assert.equal(
      cite('He wrote.|\n', [
        { ...doe, locator: 'p. 20' },
        { ...roe, prefix: 'see also', locator: '3–5' },
      ]),
      'He wrote.[^1]|\n\n[^1]: Jane Doe, *A Short History of Letters*, 2020, 20; see also Richard Roe, *Names of Rivers*, 2019, 3–5. <!-- @doe-2020, p. 20; see also @roe-2019, 3–5 -->\n',
    );
  });

  it('refers again to the note that cites the same page', () => {
    const text = `One.[^7] Two.|\n\n[^7]: Jane Doe, *A Short History of Letters*, 2020, 20. <!-- @doe-2020, 20 -->\n`;
    assert.equal(cite(text, [{ ...doe, locator: 'p. 20' }]), text.replace('Two.|', 'Two.[^7]|'));
  });

  it('makes the note as the sequence has it in that place', () => {
    const text = `One.[^1] Two.| Three.[^2]\n\n[^1]: ${DOE} <!-- @doe-2020 -->\n[^2]: ${ROE} <!-- @roe-2019 -->\n`;
    assert.equal(
      cite(text, [{ ...doe, locator: '4' }]),
      text.replace('Two.|', 'Two.[^3]|').replace(/\n$/, '\n[^3]: Ibid., 4. <!-- @doe-2020, 4 -->\n'),
    );
    assert.equal(
      cite(text.replace('| Three.[^2]', ' Three.[^2]|'), [{ ...doe, locator: '4' }]),
      text
        .replace('| Three.[^2]', ' Three.[^2][^3]|')
        .replace(/\n$/, '\n[^3]: Doe, *A Short History of Letters*, 4. <!-- @doe-2020, 4 -->\n'),
    );
  });

  it('calls notes by their source, each by another label', () => {
    assert.equal(
      cite('He wrote.|\n', [doe], { labels: 'key' }),
      `He wrote.[^doe-2020]|\n\n[^doe-2020]: ${DOE} <!-- @doe-2020 -->\n`,
    );
    assert.match(
      cite(`One.[^Doe-2020] Two.|\n\n[^Doe-2020]: ${DOE} <!-- @doe-2020 -->\n`, [{ ...doe, locator: '4' }], {
        labels: 'key',
      }),
      /Two\.\[\^doe-2020-2\]\|/,
    );
  });

  it('writes braces where a key needs them', () => {
    assert.match(cite('He wrote.|\n', [{ source: source('a.') }]), /<!-- @\{a\.\} -->/);
  });

  it('says what to do about a key that cannot be cited', () => {
    assert.match(cite('He wrote.|\n', [{ source: source('a--b') }]), /Give the source a key of letters/);
    assert.match(cite('He wrote.|\n', []), /Choose one/);
  });

  it('inserts nothing in code', () => {
    assert.match(cite('Run `a|b`.\n', [doe]), /Put the cursor into the text/);
    assert.match(cite('---\ndate: |\n---\n', [doe]), /Put the cursor into the text/);
  });

  it('inserts no note that only a comment refers to', () => {
    for (const marked of [
      '<!-- Later:| -->',
      '<!--\nHe wrote|\n',
      'A.[^1]\n\n[^1]: Doe. <!-- @doe-2020| -->\n',
    ])
      assert.equal(cite(marked, [roe]), 'Nothing can be cited in a comment. Put the cursor into the text.');
    assert.match(cite('He wrote| <!-- once -->\n', [doe]), /^He wrote\[\^1\]/);
  });

  it('fills an empty note', () => {
    assert.equal(
      cite('He wrote.[^1]\n\n[^1]: |[@doe|\n', [{ ...doe, locator: '3' }]),
      'He wrote.[^1]\n\n[^1]: Jane Doe, *A Short History of Letters*, 2020, 3.| <!-- @doe-2020, 3 -->\n',
    );
    assert.equal(
      cite('He wrote.[^1]\n\n[^1]:|\n', [doe]),
      `He wrote.[^1]\n\n[^1]: ${DOE}| <!-- @doe-2020 -->\n`,
    );
  });

  it('adds to the sources of a generated note, and leaves what stands behind it', () => {
    assert.equal(
      cite(`He wrote.[^1]\n\n[^1]: ${DOE} |[@roe| <!-- @doe-2020 --> Lent by a friend.\n`, [roe]),
      'He wrote.[^1]\n\n[^1]: Jane Doe, *A Short History of Letters*, 2020; Richard Roe, *Names of Rivers*, 2019.| <!-- @doe-2020; @roe-2019 --> Lent by a friend.\n',
    );
  });

  it('puts the note where it is one', () => {
    const after = cite('He wrote.|\n\n```\ncode\n', [doe]);
    assert.equal(after, `He wrote.[^1]|\n\n[^1]: ${DOE} <!-- @doe-2020 -->\n\n\`\`\`\ncode\n`);
    for (const text of [
      '',
      '|',
      'A.|',
      '|\n[^1]: One.',
      '[^1]: One.\n|',
      '> Quoted.|\n>\n> [^1]: One.\n',
      '- A list.|\n\n  [^1]: One.\n- More.\n',
      '- A list.|\n\n  [^1]: One.\n  [^2]: Two.\n- More.\n',
      '| a | b |\n|---|---|\n',
      '# Heading|',
      'A.|\r\nB.\r\n',
    ]) {
      const caret = text.includes('|') ? text : `${text}|`;
      const done = cite(caret.replace('| a | b |\n|---|---|', 'a.|'), [doe]).replace('|', '');
      const report = readReport(done);
      assert.ok(
        report.generated.some(({ cluster }) => cluster.cites[0]?.key === 'doe-2020'),
        done,
      );
      const labels = new Set(report.layout.definitions.map(({ label }) => label));
      assert.ok(report.layout.references.length > 0, done);
      for (const { label } of report.layout.references) assert.ok(labels.has(label), done);
    }
  });

  it('writes keys for Pandoc', () => {
    assert.equal(
      cite(
        'He wrote |[^doe|.\n',
        [
          { ...doe, locator: 'p. 20' },
          { ...roe, prefix: 'see' },
        ],
        { by: pandoc },
      ),
      'He wrote [@doe-2020, p. 20; see @roe-2019]|.\n',
    );
  });
});
