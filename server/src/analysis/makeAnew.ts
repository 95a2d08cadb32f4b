/** Edits of one generated note: made anew, or left to its writer. */

import type { Report } from '../markdown/report';
import type { Edit } from '../text/edit';
import { sliceOf, spansWithin } from '../text/span';
import type { Fix } from './finding';
import type { MadeNote } from './madeNotes';

/** Puts what the citation makes in the place of what stands there. Comments that stand in between are kept behind it. */
export function makeAnew(
  { text, layout }: Report,
  { generated: { definition, made: at, cluster, beside }, made }: MadeNote,
): Edit {
  const others = spansWithin(layout.comments, at).map((one) => sliceOf(text, one));
  // More than a few spaces behind the mark would make code of it.
  const isNear = beside !== undefined || /^ {1,4}$/.test(text.slice(definition.mark.end, at.start));
  const behind = at.end === cluster.start ? ' ' : '';
  return {
    span: { start: isNear ? at.start : definition.mark.end, end: at.end },
    newText: `${isNear ? '' : ' '}${[made, ...others].join(' ')}${behind}`,
  };
}

/**
 * What is offered for a note that is not what its citation makes. Where more than its text would go, nothing but to keep
 * it; where only its last paragraph is made, that is its writer's choice.
 */
export function fixesOfMade(report: Report, note: MadeNote): readonly Fix[] {
  const { beside } = note.generated;
  const fixes: Fix[] = [];
  if (beside === undefined)
    fixes.push({ title: 'Make the note anew', edits: [makeAnew(report, note)], preferred: true });
  if (beside === 'blocks')
    fixes.push({ title: 'Make this paragraph anew', edits: [makeAnew(report, note)], preferred: false });
  if (note.written !== '')
    fixes.push({
      title: 'Keep the words, and remove the citation behind them',
      edits: [keepAsWritten(report, note)],
      preferred: false,
    });
  return fixes;
}

/** Takes the citation away: the note is written by hand from now on. */
export function keepAsWritten({ text }: Report, { generated: { cluster } }: MadeNote): Edit {
  let { start } = cluster;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return { span: { start, end: cluster.end }, newText: '' };
}
