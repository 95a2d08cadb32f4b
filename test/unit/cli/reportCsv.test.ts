/** The table of a Name Consistency Report: what of very many reports is left out is told in a row, so that sums are right. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import { reportAsCsv } from '../../../server/src/cli/reportCsv';
import { DeskSurvey } from '../../../server/src/features/consistency/deskSurvey';
import { surveyReport } from '../../../server/src/features/consistency/surveyReport';
import { finish } from '../../../server/src/text/steps';
import { worksOf } from '../../support/works';

const works = worksOf('version: 1\npeople: { a: { name: Abu Saloh, spellings: [Abu Salah] } }\n');

/** The sum of the counts of a way of writing a name, and how many rows tell of it. */
function told(reports: number): { sum: number; off: number; rows: number; last: string } {
  const survey = new DeskSurvey();
  const one = surveyReport(analyze('Abu Salah and Abu Salah.\n', works));
  for (let k = 0; k < reports; k++) survey.add(`r${String(k).padStart(6, '0')}.md`, one);
  const csv = reportAsCsv(finish(survey.steps(works.lexicon)));
  const rows = csv.split('\r\n').filter((row) => row.includes('Abu Salah'));
  const at = (index: number) => rows.reduce((sum, row) => sum + Number(row.split(',').at(index)), 0);
  return { sum: at(-4), off: at(-3), rows: rows.length, last: rows.at(-1)! };
}

describe('The table of the report', () => {
  it('has a row for each report', () => assert.deepEqual(told(600).rows, 600));

  it('and one for the rest of very many', () => {
    const { sum, off, rows, last } = told(10_003);
    assert.deepEqual({ sum, off, rows }, { sum: 20_006, off: 20_006, rows: 10_001 });
    assert.match(last, /\(3 more reports\)/);
  });
});
