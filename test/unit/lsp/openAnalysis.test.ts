/** The analysis of an open report in slices. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import { OpenAnalysis } from '../../../server/src/lsp/openAnalysis';
import { finish, type Rest } from '../../../server/src/text/steps';
import { worksOf } from '../../support/works';

const GLOSSARY = 'version: 1\npeople:\n  navqotiy: { name: Akhliddin Navqotiy, spellings: [Ahliddin] }\n';
const TEXT = 'Ahliddin spoke.\n\nThen Akhliddin Novkotiy spoke.\n';

const never: Rest = () => undefined;
const always: Rest = () => new Promise((resolve) => setImmediate(resolve));

describe('OpenAnalysis', () => {
  const open = (rest: Rest, isWanted = () => true, works = worksOf(GLOSSARY)) =>
    new OpenAnalysis({ text: TEXT, works, earlier: undefined, rest, later: rest, isWanted });
  const codes = (analysis: { findings: readonly { code: string }[] } | undefined) =>
    analysis?.findings.map(({ code }) => code);

  it('has all at once where the glossary is indexed and there is no need to rest', async () => {
    const works = worksOf(GLOSSARY);
    assert.deepEqual(codes(await open(never, undefined, works).listed()), ['name/spelling']);
    finish(works.lexicon.guesserSteps());
    assert.deepEqual(codes(await open(never, undefined, works).listed()), ['name/spelling', 'name/variant']);
  });

  it('has what is listed before the guesses', async () => {
    const analysis = open(always);
    const listed = await analysis.listed();
    assert.deepEqual([listed?.isComplete, codes(listed)], [false, ['name/spelling']]);
    const complete = await analysis.complete();
    assert.equal(complete, analysis.latest);
    assert.deepEqual(complete?.findings, analyze(TEXT, worksOf(GLOSSARY)).findings);
  });

  it('stops when nobody wants it any longer, and keeps what the next one may begin with', async () => {
    let rests = 0;
    const first = open(always, () => ++rests < 3);
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
