/** Edits of notes, before and after: renumbered, merged, made anew. */

import assert from 'node:assert/strict';
import { analyze, analyzeListed, completeSteps } from '../../../server/src/analysis/analyze';
import { mergeNotes } from '../../../server/src/analysis/notes/mergeNotes';
import { renumberNotes } from '../../../server/src/analysis/notes/renumberNotes';
import { updateNotes } from '../../../server/src/features/citing/updateNotes';
import { readReport } from '../../../server/src/markdown/report';
import { makeFormatter } from '../../../server/src/sources/formatting/format';
import { DEFAULT_STYLE, styleOrDefault } from '../../../server/src/sources/formatting/styles';
import { applyEdits } from '../../../server/src/text/edit';
import { finish } from '../../../server/src/text/steps';
import { worksOf } from '../../support/works';

const SOURCES = `references:
  - { id: doe, type: book, title: Letters, author: [{ family: Doe, given: Jane }], issued: 2020 }`;

const renumbered = (text: string) => applyEdits(text, renumberNotes(readReport(text)));

describe('renumberNotes', () => {
  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    [
      'puts definitions that stand together into order',
      'A.[^3] B.[^1] C.[^3]\n\n[^1]: One.\n\n    More.\n[^3]: Three.\n',
      'A.[^1] B.[^2] C.[^1]\n\n[^1]: Three.\n[^2]: One.\n\n    More.\n',
    ],
    [
      'leaves definitions where they stand among the text',
      'A.[^3]\n\n[^3]: Three.\n\nB.[^1]\n\n[^1]: One.\n',
      'A.[^1]\n\n[^1]: Three.\n\nB.[^2]\n\n[^2]: One.\n',
    ],
    [
      'leaves words, and numbers what nothing refers to last',
      'A.[^x] B.[^9]\n\n[^2]: Unused.\n[^9]: Nine.\n[^x]: X.\n',
      'A.[^x] B.[^1]\n\n[^x]: X.\n[^1]: Nine.\n[^2]: Unused.\n',
    ],
    [
      'lets no undefined reference meet another note',
      'A.[^7] B.[^2]\n\n[^2]: Two.\n',
      'A.[^2] B.[^1]\n\n[^1]: Two.\n',
    ],
    [
      'moves nothing where a label is defined twice',
      'A.[^2] B.[^1]\n\n[^1]: One.\n[^2]: Two.\n[^1]: Again.\n',
      'A.[^1] B.[^2]\n\n[^2]: One.\n[^1]: Two.\n[^2]: Again.\n',
    ],
    [
      'follows references in notes behind those in the text',
      'A.[^2] B.[^3]\n\n[^1]: One.\n[^2]: Two.[^1]\n[^3]: Three.\n',
      'A.[^1] B.[^2]\n\n[^1]: Two.[^3]\n[^2]: Three.\n[^3]: One.\n',
    ],
  ];
  for (const [what, before, after] of cases) it(what, () => assert.equal(renumbered(before), after));

  it('leaves both halves of each CRLF together, and out of what it puts in', () => {
    const text = 'A.[^2] B.[^1]\r\n\r\n[^1]: One.\r\n\r\n    More.\r\n[^2]: Two.';
    const edits = renumberNotes(readReport(text));
    assert.equal(applyEdits(text, edits), 'A.[^1] B.[^2]\r\n\r\n[^1]: Two.\r\n[^2]: One.\r\n\r\n    More.');
    for (const { newText } of edits) assert.doesNotMatch(newText, /\r(?!\n)/);
  });
});

describe('mergeNotes', () => {
  it('refers to the first wherever the second was meant, and takes the second away', () => {
    const text = 'A.[^1] B.[^X] C.[^x]\n\n[^1]: One.\n\n[^x]: Two.\n\n[^3]: See [^x].\n';
    const report = readReport(text);
    const [first, second] = report.layout.definitions;
    assert.equal(
      applyEdits(text, mergeNotes(report, first!, second!) ?? []),
      'A.[^1] B.[^1] C.[^1]\n\n[^1]: One.\n\n[^3]: See [^1].\n',
    );
  });
});

