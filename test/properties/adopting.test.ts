/** Properties of adopting: whatever notes say, only they change, once, and what was adopted is as its citation makes it. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../server/src/analysis/analyze';
import { madeNotes } from '../../server/src/analysis/notes/madeNotes';
import { adoptable, adoptableAt } from '../../server/src/features/citing/adopt';
import { takeNoteApart } from '../../server/src/sources/written/takeApart';
import { applyEdits } from '../../server/src/text/edit';
import { worksOf } from '../support/works';

const WORKS = worksOf(
  'version: 1\n',
  `references:
  - { id: doe, type: book, title: A Short History of Letters, author: [{ family: Doe, given: Jane }], issued: 2020 }
  - { id: post, type: article-newspaper, title: Pozhary v Doline, translated-title: Fires in the Valley, container-title: Primer, issued: 2021-03-15, URL: 'https://example.org/pozhary/' }
  - { id: council, type: report, title: Report of the Monitoring Team, author: [{ literal: Example Council }], issued: 2020-01-20, URL: 'https://example.org/docs?id=1' }
`,
);

const SOURCES = [
  'Jane Doe, *A Short History of Letters* (2020), 12',
  'See also Doe, *Short History*, 20–22',
  '“Pozhary v Doline [Fires in the Valley],” Primer, March 15, 2021, http://www.example.org/pozhary',
  'Example Council, Report of the Monitoring Team (January 20, 2020), p. 4',
  'Ibid.',
  'ibid., 13',
  'Doe, op. cit., 44',
  'John Poe, “Rain,” Post, May 1, 2021, https://example.org/rain',
  'https://example.org/docs?id=1',
  'There were a *hundred* houses in the valley',
  'He said “no,” and left [sic]',
  '[a link](https://example.org/x) and `code`',
  '[@doe, p. 3]',
  'Generated. <!-- @doe, 3 -->',
  '<!-- remember -->',
  'see [^1]',
  '“open',
];
const note = fc
  .array(fc.tuple(fc.constantFrom(...SOURCES), fc.constantFrom('; ', '. ', ', ', '.\n    ', '; and ')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) =>
    parts
      .map(([text, end]) => text + end)
      .join('')
      .trimEnd(),
  );
const reports = fc.array(note, { minLength: 1, maxLength: 8 });
const reportOf = (notes: readonly string[], order: readonly number[]) =>
  [
    ...order.map((k) => `Words *of* our own.[^${k + 1}]`),
    '',
    ...notes.map((text, k) => `[^${k + 1}]: ${text}`),
    '',
    'The “end.”',
    '',
  ].join('\n');

describe('Adopting', function () {
  this.timeout(60_000);

  it('changes notes alone, and once', () => {
    fc.assert(
      fc.property(reports, fc.boolean(), fc.boolean(), (notes, backwards, forPandoc) => {
        const order = notes.map((_, k) => (backwards ? notes.length - 1 - k : k));
        const text = reportOf(notes, order);
        const works = { ...WORKS, citations: forPandoc ? ('pandoc' as const) : ('footnote' as const) };
        const analysis = analyze(text, works);
        const { adoptions } = adoptable(analysis);
        for (const { edits, note: adopted } of adoptions)
          for (const { span } of edits)
            assert.ok(span.start >= adopted.definition.text.start && span.end <= adopted.definition.text.end);
        const after = applyEdits(
          text,
          adoptions.flatMap(({ edits }) => edits),
        );
        const outside = (report: typeof analysis.report) => {
          let rest = '';
          let at = 0;
          for (const { start, end } of report.layout.definitions) {
            rest += `${report.text.slice(at, start)}|`;
            at = end;
          }
          return rest + report.text.slice(at);
        };
        const now = analyze(after, works);
        assert.equal(outside(now.report), outside(analysis.report));
        assert.deepEqual(adoptable(now).adoptions, []);
        if (forPandoc) return;
        const made = new Map(madeNotes(now.report, works).map((one) => [one.note.definition.label, one]));
        for (const { note: adopted } of adoptions) assert.ok(made.get(adopted.definition.label)?.isCurrent);
      }),
      { numRuns: 100 },
    );
  });

  it('can be asked for at every place', () => {
    fc.assert(
      fc.property(reports, fc.nat(2000), (notes, offset) => {
        const analysis = analyze(
          reportOf(
            notes,
            notes.map((_, k) => k),
          ),
          WORKS,
        );
        const found = adoptableAt(analysis, Math.min(offset, analysis.report.text.length));
        assert.ok(found === undefined || 'adoption' in found || found.refusal.why !== '');
      }),
      { numRuns: 100 },
    );
  });

  it('takes any text apart into parts that follow one another', () => {
    const pieces = fc.constantFrom(
      ...SOURCES,
      ...'“”‘’"\'()[]*_;:.,&<> \n\\«»„',
      '2021',
      'https://',
      'vol. 3',
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end } of takeNoteApart(text).parts) {
          assert.ok(start >= last && end >= start && end <= text.length, `${start}–${end} behind ${last}`);
          last = end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
