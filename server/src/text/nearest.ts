/** How far two words are apart, and which of many words are nearest to a mistyped one. */

/** Up to `limit` candidates that differ least from `word`, nearest first; none that has little in common with it. */
export function nearest(word: string, candidates: Iterable<string>, limit: number): string[] {
  const wanted = word.toLowerCase().slice(0, LONGEST);
  const scored: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    const other = candidate.toLowerCase().slice(0, LONGEST);
    const most = Math.max(1, Math.floor(Math.max(wanted.length, other.length) * MOST_DIFFERENCE));
    if (Math.abs(wanted.length - other.length) > most && !other.includes(wanted)) continue;
    // A key typed only in part is as near as a slip of one letter.
    const isPart = wanted.length > 2 && other.includes(wanted);
    if (!isPart && letterDifference(wanted, other) > most) continue;
    const distance = isPart ? 1 : editDistance(wanted, other, most);
    if (distance <= most) scored.push({ candidate, distance });
  }
  scored.sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return scored.slice(0, limit).map((entry) => entry.candidate);
}

const LONGEST = 200;
const MOST_DIFFERENCE = 0.4;

const BUCKETS = new Int16Array(64);

/** How many letters one of the words has that the other lacks: cheap, and never more than their edit distance. */
function letterDifference(a: string, b: string): number {
  BUCKETS.fill(0);
  for (let i = 0; i < a.length; i++) BUCKETS[a.charCodeAt(i) & 63]!++;
  for (let i = 0; i < b.length; i++) BUCKETS[b.charCodeAt(i) & 63]!--;
  let surplus = 0;
  let lack = 0;
  for (const count of BUCKETS) {
    if (count > 0) surplus += count;
    else lack -= count;
  }
  return Math.max(surplus, lack);
}

/**
 * How many UTF-16 units to insert, remove, replace or swap with their neighbour (Damerau’s distance, no unit touched
 * twice); anything above `most` counts as `most + 1`.
 */
export function editDistance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, beforeLast[j - 2]! + 1);
      row.push(value);
      best = Math.min(best, value);
    }
    if (best > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
