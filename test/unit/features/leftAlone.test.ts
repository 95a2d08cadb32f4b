/** Tests why findings are said to be left when all that is certain is mended, and how that is summed up. */

import assert from 'node:assert/strict';
import type { Finding } from '../../../server/src/analysis/finding';
import { LeftTally, leftAlone, leftSentence } from '../../../server/src/features/leftAlone';

const SPAN = { start: 0, end: 3 };
const FIX = { title: 'Write it', edits: [{ span: SPAN, newText: 'x' }], preferred: false };

const finding = (code: string, more: Partial<Finding> = {}): Finding => ({
  code,
  severity: 'hint',
  span: SPAN,
  message: 'Do it.',
  fixes: [],
  ...more,
});
const reason = (one: Finding, isEndless = false) => leftAlone(one, isEndless, SPAN).reason;

describe('What is left when all that is certain is mended', () => {
  it('is left for a reason that a reader understands', () => {
    assert.equal(reason(finding('name/ambiguous', { fixes: [FIX, FIX] })), 'ambiguous');
    assert.equal(reason(finding('name/variant', { score: 0.9, fixes: [FIX] })), 'guess');
    assert.equal(reason(finding('note/unused', { fixes: [FIX] })), 'choice');
    assert.equal(reason(finding('name/spelling', { entity: 'a', house: 'A' })), 'blocked');
    assert.equal(reason(finding('note/undefined')), 'yours');
    const again = finding('name/spelling', { entity: 'a', house: 'A', fixes: [{ ...FIX, preferred: true }] });
    assert.equal(reason(again, true), 'endless');
  });

  it('is summed up over reports, one and many told apart', () => {
    const tally = new LeftTally();
    assert.equal(leftSentence(tally.counts), '');
    const other = new LeftTally();
    other.add(leftAlone(finding('note/unused', { fixes: [FIX] }), false, SPAN));
    other.add(leftAlone(finding('note/same-source', { fixes: [FIX] }), false, SPAN));
    tally.addCounts(other.counts);
    tally.add(leftAlone(finding('name/ambiguous'), false, SPAN));
    assert.equal(
      leftSentence(tally.counts),
      'Left as it is: 1 name that may mean several entities (name/ambiguous); 2 findings that ask for a decision (note/same-source, note/unused).',
    );
  });
});
