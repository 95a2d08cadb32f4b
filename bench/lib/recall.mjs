/** Chooses thresholds on some scored pairs, and says what they are worth on others. */

/** The lowest score from which on pairs are the same in at least `precision` of the cases; nothing where there is none. */
export function thresholdFor(precision, scored) {
  const sorted = [...scored].sort((a, b) => b.score - a.score);
  let threshold;
  let right = 0;
  for (const [k, { score, same }] of sorted.entries()) {
    if (same) right++;
    const isLastOfScore = sorted[k + 1]?.score !== score;
    if (isLastOfScore && right / (k + 1) >= precision) threshold = score;
  }
  return threshold;
}

/** Of the pairs that are the same, how many reach the threshold; of those that reach it, how many are the same. */
export function worthOf(threshold, scored) {
  const reached = scored.filter(({ score }) => score >= threshold);
  const right = reached.filter(({ same }) => same).length;
  return {
    recall: right / scored.filter(({ same }) => same).length,
    precision: right / reached.length,
  };
}
