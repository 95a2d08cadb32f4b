/** What of a report's notes can be folded away: a long note, and notes that stand together. */

import type { Report } from '../../markdown/report';
import type { Span } from '../../text/span';

/** So many notes are worth folding. */
const FEWEST_NOTES = 2;

/** Stretches of several lines, in the order of the text, each within another or apart from it; no two begin in one line. */
export function foldableNotes({ text, lines, layout }: Report): Span[] {
  const runs: Span[][] = [];
  for (const { start, text: body, mark } of layout.definitions) {
    const note = { start, end: Math.max(mark.end, body.end) };
    const run = runs.at(-1);
    const last = run?.at(-1);
    // A note within a note is folded with it.
    if (last && note.end <= last.end) continue;
    if (run && last && BLANK.test(text.slice(last.end, note.start))) run.push(note);
    else runs.push([note]);
  }
  const lineOf = (offset: number) => lines.positionAt(offset).line;
  const found = new Map<number, Span>();
  for (const run of runs) {
    const whole = { start: run[0]!.start, end: run.at(-1)!.end };
    for (const one of run.length < FEWEST_NOTES ? run : [whole, ...run]) {
      const first = lineOf(one.start);
      if (lineOf(one.end) > first && !found.has(first)) found.set(first, one);
    }
  }
  return [...found.values()];
}

/** Nothing but white space, and the signs of a quotation. */
const BLANK = /^[\s>]*$/;
