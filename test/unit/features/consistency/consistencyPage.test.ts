/** Tests that a report goes into its page as text, whatever its names hold. */

import assert from 'node:assert/strict';
import { consistencyPage } from '../../../../server/src/features/consistency/consistencyPage';
import type { ConsistencyReport } from '../../../../server/src/features/consistency/consistencyReport';

const EMPTY = '<p></p><script type="application/json" id="report">null</script><script>run()</script>';
const NAMES = [
  '</script><script>alert(1)</script>',
  '<!-- <script>',
  '$& $1 $$',
  'Навқотий “q”',
  '\u2028\ud800',
];
const REPORT: ConsistencyReport = {
  version: 1,
  reports: [],
  entities: [],
  ambiguous: [],
  candidates: [],
  neverMentioned: NAMES.map((name) => ({ id: 'x', type: 'person', name })),
  neverMentionedCount: NAMES.length,
  unread: [],
};

describe('The page of a report', () => {
  it('carries the report as it is', () => {
    const page = consistencyPage(EMPTY, REPORT, { desk: 'desk', made: '2023-01-31' });
    const held =
      /^<p><\/p><script type="application\/json" id="report">([^<]*)<\/script><script>run\(\)<\/script>$/.exec(
        page,
      );
    assert.ok(held, page);
    assert.deepEqual(JSON.parse(held[1]!), { report: REPORT, desk: 'desk', made: '2023-01-31' });
  });

  it('says so where it has no room for one', () => {
    assert.throws(() => consistencyPage('<p></p>', REPORT, { desk: '', made: '' }), /no room/);
  });
});
