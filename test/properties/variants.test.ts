/** Properties of guesses made in slices: whatever is left undone on the way, they end as they would from scratch. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, analyze, completeSteps, listedSteps } from '../../server/src/analysis/analyze';
import type { WorksOfReference } from '../../server/src/analysis/works';
import { makeGlossary } from '../../server/src/glossary/glossary';
import { compileLexicon } from '../../server/src/glossary/lexicon';
import { parseGlossaryFile } from '../../server/src/glossary/parse';
import { finish } from '../../server/src/text/steps';
import { worksOf } from '../support/works';
import { applyChange, textChange } from './reports';
import { runs, TIMEOUT } from './runs';

const GLOSSARY = `version: 1
people:
  navqotiy: { name: Akhliddin Navqotiy }
  mukhtarov: { name: Sirojiddin Mukhtarov, spellings: [Sirajuddin Mukhtarov] }
  saloh: { name: Abu Saloh }
groups:
  ktj: { name: Katibat al-Tawhid wal-Jihad, acronym: KTJ }
`;
const GLOSSARIES = [
  GLOSSARY,
  GLOSSARY.replace('{ name: Abu Saloh }', '{ name: Abu Saloh, not: [Abu Salokh] }'),
  GLOSSARY.replace('Akhliddin Navqotiy', 'Akhliddin Novkatiy'),
];

/** Names that are no listed form, some that are, and what stands between them. */
const PIECES = [
  'Akhliddin Novkotiy',
  'Akhlidin Navkatiy',
  'Sirojidin Mukhtorov',
  'Siroj Mukhtarov',
  'Abu Salokh',
  'Katibat at-Tavhid val-Jihod',
  'Novkotiy',
  'Mukhtorov',
  'Terms',
  'terms',
  'Abu Saloh',
  'KTJ',
  'Navqotiy',
  'said',
  'of the',
  '“Abu Salokh”',
  '**Abu** Salokh',
];
const GLUE = [' ', ' ', ' and ', ', ', '. ', '\n', '\n\n', '\n\n', '\n\n- ', '\n\n# ', '\n\n> ', ' (', ') '];

const reportText = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...GLUE)), { minLength: 1, maxLength: 25 })
  .map((parts) => parts.flat().join(''));

interface Turn {
  readonly change: Parameters<typeof applyChange>[1];
  /** Which desk there is now. */
  readonly desk: number;
  /** How many steps are made of what is listed, and of the guesses, before somebody goes on typing. */
  readonly steps: number;
  readonly isFinished: boolean;
}

const turn: fc.Arbitrary<Turn> = fc.record({
  change: fc.oneof(
    textChange,
    fc.record({
      at: fc.nat({ max: 1000 }),
      removed: fc.constant(0),
      inserted: fc.constantFrom(...PIECES, ...GLUE),
    }),
  ),
  desk: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 2 }) }),
  steps: fc.nat({ max: 60 }),
  isFinished: fc.boolean(),
});

/** What came of it before somebody went on typing; undefined if that was nothing. */
function interrupted(text: string, works: WorksOfReference, earlier: Analysis, steps: number) {
  const listing = listedSteps(text, works, earlier);
  for (let k = 0; k < steps; k++) {
    const step = listing.next();
    if (!step.done) continue;
    const guessing = completeSteps(step.value);
    for (let more = k; more < steps; more++) {
      const guessed = guessing.next();
      if (guessed.done) return guessed.value;
    }
    return step.value;
  }
  return undefined;
}