describe('updateNotes', () => {
  const updated = (text: string) =>
    applyEdits(text, updateNotes(analyze(text, worksOf('version: 1\n', SOURCES))));

  it('writes what a citation makes, and nothing else', () => {
    const note = 'Jane Doe, *Letters*, 2020';
    assert.equal(
      updated('A.[^1]\r\n\r\n[^1]:<!--  @doe  -->\r\n'),
      `A.[^1]\r\n\r\n[^1]: ${note}. <!--  @doe  -->\r\n`,
    );
    assert.equal(
      updated('A.[^1]\n\n[^1]: Old.<!-- @doe, 3 --> Mine.\n'),
      `A.[^1]\n\n[^1]: ${note}, 3. <!-- @doe, 3 --> Mine.\n`,
    );
  });

  it('puts the text behind the mark, where it is no code and within its quotation', () => {
    const note = 'Jane Doe, *Letters*, 2020.';
    assert.equal(
      updated('A.[^1]\n\n[^1]:     Old\n    text. <!-- @doe -->\n'),
      `A.[^1]\n\n[^1]: ${note} <!-- @doe -->\n`,
    );
    assert.equal(
      updated('A.[^1]\n\n> [^1]:\n>     Old. <!-- @doe -->\n'),
      `A.[^1]\n\n> [^1]: ${note} <!-- @doe -->\n`,
    );
  });

  it('makes nothing anew where more stands before the comment than the text of one paragraph', () => {
    for (const note of [
      'First.\n\n    Second. <!-- @doe -->',
      '> Quoted.\n\n    Second. <!-- @doe -->',
      '- Item <!-- @doe -->',
      '# Heading <!-- @doe -->',
      '| a |\n    | - |\n    | b <!-- @doe --> |',
      '```\n    code\n    ```\n    Text. <!-- @doe -->',
      'First.\n\n    <!-- @doe -->',
      'A [link](https://example.org). <!-- @doe -->',
      'A `code` text. <!-- @doe -->',
      'As in note[^2] <!-- @doe -->',
      'See <!-- @doe, 5 --> and also <!-- @doe, 7 -->.',
      'See it. <!-- @doe, 5 -->\n\n    Further. <!-- @doe, 7 -->',
      '<!-- mine --> [a](b) <!-- @doe -->',
    ]) {
      const text = `A.[^1] B.[^2]\n\n[^1]: ${note}\n\n[^2]: B.\n`;
      const { findings } = analyze(text, worksOf('version: 1\n', SOURCES));
      assert.ok(
        findings.some(({ code, fixes }) => code === 'note/stale' && fixes.every((fix) => !fix.preferred)),
        note,
      );
      assert.equal(updated(text), text);
    }
  });

  it('keeps the next line out of a note that was only a comment', () => {
    const made = 'Jane Doe, *Letters*, 2020.';
    for (const [text, now] of [
      [
        'A.[^1]\r\n\r\n[^1]: <!-- @doe -->\r\nProse.\r\n',
        `A.[^1]\r\n\r\n[^1]: ${made} <!-- @doe -->\r\n\r\nProse.\r\n`,
      ],
      [
        'A.[^1]\n\n> [^1]: <!-- @doe -->\n> Prose.\n',
        `A.[^1]\n\n> [^1]: ${made} <!-- @doe -->\n>\n> Prose.\n`,
      ],
      ['A.[^1]\n\n- [^1]: <!-- @doe -->\n- Prose.\n', `A.[^1]\n\n- [^1]: ${made} <!-- @doe -->\n- Prose.\n`],
      ['A.[^1]\n\n[^1]: <!-- @doe -->\n[^2]: B.\n', `A.[^1]\n\n[^1]: ${made} <!-- @doe -->\n[^2]: B.\n`],
      ['A.[^1]\n\n[^1]: <!-- @doe -->\n    Own.\n', `A.[^1]\n\n[^1]: ${made} <!-- @doe -->\n    Own.\n`],
      ['A.[^1]\n\n[^1]: <!-- @doe -->\n> Quoted.\n', `A.[^1]\n\n[^1]: ${made} <!-- @doe -->\n> Quoted.\n`],
      ['A.[^1]\n\n[^1]: Old. <!-- @doe -->\nLazy.\n', `A.[^1]\n\n[^1]: ${made} <!-- @doe -->\nLazy.\n`],
    ] as const) {
      assert.equal(updated(text), now);
      assert.equal(updated(now), now);
    }
  });

  it('makes a note whose comment stands on a line of its own, or behind others', () => {
    const made = 'Jane Doe, *Letters*, 2020.';
    for (const [note, now] of [
      ['Old *text*,\n    https://example.org/a_b\n    <!-- @doe -->', `${made}\n    <!-- @doe -->`],
      ['Old.\n    <!-- @doe -->\nProse.', `${made}\n    <!-- @doe -->\nProse.`],
      ['<!-- mine -->\n    Old. <!-- @doe -->', `<!-- mine -->\n    ${made} <!-- @doe -->`],
      ['<!-- mine -->\n\n    <!-- @doe -->', `<!-- mine -->\n\n    ${made} <!-- @doe -->`],
      ['<!-- mine --> Old. <!-- @doe -->', `${made} <!-- mine --> <!-- @doe -->`],
      ['Old [sic] \\* &amp; so <!-- @doe -->', `${made} <!-- @doe -->`],
    ])
      for (const quoted of [false, true]) {
        const inQuote = (text: string) => (quoted ? text.replace(/^/gm, '> ') : text);
        assert.equal(
          updated(`A.[^1]\n\n${inQuote(`[^1]: ${note}`)}\n`),
          `A.[^1]\n\n${inQuote(`[^1]: ${now}`)}\n`,
        );
      }
  });

  it('leaves a note for which its writer has turned the rule off', () => {
    const text = 'A.[^1]\n\n<!-- nomenclator-disable-next-line note/stale -->\n[^1]: Mine. <!-- @doe -->\n';
    assert.equal(updated(text), text);
  });
});

