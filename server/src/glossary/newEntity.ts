/** A name that becomes an entity of the glossary: its id, its entry, and the files that can take it. */

import { guessLanguage } from '../names/romanise/guessLanguage';
import { romanise } from '../names/romanise/romanise';
import { addEntry, type EntryEdit } from './editEntry';
import { type EntityType, SECTION_OF } from './entity';
import { idOf } from './entityId';
import type { NewEntry } from './entryLayout';
import { cleanForm } from './formText';
import type { GlossaryFile } from './parse';
import { problemOfId } from './readShape';

export interface NewEntity {
  readonly type: EntityType;
  /** As the report has it. */
  readonly name: string;
  readonly acronym?: string;
  /** The id that somebody chose; without one, one is made of the name. */
  readonly id?: string;
}

const CYRILLIC = /\p{Script=Cyrillic}/u;

/**
 * The edits that add the entity to the text of a glossary file, and its id there.
 *
 * @param isTaken whether an id is that of another entity of the glossary.
 */
export function editsOfNewEntity(
  text: string,
  { type, name, acronym, id: chosen }: NewEntity,
  isTaken: (id: string) => boolean,
): EntryEdit & { readonly id: string } {
  const { text: clean } = cleanForm(name);
  if (clean === '') return { id: '', refusal: 'This can be no name. Select the name alone.' };
  const entry = { ...entryOf(clean), ...(acronym === undefined ? {} : { acronym }) };
  const section = SECTION_OF[type];
  const problem = chosen === undefined ? undefined : problemOfNewId(chosen, isTaken);
  if (problem !== undefined) return { id: '', refusal: problem };
  const id = chosen ?? freeId(entry.name, isTaken);
  return { id, ...addEntry(text, section, id, entry) };
}

/** The id that an entity of a name would get. */
export const proposedId = (name: string, isTaken: (id: string) => boolean): string =>
  freeId(entryOf(cleanForm(name).text).name, isTaken);

function freeId(name: string, isTaken: (id: string) => boolean): string {
  const proposed = idOf(name);
  let id = proposed;
  for (let number = 2; isTaken(id); number++) id = `${proposed}-${number}`;
  return id;
}

/** Why an id cannot be that of a new entity, and what to do. */
export const problemOfNewId = (id: string, isTaken: (id: string) => boolean): string | undefined =>
  problemOfId(id) ??
  (isTaken(id) ? `The glossary has an entry “${id}” already. Choose another id.` : undefined);

/** A house writes Latin letters: a Cyrillic name is romanised, and kept as the name in its own script. */
function entryOf(name: string): NewEntry {
  if (!CYRILLIC.test(name)) return { name };
  const { language } = guessLanguage(name);
  return { name: romanise(name, { language, system: 'bgn-pcgn' }).text, scripts: [name] };
}

/** The files that can take an entity of a type: those that have such entities, most of them first; else every one. */
export function filesFor(type: EntityType, files: readonly GlossaryFile[]): readonly GlossaryFile[] {
  const editable = files.filter(({ path }) => isEditable(path));
  const counts = new Map<GlossaryFile, number>();
  for (const file of editable)
    counts.set(file, file.entities.filter((entity) => entity.type === type).length);
  const having = editable.filter((file) => counts.get(file) !== 0);
  return having.length > 0 ? having.sort((a, b) => counts.get(b)! - counts.get(a)!) : editable;
}

/** Only YAML is edited, and JSON, which is YAML. */
const isEditable = (path: string): boolean => /\.(?:ya?ml|json)$/i.test(path);
