/** `note/ibid`: an *Ibid.* that no longer stands for the source that it stood for, or for no single one. */

import { sliceOf } from '../../text/span';
import { brokenIbid } from '../brokenIbid';
import type { MadeNote } from '../madeNotes';
import { keepAsWritten, makeAnew } from '../makeAnew';
import { notesInOrder, type OrderedNote } from '../noteOrder';
import type { Evidence, Found, Rule } from '../rule';
import { quotedShort } from '../shortText';

export const noteIbid: Rule = {
  code: 'note/ibid',
  defaultSeverity: 'warning',
  description:
    'An “Ibid.” that no longer follows its source, or follows a note with several sources, and other words that point back to nothing.',
  waitsFor: 'notes',
  *find(evidence) {
    yield* generatedOnes(evidence);
  },
};

function* generatedOnes({ report, notes, works }: Evidence): Iterable<Found> {
  const ordered = notesInOrder(report);
  for (const one of notes ?? []) {
    const span = brokenIbid(report, one);
    if (!span) continue;
    const now = quotedShort(works.formatter.plain(one.made));
    const word = sliceOf(report.text, span);
    yield {
      span,
      message: `“${word}” stands for the source of the note before it, but ${whatPrecedes(one, ordered[one.note.number - 2])}. Write ${now}.`,
      fixes: [
        { title: 'Make the note anew', edits: [makeAnew(report, one)], preferred: true },
        {
          title: 'Keep the words, and remove the citation behind them',
          edits: [keepAsWritten(report, one)],
          preferred: false,
        },
      ],
    };
  }
}

/** Why a generated note can't be an *Ibid.* */
function whatPrecedes({ cited }: MadeNote, before: OrderedNote | undefined): string {
  if (!before) return 'this is the first note';
  const note = `note [^${before.definition.label}]`;
  if (!before.generated) return `${note} is written by hand`;
  const { cites } = before.generated.cluster;
  if (cites.length > 1) return `${note} cites several sources`;
  if (cites[0]!.key !== cited?.[0]?.source.key) return `${note} cites another source`;
  return 'this style writes another form here';
}
