/** Says where in a report names are to be introduced anew: behind its summary, in each section, as the desk has it. */

import type { Report } from '../../markdown/report';
import type { Restart } from '../works';
import { type Heading, headingsOf, sectionsBelow } from './headings';

const SUMMARY =
  /^[#\s*_]*(?:[\dIVX]+[.)]?\s+)?(?:executive |brief )?(?:summary|abstract|synopsis|overview|key (?:points|findings|judge?ments|takeaways|messages)|main findings|at a glance|in brief|bottom line(?: up front)?)[\s*_#:]*(?:[\r\n]|$)/iu;
/** The offsets at which names are to be introduced anew, in order; none where the desk asks for none. */
export function scopesOf(report: Report, restart: readonly Restart[]): readonly number[] {
  if (restart.length === 0) return [];
  const headings = headingsOf(report);
  const starts = new Set<number>();
  if (restart.includes('sections')) {
    const level = topLevel(headings);
    for (const heading of headings) if (heading.level === level) starts.add(heading.start);
  }
  if (restart.includes('summary')) {
    for (const { start, end } of sectionsBelow(headings, ({ text }) => SUMMARY.test(text))) {
      starts.add(start);
      if (Number.isFinite(end)) starts.add(end);
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
