/** Properties of citing: wherever in whatever report, a new note is one, says what it should, and nothing else changes. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { madeNotes } from '../../server/src/analysis/notes/madeNotes';
import {
  type CannotInsert,
  type CitationInsertion,
  insertCitation,
} from '../../server/src/features/citing/noteInsertion';
import { labelKey, readReport } from '../../server/src/markdown/report';
import type { CitedSource } from '../../server/src/sources/formatting/format';
import { applyEdits, compatible } from '../../server/src/text/edit';
import { worksOf } from '../support/works';
import { reportText } from './reports';
import { runs, TIMEOUT } from './runs';

const works = worksOf(
  'version: 1\n',
  `
- { id: key, type: book, title: A Short History of Letters, author: [{ family: Doe, given: Jane }], issued: 2020 }
- { id: roe-2019, type: book, title: Names of Rivers, author: [{ family: Roe, given: Richard }], issued: 2019 }
- { id: "moe.", type: article-newspaper, title: "[Bridges] & <i>Roads</i>", container-title: Daily, issued: 2012 }
`,
);

const cited: fc.Arbitrary<CitedSource[]> = fc.array(
  fc.record({
    source: fc.constantFrom(...works.library.all),
    locator: fc.constantFrom(
      undefined,
      undefined,
      '2',
      'p. 20–25',
      '§ 4',
      'xii',
      's.v. Khiva',
      '3; 4',
      '--> 5',
    ),
    prefix: fc.constantFrom(undefined, undefined, 'see also', 'cf.', '[but] see'),
  }),
  { minLength: 1, maxLength: 3 },
);
const place = fc.record({ at: fc.nat({ max: 1000 }), length: fc.constantFrom(0, 0, 0, 3) });

describe('Citing anywhere', function () {
  this.timeout(TIMEOUT);

  it('writes a note that says what it should, in the text and below it, and nothing else', () => {
    fc.assert(
      fc.property(
        reportText,
        place,
        cited,
        fc.constantFrom('number', 'key'),
        (text, where, sources, labels) => {
          const start = Math.floor((where.at * text.length) / 1000);
          const span = { start, end: Math.min(text.length, start + where.length) };
          const report = readReport(text, undefined, (key) => works.library.sources.has(key));
          const done: CitationInsertion | CannotInsert = insertCitation({ report, works }, span, sources, {
            labels,
          });
          if ('refusal' in done) return;
          assert.equal(compatible(done.edits).length, done.edits.length);
          for (const [k, edit] of done.edits.entries())
            assert.ok(
              k === 0 || edit.span.start > done.edits[k - 1]!.span.end,
              'edits neither overlap nor touch',
            );
          const after = readReport(applyEdits(text, done.edits), undefined, report.isKey);
          assert.ok(done.caret >= 0 && done.caret <= after.text.length);
          const kept =
            text.length - done.edits.reduce((sum, { span: { start, end } }) => sum + end - start, 0);
          assert.equal(
            after.text.length,
            kept + done.edits.reduce((sum, { newText }) => sum + newText.length, 0),
          );
          const label = labelKey(done.label ?? '');
          if (!done.definition || !after.layout.references.some((one) => labelKey(one.label) === label))
            return;
          const made = madeNotes(after, works).filter(
            ({ note }) => labelKey(note.definition.label) === label,
          );
          assert.equal(made.length, 1, 'there is one such note');
          assert.deepEqual(
            made[0]!.cited?.map(({ source }) => source.key),
            sources.map(({ source }) => source.key),
          );
          assert.ok(made[0]!.isCurrent, `${made[0]!.written} ≠ ${made[0]!.made}`);
        },
      ),
      runs(150),
    );
  });
});
