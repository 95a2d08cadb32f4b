/** Edits of one generated note: made anew, or left to its writer. */

import { blockQuotationDepth } from '../../markdown/blockQuotationDepth';
import type { GeneratedNote, Report } from '../../markdown/report';
import type { Edit } from '../../text/edit';
import { sliceOf, spansWithin } from '../../text/span';
import type { Fix } from '../finding';
import type { MadeNote } from './madeNotes';

/**
 * Puts what the citation makes in the place of what stands there. Comments that stand in between are kept behind it; what
 * stood on the next line without belonging to the note is kept apart by an empty line.
 */
export function makeAnew({ text, layout }: Report, { generated, made }: MadeNote): readonly Edit[] {
  const { definition, made: at, cluster, beside } = generated;
  const others = spansWithin(layout.comments, at).map((one) => sliceOf(text, one));
  // More than a few spaces behind the mark would make code of it.
  const gap = text.slice(definition.mark.end, at.start);
  const isNear = beside !== undefined || !/^[\s>]*$/.test(gap) || /^ {1,4}$/.test(gap);
  const behind = at.end === cluster.start ? ' ' : '';
  const edit = {
    span: { start: isNear ? at.start : definition.mark.end, end: at.end },
    newText: `${isNear ? '' : ' '}${[made, ...others].join(' ')}${behind}`,
  };
  const isOnOwnLine = /[\r\n]/.test(text.slice(at.end, cluster.start));
  const apart = isOnOwnLine ? undefined : lineApart(text, generated);
  return apart ? [edit, apart] : [edit];
}

/** What begins a block even right behind a line of a paragraph. */
const BLOCK_BEGINS =
  /^(?:[-+*][ \t]+\S|1[.)][ \t]+\S|#{1,6}(?:\s|$)|>|`{3}|~{3}|<!--|\[\^[^\]\s]+\]:|([-*_])(?:[ \t]*\1){2,}[ \t]*$)/;
const NEXT_LINE = /^[^\r\n]*(\r\n|\n|\r)([ \t>]*)([^\r\n]*)/;

/** A comment alone ends with its line, but a paragraph goes on: an empty line, where it would take in the next one. */
function lineApart(text: string, { definition, cluster }: GeneratedNote): Edit | undefined {
  const next = NEXT_LINE.exec(text.slice(cluster.end));
  if (!next) return undefined;
  const [, lineEnd = '', prefix = '', words = ''] = next;
  const at = text.indexOf(lineEnd, cluster.end) + lineEnd.length;
  if (words.trim() === '' || at < definition.end || BLOCK_BEGINS.test(words)) return undefined;
  const lineStart = Math.max(
    text.lastIndexOf('\n', definition.start),
    text.lastIndexOf('\r', definition.start),
  );
  // A block quotation that begins here is a block as well.
  if (blockQuotationDepth(prefix) > blockQuotationDepth(text.slice(lineStart + 1, definition.start)))
    return undefined;
  return { span: { start: at, end: at }, newText: `${prefix.trimEnd()}${lineEnd}` };
}

/**
 * What is offered for a note that is not what its citation makes. Where more than its text would go, nothing but to keep
 * it; where only its last paragraph is made, that is its writer's choice.
 */
export function fixesOfMade(report: Report, note: MadeNote): readonly Fix[] {
  const { beside } = note.generated;
  const fixes: Fix[] = [];
  if (beside === undefined)
    fixes.push({ title: 'Make the note anew', edits: makeAnew(report, note), preferred: true });
  if (beside === 'blocks')
    fixes.push({ title: 'Make this paragraph anew', edits: makeAnew(report, note), preferred: false });
  return [...fixes, ...keepingFixes(report, note)];
}

/** The fix that leaves the note to its writer, where there are words to keep. */
export const keepingFixes = (report: Report, note: MadeNote): readonly Fix[] =>
  note.written === ''
    ? []
    : [
        {
          title: 'Keep the words, and remove the citation behind them',
          edits: [keepAsWritten(report, note)],
          preferred: false,
        },
      ];

/** Takes the citation away: the note is written by hand from now on. */
function keepAsWritten({ text }: Report, { generated: { cluster } }: MadeNote): Edit {
  let { start } = cluster;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return { span: { start, end: cluster.end }, newText: '' };
}
