/** Gives an entity another name in its entry, and says there what becomes of the old one. */

import { composed, type Round } from '../text/composedEdits';
import { applyEdits, compatible, type Edit } from '../text/edit';
import type { EntryEdit } from './editEntry';
import type { Alias, Entity, Origin } from './entity';
import { type EntryEditing, editingOf } from './entryEditing';
import { type FormKind, matchKey } from './forms';
import type { ListKey } from './listLayout';

/** What a name that the house no longer writes is from now on. */
export const OLD_NAMES = ['spelling', 'former name', 'nothing'] as const;
export type OldName = (typeof OLD_NAMES)[number];

/** One form of an entity, or of an alias of it, that becomes another. */
export interface FormChange {
  readonly of: 'name' | 'acronym' | 'short';
  /** The name of the alias that has it. */
  readonly alias?: string;
  readonly before: string;
  readonly after: string;
}

export interface FormRenaming {
  readonly changes: readonly FormChange[];
  /** What becomes of an old name; old acronyms and short forms are still understood, unless it becomes nothing. */
  readonly old: OldName;
}

/** A text of an example that is to be another, and the entry that has it. */
export interface RenamedExample {
  readonly origin: Origin;
  readonly index: number;
  readonly key: 'text' | 'expect';
  readonly before: string;
  readonly after: string;
}

/**
 * The edits of the text of the entity’s file.
 *
 * @param examples those in this file that go along; one that cannot be edited is left as it is, and then fails.
 */
export function editsOfFormRenaming(
  text: string,
  entity: Entity,
  renaming: FormRenaming,
  examples: readonly RenamedExample[] = [],
): EntryEdit {
  const stages = new Stages(text);
  exchangeExamples(stages, examples);
  const entry = new EntryStages(stages, entity);
  entry.keepId();
  // The name comes last: a row without an id is found by it.
  const inOrder = [...renaming.changes].sort((a, b) => Number(a.of === 'name') - Number(b.of === 'name'));
  for (const change of inOrder) {
    if (change.before === change.after) continue;
    if (change.of === 'name') entry.rename(change, renaming);
    else entry.exchange(change.of, change, renaming.old);
  }
  return stages.result;
}

/** The edits of another file of the glossary. */
export function editsOfExamples(text: string, examples: readonly RenamedExample[]): readonly Edit[] {
  const stages = new Stages(text);
  exchangeExamples(stages, examples);
  const { result } = stages;
  return 'edits' in result ? result.edits : [];
}

function exchangeExamples(stages: Stages, examples: readonly RenamedExample[]): void {
  for (const { origin, index, key, before, after } of examples) {
    const editing = editingOf(origin);
    stages.try((text) => editing.replaceExample?.(text, index, key, before, after) ?? { edits: [] });
  }
}

/** Whether a text that is found as the one is found as the other. */
export const isFoundAs = (a: string, b: string, kind: FormKind): boolean =>
  matchKey({ text: a, kind }) === matchKey({ text: b, kind });

/** Whether the entry still has the old name without a word about it: but for capitals it is the new one, or it is an alias. */
export const isOldNameKept = (
  { aliases }: Entity,
  { before, after, alias }: Pick<FormChange, 'before' | 'after' | 'alias'>,
): boolean =>
  isFoundAs(before, after, 'house') ||
  (alias === undefined && aliases.some(({ name }) => isFoundAs(name, before, 'house')));

