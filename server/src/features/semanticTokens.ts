/** The mentions of a report as coloured words, by the type of the entity. */

import type { Analysis } from '../analysis/analyze';
import type { EntityType } from '../glossary/entity';
import type { Span } from '../text/span';

export interface ColouredSpan extends Span {
  readonly type: EntityType;
}

/** In the order of the text; each on one line, because not every editor colours over a line end. */
export function colouredMentions({ report, mentions }: Analysis): ColouredSpan[] {
  return mentions.flatMap(({ start, end, claims }) => {
    const { type } = claims[0]!.entity;
    const spans: ColouredSpan[] = [];
    let at = start;
    for (const line of report.text.slice(start, end).split(/(\r\n|\n|\r)/)) {
      if (!/^[\r\n]/.test(line) && line.length > 0) spans.push({ start: at, end: at + line.length, type });
      at += line.length;
    }
    return spans;
  });
}
