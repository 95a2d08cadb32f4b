/** A judgement on a name that the glossary is to remember, and the edits of its file that make it. */

import type { YamlPath } from '../text/yaml';
import { addToList, aliasPath, type EntryEdit } from './editEntry';

export interface GlossaryChange {
  /** The id of the entity. */
  readonly entity: string;
  /** The name of the alias of which it is a spelling; the house form where there is none. */
  readonly alias?: string;
  /** `not` says that the text looks alike and does not name the entity. */
  readonly list: 'spellings' | 'not';
  readonly text: string;
}

/**
 * The edits of the text of the file that holds the entity.
 *
 * @param path of the entry, as its origin says.
 */
export function editsOfChange(text: string, path: YamlPath, change: GlossaryChange): EntryEdit {
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
