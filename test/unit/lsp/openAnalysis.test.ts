/** The analysis of an open report in slices. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import { OpenAnalysis } from '../../../server/src/lsp/openAnalysis';
import type { Rest } from '../../../server/src/text/steps';
import { worksOf } from '../../support/works';

const GLOSSARY = 'version: 1\npeople:\n  navqotiy: { name: Akhliddin Navqotiy, spellings: [Ahliddin] }\n';
const TEXT = 'Ahliddin spoke.\n\nThen Akhliddin Novkotiy spoke.\n';

const always: Rest = () => new Promise((resolve) => setImmediate(resolve));

describe('OpenAnalysis', () => {
  const open = (isWanted = () => true) =>
    new OpenAnalysis({
      text: TEXT,
      works: worksOf(GLOSSARY),
      earlier: undefined,
      rest: always,
      later: always,
      isWanted,
    });
  const codes = (analysis: { findings: readonly { code: string }[] } | undefined) =>
    analysis?.findings.map(({ code }) => code);

  it('has what is listed before the guesses', async () => {
    const analysis = open();
    const listed = await analysis.listed();
    assert.deepEqual([listed?.isComplete, codes(listed)], [false, ['name/spelling']]);
    const complete = await analysis.complete();
    assert.equal(complete, analysis.latest);
    assert.deepEqual(complete?.findings, analyze(TEXT, worksOf(GLOSSARY)).findings);
  });

  it('stops when nobody wants it any longer, and keeps what the next one may begin with', async () => {
    let rests = 0;
    const first = open(() => ++rests < 3);
    assert.deepEqual([await first.listed(), await first.complete(), rests], [undefined, undefined, 3]);

    const earlier = analyze(TEXT, worksOf(GLOSSARY));
    const next = new OpenAnalysis({
      text: `${TEXT}!`,
      works: earlier.works,
      earlier,
      rest: always,
      later: always,
      isWanted: () => false,
    });
    assert.equal(await next.listed(), undefined);
    assert.equal(next.latest, earlier);
  });
});
