/** Counts of tests: how many passed, failed and were skipped. */

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** The counts of several parts together. */
export const sum = (tallies) =>
  tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    NOTHING,
  );

/** A step that is one test: it passed, or it did not. */
export const single = (passed) => ({ ...NOTHING, [passed ? 'passed' : 'failed']: 1 });

/** A part that could not be run here; the reason is printed, so that nobody takes it for passed. */
export function skip(part, reason) {
  console.log(`\n▸ ${part}: skipped, because ${reason}.`);
  return { ...NOTHING, skipped: 1 };
}

/** The counts of a run of Mocha; a run that ended before it could count has failed once. */
export const fromMocha = (stats) =>
  stats ? { passed: stats.passes, failed: stats.failures, skipped: stats.pending } : single(false);

/** The last line of every script that tests: `N passed, N failed`, and what was skipped. */
export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
