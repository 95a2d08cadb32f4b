/** Says where in a report names are to be introduced anew: behind its summary, in each section, as the desk has it. */

import type { Report } from '../../markdown/report';
import type { Restart } from '../works';

const HEADING = /^(?:ATX|Setext)Heading(\d)$/;
const SUMMARY =
  /^[#\s*_]*(?:[\dIVX]+[.)]?\s+)?(?:executive |brief )?(?:summary|abstract|synopsis|overview|key (?:points|findings|judge?ments|takeaways|messages)|main findings|at a glance|in brief|bottom line(?: up front)?)[\s*_#:]*(?:[\r\n]|$)/iu;
/** A longer heading is read no further. */
const LONGEST_HEADING = 200;

interface Heading {
  readonly level: number;
  readonly start: number;
  readonly isSummary: boolean;
}

/** The offsets at which names are to be introduced anew, in order; none where the desk asks for none. */
export function scopesOf({ text, layout }: Report, restart: readonly Restart[]): readonly number[] {
  if (restart.length === 0) return [];
  const headings: Heading[] = [];
  for (const { from, to, kind } of layout.parsed.blocks) {
    const level = Number(HEADING.exec(kind)?.[1] ?? 0);
    if (level === 0) continue;
    const isSummary = SUMMARY.test(text.slice(from, Math.min(to, from + LONGEST_HEADING)));
    headings.push({ level, start: from, isSummary });
  }
  const starts = new Set<number>();
  if (restart.includes('sections')) {
    const level = topLevel(headings);
    for (const heading of headings) if (heading.level === level) starts.add(heading.start);
  }
  if (restart.includes('summary')) {
    for (const [at, { level, start, isSummary }] of headings.entries()) {
      if (!isSummary) continue;
      starts.add(start);
      const next = headings.find((one, k) => k > at && one.level <= level);
      if (next) starts.add(next.start);
    }
  }
  return [...starts].sort((a, b) => a - b);
}

/** That of the sections: the highest level, without the title, if one heading alone stands above all others. */
function topLevel(headings: readonly Heading[]): number {
  const levels = headings.map(({ level }) => level).sort((a, b) => a - b);
  const [first, second] = levels;
  const isTitle =
    first !== undefined && first === headings[0]?.level && second !== undefined && second > first;
  return (isTitle ? second : first) ?? 0;
}
