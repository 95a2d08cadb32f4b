/** What a check tells: the most severe findings where only so many are wanted, and what came of it in words. */

import assert from 'node:assert/strict';
import type { CheckedFile } from '../../../server/src/cli/checking/checkedFile';
import { countsOf, limited, mendableIn, summaryOf, type Told } from '../../../server/src/cli/checking/told';
import { inColour, wantsColours } from '../../../server/src/cli/colours';
import { LineIndex } from '../../../server/src/text/lineIndex';
import type { Severity } from '../../../server/src/text/problem';

const file = (path: string, ...severities: Severity[]): CheckedFile => ({
  path,
  absolutePath: `/desk/${path}`,
  isReport: true,
  lines: new LineIndex(''),
  findings: severities.map((severity, start) => ({
    code: 'name/spelling',
    severity,
    message: '',
    span: { start, end: start },
    fixes: severity === 'warning' ? [{ title: '', edits: [], preferred: true }] : [],
    written: '',
  })),
});

describe('limited', () => {
  const files = [
    file('a', 'hint', 'error', 'warning'),
    file('b'),
    file('c', 'warning', 'error', 'information'),
  ];
  const kept = (most: number) =>
    limited(files, most).map(({ findings }) => findings.map(({ severity }) => severity).join(' '));

  it('keeps the most severe, in the order in which they stood', () => {
    assert.deepEqual(kept(0), ['', '', '']);
    assert.deepEqual(kept(1), ['error', '', '']);
    assert.deepEqual(kept(3), ['error warning', '', 'error']);
    assert.deepEqual(kept(5), ['error warning', '', 'warning error information']);
    assert.deepEqual(kept(1e15), ['hint error warning', '', 'warning error information']);
  });
});

describe('summaryOf', () => {
  const told = (files: readonly CheckedFile[], more: Partial<Told> = {}): Told => ({
    files,
    subject: '2 reports',
    counts: countsOf(files),
    mendable: mendableIn(files),
    omitted: 0,
    known: 0,
    gone: 0,
    failsFrom: 'warning',
    root: '/desk',
    coloured: false,
    ...more,
  });

  it('counts by severity, and says what can be mended', () => {
    assert.deepEqual(summaryOf(told([file('a')])), ['2 reports checked: nothing to mend.']);
    assert.deepEqual(summaryOf(told([file('a', 'hint')])), ['2 reports checked: 1 finding (1 hint).']);
    assert.deepEqual(
      summaryOf(told([file('a', 'hint', 'error', 'warning'), file('b', 'information', 'error')])),
      [
        '2 reports checked: 5 findings (2 errors, 1 warning, 1 information, 1 hint).',
        '--fix mends 1 of them.',
      ],
    );
    assert.deepEqual(summaryOf(told([file('a', 'warning')])).at(-1), '--fix mends all of them.');
  });

  it('writes large numbers as the editor does', () => {
    const many = file('a', ...Array.from({ length: 1200 }, (): Severity => 'hint'));
    assert.deepEqual(summaryOf(told([many])), ['2 reports checked: 1,200 findings (1,200 hints).']);
  });

  it('says what is not shown, and why', () => {
    assert.deepEqual(
      summaryOf(told([file('a')], { omitted: 1, known: 2, gone: 3, written: 'b.json' })).slice(1),
      [
        '1 more finding not shown: --max-findings shows the most severe.',
        '2 findings not shown: the baseline knows them.',
        '3 findings of the baseline are no longer there: --update-baseline forgets them.',
        'The baseline b.json was written.',
      ],
    );
  });
});

describe('wantsColours', () => {
  it('asks the terminal, NO_COLOR, and first of all FORCE_COLOR', () => {
    assert.equal(wantsColours({}, true), true);
    assert.equal(wantsColours({}, false), false);
    assert.equal(wantsColours({ TERM: 'dumb' }, true), false);
    assert.equal(wantsColours({ NO_COLOR: '1' }, true), false);
    assert.equal(wantsColours({ NO_COLOR: '' }, true), true);
    assert.equal(wantsColours({ FORCE_COLOR: '1' }, false), true);
    assert.equal(wantsColours({ FORCE_COLOR: '' }, false), true);
    assert.equal(wantsColours({ FORCE_COLOR: '0' }, true), false);
    assert.equal(wantsColours({ FORCE_COLOR: '3', NO_COLOR: '1', TERM: 'dumb' }, false), true);
  });

  it('and colours end where they end', () => {
    assert.equal(inColour('red', 'x'), '\u001b[31mx\u001b[39m');
  });
});