describe('What is listed', () => {
  it('asks the processor nothing; what is complete has all notes, and what was known is listed the next time', () => {
    const works = {
      ...worksOf('version: 1\n', SOURCES),
      formatter: makeFormatter({ style: styleOrDefault(DEFAULT_STYLE) }),
    };
    const text = 'A.[^1] B.\n\n[^1]: Old. <!-- @doe, 3 -->\n';
    const codes = ({ findings }: { findings: readonly { code: string }[] }) =>
      findings.map(({ code }) => code);
    const listed = analyzeListed(text, works);
    assert.deepEqual([listed.isComplete, listed.pending[0], codes(listed)], [false, 'notes', []]);
    assert.equal(works.formatter.isStarted, false);
    const complete = finish(completeSteps(listed));
    assert.deepEqual([complete.isComplete, codes(complete)], [true, ['note/stale']]);
    const next = analyzeListed(text.replace('B.', 'C.'), works, complete);
    assert.deepEqual([next.pending.includes('notes'), codes(next)], [false, ['note/stale']]);
    const other = analyzeListed(text.replace('@doe, 3', '@doe, 4'), works, complete);
    assert.deepEqual([other.pending[0], codes(other)], ['notes', []]);
  });

  it('has all of a report without generated notes', () => {
    const works = {
      ...worksOf('version: 1\n', SOURCES),
      formatter: makeFormatter({ style: styleOrDefault(DEFAULT_STYLE) }),
    };
    const analysis = analyze('A.[^1] B.[^2]\n\n[^1]: Ibid.\n[^2]: Old.\n', works);
    assert.deepEqual([analysis.isComplete, works.formatter.isStarted], [true, false]);
  });
});
