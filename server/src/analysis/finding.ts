/** What a rule reports: code, severity, span, message and fixes. */

import type { GlossaryChange } from '../glossary/glossaryChange';
import type { Edit } from '../text/edit';
import type { Severity } from '../text/problem';
import type { Span } from '../text/span';

export interface Fix {
  /** What the fix does, in a few words: “Write ‘Abu Saloh’”. */
  readonly title: string;
  /** Of the report; none where only the glossary changes. */
  readonly edits: readonly Edit[];
  /** What the glossary is to remember; an editor makes it, fix-all and the command line never do. */
  readonly glossary?: GlossaryChange;
  /** Whether this is the one right thing to do: fix-all makes it, and an editor may offer it first. */
  readonly preferred: boolean;
}

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  /** Says what to write instead, or what to do. */
  readonly message: string;
  readonly fixes: readonly Fix[];
  /** The id of the entity, where the finding is about a name. */
  readonly entity?: string;
  /** What stands there, and what the house writes. */
  readonly form?: string;
  readonly house?: string;
  /** Of a guess: 0 to 1, and why. */
  readonly score?: number;
  readonly reason?: string;
}
