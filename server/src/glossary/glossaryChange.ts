/** A judgement on a name that the glossary is to remember, and the edits of its file that make it. */

import type { EntryEdit } from './editEntry';
import type { AliasKind, Origin } from './entity';
import { editingOf } from './entryEditing';
import { formatOf } from './parse';

export interface GlossaryChange {
  /** The id of the entity. */
  readonly entity: string;
  /** The name of the alias of which it is a spelling; the house form where there is none. */
  readonly alias?: string;
  /** `not` says that the text looks alike and does not name the entity. */
  readonly list: 'spellings' | 'not' | 'aliases' | 'acronym';
  readonly text: string;
  /** Of an alias; one of no kind is written as a mere name. */
  readonly kind?: AliasKind;
}

/** The edits of the text of the file that holds the entity, whose origin says where. */
export function editsOfChange(
  text: string,
  origin: Origin,
  { list, text: added, alias, kind }: GlossaryChange,
): EntryEdit {
  const editing = editingOf(origin);
  if (list === 'aliases') return editing.add(text, list, kind === undefined ? added : { name: added, kind });
  // What is judged different is so from the whole entity, and an alias has no acronym.
  return editing.add(text, list, added, list === 'spellings' ? alias : undefined);
}

/** Whether an entry of a file can say of what kind an alias is; in a table, an alias is a mere name. */
export const takesKinds = (path: string): boolean => formatOf(path) !== 'table';

/** Whether changes of the entries of a file are known how to write. */
export const isChangeable = (path: string): boolean =>
  formatOf(path) !== 'yaml' || /\.(?:ya?ml|json)$/i.test(path);