/** Edits of one text, each of what the ones before it give. */
class Stages {
  readonly #rounds: Round<Edit>[] = [];
  #text: string;
  #refusal: string | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get result(): EntryEdit {
    if (this.#refusal !== undefined) return { refusal: this.#refusal };
    return { edits: composed(this.#rounds).map(({ span, newText }) => ({ span, newText })) };
  }

  /** What is refused once is refused as a whole. */
  do(edit: (text: string) => EntryEdit): void {
    const refusal = this.try(edit);
    this.#refusal ??= refusal;
  }

  /** Leaves out what is refused, and gives the reason. */
  try(edit: (text: string) => EntryEdit): string | undefined {
    if (this.#refusal !== undefined) return undefined;
    const result = edit(this.#text);
    if ('refusal' in result) return result.refusal;
    this.#rounds.push({ text: this.#text, edits: compatible(result.edits) });
    this.#text = applyEdits(this.#text, result.edits);
    return undefined;
  }
}

/** The edits of the names of one entry. */
class EntryStages {
  readonly #stages: Stages;
  readonly #editing: EntryEditing;
  readonly #entity: Entity;

  constructor(stages: Stages, entity: Entity) {
    this.#stages = stages;
    this.#editing = editingOf(entity.origin);
    this.#entity = entity;
  }

  keepId(): void {
    this.#stages.do((text) => this.#editing.keepId?.(text) ?? { edits: [] });
  }

  /** An acronym or a short form gives way to another, and is understood behind it. */
  exchange(key: 'acronym' | 'short', { before, after, alias }: FormChange, old: OldName): void {
    const { shorts, acronyms, aliases } = this.#entity;
    const ofAlias = aliases.find(({ name }) => name === alias);
    const listed = key === 'acronym' ? acronyms : (ofAlias?.shorts ?? shorts);
    // What spelled it is the form itself now.
    for (const one of (ofAlias ?? this.#entity).spellings)
      if (isFoundAs(one, after, key)) this.#remove('spellings', one, alias);
    if (listed.includes(after)) this.#remove(key, after, alias);
    this.#stages.do((text) => this.#editing.replace(text, key, before, after, alias));
    // The short form of a former name is the short form of that.
    const isKept =
      old === 'spelling' || (old === 'former name' && (key === 'acronym' || alias !== undefined));
    if (isKept && !isFoundAs(before, after, key))
      this.#stages.do((text) => this.#editing.add(text, key, before, alias));
    else if (listed.includes(after)) this.#unlist(key, alias);
  }

  /** Whatever was said of the new name is no longer needed: it is the name now. */
  rename({ before, after, alias }: FormChange, { old, changes }: FormRenaming): void {
    const entity = this.#entity;
    const ofAlias = entity.aliases.find(({ name }) => name === alias);
    const own = (ofAlias ?? entity).spellings;
    const isKnown =
      isOldNameKept(entity, { before, after, ...(alias !== undefined && { alias }) }) ||
      (old === 'spelling' && own.some((one) => isFoundAs(one, before, 'spelling')));
    const keep = isKnown ? 'nothing' : old;
    const isGone = (one: string) =>
      changes.some((change) => change.of !== 'name' && isFoundAs(one, change.after, change.of));
    const spellings = own.filter((one) => isFoundAs(one, after, 'spelling') && !isGone(one));
    const [first, ...others] = spellings;
    const isExchanged = keep === 'spelling' && first !== undefined;
    for (const one of isExchanged ? others : spellings) this.#remove('spellings', one, alias);
    for (const one of entity.not) if (isFoundAs(one, after, 'house')) this.#remove('not', one);
    if (isExchanged)
      this.#stages.do((text) => this.#editing.replace(text, 'spellings', first, before, alias));
    else if (keep === 'spelling')
      this.#stages.do((text) => this.#editing.add(text, 'spellings', before, alias));
    else if (keep === 'former name') {
      const short = changes.find((change) => change.of === 'short' && change.alias === alias);
      const former = { name: before, kind: 'former name', ...(short && { short: short.before }) };
      this.#stages.do((text) => this.#editing.add(text, 'aliases', former));
    }
    // Behind what was added: a list that is left empty would go with its layout.
    for (const one of entity.aliases)
      if (alias === undefined && isFoundAs(one.name, after, 'house')) this.#takeOver(one, after, changes);
    this.#stages.do((text) => this.#editing.replace(text, 'name', before, after, alias));
  }

  /** An alias that becomes the name gives the entry its forms; what else is known of it stays where it stands. */
  #takeOver(
    { name, shorts, spellings, scripts, ...known }: Alias,
    after: string,
    changes: FormRenaming['changes'],
  ): void {
    if (known.sources.length > 0 || known.from !== undefined || known.until !== undefined) return;
    const { spellings: own } = this.#entity;
    const isNew = (one: string) => !own.includes(one) && !isFoundAs(one, after, 'spelling');
    this.#remove('aliases', name);
    for (const one of shorts)
      if (!changes.some((change) => change.of === 'short' && change.after === one)) this.#add('short', one);
    for (const one of spellings) if (isNew(one)) this.#add('spellings', one);
    for (const one of scripts) this.#add('scripts', one);
  }

  #add(key: ListKey, item: string): void {
    this.#stages.do((text) => this.#editing.add(text, key, item));
  }

  #unlist(key: ListKey, alias?: string): void {
    this.#stages.do((text) => this.#editing.unlist?.(text, key, alias) ?? { edits: [] });
  }

  #remove(key: 'acronym' | 'short' | 'spellings' | 'not' | 'aliases', item: string, alias?: string): void {
    this.#stages.do((text) => this.#editing.remove(text, key, item, alias));
  }
}
