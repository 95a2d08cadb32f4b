/** Findings name by name, how many there are of each kind, and the one right fix. */

import assert from 'node:assert/strict';
import { analyze } from '../../../../server/src/analysis/analyze';
import {
  countFindings,
  editsMending,
  findingOf,
  groupFindings,
  textOf,
} from '../../../../server/src/features/explorer/findingGroups';
import { applyEdits } from '../../../../server/src/text/edit';
import { worksOf } from '../../../support/works';

const works = worksOf(`
people:
  abu-saloh: { name: Abu Saloh, spellings: [Abu Salah] }
  navqotiy: { name: Akhliddin Navqotiy, spellings: [Akhliddin Novkatiy] }
  rahmon-1: { name: Davlat Rahmon, short: Rahmon }
  rahmon-2: { name: Jamshed Rahmon, short: Rahmon }
`);
const TEXT = 'Rahmon met Abu Salah, Akhliddin Novkatiy and\nAbu\nSalah.[^lost]\n';
const analysis = analyze(TEXT, { ...works, severities: new Map([['name/spelling', 'warning']]) });
const ours = (codes: RegExp) => ({
  ...analysis,
  findings: analysis.findings.filter(({ code }) => codes.test(code)),
});

describe('groupFindings', () => {
  const shown = (most = 100) =>
    groupFindings(ours(/spelling|ambiguous|undefined/), most).map(
      ({ label, findings }) => `${label}: ${findings.map((one) => textOf(analysis, one)).join(', ')}`,
    );

  it('puts names first, then what is about something else', () => {
    assert.deepEqual(shown(), [
      'Abu Saloh: Abu Salah, Abu Salah',
      'Akhliddin Navqotiy: Akhliddin Novkatiy',
      'Names of several: Rahmon',
      'Notes: [^lost]',
    ]);
  });

  it('is of so many findings, and says how many more there are', () => {
    assert.deepEqual(shown(2), [
      'Abu Saloh: Abu Salah',
      'Names of several: Rahmon',
      '3 more, further down: mend these first: ',
    ]);
  });
});

describe('countFindings', () => {
  it('tells names that are off from hints and from what is no name', () => {
    assert.deepEqual(countFindings(ours(/spelling|ambiguous|undefined/)), {
      off: 4,
      otherwise: 3,
      hints: 0,
      others: 1,
    });
    const hints = analyze(TEXT, { ...works, severities: new Map([['name/spelling', 'hint']]) });
    assert.equal(countFindings(hints).hints >= 3, true);
  });
});

describe('the fix of a finding', () => {
  it('is found by rule and place', () => {
    const at = TEXT.indexOf('Abu Salah');
    const finding = findingOf(analysis, 'name/spelling', { start: at, end: at + 'Abu Salah'.length });
    const edits = finding && editsMending(finding);
    assert.ok(edits);
    assert.match(applyEdits(TEXT, edits), /^Rahmon met Abu Saloh, Akh/);
    assert.equal(findingOf(analysis, 'name/spelling', { start: at, end: at + 3 }), undefined);
  });

  it('is not there where a reader has to choose', () => {
    const finding = analysis.findings.find(({ code }) => code === 'name/ambiguous');
    assert.ok(finding);
    assert.equal(editsMending(finding), undefined);
  });
});
