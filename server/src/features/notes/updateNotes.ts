/** Makes the generated notes of a report anew. */

import type { Analysis } from '../../analysis/analyze';
import { madeNotes } from '../../analysis/madeNotes';
import { makeAnew } from '../../analysis/makeAnew';
import type { Edit } from '../../text/edit';

/**
 * One edit for each generated note that is not what its citation makes; the comment stays as written. A note whose
 * citation can't be made (an unknown key, a style that can't be used) stays as it is.
 */
export const updateNotes = ({ report, works }: Pick<Analysis, 'report' | 'works'>): Edit[] =>
  madeNotes(report, works)
    .filter(({ isCurrent }) => !isCurrent)
    .map((note) => makeAnew(report, note));
