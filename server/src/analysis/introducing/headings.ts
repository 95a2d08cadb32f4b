/** The headings of a report, and the sections below those of a kind. */

import type { Report } from '../../markdown/report';
import type { Span } from '../../text/span';

export interface Heading {
  readonly level: number;
  readonly start: number;
  /** As written, with its signs. */
  readonly text: string;
}

const HEADING = /^(?:ATX|Setext)Heading(\d)$/;
/** A longer heading is read no further. */
const LONGEST = 200;

export function headingsOf({ text, layout }: Report): readonly Heading[] {
  const headings: Heading[] = [];
  for (const { from, to, kind } of layout.parsed.blocks) {
    // Most blocks are paragraphs.
    const level = kind.length > LONGEST_OTHER ? Number(HEADING.exec(kind)?.[1] ?? 0) : 0;
    if (level > 0)
      headings.push({ level, start: from, text: text.slice(from, Math.min(to, from + LONGEST)) });
  }
  return headings;
}

const LONGEST_OTHER = 'Paragraph'.length;

/** From each heading that is wanted to the next one that is not below it; to the end where none is. */
export function sectionsBelow(
  headings: readonly Heading[],
  isWanted: (heading: Heading) => boolean,
): readonly Span[] {
  const sections: Span[] = [];
  for (const [at, heading] of headings.entries()) {
    if (heading.start < (sections.at(-1)?.end ?? 0) || !isWanted(heading)) continue;
    let next = at + 1;
    while (next < headings.length && headings[next]!.level > heading.level) next++;
    sections.push({ start: heading.start, end: headings[next]?.start ?? Number.POSITIVE_INFINITY });
  }
  return sections;
}
