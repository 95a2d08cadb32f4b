/** Properties of normalising: the changes together are what fix-all makes, each stands alone, and nothing is left for a second time. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze, analyzeListed } from '../../server/src/analysis/analyze';
import { fixAll } from '../../server/src/analysis/fixAll';
import { type Normalisation, normaliseSteps } from '../../server/src/features/normalise';
import { composed, type Round } from '../../server/src/text/composedEdits';
import { applyEdits, compatible, type Edit } from '../../server/src/text/edit';
import { finish } from '../../server/src/text/steps';
import { worksOf } from '../support/works';
import { glossaryText } from './glossaries';
import { reportText } from './reports';
import { runs, TIMEOUT } from './runs';

const SOURCES = `references:
  - { id: key, type: book, title: Abu Salah and KTJ, author: [{ family: Saloh, given: Abu }], issued: 2020 }`;
const works = glossaryText.map((text) => worksOf(text, SOURCES));

const normalised = (...[text, reference]: Parameters<typeof analyzeListed>): Normalisation =>
  finish(normaliseSteps(analyzeListed(text, reference), { guesses: true }));

const editsOf = ({ changes }: Normalisation): Edit[] => changes.map(({ edit }) => edit);

/** An edit anywhere in a text: where and how much are parts of a hundred of it. */
const anyEdit = fc.record({
  at: fc.nat({ max: 100 }),
  removed: fc.oneof(fc.constant(0), fc.nat({ max: 12 })),
  newText: fc.constantFrom('', '', 'x', 'yz', '123456'),
});

describe('Normalising', function () {
  this.timeout(TIMEOUT);

  it('says of edits made one round after the other what they make of the first text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.array(fc.array(anyEdit, { maxLength: 6 }), { maxLength: 4 }),
        (first, wanted) => {
          let text = first;
          const rounds: Round<Edit>[] = [];
          for (const some of wanted) {
            const { length } = text;
            const edits = some.map(({ at, removed, newText }) => {
              const start = Math.round((at / 100) * length);
              return { span: { start, end: Math.min(length, start + removed) }, newText };
            });
            rounds.push({ text, edits: compatible(edits) });
            text = applyEdits(text, edits);
          }
          const once = composed(rounds);
          assert.equal(applyEdits(first, once), text);
          assert.equal(
            once.flatMap(({ parts }) => parts).length,
            rounds.flatMap(({ edits }) => edits).length,
            'each edit is in one of them',
          );
          for (const [k, { span }] of once.entries())
            assert.ok(k === 0 || once[k - 1]!.span.end <= span.start, 'in order, none overlapping');
        },
      ),
      runs(1000),
    );
  });

  it('makes together what fix-all makes, and then has nothing to do', () => {
    fc.assert(
      fc.property(works, reportText, (reference, text) => {
        const normalisation = normalised(text, reference);
        assert.equal(normalisation.text, fixAll(analyze(text, reference)));
        assert.equal(applyEdits(text, editsOf(normalisation)), normalisation.text);
        const again = normalised(normalisation.text, reference);
        assert.equal(again.text, normalisation.text);
        assert.deepEqual(again.changes, []);
      }),
      runs(150),
    );
  });

  it('changes each place once, and breaks no line end in two', () => {
    fc.assert(
      fc.property(works, reportText, (reference, text) => {
        let last = 0;
        for (const { span } of editsOf(normalised(text, reference))) {
          assert.ok(last <= span.start && span.start <= span.end && span.end <= text.length);
          last = span.end;
          for (const at of [span.start, span.end])
            assert.ok(text.slice(at - 1, at + 1) !== '\r\n', 'editors know no place within a line end');
        }
      }),
      runs(150),
    );
  });

  it('decides nothing that is ambiguous or guessed, and tells of all that stays', () => {
    fc.assert(
      fc.property(works, reportText, (reference, text) => {
        const normalisation = normalised(text, reference);
        for (const { findings } of normalisation.changes) {
          assert.ok(findings.length > 0);
          for (const { code, score, fixes } of findings) {
            assert.notEqual(code, 'name/ambiguous');
            assert.equal(score, undefined);
            assert.ok(fixes.some(({ preferred }) => preferred));
          }
        }
        const after = analyze(normalisation.text, reference);
        assert.deepEqual(
          normalisation.left.map(({ finding }) => finding),
          after.findings,
        );
        for (const { span } of normalisation.left)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      }),
      runs(150),
    );
  });

  it('leaves a finding where a reader sees it, if nothing before it changed what it says', () => {
    fc.assert(
      fc.property(works, reportText, (reference, text) => {
        const { changes, left, text: after } = normalised(text, reference);
        for (const { finding, span } of left) {
          const isTouched = changes.some(
            ({ edit }) => edit.span.start <= span.end && span.start <= edit.span.end,
          );
          if (!isTouched)
            assert.equal(text.slice(span.start, span.end), after.slice(finding.span.start, finding.span.end));
        }
      }),
      runs(150),
    );
  });
});
