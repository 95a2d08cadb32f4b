/** How VS Code asks what goes along with a new name, before an entity is renamed. */

import type { GlossaryEditedParams } from './glossary';
import type { PlainPosition } from './places';
import type { EditedTexts } from './previewing';

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
      /** In a table, a former name is an alias like any other. */
      readonly hasNoKinds?: true;
      /** The short form that it has, and what follows from the new name. */
      readonly short?: { readonly before: string; readonly after: string };
      readonly acronym?: string;
    }
  | { readonly refusal: string };

export type OldNameChoice = 'spelling' | 'former name' | 'nothing';

/** The client asks for the edit of the glossary and of every report; answered with `EntityRenaming`. */
export const RENAME_ENTITY = 'nomenclator/renameEntity';

export interface RenameEntityParams extends RenameParams {
  readonly old: OldNameChoice;
  /** What the short form and the acronym are to be; as they are where nothing is said. */
  readonly short?: string;
  readonly acronym?: string;
}

/** The edit as the protocol has it, with the texts it was made of, and what follows when it is made; or why there is none, and what to do. */
export type EntityRenaming<E> =
  | { readonly edit: E; readonly texts: EditedTexts; readonly edited: GlossaryEditedParams }
  | { readonly refusal: string };