describe('Guesses in slices', function () {
  this.timeout(TIMEOUT);
  let guesses = 0;
  let unfinished = 0;

  it('end as from scratch, after any edits and however often they were left undone', () => {
    fc.assert(
      fc.property(reportText, fc.array(turn, { minLength: 1, maxLength: 6 }), (text, turns) => {
        let now = text;
        const desks = GLOSSARIES.map((glossary) => worksOf(glossary));
        let analysis = analyze(now, desks[0]!);
        for (const { change, desk, steps, isFinished } of turns) {
          now = applyChange(now, change);
          const works = desks[desk]!;
          if (!isFinished) {
            analysis = interrupted(now, works, analysis, steps) ?? analysis;
            if (!analysis.isComplete) unfinished++;
            continue;
          }
          analysis = finish(completeSteps(finish(listedSteps(now, works, analysis))));
          // Nothing is remembered of a glossary that nobody has used.
          const { findings } = analyze(now, worksOf(GLOSSARIES[desk]!));
          assert.deepEqual(outcome(analysis), findings.map(shown));
          guesses += findings.filter(({ code }) => code === 'name/variant').length;
        }
      }),
      runs(150),
    );
  });

  it('were made, and left undone', () => {
    assert.ok(guesses > 100, `${guesses} guesses`);
    assert.ok(unfinished > 20, `${unfinished} left undone`);
  });

  it('that are missing are never said to be there', () => {
    const text = 'Then Akhliddin Novkotiy said.\n\nAbu Salokh wrote.\n';
    const works = worksOf(GLOSSARY);
    const listed = finish(listedSteps(text, works));
    assert.deepEqual([listed.isComplete, outcome(listed)], [false, []]);
    const complete = finish(completeSteps(listed));
    assert.deepEqual([complete.isComplete, complete.findings.length], [true, 2]);
    // What stands where it stood is known at once; what is new has to be looked at.
    const typed = finish(listedSteps(`${text}\nSirojidin Mukhtorov left.\n`, works, complete));
    assert.deepEqual([typed.isComplete, typed.findings.length], [false, 2]);
    assert.equal(finish(completeSteps(typed)).findings.length, 3);
  });

  it('of names that an edit has not touched stay while its block is looked at', () => {
    const text = 'Then Akhliddin Novkotiy met Abu Salokh there, and Sirojidin Mukhtorov.\n';
    const complete = analyze(text, worksOf(GLOSSARY));
    const forms = ({ findings }: Analysis) => findings.map(({ form }) => form);
    assert.equal(complete.findings.length, 3);
    const typed = (before: string, now: string) =>
      finish(listedSteps(text.replace(before, now), complete.works, complete));
    const beside = typed('met', 'met with');
    assert.deepEqual([beside.isComplete, forms(beside)], [false, forms(complete)]);
    assert.deepEqual(forms(typed('Salokh', 'Salokha')), ['Akhliddin Novkotiy', 'Sirojidin Mukhtorov']);
    assert.deepEqual(forms(typed('Abu Salokh', 'Abu Saloh')), ['Akhliddin Novkotiy', 'Sirojidin Mukhtorov']);
    for (const { report, findings } of [beside, typed('Then', 'And then')]) {
      for (const { span, form } of findings) assert.equal(report.text.slice(span.start, span.end), form);
    }
  });

  it('of what has not changed stay while a changed glossary is looked at', () => {
    const text = 'Akhliddin Novkotiy said.\n\nSirojidin Mukhtorov wrote.\n';
    const files = (saloh: string) => [
      parseGlossaryFile('/one.yaml', 'version: 1\npeople: { navqotiy: { name: Akhliddin Navqotiy } }\n'),
      parseGlossaryFile(
        '/two.yaml',
        `version: 1\npeople: { mukhtarov: { name: Sirojiddin Mukhtarov${saloh} } }\n`,
      ),
    ];
    const [one, two] = files('');
    const before = { ...worksOf(''), lexicon: compileLexicon(makeGlossary([one!, two!])) };
    const complete = analyze(text, before);
    assert.equal(complete.findings.length, 2);
    const [, changed] = files(', not: [Sirojidin Mukhtorov]');
    const works = { ...before, lexicon: compileLexicon(makeGlossary([one!, changed!])) };
    const listed = finish(listedSteps(text, works, complete));
    assert.deepEqual(
      [listed.isComplete, listed.findings.map(({ form }) => form)],
      [false, ['Akhliddin Novkotiy']],
    );
    assert.deepEqual(outcome(finish(completeSteps(listed))), outcome(listed));
  });
});

const shown = ({ code, span, message, score }: Analysis['findings'][number]) => ({
  code,
  span,
  message,
  score,
});
const outcome = ({ findings }: Analysis) => findings.map(shown);
