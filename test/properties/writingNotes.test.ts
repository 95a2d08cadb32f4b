/** Properties of what a writer does with notes: wherever in whatever report, the note is one, and nothing else changes. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../server/src/analysis/analyze';
import { insertBareNote } from '../../server/src/features/citing/bareNote';
import { foldableNotes } from '../../server/src/features/citing/foldingNotes';
import { renamableAt, renameNote } from '../../server/src/features/citing/renameNote';
import { labelKey, readReport } from '../../server/src/markdown/report';
import { applyEdits, compatible } from '../../server/src/text/edit';
import { sliceOf } from '../../server/src/text/span';
import { worksOf } from '../support/works';
import { reportText } from './reports';
import { runs, TIMEOUT } from './runs';

const works = worksOf('version: 1\n');
const anywhere = fc.tuple(reportText, fc.double({ min: 0, max: 1, noNaN: true }));
const offsetIn = (text: string, share: number): number => Math.round(share * text.length);

/** The labels of the notes that are referred to, and of those that are defined, as often as they are. */
const labelsOf = (text: string) => {
  const { references, definitions } = readReport(text).layout;
  return [references, definitions].map((all) => all.map(({ label }) => labelKey(label)));
};

describe('Writing notes', function () {
  this.timeout(TIMEOUT);

  it('an empty note is referred to where it was begun, and all else stays', () => {
    fc.assert(
      fc.property(anywhere, ([text, share]) => {
        const offset = offsetIn(text, share);
        const made = insertBareNote(readReport(text), offset);
        if ('refusal' in made) return;
        assert.equal(compatible(made.edits).length, made.edits.length);
        for (const { span } of made.edits) assert.equal(span.start, span.end);
        const after = applyEdits(text, made.edits);
        const { references, definitions } = readReport(after).layout;
        assert.ok(references.some(({ label }) => label === made.label));
        assert.ok(
          definitions.some(({ label }) => label === made.label),
          JSON.stringify(after),
        );
        assert.ok(after.slice(0, made.caret).endsWith(`[^${made.label}]: `), JSON.stringify(after));
      }),
      runs(300),
    );
  });

  it('a renamed note has its new label at each of its places, and no other place has it', () => {
    fc.assert(
      fc.property(anywhere, fc.constantFrom('new', '77', 'A-b_c', 'ключ'), ([text, share], now) => {
        const analysis = analyze(text, works);
        const offset = offsetIn(text, share);
        const at = renamableAt(analysis, offset);
        const renaming = renameNote(analysis, offset, now);
        if ('refusal' in renaming || !at) return;
        const before = labelKey(sliceOf(text, at));
        const expected = labelsOf(text).map((labels) =>
          labels.map((label) => (label === before ? labelKey(now) : label)),
        );
        const after = applyEdits(text, renaming.edits);
        assert.deepEqual(labelsOf(after), expected, JSON.stringify(after));
        assert.equal(
          after.length - text.length,
          renaming.edits.reduce(
            (sum, { span, newText }) => sum + newText.length - (span.end - span.start),
            0,
          ),
        );
      }),
      runs(300),
    );
  });

  it('what can be folded lies apart, or one within another', () => {
    fc.assert(
      fc.property(reportText, (text) => {
        const report = readReport(text);
        const folds = foldableNotes(report);
        for (const [k, { start, end }] of folds.entries()) {
          assert.ok(report.lines.positionAt(start).line < report.lines.positionAt(end).line);
          for (const other of folds.slice(k + 1)) {
            assert.ok(other.start > start);
            assert.ok(other.start >= end || other.end <= end, JSON.stringify(text));
          }
        }
      }),
      runs(300),
    );
  });
});
