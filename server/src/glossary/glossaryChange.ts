/** A judgement on a name that the glossary is to remember, and the edits of its file that make it. */

import { addToList, aliasPath, type EntryEdit } from './editEntry';
import type { Origin } from './entity';
import { formatOf } from './parse';
import { editsOfLines, editsOfTable } from './rowEdits';

export interface GlossaryChange {
  /** The id of the entity. */
  readonly entity: string;
  /** The name of the alias of which it is a spelling; the house form where there is none. */
  readonly alias?: string;
  /** `not` says that the text looks alike and does not name the entity. */
  readonly list: 'spellings' | 'not';
  readonly text: string;
}

/** The edits of the text of the file that holds the entity, whose origin says where. */
export function editsOfChange(text: string, origin: Origin, change: GlossaryChange): EntryEdit {
  const path = origin.yamlPath;
  const format = formatOf(origin.path);
  if (format === 'table') return editsOfTable(text, origin, change);
  if (format === 'lines') return editsOfLines(text, origin, change);
  // What is judged different is so from the whole entity.
  if (change.alias === undefined || change.list === 'not')
    return addToList(text, path, change.list, change.text);
  const alias = aliasPath(text, path, change.alias);
  return alias
    ? addToList(text, alias, change.list, change.text)
    : {
        refusal: `The glossary’s entry has no alias “${change.alias}” any more. Save its file, then try again.`,
      };
}

/** Whether changes of the entries of a file are known how to write. */
export const isChangeable = (path: string): boolean =>
  formatOf(path) !== 'yaml' || /\.(?:ya?ml|json)$/i.test(path);
