/** Tests the rows of the report page, for all reports and for one. */

import assert from 'node:assert/strict';
import { ambiguousRows, candidateRows, nameRows } from '../../../client/page/rows';
import type {
  ConsistencyReport,
  SurveyedEntity,
} from '../../../server/src/features/consistency/consistencyReport';

const ENTITY: SurveyedEntity = {
  id: 'orozova',
  type: 'person',
  name: 'Zamira Orozova',
  count: 5,
  off: 3,
  variants: 1,
  reportCount: 2,
  in: [
    { report: 0, count: 3, off: 2 },
    { report: 1, count: 3, off: 1 },
  ],
  first: { report: 0, place: [4, 2, 0], excerpt: ['', 'Zamira Orozova', ''] },
  forms: [
    {
      text: 'Zamira Orozova',
      kind: 'house',
      count: 3,
      off: 0,
      reportCount: 2,
      in: [
        { report: 0, count: 1, off: 0, places: [[4, 2, 0]] },
        {
          report: 1,
          count: 2,
          off: 0,
          places: [
            [9, 0, 0],
            [9, 40, 0],
          ],
        },
      ],
    },
    {
      text: 'Zamira Urozova',
      kind: 'spelling',
      house: 'Zamira Orozova',
      count: 2,
      off: 2,
      reportCount: 1,
      in: [
        {
          report: 0,
          count: 2,
          off: 2,
          places: [
            [1, 7, 1],
            [5, 0, 1],
          ],
        },
      ],
    },
    {
      text: 'Samira Orosowa',
      kind: 'variant',
      house: 'Zamira Orozova',
      count: 1,
      off: 1,
      reportCount: 1,
      in: [{ report: 1, count: 1, off: 1, places: [[2, 0, 1]] }],
    },
  ],
};

const NAMED = {
  text: 'Sherov',
  count: 3,
  off: 0,
  reportCount: 1,
  in: [{ report: 1, count: 3, off: 0, places: [[8, 0, 0] as const] }],
};

const REPORT: ConsistencyReport = {
  version: 1,
  reports: ['a.md', 'b.md', 'c.md'].map((path) => ({ path, mentions: 0, off: 0, entities: 0 })),
  entities: [ENTITY],
  ambiguous: [{ ...NAMED, entities: [ENTITY] }],
  candidates: [{ ...NAMED, others: [{ text: 'Adham Sherov', count: 1 }] }],
  neverMentioned: [],
  neverMentionedCount: 0,
  unread: [],
};

describe('The rows of the report page', () => {
  it('count what all reports say', () => {
    const [row] = nameRows(REPORT);
    const { count, off, variants, reportCount, first } = row!;
    assert.deepEqual(
      { count, off, variants, reportCount },
      { count: 5, off: 3, variants: 1, reportCount: 2 },
    );
    assert.deepEqual(first, { report: 0, line: 4, character: 2 });
    assert.equal(row!.forms.length, 3);
  });

  it('count what one report says; a guess is no mention, and not the first of them', () => {
    const [row] = nameRows(REPORT, 1);
    const { count, off, variants, reportCount, first } = row!;
    assert.deepEqual(
      { count, off, variants, reportCount },
      { count: 2, off: 1, variants: 1, reportCount: 1 },
    );
    assert.deepEqual(first, { report: 1, line: 9, character: 0 });
    assert.deepEqual(
      row!.forms.map(({ name }) => name.text),
      ['Zamira Orozova', 'Samira Orosowa'],
    );
  });

  it('find the first mention among all forms of a report', () => {
    assert.deepEqual(nameRows(REPORT, 0)[0]!.first, { report: 0, line: 1, character: 7 });
  });

  it('leave out what a report does not name', () => {
    for (const rowsOf of [nameRows, ambiguousRows, candidateRows]) assert.equal(rowsOf(REPORT, 2).length, 0);
    assert.equal(ambiguousRows(REPORT, 0).length, 0);
    assert.equal(candidateRows(REPORT, 1)[0]!.count, 3);
  });

  it('are found by every way of writing a name', () => {
    assert.match(nameRows(REPORT)[0]!.search, /urozova.*orosowa/);
    assert.match(candidateRows(REPORT)[0]!.search, /adham sherov/);
    assert.match(ambiguousRows(REPORT)[0]!.search, /zamira orozova/);
  });
});
