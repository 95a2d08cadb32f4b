/** Edits of the names in an entry, in whatever format its file is written. */

import {
  addToList,
  aliasPath,
  type EntryEdit,
  type FormKey,
  removeFromList,
  replaceExample,
  replaceText,
  unlistSingle,
} from './editEntry';
import type { Origin } from './entity';
import type { ListKey } from './listLayout';
import { formatOf } from './parse';
import { LineEditing, TableEditing } from './rowEdits';
import type { NewItem } from './yamlStyle';

/**
 * Each makes the edits of a text of the entry's file that change one thing, and leave every other byte; or says why it
 * cannot. With `alias`, the name of an alias, its names are meant and not those of the entry.
 */
export interface EntryEditing {
  /** Adds a name to a list, which is made if it is not there; nothing where it has it. */
  add(text: string, key: ListKey, item: NewItem, alias?: string): EntryEdit;
  /** Takes a name out of a list, and the list with it if it was the last; nothing where it is not there. */
  remove(text: string, key: ListKey, item: string, alias?: string): EntryEdit;
  /** Where a list has one name left, writes that alone, if the file does so elsewhere. */
  unlist?(text: string, key: ListKey, alias?: string): EntryEdit;
  /** Puts one name in the place of another. */
  replace(text: string, key: FormKey, before: string, after: string, alias?: string): EntryEdit;
  /** Puts one text of an example in the place of another; of a table, which has none, nothing. */
  replaceExample?(
    text: string,
    index: number,
    key: 'text' | 'expect',
    before: string,
    after: string,
  ): EntryEdit;
  /** Where an id is made of the name: writes it down, so that it stays when the name changes, if there is a place for it. */
  keepId?(text: string): EntryEdit;
}

export function editingOf(origin: Origin): EntryEditing {
  switch (formatOf(origin.path)) {
    case 'table':
      return new TableEditing(origin);
    case 'lines':
      return new LineEditing(origin);
    case 'yaml':
      return new YamlEditing(origin);
  }
}

class YamlEditing implements EntryEditing {
  readonly #origin: Origin;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  add(text: string, key: ListKey, item: NewItem, alias?: string): EntryEdit {
    return this.#at(text, alias, (path) => addToList(text, path, key, item));
  }

  remove(text: string, key: ListKey, item: string, alias?: string): EntryEdit {
    return this.#at(text, alias, (path) => removeFromList(text, path, key, item));
  }

  unlist(text: string, key: ListKey, alias?: string): EntryEdit {
    return this.#at(text, alias, (path) => unlistSingle(text, path, key));
  }

  replace(text: string, key: FormKey, before: string, after: string, alias?: string): EntryEdit {
    return this.#at(text, alias, (path) => replaceText(text, path, key, before, after));
  }

  replaceExample(
    text: string,
    index: number,
    key: 'text' | 'expect',
    before: string,
    after: string,
  ): EntryEdit {
    return replaceExample(text, this.#origin.yamlPath, index, key, before, after);
  }

  #at(
    text: string,
    alias: string | undefined,
    edit: (path: readonly (string | number)[]) => EntryEdit,
  ): EntryEdit {
    const { yamlPath } = this.#origin;
    const path = alias === undefined ? yamlPath : aliasPath(text, yamlPath, alias);
    return path
      ? edit(path)
      : {
          refusal: `The glossary’s entry has no alias “${alias}” any more. Save its file, then try again.`,
        };
  }
}
