/** Makes the generated notes of a report anew. */

import type { Analysis } from '../../analysis/analyze';
import { type MadeNote, madeNotes } from '../../analysis/madeNotes';
import type { Report } from '../../markdown/report';
import type { Edit } from '../../text/edit';
import { contains, sliceOf } from '../../text/span';

/**
 * One edit for each generated note that is not what its citation makes; the comment stays as written. A note whose
 * citation can't be made (an unknown key, a style that can't be used) stays as it is.
 */
export function updateNotes({ report, works }: Pick<Analysis, 'report' | 'works'>): Edit[] {
  return madeNotes(report, works)
    .filter(({ isCurrent }) => !isCurrent)
    .map((note) => madeAnew(report, note));
}

/** Puts what the citation makes in the place of what stands there. Comments that stand in between are kept behind it. */
export function madeAnew(
  { text, layout }: Report,
  { generated: { made: at, cluster }, made }: MadeNote,
): Edit {
  const others = layout.comments.filter((comment) => contains(at, comment)).map((one) => sliceOf(text, one));
  const space = at.start === at.end || at.end === cluster.start ? ' ' : '';
  const before = at.start === at.end && /\S/.test(text[at.start - 1] ?? ' ') ? ' ' : '';
  return { span: at, newText: `${before}${[made, ...others].join(' ')}${space}` };
}
