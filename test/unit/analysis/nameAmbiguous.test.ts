/** `name/ambiguous` where many claim a name: some are told from one another, and the others counted. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import { worksOf } from '../../support/works';

const findingsFor = (entries: string) =>
  analyze('They met Rahimov there.', worksOf(`version: 1\npeople:\n${entries}`)).findings;

describe('name/ambiguous', () => {
  it('names a few with their ids where names are equal, and counts the others', () => {
    const entries = Array.from({ length: 400 }, (_, k) => `  p${k}: { name: Rahimov }\n`).join('');
    const [finding] = findingsFor(entries);
    assert.match(
      finding!.message,
      /may mean Rahimov \(p0\), Rahimov \(p1\), Rahimov \(p\d+\), Rahimov \(p\d+\), Rahimov \(p\d+\) or 395 more\. Write/,
    );
    assert.ok(finding!.message.length < 300);
  });

  it('offers so many names, and no more', () => {
    const entries = Array.from(
      { length: 40 },
      (_, k) => `  p${k}: { name: Anvar${k} Rahimov, short: Rahimov }\n`,
    ).join('');
    const [finding] = findingsFor(entries);
    assert.equal(finding!.fixes.length, 10);
    assert.match(finding!.message, /or 35 more\./);
  });
});
