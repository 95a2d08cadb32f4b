/** Makes the edits of the glossary file of an entity that gets another name, or says why there can be none. */

import type { Desk } from '../desk/desk';
import { nameOf } from '../desk/path';
import { namersOf } from '../features/deskFiles/fileTarget';
import type { Entity } from '../glossary/entity';
import { formatOf, parseGlossaryFile } from '../glossary/parse';
import { editsOfFormRenaming, type FormRenaming, type RenamedExample } from '../glossary/renameForm';
import { applyEdits, type Edit } from '../text/edit';
import type { Session } from './session';

export type Refusal = { readonly refusal: string };

type FileNow = NonNullable<Awaited<ReturnType<Session['fileNow']>>>;

/** The edits of the file as it is now, in the editor or on the disk. */
export async function renamedEntry(
  session: Session,
  desk: Desk,
  entity: Entity,
  renaming: FormRenaming,
  examples: readonly RenamedExample[] = [],
): Promise<{ readonly file: FileNow; readonly edits: readonly Edit[] } | Refusal> {
  const { path } = entity.origin;
  const name = nameOf(path);
  const file = await session.fileNow(path);
  if (!file) return { refusal: `${name} could not be read. Check its permissions, then try again.` };
  if (!(await session.isWritable(path)))
    return {
      refusal: `${name} may not be written over. Nothing was renamed; make it writable, then try again.`,
    };
  const edit = editsOfFormRenaming(file.text, entity, renaming, examples);
  if ('refusal' in edit) return { refusal: `${name}: ${edit.refusal}` };
  if (losesId(applyEdits(file.text, edit.edits), entity)) {
    const namers = await session.pace(namersOf(entity.id, desk.works.lexicon.glossary));
    if (namers.length > 0) return { refusal: `${name}: ${NO_ID}` };
  }
  return { file, edits: edit.edits };
}

const NO_ID =
  'This entry has no id of its own: it would change with the name, and other entries name it. Give it an id, then try again.';

/** Whether an entry whose id is made of its name would have another one. */
const losesId = (text: string, { id, origin }: Entity): boolean =>
  formatOf(origin.path) !== 'yaml' &&
  !parseGlossaryFile(origin.path, text).entities.some((one) => one.id === id);
