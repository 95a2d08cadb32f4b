/** Makes the generated notes of a report anew. */

import type { Analysis } from '../../analysis/analyze';
import { madeNotes } from '../../analysis/notes/madeNotes';
import { makeAnew } from '../../analysis/notes/makeAnew';
import type { Edit } from '../../text/edit';

/**
 * The edits of each generated note that is not what its citation makes; the comment stays as written. A note whose
 * citation can't be made (an unknown key, a style that can't be used) stays as it is, and so does one for which its
 * writer has turned `note/stale` off, or in which more stands before the comment than what is made. None where the desk's
 * style can't be used.
 */
export function updateNotes({ report, works, suppressions }: Analysis): Edit[] {
  if (works.styleProblem !== undefined) return [];
  const notes = madeNotes(report, works).filter(
    ({ isCurrent, generated }) => !isCurrent && generated.beside === undefined,
  );
  if (notes.length === 0) return [];
  return notes
    .filter(({ generated }) => !suppressions.isOff('note/stale', generated.definition.start))
    .flatMap((note) => makeAnew(report, note));
}
