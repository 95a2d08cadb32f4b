/** Takes times, and says what they have in common. */

/** How long `work` took, in milliseconds, and what it gave. */
export function timed(work) {
  const began = performance.now();
  const result = work();
  return { took: performance.now() - began, result };
}

export async function timedAsync(work) {
  const began = performance.now();
  const result = await work();
  return { took: performance.now() - began, result };
}

/** The time that all but `1 - share` of the runs stayed within. */
export function percentile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (times) => percentile(times, 0.5);
export const p95 = (times) => percentile(times, 0.95);

/** The median times of several kinds of work, run in turn so that the machine's moods meet all of them. */
export function medians(works, runs) {
  const times = works.map(() => []);
  for (let run = 0; run < runs; run++)
    for (const [k, work] of works.entries()) times[k].push(timed(work).took);
  return times.map(median);
}
