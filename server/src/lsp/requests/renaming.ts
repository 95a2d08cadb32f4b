/** How VS Code asks what goes along with a new name, before an entity is renamed. */

import type { PlainPosition } from './places';

/** The client asks what has to be decided; answered with `RenameQuestions`, or null where no entity is to be renamed. */
export const RENAME_QUESTIONS = 'nomenclator/renameQuestions';

export interface RenameParams {
  readonly uri: string;
  readonly position: PlainPosition;
  readonly newName: string;
}

/** What has to be decided; or why the name cannot be this one, and what to do. */
export type RenameQuestions =
  | {
      readonly before: string;
      readonly after: string;
      /** What may become of the old name, the likeliest first; none where it needs no entry. */
      readonly old: readonly OldNameChoice[];
      /** The short form that it has, and what follows from the new name. */
      readonly short?: { readonly before: string; readonly after: string };
      readonly acronym?: string;
    }
  | { readonly refusal: string };

export type OldNameChoice = 'spelling' | 'former name' | 'nothing';

/** The client asks for the edit of the glossary and of every report; answered with `GlossaryEdit`. */
export const RENAME_ENTITY = 'nomenclator/renameEntity';

export interface RenameEntityParams extends RenameParams {
  readonly old: OldNameChoice;
  /** What the short form and the acronym are to be; as they are where nothing is said. */
  readonly short?: string;
  readonly acronym?: string;
}
